import { parseEdtf, type UncertainDate } from "../../../lib/dates/edtf";
import type { Draw } from "./draw";

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

const known = new Map<string, UncertainDate>();

/** A date as people write it of a moment: mostly the day, sometimes the minute or the month alone. */
export function dateFrom(draw: Draw, ms: number): UncertainDate {
  const iso = new Date(ms).toISOString();
  if (draw.chance(0.15)) return parsed(`${iso.slice(0, 16)}:00Z`);
  if (draw.chance(0.02)) return parsed(iso.slice(0, 7));
  return dayOf(ms);
}

export function dayOf(ms: number): UncertainDate {
  const day = new Date(ms).toISOString().slice(0, 10);
  const found = known.get(day);
  if (found) return found;
  const date = parsed(day);
  known.set(day, date);
  return date;
}

function parsed(edtf: string): UncertainDate {
  const read = parseEdtf(edtf, "UTC");
  if (!read.ok) throw new Error(`${edtf}: ${read.problem}`);
  return read.date;
}
