import type { EventFigure, MeasureView } from "@/lib/events/types";
import { translator } from "@/lib/format/messages";
import { ClaimantLink } from "../claims/claimant-link";
import { ReportLines } from "../claims/report-line";
import { WordingText } from "../claims/wording-text";
import { CompareTick } from "../compare/compare-tick";
import { DateText } from "../ui/date-text";
import { BestEstimate } from "./best-estimate";
import { claimHref } from "./figure-name";
import { isCrossed, MARK_OF } from "./grammar";
import { HeadlineWords } from "./headline-words";
import { QualifierGlyph } from "./qualifier-glyph";
import { StatusWords } from "./status-words";
import { termId } from "./term";

/**
 * A measure with few figures, without an axis: each figure with its mark, claimant, date and states. That these count
 * something else than the headline is said above all of them; a figure says only where it stands otherwise.
 */
export function CompactMeasure({ measure, locale }: { measure: MeasureView; locale: string }) {
  return (
    <section id={measure.slug} className="border-t border-rule py-4">
      <h3 className="text-lg">{measure.label}</h3>
      <ul className="mt-2 grid gap-3">
        {measure.figures.map((figure) => (
          <CompactFigure
            key={figure.id}
            figure={figure}
            isAlone={measure.figures.length === 1}
            locale={locale}
          />
        ))}
      </ul>
      {measure.estimates.length > 0 ? <BestEstimate estimates={measure.estimates} locale={locale} /> : null}
    </section>
  );
}

function CompactFigure({
  figure,
  isAlone,
  locale,
}: {
  figure: EventFigure;
  isAlone: boolean;
  locale: string;
}) {
  const t = translator(locale);
  const isWord = MARK_OF[figure.quantity.qualifier] === "hatched";
  return (
    <li id={`claim-${figure.publicId}`} className="small text-muted">
      <p className="flex items-center gap-2 text-ink">
        <QualifierGlyph
          qualifier={figure.quantity.qualifier}
          verification={figure.verification}
          isCrossed={isCrossed(figure.standing, figure.lifecycle)}
          hatch={`hatch-${figure.publicId}`}
        />
        <a
          className="plain-link font-serif text-xl leading-snug"
          href={claimHref(locale, figure.publicId)}
          aria-describedby={termId("qualifier", figure.quantity.qualifier)}
        >
          <WordingText wording={figure.wording} locale={locale} quoted={isWord} />
        </a>
        <span className="ms-auto flex">
          <CompareTick claim={{ ...figure, raw: figure.quantity.raw }} locale={locale} />
        </span>
      </p>
      <p>
        <ClaimantLink claimant={figure.claimant} isAnonymous={figure.isAnonymous} locale={locale} />
      </p>
      <p>
        <DateText date={figure.stated} locale={locale} form="short" />
        {isAlone ? `. ${t("figures.compact.alone")}` : null}
      </p>
      <div className="states-inline">
        <StatusWords {...figure} locale={locale} />
        {figure.headline && figure.headline.code !== "other_measure" ? (
          <HeadlineWords verdict={figure.headline} locale={locale} />
        ) : null}
      </div>
      <details>
        <summary>{t("figures.resting.reports", { count: figure.attributions.length })}</summary>
        <ReportLines attributions={figure.attributions} locale={locale} />
      </details>
    </li>
  );
}
