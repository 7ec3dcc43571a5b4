import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { db } from "../db/client";
import type { ClaimInput } from "./claim-versions";

/** The names of records by their ids: of claimants and measures, and of a claim its figure and claimant. */
export type Names = Readonly<Record<string, string>>;

/** What the values of claims point at, by name, in three queries at most. What is on file no longer has none. */
export async function listNamesIn(
  actor: Actor,
  values: readonly Pick<ClaimInput, "claimantId">[],
): Promise<Names> {
  authorise(actor, "claim:log");
  const ids = [...new Set(values.flatMap(idsIn))];
  if (ids.length === 0) return {};
  const where = { id: { in: ids } };
  const [claimants, measures, claims] = await Promise.all([
    db().claimant.findMany({ where, select: { id: true, name: true } }),
    db().measure.findMany({ where, select: { id: true, label: true } }),
    db().claim.findMany({
      where,
      select: { id: true, wording: true, claimant: { select: { name: true } } },
    }),
  ]);
  return Object.fromEntries([
    ...claimants.map(({ id, name }) => [id, name]),
    ...measures.map(({ id, label }) => [id, label]),
    ...claims.map(({ id, wording, claimant }) => [id, `${wording}, ${claimant.name}`]),
  ]);
}

function idsIn(values: Pick<ClaimInput, "claimantId">): string[] {
  const { claimantId, measureId, relativeToId } = values as Record<string, string | null | undefined>;
  return [claimantId, measureId, relativeToId].filter((id) => typeof id === "string");
}
