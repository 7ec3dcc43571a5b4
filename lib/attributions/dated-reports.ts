import { groupBy } from "../group-by";
import { ascending } from "../quantity/compare";
import { firstFrom, type Moment, precedes } from "../quantity/moment";
import type { NamedPublication } from "./credited-publications";

/**
 * A report as the rules of R14 look at it; instants in milliseconds since 1970 UTC, both null where not
 * known.
 */
export type ReportToTrace = NamedPublication & {
  id: string;
  credit: string | null;
  byline: string | null;
  /** Its passage, or the whole of its article. */
  text: string | null;
  publishedEarliest: number | null;
  publishedLatest: number | null;
};

export type DatedReport = ReportToTrace & { published: Moment | null };

/** Each report once, the first published first, those without a date last. */
export function inOrderOfDates(reports: readonly ReportToTrace[]): DatedReport[] {
  const distinct = new Map(reports.map((report) => [report.id, report]));
  return [...distinct.values()].map(withMoment).sort(firstPublished);
}

function withMoment(report: ReportToTrace): DatedReport {
  const { publishedEarliest: one, publishedLatest: other } = report;
  if (one === null || other === null) return { ...report, published: null };
  return { ...report, published: { earliest: Math.min(one, other), latest: Math.max(one, other) } };
}

function firstPublished(a: DatedReport, b: DatedReport): number {
  return (
    ascending(a.published?.earliest ?? Infinity, b.published?.earliest ?? Infinity) ||
    ascending(a.published?.latest ?? Infinity, b.published?.latest ?? Infinity) ||
    ascending(a.id, b.id)
  );
}

/** Whether the dates tell that one report came before another. */
export function isBefore(a: DatedReport, b: DatedReport): boolean {
  return a.published !== null && b.published !== null && precedes(a.published, b.published);
}

/**
 * Lists a publication's reports that did not come after a given one: the last published first, the undated
 * last.
 */
export type ReportsNotAfter = (publicationId: string, report: DatedReport) => Iterable<DatedReport>;

export function reportsNotAfter(inOrder: readonly DatedReport[]): ReportsNotAfter {
  const rows = [...groupBy(inOrder, ({ publicationId }) => publicationId)].map(([publicationId, own]) => {
    const dated = own.flatMap((report) => (report.published ? [{ report, ...report.published }] : []));
    return [publicationId, { dated, undated: own.filter(({ published }) => published === null) }] as const;
  });
  const byPublication = new Map(rows);

  return function* notAfter(publicationId, report) {
    const { dated, undated } = byPublication.get(publicationId) ?? { dated: [], undated: [] };
    const end = report.published ? firstFrom(dated, report.published.latest + 1) : dated.length;
    for (let at = end - 1; at >= 0; at -= 1) {
      const other = dated[at]?.report;
      if (other && !isBefore(report, other)) yield other;
    }
    yield* undated;
  };
}
