import type { MisreportsPage } from "@/lib/claims/list-misreports";
import type { PrintedClaim } from "@/lib/claims/printed-claim";
import { translator } from "@/lib/format/messages";
import { MoreRows } from "../claims/more-rows";
import { StackedTable } from "../ui/stacked-table";
import { ClaimedCell, PrintedCell, ReportCell } from "./printed-cells";

type Props = { page: MisreportsPage; path: string; after: string | null; locale: string };

/** What reports of a publication got wrong, as it was noted here (R25). */
export function MisreportTable({ page, path, after, locale }: Props) {
  const t = translator(locale);
  const { total, rows, next } = page;
  return (
    <section id="misreports" className="mt-12">
      <h2 className="text-2xl">{t("publicationPage.misreport.title")}</h2>
      <div className="measure-text mt-1 mb-3 grid gap-1">
        <p className={total === 0 ? "text-muted" : undefined}>
          {total === 0
            ? t("publicationPage.misreport.none")
            : t("publicationPage.misreport.count", { count: total })}
        </p>
        <p className="small text-muted">{t("publicationPage.misreport.how")}</p>
      </div>
      {rows.length > 0 ? (
        <StackedTable
          caption={t("publicationPage.misreport.caption")}
          columns={(["claimed", "printed", "note", "report"] as const).map((name) =>
            t(`publicationPage.misreport.columns.${name}`),
          )}
          rows={rows.map((row) => ({ key: row.id, cells: cellsOf(row, locale) }))}
        />
      ) : null}
      <MoreRows
        path={path}
        name="misreports"
        after={after}
        next={next}
        words={{ first: t("publicationPage.misreport.first"), more: t("publicationPage.misreport.more") }}
      />
    </section>
  );
}

function cellsOf(row: PrintedClaim, locale: string) {
  return [
    <ClaimedCell key="claimed" printed={row} locale={locale} />,
    <PrintedCell key="printed" printed={row} locale={locale} />,
    <p key="note" className="border-s-3 border-flag ps-2 measure-text">
      <bdi>{row.misreport}</bdi>
    </p>,
    <ReportCell key="report" printed={row} locale={locale} />,
  ];
}
