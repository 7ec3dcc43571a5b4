import { POSITIONS, type Position } from "@/lib/claimants/rules";
import type { AgainstMinimum, AgainstMinimumPage } from "@/lib/claims/list-against-minimum";
import { translator } from "@/lib/format/messages";
import { MoreRows } from "../claims/more-rows";
import { CountedIn, ToldFigureText } from "../claims/told-figure";
import { StackedTable } from "../ui/stacked-table";
import { tellList } from "../ui/tell-list";

type Props = { page: AgainstMinimumPage; path: string; after: string | null; locale: string };

/** How a claimant's current figures stand to the documented minimum of what they count (R9). */
export function AgainstMinimumTable({ page, path, after, locale }: Props) {
  const t = translator(locale);
  const { counts, total, rows, next } = page;
  const parts = POSITIONS.filter((position) => counts[position] > 0).map((position) =>
    t(`claimantPage.minimum.part.${position}`, { count: counts[position] }),
  );
  return (
    <section id="minimum" className="mt-12">
      <h2 className="text-2xl">{t("claimantPage.minimum.title")}</h2>
      {total === 0 ? (
        <p className="mt-2 text-muted measure-text">{t("claimantPage.minimum.none")}</p>
      ) : (
        <>
          <div className="measure-text mt-1 mb-4 grid gap-1">
            <p>{t("claimantPage.minimum.count", { count: total, parts: tellList(parts, locale) })}</p>
            <p className="small text-muted">{t("claimantPage.minimum.how")}</p>
          </div>
          <StackedTable
            caption={t("claimantPage.minimum.caption")}
            columns={(["figure", "counts", "minimum", "position"] as const).map((name) =>
              t(`claimantPage.minimum.columns.${name}`),
            )}
            rows={rows.map((row) => ({ key: row.figure.publicId, cells: cellsOf(row, locale) }))}
          />
          <MoreRows
            path={path}
            name="minimum"
            after={after}
            next={next}
            words={{ first: t("claimantPage.minimum.first"), more: t("claimantPage.minimum.more") }}
          />
        </>
      )}
    </section>
  );
}

function cellsOf({ figure, minimum, event, position }: AgainstMinimum, locale: string) {
  return [
    <ToldFigureText key="figure" figure={figure} locale={locale} />,
    <CountedIn key="counts" measure={figure.measure} event={event} locale={locale} />,
    <Minimum key="minimum" minimum={minimum} locale={locale} />,
    <PositionWords key="position" position={position} locale={locale} />,
  ];
}

function Minimum({ minimum, locale }: { minimum: AgainstMinimum["minimum"]; locale: string }) {
  const { claimant, basis } = minimum;
  return (
    <>
      <ToldFigureText figure={minimum} by={claimant.name} locale={locale} />
      <small>{translator(locale)(`basis.${basis}.label`)}</small>
    </>
  );
}

/** What lies below the documented minimum is flagged, in words and by a line (R9). */
function PositionWords({ position, locale }: { position: Position; locale: string }) {
  return (
    <p className={position === "below" ? "border-s-3 border-flag ps-2" : undefined}>
      {translator(locale)(`claimantPage.minimum.position.${position}`)}
    </p>
  );
}
