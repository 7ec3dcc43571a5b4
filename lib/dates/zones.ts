const formats = new Map<string, Intl.DateTimeFormat | null>();

const KEPT_MAX = 5_000;
const DAY_MS = 86_400_000;

/** Whether Intl knows the IANA zone. */
export function isZone(zone: string): boolean {
  return offsetFormat(zone) !== null;
}

/**
 * The milliseconds by which clocks in the zone are ahead of UTC at an instant (milliseconds since 1970
 * UTC). An unknown zone counts as UTC.
 */
export function offsetAt(instant: number, zone: string): number {
  if (zone === "UTC" || !(Math.abs(instant) <= 8.64e15)) return 0;
  if (instant < QUARTERS_SINCE) return askOffset(instant, zone);
  const key = `${Math.floor(instant / QUARTER_MS)} ${zone}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const asked = askOffset(instant, zone);
  if (offsets.size >= KEPT_MAX) offsets.clear();
  offsets.set(key, asked);
  return asked;
}

// Since then every clock has been changed at a quarter of an hour, so that within one the offset is the same.
const QUARTERS_SINCE = Date.UTC(1973, 0, 1);
const QUARTER_MS = 15 * 60_000;
const offsets = new Map<string, number>();

function askOffset(instant: number, zone: string): number {
  const parts = offsetFormat(zone)?.formatToParts(instant);
  const name = parts?.find((part) => part.type === "timeZoneName")?.value ?? "";
  const match = /^GMT([+-])(\d+):(\d+)(?::(\d+))?$/.exec(name);
  if (!match) return 0;
  const [, sign, hours, minutes, seconds = "0"] = match;
  const ahead = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
  return sign === "-" ? -ahead : ahead;
}

function offsetFormat(zone: string): Intl.DateTimeFormat | null {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const made = makeOffsetFormat(zone);
  // Whoever sends names of zones must not fill the memory with them.
  if (formats.size >= KEPT_MAX) formats.clear();
  formats.set(zone, made);
  return made;
}

function makeOffsetFormat(zone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: zone, timeZoneName: "longOffset" });
  } catch {
    return null;
  }
}

/**
 * The instants at which clocks in the zone show a wall time, earliest first: one, two where the clocks
 * go back, none where they go forward over it. `wall` is the wall time as milliseconds, as if it were UTC.
 */
export function instantsOf(wall: number, zone: string): number[] {
  const offsets = new Set([offsetAt(wall - DAY_MS, zone), offsetAt(wall + DAY_MS, zone)]);
  return [...offsets]
    .map((offset) => wall - offset)
    .filter((instant) => instant + offsetAt(instant, zone) === wall)
    .sort((a, b) => a - b);
}

/** The first instant whose wall time is not before `wall`: where midnight is skipped, a day begins later. */
export function firstInstantFrom(wall: number, zone: string): number {
  return instantsOf(wall, zone)[0] ?? endOfGap(wall, zone);
}

/** The last millisecond whose wall time is before `wall`. */
export function lastInstantBefore(wall: number, zone: string): number {
  const instants = instantsOf(wall, zone);
  const [first] = instants;
  const last = instants.at(-1);
  if (first === undefined || last === undefined) return endOfGap(wall, zone) - 1;
  // Where the clocks go back over this wall time, it is passed again only if they fall below it.
  const isPassedAgain = last - 1 + offsetAt(last - 1, zone) < wall;
  return (isPassedAgain ? last : first) - 1;
}

function endOfGap(wall: number, zone: string): number {
  let before = wall - Math.max(offsetAt(wall - DAY_MS, zone), offsetAt(wall + DAY_MS, zone));
  let after = wall - Math.min(offsetAt(wall - DAY_MS, zone), offsetAt(wall + DAY_MS, zone));
  const offsetBefore = offsetAt(before, zone);
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (offsetAt(middle, zone) === offsetBefore) before = middle;
    else after = middle;
  }
  return after;
}
