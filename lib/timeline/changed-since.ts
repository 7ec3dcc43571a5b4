import { toFigure } from "../claims/figures";
import { statedOf, toClaimRef, wordingOf } from "../claims/refs";
import { offsetAt } from "../dates/zones";
import { rangeView } from "../events/range-view";
import type { EventPage } from "../events/types";
import { toMeasure } from "../measures/measures";
import { wordedNumber } from "../quantity/interval";
import type { Figure, Quantity } from "../quantity/quantity";
import { reportedRanges } from "../quantity/range";
import { fell } from "../quantity/revision";
import type { TimelineClaim, TimelineRows } from "./list-rows";
import { whyOf } from "./timeline-view";
import type { ChangedSince, Direction, NewClaim, RangeBeforeAndNow, RevisedFigure } from "./types";

/**
 * What was claimed from a day (YYYY-MM-DD) on, as far as dates tell: a claim counts as new where its date, on its own
 * calendar, can mean that day or a later one. No query, no clock.
 */
export function claimedSince(
  page: EventPage,
  rows: TimelineRows,
  from: string,
): Pick<ChangedSince, "claims" | "revised" | "ranges"> {
  const revised = revisedSince(rows, from);
  const revising = new Set(revised.map(({ newer }) => newer.publicId));
  return {
    claims: rows.claims
      .filter((row) => isSince(row, from) && !revising.has(row.publicId))
      .map((row) => toNewClaim(row, rows)),
    revised,
    ranges: rangesBeforeAndNow(page, rows, from),
  };
}

function isSince({ statedLatest, statedZone }: TimelineClaim, from: string): boolean {
  return dayOf(statedLatest.getTime(), statedZone) >= from;
}

/** The day of an instant on the calendar of an IANA zone, as YYYY-MM-DD. */
export function dayOf(instant: number, zone: string): string {
  return new Date(instant + offsetAt(instant, zone)).toISOString().slice(0, 10);
}

function toNewClaim(row: TimelineClaim, { measures }: TimelineRows): NewClaim {
  return {
    claim: toClaimRef(row),
    wording: wordingOf(row),
    topic: row.topic,
    measureLabel: measures.find(({ id }) => id === row.measureId)?.label ?? null,
    standing: row.standing,
    lifecycle: row.lifecycle,
  };
}

/** Figures that took the place of others, the first stated first. */
function revisedSince({ claims, links, reasons, measures }: TimelineRows, from: string): RevisedFigure[] {
  const byId = new Map(claims.map((row, place) => [row.id, { row, place }]));
  const labelOf = (row: TimelineClaim) => measures.find(({ id }) => id === row.measureId)?.label ?? "";
  return links
    .flatMap((link) => {
      const [newer, older] = [byId.get(link.fromClaimId), byId.get(link.toClaimId)];
      return newer && older && isSince(newer.row, from) ? [{ link, newer, older }] : [];
    })
    .sort((a, b) => a.newer.place - b.newer.place)
    .map(({ link, newer, older }) => ({
      older: toClaimRef(older.row),
      newer: toClaimRef(newer.row),
      measureLabel: labelOf(older.row),
      newerMeasureLabel: labelOf(newer.row),
      ...moveOf(toFigure(older.row), toFigure(newer.row)),
      why: whyOf(link, reasons),
    }));
}

/** How a worded number moved, and by how much (R20); across a change of what is counted there is neither (R22). */
function moveOf(
  older: Pick<Figure, "measureId" | "lane" | "quantity"> | null,
  newer: Pick<Figure, "measureId" | "lane" | "quantity"> | null,
): { direction: Direction; size: number | null } {
  if (!older || !newer) return { direction: "no_number", size: null };
  if (older.measureId !== newer.measureId || older.lane !== newer.lane)
    return { direction: "other_measure", size: null };
  const isDown = fell(newer.quantity, older.quantity);
  const isUp = fell(older.quantity, newer.quantity);
  const [before, after] = [saidNumber(older.quantity), saidNumber(newer.quantity)];
  if (before === null || after === null)
    return { direction: isDown ? "down" : isUp ? "up" : "no_number", size: null };
  if (isDown || isUp) return { direction: isDown ? "down" : "up", size: Math.abs(after - before) || null };
  return { direction: "same", size: null };
}

/** The one number that the words say; of a quantity with two, and of words, there is none. */
function saidNumber(quantity: Quantity): number | null {
  return quantity.reading === "convention" ? null : wordedNumber(quantity);
}

/** Each measure's range by what had been stated before, beside its range now; those that have neither are left out. */
function rangesBeforeAndNow(page: EventPage, rows: TimelineRows, from: string): RangeBeforeAndNow[] {
  const refs = new Map(rows.claims.map((row) => [row.id, toClaimRef(row)]));
  const ranges = reportedRanges(figuresBefore(rows, from), rows.measures.map(toMeasure));
  return page.measures.flatMap(({ id, lane, slug, label, range: now }) => {
    const found = ranges.find((range) => range.measureId === id && range.lane === lane);
    const before = found ? rangeView(found, refs) : null;
    if (!before && !now) return [];
    return [{ slug, label, before, now, isSame: JSON.stringify(before) === JSON.stringify(now) }];
  });
}

/**
 * The figures that were stated surely before a day. One whose place was taken only later still stood then; what
 * was taken back or refuted since stays as we know it today.
 */
function figuresBefore({ claims, links }: TimelineRows, from: string): Figure[] {
  const before = claims.filter((row) => !isSince(row, from));
  const known = new Set(before.map(({ id }) => id));
  const taken = new Set(links.flatMap((link) => (known.has(link.fromClaimId) ? [link.toClaimId] : [])));
  return before.flatMap((row) => {
    const figure = toFigure(row);
    if (!figure) return [];
    const isPast = figure.lifecycle === "superseded" || figure.lifecycle === "replaced";
    return [isPast && !taken.has(row.id) ? { ...figure, lifecycle: "current" } : figure];
  });
}

/** The first instant at which anything may have been stated; null where nothing was. */
export function firstStated({ claims }: TimelineRows): number | null {
  const [first] = claims;
  return first ? statedOf(first).earliest : null;
}
