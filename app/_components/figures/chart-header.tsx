import clsx from "clsx";
import type { ReportedRangeView } from "@/lib/events/types";
import { formatLocaleOf, translator } from "@/lib/format/messages";
import { formatFigure } from "@/lib/format/numbers";
import { type Axis, placeTicks } from "./axis";
import { percent } from "./place-mark";
import { endClaimants, endText, isSingle, rangeEnds, rangeText } from "./range-words";
import { NARROW_PLOT_PX, WIDE_PLOT_PX } from "./row-layout";
import { textWidth, wrapText } from "./text-width";

const CAPTION_PX = 12.5;
const LINE_PX = 16;
const AXIS_PX = 22;
const BRACKET_PX = 8;

type Range = NonNullable<ReportedRangeView>;
export type CaptionLine = { text: string; isStrong: boolean };
type Props = { axis: Axis; range: ReportedRangeView; withAnonymous: boolean; locale: string };

/** Above the rows: the range with its bracket and those who stand at its ends, then the values of the axis. */
export function ChartHeader(props: Props) {
  return (
    <div className="chart-across" aria-hidden="true">
      <Header {...props} only="narrow" plotPx={NARROW_PLOT_PX} />
      <Header {...props} only="wide" plotPx={WIDE_PLOT_PX} />
    </div>
  );
}

type HeaderProps = Props & {
  /** The layout for which it is set; null where there is one alone. */
  only: "narrow" | "wide" | null;
  plotPx: number;
  linesMax?: number;
};

/** How high the header of a plot of that width is. */
export function headerPx({
  range,
  withAnonymous,
  plotPx,
  linesMax,
  locale,
}: Omit<HeaderProps, "axis" | "only">): number {
  const lines = range ? captionLines(range, withAnonymous, plotPx, locale, linesMax) : [];
  return (range ? lines.length * LINE_PX + BRACKET_PX + 4 : 0) + AXIS_PX;
}

export function Header(props: HeaderProps) {
  const { axis, range, withAnonymous, locale, only, plotPx, linesMax } = props;
  const lines = range ? captionLines(range, withAnonymous, plotPx, locale, linesMax) : [];
  const height = headerPx(props);
  const format = (value: number) => formatFigure(value, formatLocaleOf(locale));
  return (
    <svg className={clsx("chart-plot", only && `only-${only}`)} width="100%" height={height}>
      {range ? <Caption lines={lines} middle={middleOf(range, axis)} plotPx={plotPx} /> : null}
      {range ? <Bracket axis={axis} range={range} top={lines.length * LINE_PX + 4} /> : null}
      {placeTicks(axis, plotPx, format).map((tick) => (
        <text key={tick.value} className="axis-text" x={percent(tick.at)} y={height - 6}>
          {tick.label}
        </text>
      ))}
    </svg>
  );
}

const middleOf = (range: Range, axis: Axis) => (axis.at(range.low.value) + axis.at(range.high.value)) / 2;

function captionLines(
  range: Range,
  withAnonymous: boolean,
  plotPx: number,
  locale: string,
  linesMax?: number,
): CaptionLine[] {
  const t = translator(locale);
  const caption = t(withAnonymous ? "figures.range.captionAll" : "figures.range.caption", {
    range: rangeText(range, locale, "to"),
  });
  const names = rangeEnds(range).map((end) =>
    t("figures.range.endOf", { raw: endText(end, locale), claimants: endClaimants(end, t) }),
  );
  const claimants = isSingle(range) ? [endClaimants(range.low, t)] : names;
  return [
    ...setLines(caption, plotPx, true, linesMax),
    ...claimants.flatMap((name) => setLines(name, plotPx, false, linesMax)),
  ];
}

/** A sentence of the caption in at most two lines, unless more are allowed. */
export function setLines(sentence: string, plotPx: number, isStrong: boolean, linesMax = 2): CaptionLine[] {
  return wrapText(sentence, "sans", CAPTION_PX * (isStrong ? 1.04 : 1), plotPx, linesMax).map((text) => ({
    text,
    isStrong,
  }));
}

/** Lines set around a point, moved sideways as far as they need to stay within the narrowest plot. */
export function Caption({
  lines,
  middle,
  plotPx,
  top = 0,
  tone,
}: {
  lines: CaptionLine[];
  middle: number;
  plotPx: number;
  top?: number;
  tone?: string;
}) {
  const width = Math.max(...lines.map((line) => textWidth(line.text, "sans", CAPTION_PX))) * 1.04;
  const middlePx = (middle / 100) * plotPx;
  const start = Math.min(Math.max(0, middlePx - width / 2), Math.max(0, plotPx - width));
  return (
    <svg x={percent(middle)} overflow="visible">
      <text className={clsx("caption-text", tone)}>
        {lines.map(({ text, isStrong }, i) => (
          <tspan
            key={text}
            className={isStrong ? "strong" : undefined}
            x={Math.round(start - middlePx)}
            y={top + 12 + i * LINE_PX}
          >
            {text}
          </tspan>
        ))}
      </text>
    </svg>
  );
}

/** The bracket over the range; an end that nobody closed is left without its stroke. */
export function Bracket({ axis, range, top }: { axis: Axis; range: Range; top: number }) {
  const from = axis.at(range.low.value);
  const to = range.high.isOpen ? 100 : axis.at(range.high.value);
  const start = range.low.isOpen ? 0 : from;
  const foot = top + BRACKET_PX;
  return (
    <>
      <line className="mark-bracket" x1={percent(start)} x2={percent(to)} y1={top} y2={top} />
      {range.low.isOpen ? null : (
        <line className="mark-bracket" x1={percent(from)} x2={percent(from)} y1={top} y2={foot} />
      )}
      {range.high.isOpen ? null : (
        <line className="mark-bracket" x1={percent(to)} x2={percent(to)} y1={top} y2={foot} />
      )}
    </>
  );
}
