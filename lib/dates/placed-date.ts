import type { DateItem } from "./date-items";
import type { DateShape } from "./date-shape";
import { type EdtfProblem, parseEdtf } from "./edtf";
import { fixedDay, type Surroundings } from "./fixed-days";
import { type Day, momentsOf, zoneOfDay } from "./named-clock";
import { type MonthOrder, type SaidDate, saidDate, shared } from "./said-date";
import { daysOf, withYears } from "./year-of-date";

export type DateReading = { edtf: string; zone: string };
export type Guess = "year" | "month_order" | "zone";

/** What a wording comes to in one order of day and month; `item` is the piece that a refusal is about. */
export type PlacedDate =
  | { state: "read"; readings: [DateReading]; guessed: Guess[] }
  | { state: "ask"; question: "time_twice" | "which_year"; readings: DateReading[] }
  | { state: "refused"; problem: EdtfProblem | "not_a_date"; item: DateItem | null };

/** Puts what a wording says in its place in time, in one order of day and month. */
export function placedDate(shape: DateShape, order: MonthOrder, around: Surroundings): PlacedDate {
  const ends = endsOf(shape, order);
  if (!ends) return refused("not_a_date");
  const clocks = ends.flatMap(({ zone }) => (zone ? [zone] : []));
  const other = clocks.find(({ said }) => JSON.stringify(said) !== JSON.stringify(clocks[0]?.said));
  if (other) return refused("not_a_date", other.item);
  const several = clocks.find(({ said }) => said.kind === "several");
  if (several) return refused("unknown_zone", several.item);

  const fixed = fixedEnds(ends, around);
  if (!fixed) return refused("not_a_date");
  const dated = withYears(fixed.ends, around);
  if (dated.length === 0) return refused("no_such_date");

  const written = dated.map((one) => writtenDates(shape.kind, one.ends, around));
  const failed = written.find((one) => "problem" in one);
  if (failed && "problem" in failed) return refused(failed.problem, failed.item);
  const readings = written.flatMap((one) => ("readings" in one ? one.readings : []));
  const [reading] = readings;
  if (!reading) return refused("not_a_date");
  if (dated.length > 1) return { state: "ask", question: "which_year", readings };
  if (readings.length > 1) return { state: "ask", question: "time_twice", readings };

  const hasGuessedYear = fixed.isGuessed || dated.some(({ isYearGuessed }) => isYearGuessed);
  const hasGuessedZone = fixed.ends.some(({ time, zone }) => time !== null && zone === null);
  const guessed: Guess[] = [
    ...(hasGuessedYear ? ["year" as const] : []),
    ...(hasGuessedZone ? ["zone" as const] : []),
  ];
  return { state: "read", readings: [reading], guessed };
}

function refused(problem: EdtfProblem | "not_a_date", item: DateItem | null = null): PlacedDate {
  return { state: "refused", problem, item };
}

function endsOf(shape: DateShape, order: MonthOrder): SaidDate[] | null {
  if (shape.kind !== "interval") return [saidDate(shape.items, order)];
  const about = saidDate(shape.about, order);
  const [first, last] = [saidDate(shape.first, order), saidDate(shape.last, order)];
  const ends = shared(first, last, shape.isInWords);
  if (!ends) return null;
  // A doubt at either margin of a wording is about all of it.
  const isUncertain = about.isUncertain || (last.isUncertain && !first.isUncertain);
  return [ends.first, ends.last].map((end) => ({
    ...end,
    isApproximate: end.isApproximate || about.isApproximate,
    isUncertain: end.isUncertain || isUncertain,
  }));
}

function fixedEnds(ends: SaidDate[], around: Surroundings): { ends: SaidDate[]; isGuessed: boolean } | null {
  const last = ends.at(-1);
  const fixedLast = last && fixedDay(last, around);
  if (!fixedLast) return null;
  if (ends.length === 1) return { ends: [fixedLast.said], isGuessed: fixedLast.isGuessed };
  const [first] = ends;
  const fixedFirst = first && fixedDay(first, around, dayOf(fixedLast.said));
  if (!fixedFirst) return null;
  const isGuessed = fixedFirst.isGuessed || fixedLast.isGuessed;
  return { ends: [fixedFirst.said, fixedLast.said], isGuessed };
}

function dayOf({ year, month, day }: SaidDate): Day | null {
  return year !== null && month !== null && day !== null ? { year, month, day } : null;
}

type Written = { readings: DateReading[] } | { problem: EdtfProblem; item: DateItem | null };

/** The EDTF texts of dates whose days are known, each read back by `parseEdtf`. */
function writtenDates(kind: DateShape["kind"], ends: readonly SaidDate[], around: Surroundings): Written {
  const written = ends.map((end) => writtenEnd(end, around.zone));
  const flawed = written.find((end) => "problem" in end);
  if (flawed && "problem" in flawed) return flawed;
  const whole = written.flatMap((end) => ("from" in end ? [end] : []));
  const [first, last] = [whole[0], whole.at(-1)];
  if (!first || !last) return { problem: "no_such_date", item: null };

  const texts = textsOf(kind, first, last);
  const read = texts.map((edtf) => ({ edtf, parsed: parseEdtf(edtf, last.zone) }));
  const good = read.filter(({ parsed }) => parsed.ok);
  const problem = read.flatMap(({ parsed }) => (parsed.ok ? [] : [parsed.problem]))[0];
  if (good.length === 0) return { problem: problem ?? "not_edtf", item: null };
  return { readings: good.map(({ edtf }) => ({ edtf, zone: last.zone })) };
}

type WrittenEnd = { from: string[]; to: string[]; zone: string };

function textsOf(kind: DateShape["kind"], first: WrittenEnd, last: WrittenEnd): string[] {
  switch (kind) {
    case "before":
      return last.to.map((end) => `../${end}`);
    case "after":
      return first.from.map((start) => `${start}/..`);
    case "point":
      if (first.from[0] === first.to[0]) return first.from;
      return [`${first.from[0]}/${first.to[0]}`];
    case "interval":
      return first.from.flatMap((start) => last.to.map((end) => `${start}/${end}`));
  }
}

function writtenEnd(said: SaidDate, home: string): WrittenEnd | Extract<Written, { problem: EdtfProblem }> {
  const clock = said.zone?.said ?? null;
  const day = dayOf(said);
  const zone =
    day && said.time === null ? zoneOfDay(day, clock, home) : clock?.kind === "zone" ? clock.zone : home;
  const days = daysOf(said, zone);
  if (!days) return { problem: "no_such_date", item: null };
  const mark = markOf(said);
  if (!day || said.time === null) return { from: [days.from + mark], to: [days.to + mark], zone };

  const moments = momentsOf(day, said.time, clock, home);
  if ("problem" in moments) return { problem: moments.problem, item: said.zone?.item ?? null };
  const texts = moments.texts.map((text) => text + mark);
  return { from: texts, to: texts, zone: moments.zone };
}

function markOf({ isApproximate, isUncertain }: SaidDate): string {
  if (isApproximate) return isUncertain ? "%" : "~";
  return isUncertain ? "?" : "";
}
