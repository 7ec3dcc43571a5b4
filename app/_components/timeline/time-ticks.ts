import { textWidth } from "../figures/text-width";
import type { TimeAxis } from "./time-axis";

/** A tick of time: its words, and under them what they belong to (a year, a day) where that begins. */
export type TimeTick = { at: number; label: string; below: string | null; isPeriod: boolean };

const FONT_PX = 12.5;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export type Unit = "hour" | "day" | "month" | "year";

/** The calendar of one place, told in one language. Wall times are milliseconds, as if they were UTC. */
export type Calendar = {
  offsetAt: (instant: number) => number;
  /** The words of a tick, or what they belong to; empty where nothing stands below. */
  tell: (wall: number, unit: Unit, row: "label" | "below") => string;
};

const STEPS: readonly [Unit, number][] = [
  ["hour", 1],
  ["hour", 3],
  ["hour", 6],
  ["hour", 12],
  ["day", 1],
  ["day", 2],
  ["day", 7],
  ["day", 14],
  ["month", 1],
  ["month", 3],
  ["month", 6],
  ["year", 1],
  ["year", 2],
  ["year", 5],
  ["year", 10],
  ["year", 50],
];
const TICKS_MAX = 10;

/**
 * The ticks of time, as many as fit a plot of that width without touching. Days have theirs at noon, where a figure of
 * that day stands; months and years where they begin.
 */
export function timeTicks(axis: TimeAxis, plotPx: number, calendar: Calendar): TimeTick[] {
  const wallOf = (instant: number) => instant + calendar.offsetAt(instant);
  const [from, to] = [wallOf(axis.from), wallOf(axis.to)];
  for (const [unit, step] of STEPS) {
    if (unit === "hour" && !axis.isOfHours) continue;
    const walls = wallsOf(unit, step, from, to);
    if (walls.length > TICKS_MAX) continue;
    const ticks = inRoom(ticksAt(walls, unit, axis, calendar), axis, plotPx);
    if (areLegible(ticks, plotPx)) return toldOnce(ticks);
  }
  return [];
}

type WholeTick = TimeTick & { below: string };

function ticksAt(
  walls: readonly number[],
  unit: Unit,
  axis: TimeAxis,
  { offsetAt, tell }: Calendar,
): WholeTick[] {
  return walls.map((wall) => ({
    at: axis.at(wall - offsetAt(wall)),
    label: tell(wall, unit, "label"),
    below: tell(wall, unit, "below"),
    isPeriod: unit === "month" || unit === "year",
  }));
}

/** Those whose words stay within the plot, and out of the strips at its ends. */
function inRoom(ticks: readonly WholeTick[], { main, strips }: TimeAxis, plotPx: number): WholeTick[] {
  const [from, to] = [(main.from / 100) * plotPx, (main.to / 100) * plotPx];
  return ticks.filter((tick) => {
    const [at, width] = [(tick.at / 100) * plotPx, widthOf(tick)];
    const start = tick.isPeriod ? at : at - width / 2;
    return (!strips.earlier || start >= from - 4) && start + width <= to + (strips.later ? 4 : 8);
  });
}

/** What several ticks belong to stands below the first of them. */
function toldOnce(ticks: readonly WholeTick[]): TimeTick[] {
  return ticks.map((tick, i) => ({
    ...tick,
    below: tick.below === "" || tick.below === ticks[i - 1]?.below ? null : tick.below,
  }));
}

/** The wall times of the ticks that lie between two others. */
function wallsOf(unit: Unit, step: number, from: number, to: number): number[] {
  const walls: number[] = [];
  // One more than are ever shown is enough to know that there are too many.
  for (let i = 0; walls.length <= TICKS_MAX; i += 1) {
    const wall = nthWall(unit, step, from, i);
    if (wall > to) break;
    if (wall >= from) walls.push(wall);
  }
  return walls;
}

function nthWall(unit: Unit, step: number, from: number, n: number): number {
  const start = new Date(from);
  const [year, month] = [start.getUTCFullYear(), start.getUTCMonth() + 1];
  if (unit === "hour") return Math.floor(from / (step * HOUR_MS)) * step * HOUR_MS + n * step * HOUR_MS;
  // From the first day whose noon is on the axis.
  if (unit === "day")
    return Math.ceil((from - DAY_MS / 2) / DAY_MS) * DAY_MS + DAY_MS / 2 + n * step * DAY_MS;
  if (unit === "month") return midnightOf(year, month - ((month - 1) % step) + n * step);
  return midnightOf(year - (year % step) + n * step, 1);
}

/** Midnight of the first of a month; months past the end of the year run on. */
function midnightOf(year: number, month: number): number {
  // Date.UTC alone would take the years 0 to 99 for those of the twentieth century.
  return new Date(0).setUTCFullYear(year, month - 1, 1);
}

function areLegible(ticks: readonly WholeTick[], plotPx: number): boolean {
  return ticks.every((tick, i) => {
    const next = ticks[i + 1];
    return !next || ((next.at - tick.at) / 100) * plotPx >= widthOf(tick) + 12;
  });
}

function widthOf({ label, below }: WholeTick): number {
  return Math.max(textWidth(label, "sans", FONT_PX), textWidth(below, "sans", FONT_PX));
}
