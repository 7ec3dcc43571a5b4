import type { ReactNode } from "react";
import type { MeasureView } from "@/lib/events/types";
import { translator } from "@/lib/format/messages";
import { QUALIFIERS, VERIFICATIONS } from "@/lib/vocabulary";
import type { ChartModel } from "../figures/chart-model";
import { DocumentedGlyph, EarlierGlyph, RangeGlyph } from "../figures/figure-legend";
import { isCrossed, MARK_OF } from "../figures/grammar";
import { QualifierGlyph } from "../figures/qualifier-glyph";
import { ContestedShape, CrossShape, VerificationShape } from "../figures/verification-shape";
import type { FlowItem } from "./flow-items";

/** How to read the marks that this very chart shows, and no others. */
export function legendItems(measure: MeasureView, { range, groups }: ChartModel, locale: string): FlowItem[] {
  const t = translator(locale);
  const figures = groups.flatMap((group) => group.figures);
  const uses = (isUsed: (figure: (typeof figures)[number]) => boolean, item: FlowItem) =>
    figures.some(isUsed) ? [item] : [];
  return [
    ...QUALIFIERS.flatMap((qualifier) =>
      uses((figure) => figure.quantity.qualifier === qualifier, {
        glyph: centred(
          <QualifierGlyph qualifier={qualifier} />,
          isPoint(qualifier) ? 20 : isWord(qualifier) ? 28 : 40,
        ),
        glyphPx: isPoint(qualifier) ? 20 : isWord(qualifier) ? 28 : 40,
        text: t(`qualifier.${qualifier}.label`),
      }),
    ),
    ...VERIFICATIONS.flatMap((verification) =>
      uses((figure) => figure.verification === verification, {
        glyph: <VerificationShape verification={verification} />,
        glyphPx: 14,
        text: t(`verification.${verification}.label`),
      }),
    ),
    ...uses(({ contested }) => contested !== null, {
      glyph: <ContestedShape />,
      glyphPx: 14,
      text: t("figures.contested"),
    }),
    ...uses(({ earlier }) => earlier.length > 0, {
      glyph: centred(<EarlierGlyph />, 40),
      glyphPx: 40,
      text: t("lifecycle.superseded.label"),
    }),
    ...uses(({ standing, lifecycle }) => isCrossed(standing, lifecycle), {
      glyph: (
        <>
          <VerificationShape verification="unverified" />
          <CrossShape />
        </>
      ),
      glyphPx: 14,
      text: t("chartImage.crossed"),
    }),
    ...(range
      ? [{ glyph: centred(<RangeGlyph />, 40, 4), glyphPx: 40, text: t("figures.range.label") }]
      : []),
    ...(measure.documentedMinimum.length > 0
      ? [{ glyph: centred(<DocumentedGlyph />, 20), glyphPx: 20, text: t("figures.documented.label") }]
      : []),
  ];
}

const isPoint = (qualifier: (typeof QUALIFIERS)[number]) => /^(ringed_)?dot$/.test(MARK_OF[qualifier]);
const isWord = (qualifier: (typeof QUALIFIERS)[number]) => MARK_OF[qualifier] === "words_at_edge";

/** The glyphs of the page's legend stand in boxes of 24 px; here around their middle. */
function centred(glyph: ReactNode, width: number, lift = 0) {
  return (
    <svg x={-width / 2} y={-12 - lift} overflow="visible">
      {glyph}
    </svg>
  );
}
