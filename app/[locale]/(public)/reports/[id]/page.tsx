import type { Metadata } from "next";
import { cache } from "react";
import { CarriedClaims, PassedOnBy } from "@/app/_components/claims/carried-claims";
import { ReportFacts } from "@/app/_components/claims/report-facts";
import { Banner } from "@/app/_components/ui/banner";
import { Missing, missingMetadata } from "@/app/_components/ui/missing";
import { PageTitle } from "@/app/_components/ui/page-title";
import { PUBLIC_ID } from "@/app/_components/ui/public-id";
import { isLocale, translator } from "@/lib/format/messages";
import { findReport } from "@/lib/reports/queries";

type Props = PageProps<"/[locale]/reports/[id]">;

const loadReport = cache(async (id: string) => (PUBLIC_ID.test(id) ? findReport(id) : null));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, id } = await params;
  const report = await loadReport(id);
  if (!report || !isLocale(locale)) return missingMetadata(locale);
  const t = translator(locale);
  const { title } = report;
  const publication = report.publication.name;
  return {
    title:
      title === null
        ? t("reportPage.untitledOf", { publication })
        : t("reportPage.titleOf", { title, publication }),
    description: t("reportPage.description", { publication }),
    alternates: { canonical: `/${locale}/reports/${id}` },
  };
}

export default async function ReportPageOf({ params }: Props) {
  const { locale, id } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const report = await loadReport(id);
  if (!report) return <Missing locale={locale} />;

  const t = translator(locale);
  const { publication, title, isRead, carried, passedOnBy } = report;
  return (
    <article>
      <PageTitle
        kicker={<bdi>{t("reportPage.kicker", { publication: publication.name })}</bdi>}
        title={title === null ? t("reportPage.titleUnknown") : <bdi>{title}</bdi>}
      />
      {isRead ? null : (
        <Banner title={t("reportPage.notRead")}>
          <p>{t("reportPage.notReadBody")}</p>
        </Banner>
      )}
      <ReportFacts report={report} locale={locale} />
      <CarriedClaims carried={carried} locale={locale} />
      <PassedOnBy reports={passedOnBy} locale={locale} />
    </article>
  );
}
