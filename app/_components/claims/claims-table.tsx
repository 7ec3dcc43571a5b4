import type { ClaimRow } from "@/lib/claims/types";
import { translator } from "@/lib/format/messages";
import { CompareTick, CompareTicked } from "../compare/compare-tick";
import { claimHref } from "../figures/figure-name";
import { StatusWords } from "../figures/status-words";
import { DateText } from "../ui/date-text";
import { StackedTable } from "../ui/stacked-table";
import { ClaimantLink } from "./claimant-link";
import { WordingText } from "./wording-text";

type Props = { rows: ClaimRow[]; caption: string; locale: string; withoutClaimant?: boolean };

const COLUMNS = ["claim", "claimant", "stated", "reports", "status"] as const;

/** Claims of any event, one a row. */
export function ClaimsTable({ rows, caption, locale, withoutClaimant = false }: Props) {
  const t = translator(locale);
  const columns = COLUMNS.filter((column) => column !== "claimant" || !withoutClaimant);
  return (
    <>
      <StackedTable
        caption={caption}
        columns={columns.map((column) => t(`claimsList.table.${column}`))}
        rows={rows.map((row) => {
          const cells = cellsOf(row, locale);
          return { key: row.publicId, cells: columns.map((column) => cells[column]) };
        })}
      />
      {rows.some(({ figure }) => figure !== null) ? <CompareTicked locale={locale} /> : null}
    </>
  );
}

function cellsOf(row: ClaimRow, locale: string) {
  return {
    claim: <ClaimCell row={row} locale={locale} />,
    claimant: (
      <ClaimantLink claimant={row.claimant} isAnonymous={row.claimant.kind === "unnamed"} locale={locale} />
    ),
    stated: (
      <span className="lg:whitespace-nowrap">
        <DateText date={row.stated} locale={locale} form="short" />
      </span>
    ),
    reports: (
      <span className="whitespace-nowrap">
        {translator(locale)("figures.table.reports", { count: row.reportCount })}
      </span>
    ),
    status: <StatusWords {...row} locale={locale} />,
  };
}

/** The figure in its own words with what it counts, or the statement with its topic; and the event. */
function ClaimCell({ row, locale }: { row: ClaimRow; locale: string }) {
  const t = translator(locale);
  const { figure, topic, event } = row;
  const look = figure ? "figure text-lg leading-snug" : "font-serif text-[1.0625rem] leading-snug";
  const about =
    figure?.measureLabel ?? (topic ? t("claimPage.statement", { topic: t(`topic.${topic}.label`) }) : null);
  return (
    <div className="md:min-w-72 measure-text ticked-figure">
      {figure ? (
        <CompareTick claim={{ ...row, raw: figure.quantity.raw }} locale={locale} />
      ) : (
        // A statement gives no figure to compare.
        <span />
      )}
      <div>
        <a className={`plain-link block ${look}`} href={claimHref(locale, row.publicId)}>
          <WordingText wording={row.wording} locale={locale} />
        </a>
        <span className="block">
          <bdi>{about}</bdi>
        </span>
        <small>
          <a className="plain-link touch" href={`/${locale}/events/${event.slug}`}>
            <bdi>{event.title}</bdi>
          </a>
        </small>
      </div>
    </div>
  );
}
