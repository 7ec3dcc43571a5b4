import type { UncertainDate } from "@/lib/dates/edtf";
import { type DateForm, formatUncertainDate } from "@/lib/format/dates";
import { dateWords, formatLocaleOf } from "@/lib/format/messages";
import { keepTexts } from "@/lib/kept-texts";

/** A date in words, for sentences and accessible names. */
export function tellDate(date: UncertainDate, locale: string, form: DateForm = "long"): string {
  const { edtf, earliest, latest, zone } = date;
  return keep(`${locale} ${form} ${edtf} ${earliest} ${latest} ${zone}`, () =>
    formatUncertainDate(date, formatLocaleOf(locale), { words: dateWords(locale), form }),
  );
}

// A page tells the same few dates again and again.
const keep = keepTexts<string>(2_000);

/** The day of an instant, told in UTC, for times of change. */
export function tellDay(instant: number, locale: string, form: DateForm = "long"): string {
  const edtf = new Date(instant).toISOString().slice(0, 10);
  return tellDate({ edtf, earliest: instant, latest: instant, zone: "UTC" }, locale, form);
}

type Props = { date: UncertainDate; locale: string; form?: DateForm };

/** A date with its machine-readable twin, where it is precise enough to have one in HTML. */
export function DateText({ date, locale, form = "long" }: Props) {
  return <time dateTime={machineDate(date.edtf)}>{tellDate(date, locale, form)}</time>;
}

/** The day of an instant (milliseconds since 1970 UTC). */
export function DayText({
  instant,
  locale,
  form = "long",
}: {
  instant: number;
  locale: string;
  form?: DateForm;
}) {
  return <time dateTime={new Date(instant).toISOString()}>{tellDay(instant, locale, form)}</time>;
}

// HTML knows years, months, days and moments; intervals, seasons and doubts have no form there.
function machineDate(edtf: string): string | undefined {
  const plain = edtf.replace(/[?~%]$/, "");
  return /^\d{4}(-(0\d|1[0-2])(-\d\d(T[\d:.]+(Z|[+-]\d\d:\d\d)?)?)?)?$/.test(plain) ? plain : undefined;
}
