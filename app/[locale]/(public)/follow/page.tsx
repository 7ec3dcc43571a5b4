import type { Metadata } from "next";
import { EventFeeds } from "@/app/_components/feeds/event-feeds";
import { feedAlternates } from "@/app/_components/feeds/feed-alternates";
import { FeedLinks } from "@/app/_components/feeds/feed-links";
import { Missing, missingMetadata } from "@/app/_components/ui/missing";
import { PageTitle } from "@/app/_components/ui/page-title";
import { listEvents } from "@/lib/events/queries";
import { isLocale, translator } from "@/lib/format/messages";

type Props = PageProps<"/[locale]/follow">;

const EVENTS_SHOWN = 20;

/** The feeds of the whole site. */
const SITE_FEEDS = [
  { key: "events", feed: { of: "events" } },
  { key: "corrections", feed: { of: "corrections", slug: null } },
] as const;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return missingMetadata(locale);
  const t = translator(locale);
  const feeds = SITE_FEEDS.map(({ key, feed }) => ({ feed, title: t(`followPage.${key}.name`) }));
  return {
    title: t("followPage.title"),
    description: t("followPage.description"),
    alternates: { canonical: `/${locale}/follow`, types: feedAlternates(locale, feeds) },
  };
}

/** Which feeds there are, what each tells, and how to use one. */
export default async function FollowPage({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const { rows: events, next } = await listEvents({ limit: EVENTS_SHOWN });
  const t = translator(locale);
  return (
    <>
      <PageTitle title={t("followPage.title")} />
      <p className="measure-text font-serif text-xl leading-normal">{t("followPage.lead")}</p>
      <section className="mt-12 max-w-3xl">
        <h2 className="text-2xl border-b border-ink pb-2">{t("followPage.all.title")}</h2>
        <ul>
          {SITE_FEEDS.map(({ key, feed }) => (
            <li
              key={key}
              className="border-b border-rule py-3 grid items-baseline gap-x-8 sm:grid-cols-[minmax(0,1fr)_12rem]"
            >
              <div>
                <p className="font-semibold">{t(`followPage.${key}.name`)}</p>
                <p className="small text-muted">{t(`followPage.${key}.what`)}</p>
              </div>
              <p>
                <FeedLinks feed={feed} name={t(`followPage.${key}.name`)} locale={locale} />
              </p>
            </li>
          ))}
        </ul>
      </section>
      <EventFeeds events={events} hasMore={next !== null} locale={locale} />
      <section className="mt-12">
        <h2 className="text-2xl">{t("followPage.others.title")}</h2>
        <p className="mt-2 measure-text">
          {t.rich("followPage.others.body", {
            claims: () => <a href={`/${locale}/claims`}>{t("followPage.others.claims")}</a>,
          })}
        </p>
      </section>
      <section className="mt-12">
        <h2 className="text-2xl">{t("followPage.how.title")}</h2>
        {(["reader", "add", "formats"] as const).map((part) => (
          <p key={part} className="mt-2 measure-text">
            {t(`followPage.how.${part}`)}
          </p>
        ))}
      </section>
      <section className="mt-12">
        <h2 className="text-2xl">{t("followPage.what.title")}</h2>
        <p className="mt-2 measure-text">{t("followPage.what.body")}</p>
      </section>
    </>
  );
}
