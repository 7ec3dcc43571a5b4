import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { db } from "../db/client";
import type { EventSummary } from "../events/rules";
import { whyLeftOut } from "../quantity/range";
import { listTouched, type TouchedRecords } from "./desk-touched";
import { figureSelect, toFigure } from "./figures";
import { claimRefSelect, toClaimRef } from "./refs";
import type { ClaimRef } from "./types";

/** What a decision on a published claim reaches beyond the claim itself, listed before it is made. */
export type ClaimEffects = TouchedRecords & {
  /** It is in the reported range of its measure; and how many of the two ends of that range it sets. */
  isInRange: boolean;
  endCount: number;
  /** Where readers see it beside its own page. */
  event: { slug: string; title: string; isPublic: boolean };
  claimant: { slug: string; name: string };
  /** Published figures of other claimants in the same measure: who may have passed it on (R23). */
  others: (ClaimRef & { id: string; version: number })[];
  /** Published, current figures of this claimant, or of its body and its parts, in the same event: the older ones. */
  older: (ClaimRef & { id: string; version: number; measureLabel: string })[];
};

const OTHERS_MAX = 100;

/** See ClaimEffects; null where there is no such claim. A bounded number of queries. */
export async function findClaimEffects(actor: Actor, id: string): Promise<ClaimEffects | null> {
  authorise(actor, "claim:log");
  const row = await db().claim.findUnique({
    where: { id },
    select: {
      ...figureSelect,
      claimant: { select: { kind: true, parentId: true, slug: true, name: true } },
      eventId: true,
      recordStatus: true,
      event: {
        select: { slug: true, title: true, recordStatus: true, derived: { select: { summary: true } } },
      },
    },
  });
  if (!row) return null;
  const [touched, others, older] = await Promise.all([
    listTouched(id, row.lifecycle === "current"),
    row.measureId === null ? [] : listOthers(row.measureId, row.claimantId),
    row.measureId === null ? [] : listOlder(row),
  ]);
  const figure = toFigure(row);
  const { event, claimant } = row;
  const summary = event.derived?.summary as unknown as EventSummary | undefined;
  return {
    ...touched,
    isInRange: row.recordStatus === "published" && figure !== null && whyLeftOut(figure, true) === null,
    endCount: endsOf(summary, id),
    event: { slug: event.slug, title: event.title, isPublic: event.recordStatus === "published" },
    claimant: { slug: claimant.slug, name: claimant.name },
    others,
    older,
  };
}

function endsOf(summary: EventSummary | undefined, id: string): number {
  const ends = (summary?.ranges ?? []).flatMap(({ low, high }) => [low, high]);
  return ends.filter((end) => end?.figureIds.includes(id)).length;
}

async function listOthers(measureId: string, claimantId: string): Promise<ClaimEffects["others"]> {
  const rows = await db().claim.findMany({
    where: {
      measureId,
      claimantId: { not: claimantId },
      recordStatus: "published",
      mergedIntoId: null,
      standing: { not: "disowned" },
      lifecycle: { not: "entry_error" },
    },
    select: { ...claimRefSelect, version: true },
    orderBy: [{ statedEarliest: "asc" }, { id: "asc" }],
    take: OTHERS_MAX,
  });
  return rows.map((row) => ({ ...toClaimRef(row), id: row.id, version: row.version }));
}

type Newer = { id: string; eventId: string; claimantId: string; claimant: { parentId: string | null } };

async function listOlder({ id, eventId, claimantId, claimant }: Newer): Promise<ClaimEffects["older"]> {
  const kin = [{ claimantId }, { claimant: { parentId: claimantId } }];
  const rows = await db().claim.findMany({
    where: {
      id: { not: id },
      eventId,
      type: "figure",
      recordStatus: "published",
      mergedIntoId: null,
      lifecycle: "current",
      OR: claimant.parentId === null ? kin : [...kin, { claimantId: claimant.parentId }],
    },
    select: { ...claimRefSelect, version: true, measure: { select: { label: true } } },
    orderBy: [{ statedEarliest: "desc" }, { id: "desc" }],
    take: OTHERS_MAX,
  });
  return rows.map(({ measure, ...row }) => ({
    ...toClaimRef(row),
    id: row.id,
    version: row.version,
    measureLabel: measure?.label ?? "",
  }));
}
