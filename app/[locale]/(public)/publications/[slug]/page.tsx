import type { Metadata } from "next";
import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import { listHref, readFilters } from "@/app/_components/claims/claim-filters";
import { UnreadNote } from "@/app/_components/claims/filter-chips";
import { PublicationFacts } from "@/app/_components/claims/publication-facts";
import { ReportTable } from "@/app/_components/claims/report-table";
import { readTablePlace } from "@/app/_components/claims/table-place";
import { DownloadLine } from "@/app/_components/exports/download-line";
import { feedAlternates } from "@/app/_components/feeds/feed-alternates";
import { FollowLine } from "@/app/_components/feeds/follow-line";
import { CarriedCountsTable } from "@/app/_components/publications/carried-counts";
import { DriftTable } from "@/app/_components/publications/drift-table";
import { MisreportTable } from "@/app/_components/publications/misreport-table";
import { ReportCorrections } from "@/app/_components/publications/report-corrections";
import { Missing, missingMetadata } from "@/app/_components/ui/missing";
import { PageTitle } from "@/app/_components/ui/page-title";
import { Pager } from "@/app/_components/ui/pager";
import { countCarriedBy } from "@/lib/claims/carried-counts";
import { listDrifts } from "@/lib/claims/list-drifts";
import { listMisreports } from "@/lib/claims/list-misreports";
import { listReportCorrections } from "@/lib/claims/list-report-corrections";
import { exportPath } from "@/lib/exports/export-path";
import { isLocale, translator } from "@/lib/format/messages";
import { Slug } from "@/lib/forms/fields";
import { findPublication, findPublicationByFormerSlug } from "@/lib/publications/queries";

type Props = PageProps<"/[locale]/publications/[slug]">;

const loadPublication = cache(async (slug: string, after: string | null) =>
  Slug.safeParse(slug).success ? findPublication(slug, after) : null,
);

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale, slug } = await params;
  const { query } = readPlace(await searchParams);
  const publication = await loadPublication(slug, query.after);
  if (!publication || !isLocale(locale)) return missingMetadata(locale);
  const { name } = publication;
  const t = translator(locale);
  return {
    title: name,
    description: t("publicationPage.description", { name }),
    alternates: {
      canonical: listHref(`/${locale}/publications/${slug}`, query),
      types: feedAlternates(locale, [
        { feed: { of: "publication", slug }, title: t("feeds.claimsIn", { name }) },
      ]),
    },
  };
}

export default async function PublicationPageOf({ params, searchParams }: Props) {
  const { locale, slug } = await params;
  if (!isLocale(locale) || !Slug.safeParse(slug).success) return <Missing locale={locale} />;
  const address = await searchParams;
  const { query, unread } = readPlace(address);
  const after = {
    misreports: readTablePlace(address.misreports),
    drift: readTablePlace(address.drift),
    corrections: readTablePlace(address.corrections),
  };
  const [publication, carried, misreports, drifts, corrections] = await Promise.all([
    loadPublication(slug, query.after),
    countCarriedBy(slug),
    listMisreports(slug, after.misreports),
    listDrifts(slug, after.drift),
    listReportCorrections(slug, after.corrections),
  ]);
  if (!publication) return leadOn(locale, slug);

  const t = translator(locale);
  const path = `/${locale}/publications/${slug}`;
  return (
    <>
      <PageTitle kicker={t("publicationPage.kicker")} title={<bdi>{publication.name}</bdi>} />
      <PublicationFacts publication={publication} locale={locale} />
      <CarriedCountsTable counts={carried} locale={locale} />
      <MisreportTable page={misreports} path={path} after={after.misreports} locale={locale} />
      <DriftTable page={drifts} path={path} after={after.drift} locale={locale} />
      <ReportCorrections page={corrections} path={path} after={after.corrections} locale={locale} />
      <section id="reports" className="mt-12">
        <h2 className="text-2xl">{t("publicationPage.reports")}</h2>
        <UnreadNote unread={unread} locale={locale} />
        {query.after ? (
          <p className="mt-2">
            <a href={`${path}#reports`}>{t("publicationPage.first")}</a>
          </p>
        ) : null}
        {publication.reports.length > 0 ? (
          <ReportTable reports={publication.reports} locale={locale} />
        ) : (
          <p className="mt-2 text-muted">{t("publicationPage.noReports")}</p>
        )}
        <Pager
          previous={null}
          next={publication.next && `${listHref(path, query, { after: publication.next })}#reports`}
          locale={locale}
        />
      </section>
      {publication.reports.length > 0 ? (
        <>
          <DownloadLine
            what="reports"
            hrefOf={(format) => exportPath("reports", format, { publication: slug })}
            locale={locale}
          />
          <DownloadLine
            what="claimsOfPublication"
            hrefOf={(format) => exportPath("claims", format, { publication: slug })}
            locale={locale}
          />
        </>
      ) : null}
      <FollowLine feed={{ of: "publication", slug }} name={publication.name} locale={locale} />
    </>
  );
}

/** A former address, or that of a merged publication, leads to the present one (R30); any other does not exist. */
async function leadOn(locale: string, slug: string) {
  const present = Slug.safeParse(slug).success ? await findPublicationByFormerSlug(slug) : null;
  if (present) permanentRedirect(`/${locale}/publications/${present}`);
  return <Missing locale={locale} />;
}

function readPlace({ after }: Awaited<Props["searchParams"]>) {
  return readFilters({ after });
}
