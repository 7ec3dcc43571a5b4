import "server-only";
import { claimRefSelect, statedOf } from "../claims/refs";
import type { UncertainDate } from "../dates/edtf";
import { db } from "../db/client";
import { published } from "../publishing/gate";

/** What a reader sees of the claim in which they found an error. */
export type ReportableClaim = {
  publicId: string;
  version: number;
  wording: { text: string; language: string };
  /** Of a figure: what is counted. */
  measure: string | null;
  claimantName: string;
  stated: UncertainDate;
  event: { slug: string; title: string };
};

/** A public claim as the form for an error in it names it, or null (R34). One query. */
export async function findReportableClaim(publicId: string): Promise<ReportableClaim | null> {
  const row = await db().claim.findFirst({
    where: { publicId, ...published },
    select: {
      ...claimRefSelect,
      version: true,
      wordingLanguage: true,
      measure: { select: { label: true } },
      event: { select: { slug: true, title: true } },
    },
  });
  if (!row) return null;
  return {
    publicId,
    version: row.version,
    wording: { text: row.wording, language: row.wordingLanguage },
    measure: row.measure?.label ?? null,
    claimantName: row.claimant.name,
    stated: statedOf(row),
    event: row.event,
  };
}
