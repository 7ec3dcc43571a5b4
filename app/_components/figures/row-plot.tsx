import clsx from "clsx";
import type { EarlierFigure, FigureClaim } from "@/lib/claims/types";
import { directionOf, translator } from "@/lib/format/messages";
import type { MeasureKind } from "@/lib/vocabulary";
import type { Axis } from "./axis";
import { claimHref, earlierName, figureName } from "./figure-name";
import { isCrossed } from "./grammar";
import { Mark } from "./mark";
import { type LabelPlace, LINE_PX } from "./place-label";
import { percent, placeOf } from "./place-mark";
import { termsOfMark } from "./term";

export type RowPlotProps = {
  figure: FigureClaim;
  kinds: MeasureKind[];
  axis: Axis;
  hatch: string;
  locale: string;
  place: LabelPlace;
  /** The layout for which this drawing is set; null where one serves both. */
  only: "narrow" | "wide" | null;
};

/** The marks of one row, each a link to its claim; the current one answers along the whole row. */
export function RowPlot({ figure, kinds, axis, hatch, locale, place, only }: RowPlotProps) {
  const crossed = isCrossed(figure.standing, figure.lifecycle);
  const name = figureName(figure, kinds, translator(locale), locale);
  const y = place.markY;
  return (
    <svg
      className={clsx("chart-plot", crossed && "mark-grey", only && `only-${only}`)}
      width="100%"
      height={place.height}
    >
      <Joins figure={figure} axis={axis} y={y} />
      <a
        href={claimHref(locale, figure.publicId)}
        aria-label={name}
        aria-describedby={termsOfMark(figure.quantity, figure.verification)}
      >
        <rect className="mark-hit" width="100%" height={place.height} />
        <Mark
          quantity={figure.quantity}
          verification={figure.verification}
          isCrossed={crossed}
          axis={axis}
          y={y}
          hatch={hatch}
        />
        <FigureLabel place={place} language={figure.wording.language} />
      </a>
      <EarlierMarks figure={figure} axis={axis} y={y} locale={locale} />
    </svg>
  );
}

/** Thin lines from each earlier figure to what came after; with a gap where what is counted changed. */
function Joins({ figure, axis, y }: { figure: FigureClaim; axis: Axis; y: number }) {
  const chain: (EarlierFigure | FigureClaim)[] = [...figure.earlier, figure];
  return figure.earlier.map((earlier, i) => {
    const next = chain[i + 1];
    const from = placeOf(earlier.quantity, axis)?.at;
    const to = next && placeOf(next.quantity, axis)?.at;
    if (from === undefined || to === undefined) return null;
    const third = (to - from) / 3;
    const ends = earlier.lifecycle === "replaced" ? [from, from + third, to - third, to] : [from, to];
    return <JoinLine key={earlier.publicId} ends={ends} y={y} />;
  });
}

function JoinLine({ ends, y }: { ends: number[]; y: number }) {
  const starts = ends.filter((_, i) => i % 2 === 0);
  return starts.map((x, i) => (
    <line
      key={x}
      className="mark-line mark-fine mark-grey"
      x1={percent(x)}
      x2={percent(ends[2 * i + 1] ?? x)}
      y1={y}
      y2={y}
    />
  ));
}

function EarlierMarks({
  figure,
  axis,
  y,
  locale,
}: {
  figure: FigureClaim;
  axis: Axis;
  y: number;
  locale: string;
}) {
  return figure.earlier.map((earlier) => {
    const place = placeOf(earlier.quantity, axis);
    if (!place) return null;
    const name = earlierName(figure.claimant.name, earlier, translator(locale), locale);
    return (
      <a
        key={earlier.publicId}
        className="mark-grey"
        href={claimHref(locale, earlier.publicId)}
        aria-label={name}
      >
        <svg x={percent(place.at)} y={y} overflow="visible">
          <circle className="mark-hit" r="12" />
          <circle className="mark-hollow mark-fine" r="3.5" />
        </svg>
      </a>
    );
  });
}

/** The figure in its own words. Its direction is that of its language, so "start" may be its right-hand end. */
function FigureLabel({ place, language }: { place: LabelPlace; language: string }) {
  const isRtl = directionOf(language) === "rtl";
  const isLeft = place.anchor === "start";
  return (
    <svg x={percent(place.at)} overflow="visible">
      <text
        className={clsx("figure-text", isRtl && "rtl")}
        lang={language}
        textAnchor={isLeft === isRtl ? "end" : "start"}
      >
        {place.lines.map((line, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name than its place
          <tspan key={i} x={Math.round(place.dx)} y={Math.round(place.firstBaseline) + i * LINE_PX}>
            {line.was.map((raw) => (
              <tspan key={raw}>
                <tspan className="was">{raw}</tspan>{" "}
              </tspan>
            ))}
            {line.text}
            {line.note ? <tspan className="note">{line.text ? ` ${line.note}` : line.note}</tspan> : null}
          </tspan>
        ))}
      </text>
    </svg>
  );
}
