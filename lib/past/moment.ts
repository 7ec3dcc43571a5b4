import { OPEN_LATEST, parseEdtf, type UncertainDate } from "../dates/edtf";
import { type EdtfPoint, readEdtf } from "../dates/edtf-text";
import { dayAt, two, yearText } from "../dates/named-clock";
import { offsetAt } from "../dates/zones";

/** A moment of the past as a reader asked for it. A day means its end. */
export type AskedMoment = { text: string; date: UncertainDate; isDay: boolean; until: number };

/** Reads what a reader asked for: a day, or a day with a time, in the event's zone where it names none; else null. */
export function readMoment(text: string, zone: string): AskedMoment | null {
  // A plus in an address stands for a blank, where nobody wrote it as %2B.
  const asked = text.trim().replace(/(T[\d:.]+) (?=\d\d:?\d\d$)/, "$1+");
  const read = readEdtf(asked);
  if (typeof read === "string" || read.kind === "interval") return null;
  const { precision, isUncertain, isApproximate } = read.point;
  if ((precision !== "day" && precision !== "time") || isUncertain || isApproximate) return null;
  const parsed = parseEdtf(asked, zone);
  if (!parsed.ok) return null;
  return { text: asked, date: parsed.date, isDay: precision === "day", until: parsed.date.latest };
}

/**
 * The instant by which something dated so had certainly been said. R32: dates compare as instants. A date without an
 * hour is a calendar date, and its last day is taken to end where the event was, whichever clock it was read by: whoever
 * asks for 3 January is shown all that was said on "3 January".
 */
export function knownBy(date: UncertainDate, zone: string): number {
  const last = lastPoint(date.edtf);
  // Said "from then on": it had been said by the beginning.
  const latest = date.latest === OPEN_LATEST ? date.earliest : date.latest;
  if (last === null || last.time !== null) return latest;
  const { year, month, day } = dayAt(latest, date.zone);
  const end = parseEdtf(`${yearText(year)}-${two(month)}-${two(day)}`, zone);
  return end.ok ? end.date.latest : latest;
}

/** The shortest text by which a reader asks for an instant: its day where it is the end of one, else its minute. */
export function momentText(instant: number, zone: string): string {
  const { year, month, day } = dayAt(instant, zone);
  const date = `${yearText(year)}-${two(month)}-${two(day)}`;
  const whole = parseEdtf(date, zone);
  if (whole.ok && whole.date.latest === instant) return date;
  const wall = new Date(instant + offsetAt(instant, zone));
  return `${date}T${two(wall.getUTCHours())}:${two(wall.getUTCMinutes())}`;
}

function lastPoint(edtf: string): EdtfPoint | null {
  const read = readEdtf(edtf);
  if (typeof read === "string") return null;
  return read.kind === "point" ? read.point : (read.end ?? read.start);
}
