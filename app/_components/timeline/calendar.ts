import { offsetAt } from "@/lib/dates/zones";
import { dateFormat } from "@/lib/format/locale";
import { formatLocaleOf } from "@/lib/format/messages";
import type { Calendar, Unit } from "./time-ticks";

const LABEL: Record<Unit, Intl.DateTimeFormatOptions> = {
  hour: { hour: "2-digit", minute: "2-digit" },
  day: { day: "numeric", month: "short" },
  month: { month: "short" },
  year: { year: "numeric" },
};
const BELOW: Record<Unit, Intl.DateTimeFormatOptions | null> = {
  hour: { day: "numeric", month: "short", year: "numeric" },
  day: { year: "numeric" },
  month: { year: "numeric" },
  year: null,
};

/** The calendar of a zone, in the words of a locale. */
export function calendarOf(zone: string, locale: string): Calendar {
  const tables = { label: LABEL, below: BELOW };
  return {
    offsetAt: (instant) => offsetAt(instant, zone),
    tell: (wall, unit, row) => {
      const options = tables[row][unit];
      return options ? dateFormat(formatLocaleOf(locale), { timeZone: "UTC", ...options }).format(wall) : "";
    },
  };
}
