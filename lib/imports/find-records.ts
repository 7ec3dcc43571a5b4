import "server-only";
import { listLeadsTo } from "../addresses/leads-to";
import { db } from "../db/client";
import { canonicalUrl } from "../reports/rules";
import { type Named, reportKey } from "./name-records";
import { scopeOf } from "./record-inputs";
import type { ImportMapping } from "./schema";
import type { GivenReport } from "./types";

/** The ids of what candidates name, by slug; of reports by reportKey. What is not on file is not there. */
export type Found = {
  event: { id: string; occurredEarliest: Date } | null;
  claimants: ReadonlyMap<string, string>;
  publications: ReadonlyMap<string, string>;
  measures: ReadonlyMap<string, string>;
  reports: ReadonlyMap<string, string>;
};

/** Finds what a batch names, by its present or a former address (R30); merged records by what they were merged into. */
export async function findRecords(named: Named, mapping: ImportMapping): Promise<Found> {
  const [events, claimants, publications] = await Promise.all([
    listLeadsTo("event", [named.event]),
    listLeadsTo("claimant", named.claimants),
    listLeadsTo("publication", named.publications),
  ]);
  const eventId = events.get(named.event);
  const [event, measures, reports] = await Promise.all([
    eventId
      ? db().event.findUnique({ where: { id: eventId }, select: { id: true, occurredEarliest: true } })
      : null,
    eventId ? findMeasures(eventId, named.measures, mapping) : new Map<string, string>(),
    findReports(named.reports, publications),
  ]);
  return { event, claimants, publications, measures, reports };
}

/** By its slug; one that the mapping declares also by what it counts (R6), whatever it is called on file. */
async function findMeasures(
  eventId: string,
  slugs: readonly string[],
  mapping: ImportMapping,
): Promise<Map<string, string>> {
  if (slugs.length === 0) return new Map();
  const rows = await db().measure.findMany({ where: { eventId, slug: { in: [...slugs] } } });
  const found = new Map(rows.map(({ slug, id, mergedIntoId }) => [slug, mergedIntoId ?? id]));
  const others = mapping.measures.filter(({ slug }) => slugs.includes(slug) && !found.has(slug));
  if (others.length === 0) return found;
  const all = await db().measure.findMany({ where: { eventId, mergedIntoId: null } });
  const byScope = new Map(all.map((row) => [scopeOf({ ...row, period: row.periodEdtf }), row.id]));
  for (const measure of others) {
    const id = byScope.get(scopeOf(measure));
    if (id) found.set(measure.slug, id);
  }
  return found;
}

/** A report is known again by its address (R29), else by its publication, title and day. */
async function findReports(
  reports: readonly GivenReport[],
  publications: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const byUrl = reports.flatMap((report) => {
    const url = addressOf(report);
    return url === null ? [] : [{ url, key: reportKey(report) }];
  });
  if (byUrl.length > 0) {
    const rows = await db().report.findMany({
      where: { canonicalUrl: { in: byUrl.map(({ url }) => url) } },
      select: { id: true, canonicalUrl: true },
    });
    const idOf = new Map(rows.map(({ id, canonicalUrl }) => [canonicalUrl, id]));
    for (const { url, key } of byUrl) {
      const id = idOf.get(url);
      if (id) found.set(key, id);
    }
  }
  const others = reports.filter(({ url }) => url === null);
  const publicationIds = others.flatMap(({ publication }) => publications.get(publication) ?? []);
  if (publicationIds.length === 0) return found;
  const days = [...new Set(others.map(({ published }) => published?.edtf ?? null))];
  const rows = await db().report.findMany({
    where: {
      publicationId: { in: [...new Set(publicationIds)] },
      OR: [
        { publishedEdtf: { in: days.filter((day) => day !== null) } },
        ...(days.includes(null) ? [{ publishedEdtf: null }] : []),
      ],
      title: null,
    },
    select: { id: true, publicationId: true, title: true, publishedEdtf: true },
    orderBy: { id: "desc" },
  });
  const titles = [...new Set(others.flatMap(({ title }) => title ?? []))];
  const titled = titles.length
    ? await db().report.findMany({
        where: { publicationId: { in: [...new Set(publicationIds)] }, title: { in: titles } },
        select: { id: true, publicationId: true, title: true, publishedEdtf: true },
        orderBy: { id: "desc" },
      })
    : [];
  // The first filed wins.
  const known = new Map(
    [...rows, ...titled].map((row) => [
      JSON.stringify([row.publicationId, row.title, row.publishedEdtf]),
      row.id,
    ]),
  );
  for (const report of others) {
    const place = [publications.get(report.publication), report.title, report.published?.edtf ?? null];
    const id = known.get(JSON.stringify(place));
    if (id) found.set(reportKey(report), id);
  }
  return found;
}

/** The address by which a report is known, or null: it has none, or none that anybody could go to. */
function addressOf({ url }: GivenReport): string | null {
  return url !== null && URL.canParse(url) ? canonicalUrl(url) : null;
}
