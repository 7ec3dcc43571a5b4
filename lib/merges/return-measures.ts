import "server-only";
import { freeSlug } from "./free-slug";
import type { UndoEventsPlan } from "./plan-undo-events";
import type { EventsMoved } from "./schema";
import { chainOf, recordChanges, type Work } from "./steps";

/**
 * Measures that a merge of events moved go back, and their claims with them, as the database keeps the two together.
 * What stays behind and counted a part of one of them is a part of nothing then; so is the headline of the other event.
 */
export async function returnMeasures(
  work: Work,
  { from, into, whole }: UndoEventsPlan,
  moved: EventsMoved,
): Promise<void> {
  const { tx } = work;
  const next = { version: { increment: 1 } };
  const ids = whole.map(({ id }) => id);
  if (into.headlineMeasureId && ids.includes(into.headlineMeasureId))
    await tx.event.update({ where: { id: into.id }, data: { headlineMeasureId: null } });
  const left = await tx.measure.findMany({
    where: { eventId: into.id, partOfId: { in: ids }, id: { notIn: ids } },
    select: { id: true, version: true, partOfId: true },
  });
  await tx.measure.updateMany({
    where: { id: { in: left.map(({ id }) => id) } },
    data: { partOfId: null, ...next },
  });
  await recordChanges(
    work,
    chainOf(work, into.id),
    "measure.edited",
    "measure",
    left.map(({ id, version, partOfId }) => ({
      id,
      version,
      before: { partOfId },
      after: { partOfId: null },
    })),
  );

  const behind = await tx.measure.findMany({
    where: { eventId: from.id },
    select: { id: true, slug: true },
  });
  const slugs = new Set(behind.map(({ slug }) => slug));
  const there = new Set([...ids, ...behind.map(({ id }) => id)]);
  const was = new Map(moved.measures.map((measure) => [measure.id, measure]));
  for (const { id, version, slug, position, partOfId } of whole) {
    const old = was.get(id);
    const before = { eventId: into.id, slug, position, partOfId };
    const after = {
      eventId: from.id,
      slug: freeSlug(old?.slug ?? slug, slugs),
      position: old?.position ?? position,
      partOfId: old?.partOfId && there.has(old.partOfId) ? old.partOfId : null,
    };
    slugs.add(after.slug);
    await tx.measure.update({ where: { id }, data: { ...after, ...next } });
    await recordChanges(work, chainOf(work, from.id), "measure.moved", "measure", [
      { id, version, before, after },
    ]);
  }
}
