import type { UncertainDate } from "@/lib/dates/edtf";
import { formatEventTime } from "@/lib/format/dates";
import { dateWords, formatLocaleOf, translator } from "@/lib/format/messages";

type Props = { occurred: UncertainDate; zones?: string[]; locale: string };

/** "1 January 2023, 00:01 in Moscow; 31 December 2022, 21:01 UTC". A date without an hour is told once. */
export function EventTime({ occurred, zones = [], locale }: Props) {
  const words = dateWords(locale);
  const told = formatEventTime(occurred, zones, formatLocaleOf(locale), { words });
  return told.map(({ zone, date, time }, i) => (
    <span key={zone}>
      {i > 0 ? "; " : null}
      {time === null ? (
        date
      ) : (
        <time dateTime={new Date(occurred.earliest).toISOString()}>
          {zonedWords(words("dateTime", { date, time }), zone, locale)}
        </time>
      )}
    </span>
  ));
}

function zonedWords(time: string, zone: string, locale: string): string {
  const t = translator(locale);
  const city = zone.split("/").at(-1)?.replaceAll("_", " ") ?? zone;
  return zone === "UTC" ? t("event.utc", { time }) : t("event.inZone", { time, zone: city });
}
