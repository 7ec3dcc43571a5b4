import type { Metadata } from "next";
import { ArticleReview } from "@/app/_components/desk/articles/article-review";
import { ArticleText } from "@/app/_components/desk/articles/article-text";
import { reviewWords } from "@/app/_components/desk/articles/article-words";
import { candidateViews } from "@/app/_components/desk/articles/candidate-views";
import { ConfirmedAct } from "@/app/_components/desk/confirmed-act";
import { fieldTexts } from "@/app/_components/desk/field-texts";
import { Breadcrumb } from "@/app/_components/ui/breadcrumb";
import { Missing, missingMetadata } from "@/app/_components/ui/missing";
import { PageTitle } from "@/app/_components/ui/page-title";
import { pageActor } from "@/app/_desk/actor";
import { measureName } from "@/app/_desk/measure-name";
import { findArticle } from "@/lib/articles/desk-articles";
import { type OpenArticle, openArticle } from "@/lib/articles/open-article";
import { isLocale, translator } from "@/lib/format/messages";
import { discardArticleAction, logArticleAction } from "../actions";

type Props = PageProps<"/[locale]/desk/articles/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return missingMetadata(locale);
  return { title: translator(locale)("desk.article.title") };
}

/** The claims that an article makes, beside its text: each is accepted, corrected or rejected. */
export default async function ArticlePage({ params }: Props) {
  const { locale, id } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const actor = await pageActor(locale);
  const draft = UUID.test(id) ? await findArticle(actor, id) : null;
  const open = draft && (await openArticle(actor, draft.values, new Date()));
  if (!draft || !open) return <Missing locale={locale} />;
  const t = translator(locale);
  const texts = fieldTexts(locale);
  const title = draft.values.title?.[0]?.trim() ?? "";
  const { candidates, article, event, leftOut } = open;
  const text = <ArticleText article={article} candidates={candidates} title={title} locale={locale} />;
  return (
    <>
      <Breadcrumb
        crumbs={[
          { label: t("desk.event.list"), href: `/${locale}/desk/events` },
          { label: event.title, href: `/${locale}/desk/events/${event.slug}` },
        ]}
        locale={locale}
      />
      <PageTitle title={title ? <bdi>{title}</bdi> : t("desk.article.title")}>
        <p className="measure-text">
          {candidates.length === 0
            ? t("desk.article.nothing")
            : t("desk.article.found", {
                figures: countOf(open, "figure"),
                statements: countOf(open, "statement"),
              })}
        </p>
        {open.reportId ? <p>{t("desk.article.known")}</p> : null}
        {leftOut > 0 ? <p className="text-flag">{t("desk.article.leftOut", { count: leftOut })}</p> : null}
        <p className="small">
          {candidates.length === 0 ? null : <span>{t("desk.article.keys")} </span>}
          <a href={`/${locale}/desk/claims/log?event=${event.slug}`}>{t("desk.article.byHand")}</a>
        </p>
      </PageTitle>
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,27rem)]">
        <div className="min-w-0 grid gap-8 content-start">
          {candidates.length === 0 ? null : (
            <ArticleReview
              action={logArticleAction.bind(null, { locale, id })}
              keepAt={`/${locale}/desk/articles/${id}/keep`}
              candidates={candidateViews(open, measureName(locale), locale)}
              claimants={open.matched.claimants}
              measures={open.matched.measures.map(({ id: value, label }) => ({ value, label }))}
              initial={draft.values}
              words={reviewWords(locale)}
              texts={texts}
            />
          )}
          <ConfirmedAct
            action={discardArticleAction.bind(null, { locale, id })}
            summary={t("desk.article.discard")}
            explanation={t("desk.article.discardMeans")}
            submit={t("desk.article.discardNow")}
            texts={texts}
          />
        </div>
        <aside aria-label={t("desk.article.textTitle")} className="order-first lg:order-none min-w-0">
          <details className="lg:hidden border-b border-rule pb-3">
            <summary className="font-semibold">{t("desk.article.textTitle")}</summary>
            {text}
          </details>
          <div className="hidden lg:block lg:sticky lg:top-4 lg:max-h-[calc(100vh-2rem)] lg:overflow-y-auto">
            <h2 className="text-xl">{t("desk.article.textTitle")}</h2>
            {text}
          </div>
        </aside>
      </div>
    </>
  );
}

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

function countOf({ candidates }: OpenArticle, type: "figure" | "statement"): number {
  return candidates.filter((candidate) => candidate.type === type).length;
}
