import { ErrorReportId } from "@/app/_components/ui/error-report-id";
import { MomentText } from "@/app/_components/ui/moment-text";
import type { ErrorReportRow } from "@/lib/error-reports/desk-error-reports";
import { translator } from "@/lib/format/messages";
import { claimInWords } from "./claim-in-words";

type Props = { reports: ErrorReportRow[]; locale: string };

/** What readers reported, each with the claim it is about, how it begins, and what an editor answered. */
export function ErrorReportList({ reports, locale }: Props) {
  const t = translator(locale);
  return (
    <ul className="border-t border-rule max-w-[46em]">
      {reports.map(({ id, publicId, state, claim, event, text, receivedAt, answer, ...report }) => (
        <li key={id} data-row className="border-b border-rule py-4">
          <a className="font-semibold wrap-anywhere" href={`/${locale}/desk/error-reports/${publicId}`}>
            <bdi>{claimInWords(claim, locale)}</bdi>
          </a>
          <p className="small text-muted">
            <bdi>{event.title}</bdi>
          </p>
          <p className="mt-1 wrap-anywhere" dir="auto">
            {text}
          </p>
          {state === "open" ? null : (
            <p className="mt-1 border-s-3 border-rule ps-3 wrap-anywhere">
              <span className="font-semibold">{t(`errorReportState.${state}.label`)}</span>
              {": "}
              <bdi>{answer}</bdi>
            </p>
          )}
          <p className="mt-1 small text-muted">
            <ErrorReportId id={publicId} locale={locale} />, {t("desk.errorReport.received")}{" "}
            <MomentText instant={receivedAt} locale={locale} />
            {report.decidedAt === null ? null : (
              <>
                ; <bdi>{t("desk.errorReport.decidedBy", { name: report.decidedBy ?? "" })}</bdi>{" "}
                <MomentText instant={report.decidedAt} locale={locale} />
              </>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}
