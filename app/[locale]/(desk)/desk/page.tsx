import type { Metadata } from "next";
import { DeskClaimList } from "@/app/_components/desk/desk-claim-list";
import { ArticleDraftList, DraftList } from "@/app/_components/desk/draft-list";
import { FollowedList } from "@/app/_components/desk/followed-list";
import { KeyTable } from "@/app/_components/desk/key-table";
import { WaitingCounts } from "@/app/_components/desk/queue/waiting-counts";
import { Missing } from "@/app/_components/ui/missing";
import { PageTitle } from "@/app/_components/ui/page-title";
import { pageActor } from "@/app/_desk/actor";
import { can } from "@/lib/auth/authorise";
import { listMyClaims, listRecentClaims } from "@/lib/claims/desk-claims-list";
import { listArticleDrafts, listDrafts } from "@/lib/drafts/queries";
import { listFollowed } from "@/lib/events/list-followed";
import { isLocale, translator } from "@/lib/format/messages";
import { countQueue } from "@/lib/queue/desk-counts";

type Props = PageProps<"/[locale]/desk">;

const ROWS = 8;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  return { title: translator(locale)("desk.home.title") };
}

/** What waits for whoever is signed in, and what they may want to do next. */
export default async function DeskPage({ params }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const actor = await pageActor(locale);
  const isEditor = can(actor.role, "queue:read");
  const [forms, articles, drafts, returned, recent, followed, waiting] = await Promise.all([
    listDrafts(actor),
    listArticleDrafts(actor),
    listMyClaims(actor, { status: "draft" }),
    listMyClaims(actor, { status: "returned" }),
    listRecentClaims(actor),
    listFollowed(actor),
    isEditor ? countQueue(actor) : null,
  ]);
  const t = translator(locale);
  return (
    <>
      <PageTitle title={t("desk.home.title")}>
        <p className="flex flex-wrap gap-x-6">
          <a data-key="n" href={`/${locale}/desk/claims/log`}>
            {t("desk.home.log")}
          </a>
          <a href={`/${locale}/desk/articles/new`}>{t("desk.home.article")}</a>
          <a href={`/${locale}/desk/events/new`}>{t("desk.home.newEvent")}</a>
          <a href={`/${locale}/desk/imports`}>{t("desk.home.import")}</a>
        </p>
      </PageTitle>
      <div className="grid gap-x-16 gap-y-12 lg:grid-cols-[minmax(0,1.6fr)_minmax(0,1fr)]">
        <div className="grid gap-12 content-start min-w-0">
          {waiting ? (
            <Section title={t("desk.home.queue")}>
              <WaitingCounts counts={waiting} locale={locale} />
            </Section>
          ) : null}
          {returned.rows.length > 0 ? (
            <Section title={t("desk.home.returned")}>
              <DeskClaimList claims={returned.rows} locale={locale} />
            </Section>
          ) : null}
          <Section title={t("desk.home.drafts")}>
            <ArticleDraftList drafts={articles} locale={locale} />
            <DraftList drafts={forms} locale={locale} />
            {drafts.rows.length > 0 ? (
              <DeskClaimList claims={drafts.rows.slice(0, ROWS)} locale={locale} />
            ) : null}
            {drafts.rows.length > ROWS ? (
              <a className="inline-block py-2" href={`/${locale}/desk/claims?status=draft`}>
                {t("desk.home.allDrafts")}
              </a>
            ) : null}
            {forms.length + articles.length + drafts.rows.length === 0 ? (
              <p className="text-muted">{t("desk.home.noDrafts")}</p>
            ) : null}
          </Section>
          <Section title={t("desk.home.recent")}>
            {recent.rows.length === 0 ? <p className="text-muted">{t("desk.home.noneYet")}</p> : null}
            <DeskClaimList claims={recent.rows.slice(0, ROWS)} locale={locale} />
          </Section>
        </div>
        <div className="grid gap-12 content-start min-w-0">
          <Section title={t("desk.home.followed")}>
            <FollowedList events={followed} locale={locale} />
          </Section>
          <Section title={t("desk.keys.title")}>
            <KeyTable isEditor={isEditor} locale={locale} />
          </Section>
        </div>
      </div>
    </>
  );
}

function Section({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <section className="min-w-0">
      <h2 className="text-xl border-b border-ink pb-1.5 mb-2">{title}</h2>
      {children}
    </section>
  );
}
