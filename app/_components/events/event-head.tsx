import type { EventPage } from "@/lib/events/types";
import { formatLocaleOf, translator } from "@/lib/format/messages";
import { DayText } from "../ui/date-text";
import { PageTitle } from "../ui/page-title";
import { EventTime } from "./event-time";

/** What happened, where and when, told on every clock that matters, and how much is known of who said what. */
export function EventHead({ event, locale }: { event: EventPage; locale: string }) {
  const t = translator(locale);
  return (
    <>
      <PageTitle title={<bdi>{event.title}</bdi>}>
        <p>
          <EventPlace place={event.place} locale={locale} />
          {". "}
          <EventTime occurred={event.occurred} zones={["UTC", ...event.otherZones]} locale={locale} />.
        </p>
        <p>
          {t("event.counts", event.counts)}
          {"; "}
          {t.rich("home.changedOn", { date: () => <DayText instant={event.changedAt} locale={locale} /> })}
          {"; "}
          <a href={`/${locale}/events/${event.slug}/origins`}>{t("originsPage.see")}</a>
          {"; "}
          <a href={`/${locale}/corrections?event=${event.slug}`}>{t("corrections.see")}</a>.
        </p>
      </PageTitle>
      <p className="font-serif text-[1.1875rem] leading-[1.55] measure-text" dir="auto">
        {event.summary}
      </p>
    </>
  );
}

function EventPlace({ place, locale }: { place: EventPage["place"]; locale: string }) {
  const t = translator(locale);
  const country = place.country ? countryName(place.country, locale) : null;
  return (
    <>
      <bdi>{place.name}</bdi>
      {country ? `, ${country}` : null}
      {place.aliases.length > 0 ? (
        <>
          {" ("}
          {t("event.alsoKnown", { names: "" })}
          {place.aliases.map((alias, i) => (
            <span key={alias}>
              {i > 0 ? ", " : null}
              <bdi>{alias}</bdi>
            </span>
          ))}
          {")"}
        </>
      ) : null}
    </>
  );
}

function countryName(code: string, locale: string): string {
  return (
    new Intl.DisplayNames([formatLocaleOf(locale)], { type: "region", fallback: "code" }).of(code) ?? code
  );
}
