import type { TimelineFigure, TimelineStep } from "@/lib/timeline/types";
import {
  makeTimeAxis,
  placesInStrip,
  type Span,
  spanOf,
  spansInOrder,
  type TimeAxis,
  whereIs,
} from "./time-axis";

const DAY_MS = 86_400_000;

/** When each figure was stated; of figures of one line, none after the one that took its place. */
export function statedSpans(
  figures: readonly TimelineFigure[],
  steps: readonly TimelineStep[],
  begins: number,
): Span[] {
  const spans = figures.map(({ stated }) => spanOf({ from: stated.earliest, to: stated.latest }, begins));
  for (const line of linesOf(figures.length, steps)) {
    const ordered = spansInOrder(line.map((place) => spans[place] as Span));
    for (const [i, place] of line.entries()) spans[place] = ordered[i] as Span;
  }
  return spans;
}

/** The places of figures that are joined by steps, line by line, older ones before newer ones. */
function linesOf(count: number, steps: readonly TimelineStep[]): number[][] {
  const lineOf = Array.from({ length: count }, (_, place) => place);
  for (const { older, newer } of steps) {
    const [from, to] = [lineOf[newer], lineOf[older]];
    for (const [place, line] of lineOf.entries()) if (line === from) lineOf[place] = to as number;
  }
  const lines = [...new Set(lineOf)].map((line) =>
    [...lineOf.keys()].filter((place) => lineOf[place] === line),
  );
  return lines.filter((line) => line.length > 1).map((line) => inOrder(line, steps));
}

/** Data may lie: what goes round in a circle stays in the order of its dates. */
function inOrder(line: readonly number[], steps: readonly TimelineStep[]): number[] {
  const left = new Set(line);
  const ordered: number[] = [];
  while (left.size > 0) {
    const next = [...left].find(
      (place) => !steps.some(({ older, newer }) => newer === place && left.has(older)),
    );
    const place = next ?? ([...left][0] as number);
    left.delete(place);
    ordered.push(place);
  }
  return ordered;
}

/** So many of the figures make the core, which is drawn true to scale; what lies far from it stands at the edge. */
const CORE_SHARE = 0.7;
/** So much longer than its core may the whole be before it is broken off. */
const LONG = 4;

/** The axis of time on which most figures keep room. */
export function eventTimeAxis(spans: readonly Span[], occurredAt: number, endPercent: number): TimeAxis {
  const [from, to] = coreOf(spans);
  const core = spans.filter(({ at }) => at >= from && at <= to);
  const further = spans.filter(({ at }) => at < from || at > to).map(({ at }) => at);
  const lengthMs = Math.max(2 * DAY_MS, (to - from) / 2);
  // A day that is a bar on the axis is a whole one.
  const ends = core.flatMap((span) =>
    span.from === null ||
    span.to === null ||
    span.to - span.from < DAY_MS / 2 ||
    span.to - span.from > lengthMs
      ? []
      : [
          { ...span, at: span.from },
          { ...span, at: span.to },
        ],
  );
  return makeTimeAxis([...core, ...ends], further, occurredAt, endPercent);
}

function coreOf(spans: readonly Span[]): [from: number, to: number] {
  const ats = spans.map(({ at }) => at).sort((a, b) => a - b);
  const count = Math.ceil(CORE_SHARE * ats.length);
  const windows = ats
    .slice(0, ats.length - count + 1)
    .map((from, i) => [from, ats[i + count - 1] ?? from] as const);
  const [from, to] = windows.reduce((best, own) => (own[1] - own[0] < best[1] - best[0] ? own : best));
  const [first, last] = [ats[0] ?? from, ats.at(-1) ?? to];
  return last - first <= LONG * Math.max(DAY_MS, to - from) ? [first, last] : [from, to];
}

/** Places across in percent: true to scale, or in the order of time in a strip at an end. */
export function acrossOf(spans: readonly Span[], time: TimeAxis): number[] {
  const places = spans.map(({ at }) => time.at(at));
  for (const where of ["earlier", "later"] as const) {
    const strip = time.strips[where];
    const inside = spans
      .map(({ at }, place) => ({ at, place }))
      .filter(({ at }) => whereIs(at, time) === where)
      .sort((a, b) => a.at - b.at || a.place - b.place);
    if (!strip) continue;
    const own = placesInStrip(strip, inside.length);
    for (const [i, { place }] of inside.entries()) places[place] = own[i] ?? strip.from;
  }
  return places;
}
