import "server-only";
import type { Measure } from "../../prisma/generated/client";
import type { HeldChain } from "../history/record-revision";
import { copiedColumns } from "../measures/measure-row";
import { freeSlug } from "./free-slug";
import { recordChanges, type Work } from "./steps";

/**
 * Defines measures of one event in another, after those that are there, with the parts among them. Returns each with
 * its copy.
 */
export async function copyMeasures(
  work: Work,
  chain: HeldChain,
  eventId: string,
  measures: readonly Measure[],
): Promise<{ from: string; into: string }[]> {
  const { tx, now } = work;
  const there = await tx.measure.findMany({ where: { eventId }, select: { slug: true, position: true } });
  const slugs = new Set(there.map(({ slug }) => slug));
  let position = Math.max(0, ...there.map((measure) => measure.position));
  const copyOf = new Map<string, string>();
  for (const measure of wholesFirst(measures)) {
    position += 1;
    const slug = freeSlug(measure.slug, slugs);
    slugs.add(slug);
    const partOfId = (measure.partOfId && copyOf.get(measure.partOfId)) || null;
    const place = { eventId, slug, position, partOfId };
    const { id } = await tx.measure.create({
      data: { ...copiedColumns(measure), ...place, createdAt: now },
      select: { id: true },
    });
    copyOf.set(measure.id, id);
    const { periodEarliest: _, periodLatest: __, periodEdtf: period, ...counted } = copiedColumns(measure);
    await recordChanges(work, chain, "measure.defined", "measure", [
      { id, version: 0, after: { ...counted, ...place, period } },
    ]);
  }
  return [...copyOf].map(([from, into]) => ({ from, into }));
}

/** A part names its whole, which must be there before it. */
function wholesFirst(measures: readonly Measure[]): Measure[] {
  const byId = new Map(measures.map((measure) => [measure.id, measure]));
  const depthOf = ({ partOfId }: Measure): number => {
    const whole = partOfId === null ? undefined : byId.get(partOfId);
    return whole ? depthOf(whole) + 1 : 0;
  };
  return measures.toSorted((a, b) => depthOf(a) - depthOf(b) || a.position - b.position);
}
