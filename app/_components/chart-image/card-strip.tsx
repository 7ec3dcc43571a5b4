import type { ReactElement } from "react";
import type { FigureClaim } from "@/lib/claims/types";
import type { MeasureView } from "@/lib/events/types";
import { formatLocaleOf, translator } from "@/lib/format/messages";
import { formatFigure } from "@/lib/format/numbers";
import { type Axis, placeTicks } from "../figures/axis";
import { Band, DocumentedLine, GridLine, Hatches } from "../figures/chart-backdrop";
import { hatchesOf } from "../figures/chart-body";
import { Bracket } from "../figures/chart-header";
import { type ChartGroup, chartModel } from "../figures/chart-model";
import { isCrossed, sideClass } from "../figures/grammar";
import { Mark } from "../figures/mark";
import { coveredBy } from "../figures/place-mark";
import { textWidth, wrapText } from "../figures/text-width";
import type { CardFrame } from "./card-size";

/** Marks are drawn as on the page, this much larger. */
const TIMES = 1.5;
const TICKS_PX = 18;
const BRACKET_PX = 9;
const LANE_PX = 22;
const LANE_LEAST_PX = 13;
const BARE_PX = 26;

/** All marks of a measure on one axis without their words, side under side, as dense as the height wants it. */
export function cardStrip(
  measure: MeasureView,
  sides: readonly string[],
  { left, right }: CardFrame,
  heightPx: number,
  locale: string,
): ReactElement {
  const { axis, range, groups } = chartModel(measure, sides, {
    scale: null,
    withAnonymous: false,
    relations: null,
  });
  const names = sides.length > 0 ? namesPx(groups, locale) : 0;
  const [width, height] = [(right - left) / TIMES - names, heightPx / TIMES - TICKS_PX];
  const needed = groups.flatMap(({ side, figures }) =>
    lanesOf(figures, axis, width).map((inLane) => ({ side, inLane })),
  );
  // More lanes than that would be a smear: the range on its axis says what a card can.
  const lanes = needed.length * LANE_LEAST_PX > height - BRACKET_PX ? [] : needed;
  const pitch = Math.min(LANE_PX, (height - BRACKET_PX) / Math.max(1, lanes.length));
  const top = BRACKET_PX;
  const foot = top + (lanes.length > 0 ? pitch * lanes.length : BARE_PX);
  const { hatchOf, hatches } = hatchesOf("card", groups, sides);
  const documented = measure.documentedMinimum[0];
  const format = (value: number) => formatFigure(value, formatLocaleOf(locale));
  const ticks = placeTicks(axis, width, format);
  return (
    <g transform={`translate(${left} 0) scale(${TIMES})`}>
      {lanes.map(({ side }, i) =>
        sides.length > 0 && lanes[i - 1]?.side !== side ? (
          <text key={side ?? ""} className="image-sans" fontSize={NAME_PX} y={top + pitch * (i + 0.5) + 4.5}>
            {shortName(side, locale)}
          </text>
        ) : null,
      )}
      <svg x={names} width={width} height={foot}>
        {hatches.length > 0 ? <Hatches hatches={hatches} sides={[...sides]} /> : null}
        <svg y={top} width={width} height={foot - top}>
          {range ? <Band axis={axis} range={range} /> : null}
          {ticks.map(({ at }) => (
            <GridLine key={at} at={at} />
          ))}
          {documented ? <DocumentedLine at={axis.at(documented.n)} /> : null}
        </svg>
        {range ? <Bracket axis={axis} range={range} top={1} /> : null}
        {lanes.map(({ side, inLane }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a lane has no other name than its place
          <g key={i} className={sideClass(sides, side)}>
            {inLane.map((figure) => (
              <CardMark
                key={figure.id}
                figure={figure}
                axis={axis}
                y={top + pitch * (i + 0.5)}
                hatch={hatchOf(side)}
              />
            ))}
          </g>
        ))}
        {ticks.map(({ value, at, label }) => (
          <text key={value} className="axis-text" x={`${at}%`} y={foot + 14}>
            {label}
          </text>
        ))}
      </svg>
    </g>
  );
}

const NAME_PX = 13;

/** The column of the sides' names: a colour alone would not say whose marks these are. */
function namesPx(groups: readonly ChartGroup[], locale: string): number {
  return Math.max(...groups.map(({ side }) => textWidth(shortName(side, locale), "sans", NAME_PX))) + 10;
}

function shortName(side: string | null, locale: string): string {
  const [name = ""] = wrapText(side ?? translator(locale)("event.neither"), "sans", NAME_PX, 130, 1);
  return name;
}

type MarkProps = { figure: FigureClaim; axis: Axis; y: number; hatch: string };

function CardMark({ figure, axis, y, hatch }: MarkProps) {
  const crossed = isCrossed(figure.standing, figure.lifecycle);
  return (
    <g className={crossed ? "mark-grey" : undefined}>
      <Mark
        quantity={figure.quantity}
        verification={figure.verification}
        isCrossed={crossed}
        axis={axis}
        y={y}
        hatch={hatch}
      />
    </g>
  );
}

/** Figures in as few lanes as they need to cover none of their lane; those without a mark are in none. */
function lanesOf(figures: readonly FigureClaim[], axis: Axis, width: number): FigureClaim[][] {
  const lanes: { to: number; figures: FigureClaim[] }[] = [];
  const placed = figures
    .flatMap((figure) => {
      const covered = coveredBy({ ...figure, earlier: [] }, axis);
      if (!covered) return [];
      const from = (covered.from / 100) * width - covered.padBefore;
      return [{ figure, from, to: (covered.to / 100) * width + covered.padAfter }];
    })
    .toSorted((a, b) => a.from - b.from);
  for (const { figure, from, to } of placed) {
    const lane = lanes.find((one) => one.to < from);
    if (lane) Object.assign(lane, { to, figures: [...lane.figures, figure] });
    else lanes.push({ to, figures: [figure] });
  }
  return lanes.map((lane) => lane.figures);
}
