import { type UncertainDate, wallOf } from "./edtf";
import { type Day, dayAfter, dayAt, momentsOf, weekdayOf } from "./named-clock";
import { type SaidDate, saysDate } from "./said-date";
import type { ZoneSaid } from "./zone-words";
import { instantsOf, offsetAt } from "./zones";

const HOUR_MS = 3_600_000;

/** What a date is read against: the zone of the event, the time now, and a date close by. */
export type Surroundings = { zone: string; now: number; near: UncertainDate | null };

/**
 * Puts a day in place of what is said from here and now: "yesterday", "Tuesday" (the last one, never one to
 * come), an hour alone (on the day close by). `isGuessed` where the day was not in the wording. Null where
 * an hour has no day.
 */
export function fixedDay(
  said: SaidDate,
  around: Surroundings,
  before: Day | null = null,
): { said: SaidDate; isGuessed: boolean } | null {
  const zone = said.zone?.said.kind === "zone" ? said.zone.said.zone : around.zone;
  const today = dayAt(around.now, zone);
  if (said.isNow) {
    const offsetMs = offsetAt(around.now, zone);
    const clock = new Date(around.now + offsetMs);
    const time = { hour: clock.getUTCHours(), minute: clock.getUTCMinutes(), rest: "" };
    const offset = { kind: "offset", offsetMinutes: offsetMs / 60_000 } as const;
    return { said: { ...said, ...today, time, zone: { said: offset, item: null } }, isGuessed: false };
  }
  if (said.daysBack !== null)
    return { said: { ...said, ...dayAfter(today, -said.daysBack) }, isGuessed: false };
  if (said.weekday !== null && said.day === null) {
    const day = lastSuch(said, before ?? today, around);
    return { said: { ...said, ...day }, isGuessed: false };
  }
  if (saysDate(said)) return { said, isGuessed: false };
  const day = dayNear(said, around);
  return day && { said: { ...said, ...day }, isGuessed: true };
}

function lastSuch(said: SaidDate, from: Day, around: Surroundings): Day {
  const back = (weekdayOf(from) - (said.weekday ?? 0) + 7) % 7;
  const day = dayAfter(from, -back);
  if (back > 0 || !said.time) return day;
  const moments = momentsOf(day, said.time, said.zone?.said ?? null, around.zone);
  const isToCome = "texts" in moments && instantOf(day, said, around) > around.now;
  return isToCome ? dayAfter(day, -7) : day;
}

/** The day of a date close by that is no longer than a day, on the clocks that were named. */
function dayNear(said: SaidDate, { near, zone }: Surroundings): Day | null {
  if (!said.time || !near || near.latest - near.earliest >= 26 * HOUR_MS) return null;
  const clock = zoneOf(said.zone?.said ?? null, near.zone, zone);
  const [first, last] = [dayAt(near.earliest, clock), dayAt(near.latest, clock)];
  const days = weekdayOf(first) === weekdayOf(last) ? [first] : [first, last];
  if (days.length === 1) return first;
  // 23:01 in Kyiv on the day that is 1 January in Moscow was on 31 December.
  const within = days.filter((day) => {
    const instant = instantOf(day, said, { near, zone, now: 0 });
    return instant >= near.earliest && instant <= near.latest;
  });
  return within.length === 1 ? (within[0] ?? null) : null;
}

function zoneOf(said: ZoneSaid | null, near: string, home: string): string {
  if (said?.kind === "zone" || said?.kind === "abbreviation") return said.zone;
  return said === null ? home : near;
}

/** The first instant of the hour on that day; NaN where clocks skip it. */
function instantOf({ year, month, day }: Day, said: SaidDate, { zone }: Surroundings): number {
  const clock = said.zone?.said ?? null;
  const { hour, minute } = said.time ?? { hour: 0, minute: 0 };
  const wall = wallOf(year, month, day) + (hour * 60 + minute) * 60_000;
  if (clock?.kind === "offset" || clock?.kind === "abbreviation") return wall - clock.offsetMinutes * 60_000;
  return instantsOf(wall, clock?.kind === "zone" ? clock.zone : zone)[0] ?? Number.NaN;
}
