import type { Metadata } from "next";
import { isTracking } from "@/app/_components/claims/claim-filters";
import { AddForm } from "@/app/_components/compare/add-form";
import { ChosenChips } from "@/app/_components/compare/chosen-chips";
import { CompareApart } from "@/app/_components/compare/compare-apart";
import { CompareExamples } from "@/app/_components/compare/compare-examples";
import { CompareGroup } from "@/app/_components/compare/compare-group";
import { CompareMatrix } from "@/app/_components/compare/compare-matrix";
import { LeftOutNote } from "@/app/_components/compare/left-out-note";
import { MatchList } from "@/app/_components/compare/match-list";
import { tellDay } from "@/app/_components/ui/date-text";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { Missing, missingMetadata } from "@/app/_components/ui/missing";
import { PageTitle } from "@/app/_components/ui/page-title";
import { PrintFoot } from "@/app/_components/ui/print-foot";
import { listCompareExamples } from "@/lib/compare/examples";
import { findCompareMatches } from "@/lib/compare/matches";
import { type ComparePage, findComparison } from "@/lib/compare/queries";
import { type CompareChoice, compareHref, isEmptyChoice, readChoice } from "@/lib/compare/schema";
import { isLocale, translator } from "@/lib/format/messages";
import { siteUrl } from "@/lib/format/site-url";

type Props = PageProps<"/[locale]/compare">;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return missingMetadata(locale);
  const { choice } = readChoice(await searchParams);
  const t = translator(locale);
  return {
    title: t("compare.title"),
    description: t("compare.description"),
    alternates: { canonical: compareHref(`/${locale}/compare`, choice) },
    // As many pages as there are choices: only the first of them is worth finding.
    ...(isEmptyChoice(choice) ? {} : { robots: { index: false } }),
  };
}

export default async function ComparePageOf({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const { choice: asked, unread } = readChoice(await searchParams);
  const isEmpty = isEmptyChoice(asked);
  const [page, matches, examples] = await Promise.all([
    findComparison(asked),
    asked.q === null ? null : findCompareMatches(asked.q),
    isEmpty && asked.q === null ? listCompareExamples() : [],
  ]);

  const t = translator(locale);
  const path = `/${locale}/compare`;
  const choice = asToday(asked, page);
  const shared = { choice, path, locale };
  return (
    <>
      <PageTitle title={t("compare.title")}>
        <p className="measure-text">{t("compare.lead")}</p>
      </PageTitle>
      <ChosenChips chosen={page} {...shared} />
      <LeftOutNote
        leftOut={page.leftOut}
        unread={unread.filter(({ name }) => !isTracking(name))}
        isNarrowed={choice.claimants.length > 0 && choice.measures.length > 0}
        locale={locale}
      />
      <AddForm isFirst={isEmpty} {...shared} />
      {matches ? <MatchList matches={matches} {...shared} /> : null}
      {isEmpty && !matches ? <CompareExamples examples={examples} path={path} locale={locale} /> : null}
      {isEmpty ? null : <Comparison page={page} {...shared} />}
    </>
  );
}

/** The choice by the addresses that the chosen have today; what is not public is left out of further links. */
function asToday(asked: CompareChoice, { claims, claimants, measures }: ComparePage): CompareChoice {
  return {
    ...asked,
    claims: claims.map(({ publicId }) => publicId),
    claimants: claimants.map(({ slug }) => slug),
    measures: measures.map(({ event, measure }) => ({ event, measure })),
  };
}

type ComparisonProps = { page: ComparePage; choice: CompareChoice; path: string; locale: string };

function Comparison({ page: { view }, choice, path, locale }: ComparisonProps) {
  const t = translator(locale);
  const figureCount = view.groups.reduce((count, { figures }) => count + figures.length, 0);
  if (figureCount === 0) return <EmptyState title={t("compare.empty.none")} />;
  const permalink = compareHref(path, choice);
  return (
    <article>
      <h2 className="mt-10 text-2xl">{t("compare.matrix.title")}</h2>
      <OneEvent view={view} locale={locale} />
      {figureCount === 1 ? <p className="mt-1 text-muted">{t("compare.matrix.alone")}</p> : null}
      <CompareMatrix view={view} locale={locale} />
      {view.groups
        .filter(({ figures }) => figures.length > 1)
        .map((group) => (
          <CompareGroup key={group.anchor} group={group} choice={choice} path={path} locale={locale} />
        ))}
      <CompareApart view={view} locale={locale} />
      <p className="no-print small mt-12 border-t border-rule pt-4">
        {t("compare.share")}:{" "}
        <a className="wrap-anywhere" href={permalink}>
          {siteUrl(permalink)}
        </a>
      </p>
      <script type="module" src="/chart-keys.js" />
      <PrintFoot
        permalink={permalink}
        version={t("compare.version", { count: figureCount, date: tellDay(Date.now(), locale) })}
        locale={locale}
      />
    </article>
  );
}

/** Of which event all of it is, said once; of several each is named with what was counted. */
function OneEvent({ view: { groups }, locale }: { view: ComparePage["view"]; locale: string }) {
  const [first] = groups;
  if (!first || groups.some(({ event }) => event.slug !== first.event.slug)) return null;
  return (
    <p className="mt-1">
      <a href={`/${locale}/events/${first.event.slug}`}>
        <bdi>{first.event.title}</bdi>
      </a>
    </p>
  );
}
