import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { type Db, db } from "../db/client";
import type { MergedKind } from "./schema";
import type { MergeView } from "./types";

/** The merges and splits that made a record what it is, or that it went into, the latest first. */
export async function listMerges(actor: Actor, kind: MergedKind, id: string): Promise<MergeView[]> {
  authorise(actor, "record:edit");
  const merges = await db().merge.findMany({
    where: { subjectKind: kind, OR: [{ fromId: id }, { intoId: id }] },
    orderBy: [{ mergedAt: "desc" }, { id: "desc" }],
    take: MERGES_MAX,
  });
  const people = merges.flatMap(({ mergedBy, undoneBy }) => (undoneBy ? [mergedBy, undoneBy] : [mergedBy]));
  const [names, actors] = await Promise.all([
    NAMES[kind](
      db(),
      merges.flatMap(({ fromId, intoId }) => [fromId, intoId]),
    ),
    db().actor.findMany({ where: { id: { in: people } }, select: { id: true, name: true } }),
  ]);
  const named = (recordId: string) =>
    names.find((record) => record.id === recordId) ?? { id: recordId, slug: "", name: "" };
  const nameOf = (actorId: string) => actors.find((one) => one.id === actorId)?.name ?? "";
  return merges.map((merge) => ({
    id: merge.id,
    kind: merge.kind,
    from: named(merge.fromId),
    into: named(merge.intoId),
    reason: merge.reason,
    by: nameOf(merge.mergedBy),
    at: merge.mergedAt.getTime(),
    undone:
      merge.undoneAt && merge.undoneBy ? { by: nameOf(merge.undoneBy), at: merge.undoneAt.getTime() } : null,
  }));
}

/** Far above what any record was merged with. */
const MERGES_MAX = 200;

type Named = { id: string; slug: string; name: string }[];

const NAMES: Record<MergedKind, (db: Db, ids: string[]) => Promise<Named>> = {
  event: async (db, ids) => {
    const rows = await db.event.findMany({ where: { id: { in: ids } } });
    return rows.map(({ id, slug, title }) => ({ id, slug, name: title }));
  },
  claimant: (db, ids) =>
    db.claimant.findMany({ where: { id: { in: ids } }, select: { id: true, slug: true, name: true } }),
  publication: (db, ids) =>
    db.publication.findMany({ where: { id: { in: ids } }, select: { id: true, slug: true, name: true } }),
  measure: async (db, ids) => {
    const rows = await db.measure.findMany({ where: { id: { in: ids } } });
    return rows.map(({ id, slug, label }) => ({ id, slug, name: label }));
  },
};
