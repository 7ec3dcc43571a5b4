import "server-only";
import type { Prisma } from "../../prisma/generated/client";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { claimRefSelect, toClaimRef } from "../claims/refs";
import type { ClaimRef } from "../claims/types";
import { db } from "../db/client";
import { readCursor, writeCursor } from "../db/cursor";
import type { Action } from "../history/schema";
import type { Lifecycle, Standing, Verification } from "../vocabulary";

/** A claim that an estimate was made with, how it stands today, and what became of it since the estimate is stale. */
export type DeskInput = ClaimRef & {
  id: string;
  standing: Standing;
  verification: Verification;
  lifecycle: Lifecycle;
  changes: { action: Action; at: number }[];
};

/** An estimate, or that it was withdrawn (raw null), as the desk shows it. */
export type DeskEstimate = {
  id: string;
  number: number;
  raw: string | null;
  method: string;
  by: string;
  at: number;
  staleSince: number | null;
  inputs: DeskInput[];
};

export type EstimateListRow = DeskEstimate & {
  measure: { slug: string; label: string };
  event: { slug: string; title: string };
};

const PAGE = 50;

/** What a change of an input can be, in its own history. */
const CHANGES: readonly Action[] = [
  "claim.amended",
  "claim.moved",
  "claim.superseded",
  "claim.replaced",
  "claim.disowned",
  "claim.retracted",
  "claim.corrected",
  "claim.marked_entry_error",
  "claim.merged",
  "claim.assessed",
];

export const estimateSelect = {
  id: true,
  number: true,
  raw: true,
  method: true,
  estimatedBy: { select: { name: true } },
  estimatedAt: true,
  staleSince: true,
  inputs: {
    select: { claim: { select: { ...claimRefSelect, standing: true, verification: true, lifecycle: true } } },
    orderBy: { claim: { number: "asc" } },
  },
} as const satisfies Prisma.BestEstimateSelect;

type Row = Prisma.BestEstimateGetPayload<{ select: typeof estimateSelect }>;

/**
 * The standing estimates of all measures, those that are stale first, the longest stale first; then the others, the
 * oldest first; from a cursor on. A bounded number of queries.
 */
export async function listStandingEstimates(
  actor: Actor,
  { after = null }: { after?: string | null } = {},
): Promise<{ rows: EstimateListRow[]; next: string | null }> {
  authorise(actor, "measure:estimate");
  const places = await listPlaces(after);
  const page = places.slice(0, PAGE);
  const found = await db().bestEstimate.findMany({
    where: { id: { in: page.map(({ id }) => id) } },
    select: {
      ...estimateSelect,
      measure: { select: { slug: true, label: true, event: { select: { slug: true, title: true } } } },
    },
  });
  const changesOf = await listInputChanges(found);
  const rowOf = new Map(found.map((row) => [row.id, row]));
  const rows = page.flatMap(({ id }): EstimateListRow[] => {
    const row = rowOf.get(id);
    if (!row) return [];
    const { event, ...measure } = row.measure;
    return [{ ...toDeskEstimate(row, changesOf), measure, event }];
  });
  const last = page.at(-1);
  return { rows, next: places.length > PAGE && last ? writePlace(last) : null };
}

type Place = { id: string; isStale: boolean; at: Date };

/** Only the newest of a measure stands, and only where it withdraws nothing. */
function listPlaces(after: string | null): Promise<Place[]> {
  const from = after === null ? null : readPlace(after);
  return db().$queryRaw<Place[]>`
    select id, "isStale", at from (
      select distinct on (best_estimate.measure_id) best_estimate.id, raw, stale_since is not null as "isStale",
        coalesce(stale_since, estimated_at) as at
      from best_estimate
        join measure on measure.id = best_estimate.measure_id
        join event on event.id = measure.event_id
      where event.merged_into_id is null and measure.merged_into_id is null
      order by best_estimate.measure_id, best_estimate.number desc
    ) newest
    where raw is not null
      and (${from === null} or (not "isStale", at, id) > (${!from?.isStale}, ${from?.at ?? new Date(0)}, ${from?.id ?? NONE}::uuid))
    order by "isStale" desc, at, id
    limit ${PAGE + 1}`;
}

const NONE = "00000000-0000-0000-0000-000000000000";

function writePlace({ isStale, at, id }: Place): string {
  return `${isStale ? "stale" : "fresh"}.${writeCursor({ at, id })}`;
}

function readPlace(text: string): Place | null {
  const [kind, cursor = ""] = text.split(".");
  const place = readCursor(cursor);
  return place && (kind === "stale" || kind === "fresh") ? { ...place, isStale: kind === "stale" } : null;
}

/** An estimate's row as the desk shows it; `changesOf` by the claims' ids. */
export function toDeskEstimate(row: Row, changesOf: InputChanges): DeskEstimate {
  const staleSince = row.staleSince?.getTime() ?? null;
  return {
    id: row.id,
    number: row.number,
    raw: row.raw,
    method: row.method,
    by: row.estimatedBy.name,
    at: row.estimatedAt.getTime(),
    staleSince,
    inputs: row.inputs.map(({ claim }) => ({
      ...toClaimRef(claim),
      id: claim.id,
      standing: claim.standing,
      verification: claim.verification,
      lifecycle: claim.lifecycle,
      changes:
        staleSince === null
          ? []
          : (changesOf.get(claim.id) ?? []).filter((change) => change.at >= staleSince),
    })),
  };
}

export type InputChanges = ReadonlyMap<string, { action: Action; at: number }[]>;

/** What was done to the inputs of those estimates that are stale, the first first, by the claim's id. One query. */
export async function listInputChanges(
  rows: readonly Pick<Row, "staleSince" | "inputs">[],
): Promise<InputChanges> {
  const stale = rows.filter(({ staleSince }) => staleSince !== null);
  if (stale.length === 0) return new Map();
  const first = Math.min(...stale.map(({ staleSince }) => staleSince?.getTime() ?? 0));
  const revisions = await db().revision.findMany({
    where: {
      subjectKind: "claim",
      subjectId: { in: [...new Set(stale.flatMap(({ inputs }) => inputs.map(({ claim }) => claim.id)))] },
      action: { in: [...CHANGES] },
      at: { gte: new Date(first) },
    },
    select: { subjectId: true, action: true, at: true },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });
  const changes = new Map<string, { action: Action; at: number }[]>();
  for (const { subjectId, action, at } of revisions) {
    const known = changes.get(subjectId) ?? [];
    changes.set(subjectId, [...known, { action: action as Action, at: at.getTime() }]);
  }
  return changes;
}
