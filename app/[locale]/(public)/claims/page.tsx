import type { Metadata } from "next";
import { cache } from "react";
import {
  activeFilters,
  filtersInWords,
  listHref,
  orderWords,
  readFilters,
} from "@/app/_components/claims/claim-filters";
import { ClaimsFilterForm } from "@/app/_components/claims/claims-filter-form";
import { ClaimsTable } from "@/app/_components/claims/claims-table";
import { FilterChips, UnreadNote } from "@/app/_components/claims/filter-chips";
import { NoClaims } from "@/app/_components/claims/no-claims";
import { DownloadLine } from "@/app/_components/exports/download-line";
import { Missing, missingMetadata } from "@/app/_components/ui/missing";
import { PageTitle } from "@/app/_components/ui/page-title";
import { Pager } from "@/app/_components/ui/pager";
import { listChoices } from "@/lib/claims/list-choices";
import { listClaims } from "@/lib/claims/list-claims";
import { exportPath } from "@/lib/exports/export-path";
import { isLocale, translator } from "@/lib/format/messages";

type Props = PageProps<"/[locale]/claims">;

const loadChoices = cache(listChoices);

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale } = await params;
  if (!isLocale(locale)) return missingMetadata(locale);
  const { query } = readFilters(await searchParams);
  const t = translator(locale);
  const filters = filtersInWords(query, await loadChoices(), locale);
  return {
    title: filters ? t("claimsList.titleFiltered", { filters }) : t("claimsList.title"),
    description: filters ? t("claimsList.descriptionFiltered", { filters }) : t("claimsList.description"),
    alternates: { canonical: listHref(`/${locale}/claims`, query) },
  };
}

export default async function ClaimsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const { query, unread } = readFilters(await searchParams);
  const [page, choices] = await Promise.all([listClaims(query), loadChoices()]);

  const t = translator(locale);
  const path = `/${locale}/claims`;
  const whole = { ...query, after: null, before: null };
  const shared = { path, query, choices, locale };
  const isBackwards = query.from !== null && query.to !== null && query.from > query.to;
  const count = t("claimsList.onThisPage", { count: page.rows.length });
  const caption = t("claimsList.caption", { claims: count, order: orderWords(query, locale) });
  return (
    <>
      <PageTitle title={t("claimsList.title")}>
        <p className="measure-text">{t("claimsList.lead")}</p>
      </PageTitle>
      <ClaimsFilterForm {...shared} />
      <UnreadNote unread={unread} locale={locale} />
      <FilterChips {...shared} />
      {isBackwards ? <p className="my-4">{t("claimsList.unread.backwards")}</p> : null}
      {page.rows.length > 0 ? (
        <>
          <p className="small text-muted mt-6 mb-2">{caption}.</p>
          <ClaimsTable rows={page.rows} caption={caption} locale={locale} />
        </>
      ) : (
        <NoClaims {...shared} isFiltered={activeFilters(query).length > 0} />
      )}
      <Pager
        previous={page.previous && listHref(path, query, { before: page.previous, after: null })}
        next={page.next && listHref(path, query, { after: page.next, before: null })}
        locale={locale}
      />
      {page.rows.length > 0 ? (
        <DownloadLine
          what="claims"
          hrefOf={(format) => listHref(exportPath("claims", format), whole)}
          locale={locale}
        />
      ) : null}
    </>
  );
}
