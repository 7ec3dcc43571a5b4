import type { Metadata } from "next";
import { DeskClaimFacts } from "@/app/_components/desk/claim/claim-facts";
import { Notes } from "@/app/_components/desk/notes";
import { Breadcrumb } from "@/app/_components/ui/breadcrumb";
import { ErrorReportId } from "@/app/_components/ui/error-report-id";
import { Missing, missingMetadata } from "@/app/_components/ui/missing";
import { PageTitle } from "@/app/_components/ui/page-title";
import { PUBLIC_ID } from "@/app/_components/ui/public-id";
import { Refused } from "@/app/_components/ui/refused";
import { pageActor } from "@/app/_desk/actor";
import { can } from "@/lib/auth/authorise";
import { findDeskClaim } from "@/lib/claims/desk-claims";
import { findErrorReport } from "@/lib/error-reports/desk-error-reports";
import { isLocale, translator } from "@/lib/format/messages";
import { listNotes } from "@/lib/notes/desk-notes";
import { claimInWords } from "../claim-in-words";
import { ReaderSaid } from "./reader-said";
import { ReportActs } from "./report-acts";

type Props = PageProps<"/[locale]/desk/error-reports/[publicId]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, publicId } = await params;
  if (!isLocale(locale)) return missingMetadata(locale);
  const t = translator(locale);
  return { title: t("desk.errorReport.titleOf", { id: t("errorReport.id", { id: publicId }) }) };
}

/** What one reader reported, beside the claim as it now stands, and the decision on it. */
export default async function ErrorReportPage({ params }: Props) {
  const { locale, publicId } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const actor = await pageActor(locale);
  const t = translator(locale);
  if (!can(actor.role, "queue:read"))
    return <Refused locale={locale} needed={t("desk.errorReport.needed")} />;
  const report = PUBLIC_ID.test(publicId) ? await findErrorReport(actor, publicId) : null;
  if (!report) return <Missing locale={locale} />;
  const [claim, notes] = await Promise.all([
    findDeskClaim(actor, report.claim.publicId),
    listNotes(actor, "error_report", report.id),
  ]);
  if (!claim) return <Missing locale={locale} />;
  return (
    <article>
      <Breadcrumb
        crumbs={[{ label: t("desk.errorReport.title"), href: `/${locale}/desk/error-reports` }]}
        locale={locale}
      />
      <PageTitle
        kicker={t(`errorReportState.${report.state}.label`)}
        title={t.rich("desk.errorReport.titleOfReport", {
          id: () => <ErrorReportId id={publicId} locale={locale} />,
        })}
      >
        <p>
          {t.rich("desk.errorReport.about", {
            claim: () => (
              <a href={`/${locale}/desk/claims/${claim.publicId}`}>
                <bdi className="wrap-anywhere">{claimInWords(report.claim, locale)}</bdi>
              </a>
            ),
            event: () => <bdi>{report.event.title}</bdi>,
          })}
        </p>
      </PageTitle>
      {report.state === "open" && report.claimVersion !== report.currentClaimVersion ? (
        <p className="mb-8 border-s-3 border-flag ps-3 measure-text">{t("desk.errorReport.changed")}</p>
      ) : null}
      <div className="grid gap-x-14 gap-y-12 lg:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)]">
        <div className="grid gap-12 content-start min-w-0">
          <ReaderSaid report={report} locale={locale} />
          <DeskClaimFacts claim={claim} locale={locale} />
        </div>
        <div className="grid gap-12 content-start min-w-0">
          <ReportActs
            report={report}
            claim={claim}
            mayRedact={can(actor.role, "field:redact")}
            locale={locale}
          />
          <Notes notes={notes} subject={{ kind: "error_report", id: report.id }} locale={locale} />
        </div>
      </div>
    </article>
  );
}
