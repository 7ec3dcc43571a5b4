import type { DriftedClaim, DriftsPage } from "@/lib/claims/list-drifts";
import { translator } from "@/lib/format/messages";
import { DRIFT_KINDS } from "@/lib/publications/rules";
import { MoreRows } from "../claims/more-rows";
import { StackedTable } from "../ui/stacked-table";
import { tellList } from "../ui/tell-list";
import { ClaimedCell, PrintedCell, ReportCell } from "./printed-cells";

type Props = { page: DriftsPage; path: string; after: string | null; locale: string };

/** Where reports of a publication printed a claim in other words than it was made in, and how they differ. */
export function DriftTable({ page, path, after, locale }: Props) {
  const t = translator(locale);
  const { counts, rows, next } = page;
  const parts = DRIFT_KINDS.filter((kind) => counts.byKind[kind] > 0).map((kind) =>
    t(`publicationPage.drift.part.${kind}`, { count: counts.byKind[kind] }),
  );
  return (
    <section id="drift" className="mt-12">
      <h2 className="text-2xl">{t("publicationPage.drift.title")}</h2>
      {counts.total === 0 ? (
        <p className="mt-2 text-muted">{t("publicationPage.drift.none")}</p>
      ) : (
        <>
          <div className="measure-text mt-1 mb-3 grid gap-1">
            <p>{t("publicationPage.drift.count", { count: counts.total, parts: tellList(parts, locale) })}</p>
            <p className="small text-muted">{t("publicationPage.drift.how")}</p>
          </div>
          <StackedTable
            caption={t("publicationPage.drift.caption")}
            columns={(["said", "printed", "how", "report"] as const).map((name) =>
              t(`publicationPage.drift.columns.${name}`),
            )}
            rows={rows.map((row) => ({ key: row.id, cells: cellsOf(row, locale) }))}
          />
          <MoreRows
            path={path}
            name="drift"
            after={after}
            next={next}
            words={{ first: t("publicationPage.drift.first"), more: t("publicationPage.drift.more") }}
          />
        </>
      )}
    </section>
  );
}

function cellsOf(row: DriftedClaim, locale: string) {
  const t = translator(locale);
  return [
    <ClaimedCell key="said" printed={row} locale={locale} />,
    <PrintedCell key="printed" printed={row} locale={locale} />,
    <ul key="how">
      {row.kinds.map((kind) => (
        <li key={kind}>{t(`publicationPage.drift.kind.${kind}`)}</li>
      ))}
    </ul>,
    <ReportCell key="report" printed={row} locale={locale} />,
  ];
}
