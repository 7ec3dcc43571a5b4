import { translator } from "@/lib/format/messages";
import type { ReportRow } from "@/lib/reports/types";
import { DateText } from "../ui/date-text";
import { StackedTable } from "../ui/stacked-table";

type Props = { reports: ReportRow[]; locale: string };

/** The reports of a publication. */
export function ReportTable({ reports, locale }: Props) {
  const t = translator(locale);
  return (
    <StackedTable
      caption={t("publicationPage.caption")}
      columns={(["report", "published", "carries", "errors"] as const).map((column) =>
        t(`publicationPage.${column}`),
      )}
      rows={reports.map((report) => ({
        key: report.publicId,
        cells: [
          <ReportCell key="report" report={report} locale={locale} />,
          report.published ? (
            <DateText key="published" date={report.published} locale={locale} form="short" />
          ) : (
            t("claimPage.reports.dateUnknown")
          ),
          t("claimsList.count", { count: report.claimCount }),
          t("publicationPage.misreports", { count: report.misreportCount }),
        ],
      }))}
    />
  );
}

function ReportCell({ report, locale }: { report: ReportRow; locale: string }) {
  const t = translator(locale);
  const { publicId, title, isRead, url, note } = report;
  return (
    <div className="measure-text">
      <a className="font-serif text-[1.0625rem] leading-snug" href={`/${locale}/reports/${publicId}`}>
        {title === null ? t("claimPage.reports.untitled") : <bdi>{title}</bdi>}
      </a>
      {isRead ? null : <small>{t("publicationPage.notRead")}</small>}
      {url === null ? <small>{t("publicationPage.noAddress")}</small> : null}
      {note ? (
        <small>
          <bdi>{note}</bdi>
        </small>
      ) : null}
    </div>
  );
}
