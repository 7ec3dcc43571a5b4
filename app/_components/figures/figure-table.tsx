// biome-ignore-all lint/a11y/noRedundantRoles: a table that is laid out as blocks loses its own roles
import type { EventFigure, MeasureView } from "@/lib/events/types";
import { translator } from "@/lib/format/messages";
import { ClaimantLink } from "../claims/claimant-link";
import { ReportLines } from "../claims/report-line";
import { WordingText } from "../claims/wording-text";
import { CompareTick, CompareTicked } from "../compare/compare-tick";
import { DateText, tellDate } from "../ui/date-text";
import { claimHref, referredTo } from "./figure-name";
import { isDocumentedBasis } from "./grammar";
import { HeadlineWords } from "./headline-words";
import { StatusWords } from "./status-words";
import { termId } from "./term";

type Props = { measure: MeasureView; locale: string };

const COLUMNS = ["figure", "claimant", "stated", "carriedBy", "status"] as const;

/** The chart's twin in words. Where it is narrow each row is a card; the roles keep it a table for those who listen. */
export function FigureTable({ measure, locale }: Props) {
  const t = translator(locale);
  return (
    <div className="figure-table mt-6">
      <table role="table">
        <caption>{t("figures.table.caption", { measure: measure.label })}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {COLUMNS.map((column) => (
              <th key={column} scope="col" role="columnheader" className={`column-${column}`}>
                {t(`figures.table.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {measure.figures.map((figure) => (
            <FigureTableRow key={figure.id} figure={figure} locale={locale} />
          ))}
        </tbody>
      </table>
      <CompareTicked locale={locale} />
    </div>
  );
}

function FigureTableRow({ figure, locale }: { figure: EventFigure; locale: string }) {
  const t = translator(locale);
  const name = (column: (typeof COLUMNS)[number]) => (
    <span className="cell-name" aria-hidden="true">
      {t(`figures.table.${column}`)}
    </span>
  );
  return (
    <tr role="row" id={`claim-${figure.publicId}`}>
      <td role="cell">
        {name("figure")}
        <div className="ticked-figure">
          <CompareTick claim={{ ...figure, raw: figure.quantity.raw }} locale={locale} />
          <div>
            <FigureCell figure={figure} locale={locale} />
          </div>
        </div>
      </td>
      <th role="rowheader" scope="row">
        {name("claimant")}
        <div>
          <ClaimantLink claimant={figure.claimant} isAnonymous={figure.isAnonymous} locale={locale} />
        </div>
      </th>
      <td role="cell">
        {name("stated")}
        <div>
          <DateText date={figure.stated} locale={locale} form="short" />
          {figure.asOf ? (
            <small>{t("figures.table.asOf", { date: tellDate(figure.asOf, locale, "short") })}</small>
          ) : null}
        </div>
      </td>
      <td role="cell">
        {name("carriedBy")}
        <div>
          <ReportLines attributions={figure.attributions} locale={locale} />
        </div>
      </td>
      <td role="cell">
        {name("status")}
        <div>
          <StatusWords {...figure} locale={locale} />
        </div>
      </td>
    </tr>
  );
}

/** The figure in its own words, what it rests on and is measured against, what came before it, and its headline verdict. */
function FigureCell({ figure, locale }: { figure: EventFigure; locale: string }) {
  const t = translator(locale);
  const { basis, relativeTo, headline } = figure;
  return (
    <>
      <a
        className="figure text-lg leading-snug"
        href={claimHref(locale, figure.publicId)}
        aria-describedby={termId("qualifier", figure.quantity.qualifier)}
      >
        <WordingText wording={figure.wording} locale={locale} />
      </a>
      {isDocumentedBasis(basis) ? <small>{t(`figures.documented.${basis}`)}</small> : null}
      {relativeTo ? <small>{t("figures.table.relativeTo", referredTo(relativeTo, locale))}</small> : null}
      {figure.earlier.map((earlier) => (
        <small key={earlier.publicId}>
          <a className="touch" href={claimHref(locale, earlier.publicId)}>
            {t(earlier.lifecycle === "replaced" ? "figures.table.earlierMeasure" : "figures.table.earlier", {
              raw: earlier.quantity.raw,
              measure: earlier.measureLabel,
              date: tellDate(earlier.stated, locale, "short"),
              state: t(`lifecycle.${earlier.lifecycle}.label`),
            })}
          </a>
        </small>
      ))}
      {headline ? (
        <small className="mt-1.5">
          <HeadlineWords verdict={headline} locale={locale} />
        </small>
      ) : null}
    </>
  );
}
