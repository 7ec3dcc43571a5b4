import "server-only";
import type { Prisma } from "../../prisma/generated/client";
import { dateFrom } from "../dates/columns";
import type { UncertainDate } from "../dates/edtf";
import { db } from "../db/client";
import type { Wording } from "../format/wording";
import { publishedAttribution } from "../publishing/gate";
import type { Carries, Qualifier } from "../vocabulary";
import { claimRefSelect, toClaimRef, wordingOf } from "./refs";
import type { ClaimRef } from "./types";

/** One claim as one report printed it, with the claim's own words beside. */
export type PrintedClaim = {
  id: string;
  report: { publicId: string; title: string | null; published: UncertainDate | null };
  claim: ClaimRef & { wording: Wording; measureLabel: string | null; event: { slug: string; title: string } };
  carries: Carries;
  passage: Wording | null;
  drift: { raw: string; qualifier: Qualifier | null } | null;
  misreport: string | null;
};

const select = {
  id: true,
  carries: true,
  passage: true,
  passageLanguage: true,
  passageTranslation: true,
  passageTranslatedBy: true,
  driftRaw: true,
  driftQualifier: true,
  misreport: true,
  report: {
    select: {
      publicId: true,
      title: true,
      publishedEdtf: true,
      publishedEarliest: true,
      publishedLatest: true,
      publishedZone: true,
    },
  },
  claim: {
    select: {
      ...claimRefSelect,
      wordingLanguage: true,
      wordingTranslation: true,
      wordingTranslatedBy: true,
      measure: { select: { label: true } },
      event: { select: { slug: true, title: true } },
    },
  },
} as const satisfies Prisma.AttributionSelect;

/** Published attributions by id, in the order of the ids; those that are not public are left out (R34). */
export async function listPrintedClaims(ids: readonly string[]): Promise<PrintedClaim[]> {
  if (ids.length === 0) return [];
  const rows = await db().attribution.findMany({
    where: { id: { in: [...ids] }, ...publishedAttribution },
    select,
  });
  const byId = new Map(rows.map((row) => [row.id, toPrintedClaim(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

function toPrintedClaim(row: Prisma.AttributionGetPayload<{ select: typeof select }>): PrintedClaim {
  const { claim, report } = row;
  return {
    id: row.id,
    report: {
      publicId: report.publicId,
      title: report.title,
      published: dateFrom(
        report.publishedEdtf,
        report.publishedEarliest,
        report.publishedLatest,
        report.publishedZone,
      ),
    },
    claim: {
      ...toClaimRef(claim),
      wording: wordingOf(claim),
      measureLabel: claim.measure?.label ?? null,
      event: claim.event,
    },
    carries: row.carries,
    passage: passageOf(row),
    drift: row.driftRaw === null ? null : { raw: row.driftRaw, qualifier: row.driftQualifier },
    misreport: row.misreport,
  };
}

function passageOf(row: {
  passage: string | null;
  passageLanguage: string | null;
  passageTranslation: string | null;
  passageTranslatedBy: string | null;
}): Wording | null {
  if (row.passage === null || row.passageLanguage === null) return null;
  return {
    text: row.passage,
    language: row.passageLanguage,
    translation: row.passageTranslation,
    translatedBy: row.passageTranslatedBy,
  };
}
