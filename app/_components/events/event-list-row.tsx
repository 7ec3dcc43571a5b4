import type { EventRow } from "@/lib/events/types";
import { translator } from "@/lib/format/messages";
import { VERIFICATIONS } from "@/lib/vocabulary";
import { RefLink } from "../figures/figure-ref";
import { endText, isSingle, rangeEnds, rangeText } from "../figures/range-words";
import { ContestedBadge, VerificationBadge } from "../figures/status-words";
import { DayText } from "../ui/date-text";
import { EventTime } from "./event-time";

/** An event in a list: what is claimed at its two ends and by whom, and how the claims stand. */
export function EventListRow({ event, locale }: { event: EventRow; locale: string }) {
  const t = translator(locale);
  return (
    <li className="border-b border-rule py-6 grid gap-x-10 gap-y-4 md:grid-cols-[minmax(0,1fr)_20rem]">
      <div>
        <h3 className="text-[1.375rem]">
          <a className="plain-link" href={`/${locale}/events/${event.slug}`}>
            <bdi>{event.title}</bdi>
          </a>
        </h3>
        <p className="text-muted mt-1">
          <bdi>{event.placeName}</bdi>, <EventTime occurred={event.occurred} locale={locale} />
        </p>
        <p className="small text-muted mt-3">
          {t("home.counts", {
            claims: event.claimCount,
            claimants: event.counts.claimants,
            origins: event.counts.origins,
            reports: event.counts.reports,
          })}
          {"; "}
          {t.rich("home.changedOn", { date: () => <DayText instant={event.changedAt} locale={locale} /> })}
        </p>
        <EventStates event={event} locale={locale} />
      </div>
      <EventHeadline headline={event.headline} locale={locale} />
    </li>
  );
}

function EventStates({ event, locale }: { event: EventRow; locale: string }) {
  const stood = VERIFICATIONS.filter((verification) => (event.verificationCounts[verification] ?? 0) > 0);
  return (
    <ul
      className="small text-muted mt-1 flex flex-wrap gap-x-5"
      aria-label={translator(locale)("home.standingOf")}
    >
      <li>
        {translator(locale)("home.currentClaims", {
          count: stood.reduce((sum, code) => sum + (event.verificationCounts[code] ?? 0), 0),
        })}
      </li>
      {stood.map((verification) => (
        <li key={verification}>
          <VerificationBadge verification={verification} locale={locale} />{" "}
          {event.verificationCounts[verification]}
        </li>
      ))}
      {event.contestedCount > 0 ? (
        <li>
          <ContestedBadge locale={locale} /> {event.contestedCount}
        </li>
      ) : null}
    </ul>
  );
}

function EventHeadline({ headline, locale }: { headline: EventRow["headline"]; locale: string }) {
  const t = translator(locale);
  if (!headline) return <p className="small text-muted">{t("home.noHeadline")}</p>;
  const { measureLabel, range, documentedMinimum } = headline;
  return (
    <div className="small text-muted">
      <p>{measureLabel}</p>
      {range ? (
        <>
          <p className="figure text-ink text-2xl leading-snug">
            <bdi>{rangeText(range, locale)}</bdi>
          </p>
          {rangeEnds(range).map((end) => (
            <p key={end === range.low ? "low" : "high"}>
              {isSingle(range) ? null : <bdi className="figure text-ink">{endText(end, locale)} </bdi>}
              {end.claims.slice(0, 1).map((claim) => (
                <RefLink key={claim.publicId} claim={claim} locale={locale} />
              ))}
              {end.claims.length > 1
                ? ` ${t("figures.range.others", { count: end.claims.length - 1 })}`
                : null}
            </p>
          ))}
        </>
      ) : (
        <p className="text-ink">{t("home.noRange")}</p>
      )}
      {documentedMinimum ? (
        <p className="mt-1">
          {t("figures.documented.label")}:{" "}
          <bdi className="figure text-ink">{documentedMinimum.claim.raw}</bdi>{" "}
          {t(`figures.documented.${documentedMinimum.basis}`)},{" "}
          <RefLink claim={documentedMinimum.claim} locale={locale} />
        </p>
      ) : null}
    </div>
  );
}
