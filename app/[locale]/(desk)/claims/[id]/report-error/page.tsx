import type { Metadata } from "next";
import { cache } from "react";
import { fieldTexts } from "@/app/_components/desk/field-texts";
import { claimHref } from "@/app/_components/figures/figure-name";
import { ErrorReportId } from "@/app/_components/ui/error-report-id";
import { Missing, missingMetadata } from "@/app/_components/ui/missing";
import { PageTitle } from "@/app/_components/ui/page-title";
import { PUBLIC_ID } from "@/app/_components/ui/public-id";
import { findReportableClaim } from "@/lib/error-reports/queries";
import { ERROR_TEXT_MAX } from "@/lib/error-reports/schema";
import { isLocale, translator } from "@/lib/format/messages";
import { reportErrorAction } from "./actions";
import { ClaimInQuestion } from "./claim-in-question";
import { ErrorForm } from "./error-form";

type Props = PageProps<"/[locale]/claims/[id]/report-error">;

const loadClaim = cache(async (id: string) => (PUBLIC_ID.test(id) ? findReportableClaim(id) : null));

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { locale, id } = await params;
  if (!isLocale(locale) || !(await loadClaim(id))) return missingMetadata(locale);
  const isTaken = (await searchParams).taken !== undefined;
  const title = translator(locale)(isTaken ? "errorReport.takenTitle" : "errorReport.title");
  const canonical = `${claimHref(locale, id)}/report-error`;
  return { title, robots: { index: false }, alternates: { canonical } };
}

/** Where a reader says what is wrong with a public claim; also said here: that it was taken, and under which id. */
export default async function ReportErrorPage({ params, searchParams }: Props) {
  const { locale, id } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const claim = await loadClaim(id);
  if (!claim) return <Missing locale={locale} />;
  const { taken } = await searchParams;
  const t = translator(locale);
  if (typeof taken === "string" && PUBLIC_ID.test(taken)) {
    return (
      <>
        <PageTitle title={t("errorReport.takenTitle")} />
        <div className="measure-text grid gap-4">
          <p className="text-lg">
            {t.rich("errorReport.taken", {
              id: () => (
                <strong className="select-all">
                  <ErrorReportId id={taken} locale={locale} />
                </strong>
              ),
            })}
          </p>
          <p>{t("errorReport.takenNext")}</p>
          <p>
            <a href={claimHref(locale, id)}>{t("errorReport.backTaken")}</a>
          </p>
        </div>
      </>
    );
  }
  return (
    <>
      <PageTitle title={t("errorReport.title")} />
      <div className="grid gap-x-16 gap-y-8 lg:grid-cols-[minmax(0,1.5fr)_minmax(0,1fr)]">
        <div className="lg:order-last min-w-0 self-start">
          <ClaimInQuestion claim={claim} locale={locale} />
        </div>
        <div className="min-w-0">
          <div className="measure-text mb-6 grid gap-3">
            <p>{t("errorReport.lead")}</p>
            <p className="text-muted">{t("errorReport.privacy")}</p>
          </div>
          <ErrorForm
            action={reportErrorAction.bind(null, locale, id)}
            address={`${claimHref(locale, id)}/report-error`}
            version={claim.version}
            textMax={ERROR_TEXT_MAX}
            texts={{ ...fieldTexts(locale), problems: t("errorReport.notSent") }}
            words={{
              text: t("errorReport.text"),
              textHint: t("errorReport.textHint"),
              url: t("errorReport.url"),
              urlHint: t("errorReport.urlHint"),
              contact: t("errorReport.contact"),
              contactHint: t("errorReport.contactHint"),
              leaveBlank: t("errorReport.leaveBlank"),
              submit: t("errorReport.submit"),
            }}
          />
        </div>
      </div>
    </>
  );
}
