import type { WallTime } from "./date-items";
import { wallOf } from "./edtf";
import type { ZoneSaid } from "./zone-words";
import { instantsOf, isZone, offsetAt } from "./zones";

export type Day = { year: number; month: number; day: number };

/** A moment as EDTF texts, more than one where clocks showed the hour twice; or why there is none. */
export type Moments = { zone: string; texts: string[] } | { problem: "no_such_time" | "unknown_zone" };

const MINUTE_MS = 60_000;

/**
 * The moments at which the clock that was named (null: none, so the event's own) showed an hour of a day.
 * With a name, each text has its offset and `zone` is the IANA zone named; an abbreviation must fit its date
 * ("EEST" is no winter time) and must not be the time of something else where the event was.
 */
export function momentsOf(day: Day, time: WallTime, said: ZoneSaid | null, home: string): Moments {
  const wall = wallOf(day.year, day.month, day.day) + (time.hour * 60 + time.minute) * MINUTE_MS;
  const text = `${dayText(day)}T${two(time.hour)}:${two(time.minute)}${time.rest}`;
  if (said?.kind === "several") return { problem: "unknown_zone" };
  if (said?.kind === "offset" || said?.kind === "abbreviation") return atOffset(wall, text, said, home);

  const zone = said?.kind === "zone" ? said.zone : home;
  const instants = instantsOf(wall, zone);
  if (instants.length === 0) return { problem: "no_such_time" };
  if (said === null && instants.length === 1) return { zone, texts: [text] };
  return { zone, texts: instants.map((instant) => text + offsetText(wall - instant)) };
}

function atOffset(
  wall: number,
  text: string,
  said: Extract<ZoneSaid, { offsetMinutes: number }>,
  home: string,
): Moments {
  const { offsetMinutes } = said;
  const instant = wall - offsetMinutes * MINUTE_MS;
  const texts = [text + offsetText(offsetMinutes * MINUTE_MS)];
  const isAhead = (zone: string, minutes: number) => offsetAt(instant, zone) === minutes * MINUTE_MS;
  if (said.kind === "abbreviation") {
    if (said.elsewhere.some((minutes) => isAhead(home, minutes))) return { problem: "unknown_zone" };
    const isOfSummer = (zone: string) => leastOffset(instant, zone) !== offsetMinutes * MINUTE_MS;
    const isAtHome = isAhead(home, offsetMinutes) && isOfSummer(home) === isOfSummer(said.zone);
    if (isAtHome) return { zone: home, texts };
    return isAhead(said.zone, offsetMinutes) ? { zone: said.zone, texts } : { problem: "no_such_time" };
  }
  if (isAhead(home, offsetMinutes)) return { zone: home, texts };
  if (offsetMinutes === 0) return { zone: "UTC", texts };
  // The names of these zones have their sign the other way round; there are none of half hours.
  const named = `Etc/GMT${offsetMinutes > 0 ? "-" : "+"}${Math.abs(offsetMinutes) / 60}`;
  return { zone: isZone(named) ? named : home, texts };
}

/** The offset in winter, where clocks have a summer time. */
function leastOffset(instant: number, zone: string): number {
  const { year } = dayAt(instant, zone);
  return Math.min(...[1, 7].map((month) => offsetAt(wallOf(year, month, 1), zone)));
}

/** The zone in which to read a day for which a clock was named without an hour. */
export function zoneOfDay(day: Day, said: ZoneSaid | null, home: string): string {
  const noon = momentsOf(day, { hour: 12, minute: 0, rest: "" }, said, home);
  return "zone" in noon ? noon.zone : home;
}

/** The day that clocks in the zone show at an instant. */
export function dayAt(instant: number, zone: string): Day {
  const wall = new Date(instant + offsetAt(instant, zone));
  return { year: wall.getUTCFullYear(), month: wall.getUTCMonth() + 1, day: wall.getUTCDate() };
}

/** The day so many days later, or earlier. */
export function dayAfter({ year, month, day }: Day, days: number): Day {
  return dayAt(wallOf(year, month, day + days), "UTC");
}

/** From 1, Monday. */
export function weekdayOf({ year, month, day }: Day): number {
  return new Date(wallOf(year, month, day)).getUTCDay() || 7;
}

function dayText({ year, month, day }: Day): string {
  return `${yearText(year)}-${two(month)}-${two(day)}`;
}

export function yearText(year: number): string {
  return String(year).padStart(4, "0");
}

export function two(value: number): string {
  return String(value).padStart(2, "0");
}

/** "" for an offset of the old local times, which had seconds: then the zone alone says it. */
function offsetText(offsetMs: number): string {
  if (offsetMs === 0) return "Z";
  const minutes = Math.abs(offsetMs) / MINUTE_MS;
  if (!Number.isInteger(minutes)) return "";
  return `${offsetMs < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
