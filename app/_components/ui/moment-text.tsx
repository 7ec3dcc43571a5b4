import { formatInstantInZone } from "@/lib/format/dates";
import { dateWords, formatLocaleOf, translator } from "@/lib/format/messages";

/** The minute of an instant (milliseconds since 1970 UTC), told in UTC: when something was done here. */
export function MomentText({ instant, locale }: { instant: number; locale: string }) {
  const { date, time } = formatInstantInZone(instant, "UTC", formatLocaleOf(locale), "short");
  return (
    <time dateTime={new Date(instant).toISOString()}>
      {translator(locale)("event.utc", { time: dateWords(locale)("dateTime", { date, time }) })}
    </time>
  );
}
