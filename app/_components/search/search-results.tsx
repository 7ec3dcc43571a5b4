import type { ReactNode } from "react";
import { translator } from "@/lib/format/messages";
import type { Found, NameMatch, SearchResults } from "@/lib/search/public-types";
import { EventTime } from "../events/event-time";
import { DateText } from "../ui/date-text";
import { EmptyState } from "../ui/empty-state";
import { FoundClaim } from "./found-claim";
import { MarkedText } from "./marked-text";

type Props = { results: SearchResults; typed: string; words: string[]; locale: string };

/** What was found, by kind: how many, each with the words that were searched for marked, and where all of it is. */
export function SearchResultList({ results, typed, words, locale }: Props) {
  const t = translator(locale);
  const { events, claimants, publications, claims, reports } = results;
  if (Object.values(results).every(({ rows }) => rows.length === 0))
    return (
      <EmptyState title={t("search.nothing", { typed })}>
        <p>{t("search.nothingWhy")}</p>
        <p className="mt-2">
          <a href={`/${locale}`}>{t("search.allEvents")}</a> ·{" "}
          <a href={`/${locale}/claims`}>{t("search.allClaims")}</a>
        </p>
      </EmptyState>
    );
  const named = (name: string, match: NameMatch) => (
    <>
      <bdi>
        <MarkedText text={name} words={words} />
      </bdi>
      <AlsoNamed match={match} words={words} locale={locale} />
    </>
  );
  return (
    <div className="mt-8 grid gap-10">
      <Group kind="events" found={events} locale={locale}>
        {events.rows.map((event) => (
          <Item key={event.slug} href={`/${locale}/events/${event.slug}`} name={named(event.title, event)}>
            <bdi>{event.placeName}</bdi>, <EventTime occurred={event.occurred} locale={locale} />
          </Item>
        ))}
      </Group>
      <Group
        kind="claims"
        found={claims}
        all={`/${locale}/claims?q=${encodeURIComponent(typed)}`}
        locale={locale}
      >
        {claims.rows.map((claim) => (
          <FoundClaim key={claim.publicId} claim={claim} words={words} locale={locale} />
        ))}
      </Group>
      <Group kind="claimants" found={claimants} locale={locale}>
        {claimants.rows.map((claimant) => (
          <Item
            key={claimant.slug}
            href={`/${locale}/claimants/${claimant.slug}`}
            name={named(claimant.name, claimant)}
          >
            {t(`claimantKind.${claimant.kind}.label`)} ·{" "}
            <a href={`/${locale}/claims?claimant=${claimant.slug}`}>{t("search.itsClaims")}</a>
          </Item>
        ))}
      </Group>
      <Group kind="publications" found={publications} locale={locale}>
        {publications.rows.map((publication) => (
          <Item
            key={publication.slug}
            href={`/${locale}/publications/${publication.slug}`}
            name={named(publication.name, publication)}
          >
            <a href={`/${locale}/claims?publication=${publication.slug}`}>{t("search.carried")}</a>
          </Item>
        ))}
      </Group>
      <Group kind="reports" found={reports} locale={locale}>
        {reports.rows.map(({ publicId, title, url, publication, published }) => (
          <Item
            key={publicId}
            href={`/${locale}/reports/${publicId}`}
            name={
              <bdi>
                <MarkedText text={title ?? url ?? publication.name} words={words} />
              </bdi>
            }
          >
            <bdi>{publication.name}</bdi>
            {published ? (
              <>
                , <DateText date={published} locale={locale} form="short" />
              </>
            ) : null}
          </Item>
        ))}
      </Group>
    </div>
  );
}

type GroupProps = {
  kind: keyof SearchResults;
  found: Found<unknown>;
  /** Where all of them are, if there is such a list. */
  all?: string;
  locale: string;
  children: ReactNode;
};

function Group({ kind, found: { rows, hasMore }, all, locale, children }: GroupProps) {
  const t = translator(locale);
  if (rows.length === 0) return null;
  const count = t(hasMore ? "search.more" : "search.count", { count: rows.length });
  return (
    <section aria-labelledby={`found-${kind}`}>
      <h2 id={`found-${kind}`} className="text-2xl border-b border-rule pb-1">
        {t(`search.kind.${kind}`)} <span className="font-sans font-normal text-sm text-muted">{count}</span>
      </h2>
      <ul>{children}</ul>
      {all && hasMore ? (
        <p className="mt-2">
          <a className="inline-block py-2" href={all}>
            {t("search.all")}
          </a>
        </p>
      ) : null}
    </section>
  );
}

function Item({ href, name, children }: { href: string; name: ReactNode; children: ReactNode }) {
  return (
    <li className="border-b border-rule py-2.5">
      <a className="plain-link text-lg" href={href}>
        {name}
      </a>
      <p className="small text-muted">{children}</p>
    </li>
  );
}

/** The other name by which it was found; or that its name only resembles what was typed. */
function AlsoNamed({ match, words, locale }: { match: NameMatch; words: string[]; locale: string }) {
  const t = translator(locale);
  if (match.matched === null && !match.isSimilar) return null;
  return (
    <span className="small text-muted">
      {" "}
      {match.matched === null ? null : (
        <>
          {t("search.alias")}{" "}
          <bdi>
            <MarkedText text={match.matched} words={words} />
          </bdi>
        </>
      )}
      {match.isSimilar ? ` ${t("search.similar")}` : null}
    </span>
  );
}
