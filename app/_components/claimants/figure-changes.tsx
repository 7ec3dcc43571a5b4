import { DIRECTIONS } from "@/lib/claimants/rules";
import type { FigureChange, FigureChangesPage } from "@/lib/claims/figure-change-types";
import { translator } from "@/lib/format/messages";
import { DOWNWARD_REASONS } from "@/lib/vocabulary";
import { MoreRows } from "../claims/more-rows";
import { CountedIn, ToldFigureText } from "../claims/told-figure";
import { StackedTable } from "../ui/stacked-table";
import { tellList } from "../ui/tell-list";
import { ChangeCell } from "./change-cell";

type Props = { page: FigureChangesPage; path: string; after: string | null; locale: string };

/** How a claimant's figures were revised: counted, and each revision in the words of both figures (R18-R24). */
export function FigureChanges({ page, path, after, locale }: Props) {
  const t = translator(locale);
  const { counts, rows, next } = page;
  return (
    <section id="revisions" className="mt-12">
      <h2 className="text-2xl">{t("claimantPage.revisions.title")}</h2>
      {counts.total === 0 ? (
        <p className="mt-2 text-muted">{t("claimantPage.revisions.none")}</p>
      ) : (
        <>
          <Counts counts={counts} locale={locale} />
          <StackedTable
            caption={t("claimantPage.revisions.caption")}
            columns={(["figures", "counts", "change"] as const).map((name) =>
              t(`claimantPage.revisions.columns.${name}`),
            )}
            rows={rows.map((change) => ({ key: change.id, cells: cellsOf(change, locale) }))}
          />
          <MoreRows
            path={path}
            name="revisions"
            after={after}
            next={next}
            words={{ first: t("claimantPage.revisions.first"), more: t("claimantPage.revisions.more") }}
          />
        </>
      )}
    </section>
  );
}

/** "12 revisions: 8 up, 3 down and 1 changed what is counted"; of those downward, by reason. */
function Counts({ counts, locale }: { counts: FigureChangesPage["counts"]; locale: string }) {
  const t = translator(locale);
  const { total, byDirection, byReason } = counts;
  const parts = DIRECTIONS.filter((direction) => byDirection[direction] > 0).map((direction) =>
    t(`claimantPage.revisions.part.${direction}`, { count: byDirection[direction] }),
  );
  const reasons = DOWNWARD_REASONS.filter((reason) => byReason[reason] > 0).map((reason) =>
    t("claimantPage.revisions.reasonCount", {
      count: byReason[reason],
      reason: t(`downwardReason.${reason}.label`),
    }),
  );
  return (
    <div className="measure-text mt-1 mb-4 grid gap-1">
      <p>{t("claimantPage.revisions.count", { count: total, parts: tellList(parts, locale) })}</p>
      {reasons.length > 0 ? (
        <p>
          {t("claimantPage.revisions.reasons", {
            count: byDirection.down,
            parts: tellList(reasons, locale),
          })}
        </p>
      ) : null}
      <p className="small text-muted">{t("claimantPage.revisions.how")}</p>
    </div>
  );
}

function cellsOf(change: FigureChange, locale: string) {
  const { from, to, event } = change;
  return [
    <FiguresCell key="figures" change={change} locale={locale} />,
    <CountedIn key="counts" measure={from.measure} then={to?.measure} event={event} locale={locale} />,
    <ChangeCell key="change" change={change} locale={locale} />,
  ];
}

/** Both figures; of the later one whose it is, where a body or its parent spoke for both (R18). */
function FiguresCell({ change: { from, to }, locale }: { change: FigureChange; locale: string }) {
  const t = translator(locale);
  if (to === null) return <ToldFigureText figure={from} locale={locale} />;
  return (
    <div className="grid gap-1">
      <ToldFigureText figure={from} lead={t("claimantPage.revisions.from")} locale={locale} />
      <ToldFigureText
        figure={to}
        lead={t("claimantPage.revisions.to")}
        by={to.claimant.slug === from.claimant.slug ? null : to.claimant.name}
        locale={locale}
      />
    </div>
  );
}
