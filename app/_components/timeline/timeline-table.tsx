import { translator } from "@/lib/format/messages";
import type { TimelineFigure, TimelineMeasure } from "@/lib/timeline/types";
import { ClaimRefLink } from "../claims/claim-ref";
import { ClaimantLink } from "../claims/claimant-link";
import { WordingText } from "../claims/wording-text";
import { claimHref } from "../figures/figure-name";
import { isDocumentedBasis } from "../figures/grammar";
import { StatusWords } from "../figures/status-words";
import { DateText, tellDate } from "../ui/date-text";
import { StackedTable } from "../ui/stacked-table";
import { whyLowerWords } from "./why-lower";

type Props = { measure: TimelineMeasure; locale: string };

const COLUMNS = ["stated", "claimant", "figure", "change", "status"] as const;

/** The chart's twin in words: every figure in the order in which it was stated. */
export function TimelineTable({ measure, locale }: Props) {
  const t = translator(locale);
  return (
    <div className="mt-6">
      <StackedTable
        caption={t("timeline.table.caption", { measure: measure.label })}
        columns={COLUMNS.map((column) => t(`timeline.table.${column}`))}
        heading={1}
        rows={measure.figures.map((figure, place) => ({
          key: figure.publicId,
          cells: [
            <Stated key="stated" figure={figure} locale={locale} />,
            <ClaimantLink
              key="claimant"
              claimant={figure.claimant}
              isAnonymous={figure.isAnonymous}
              locale={locale}
            />,
            <Figure key="figure" figure={figure} locale={locale} />,
            <HowItChanged key="change" measure={measure} place={place} locale={locale} />,
            <StatusWords key="status" {...figure} locale={locale} />,
          ],
        }))}
      />
    </div>
  );
}

function Stated({ figure: { stated, asOf }, locale }: { figure: TimelineFigure; locale: string }) {
  return (
    <>
      <DateText date={stated} locale={locale} form="short" />
      {asOf ? (
        <small>{translator(locale)("figures.table.asOf", { date: tellDate(asOf, locale, "short") })}</small>
      ) : null}
    </>
  );
}

function Figure({ figure, locale }: { figure: TimelineFigure; locale: string }) {
  const { publicId, wording, basis } = figure;
  return (
    <>
      <a className="figure text-lg leading-snug" href={claimHref(locale, publicId)}>
        <WordingText wording={wording} locale={locale} />
      </a>
      {isDocumentedBasis(basis) ? <small>{translator(locale)(`figures.documented.${basis}`)}</small> : null}
    </>
  );
}

/** What a figure took the place of, and what took its own. */
function HowItChanged({ measure, place, locale }: Props & { place: number }) {
  const t = translator(locale);
  const { figures, steps, departures } = measure;
  const before = steps.filter(({ newer }) => newer === place);
  const after = steps.filter(({ older }) => older === place);
  const left = departures.filter(({ older }) => older === place);
  const told = (other: TimelineFigure) => (
    <a href={claimHref(locale, other.publicId)}>
      <bdi className="figure">{other.quantity.raw}</bdi>,{" "}
      <DateText date={other.stated} locale={locale} form="short" />
    </a>
  );
  return (
    <>
      {before.map((step) => {
        const older = figures[step.older];
        return older ? (
          <span key={older.publicId} className="block">
            {t.rich("timeline.table.tookPlace", { older: () => told(older) })}{" "}
            {step.isDownward ? whyLowerWords(step.why, locale) : null}
          </span>
        ) : null;
      })}
      {after.map((step) => {
        const newer = figures[step.newer];
        return newer ? (
          <span key={newer.publicId} className="block">
            {t.rich("timeline.table.gavePlace", { newer: () => told(newer) })}
          </span>
        ) : null;
      })}
      {left.map(({ claim, measureLabel }) => (
        <span key={claim.publicId} className="block">
          {t.rich("timeline.table.countsElse", {
            claim: () => <ClaimRefLink claim={claim} locale={locale} />,
            measure: measureLabel,
          })}
        </span>
      ))}
      {before.length + after.length + left.length === 0 ? (
        <span className="text-muted">{t("timeline.table.noChange")}</span>
      ) : null}
    </>
  );
}
