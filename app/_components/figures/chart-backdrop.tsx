import type { MeasureView, ReportedRangeView } from "@/lib/events/types";
import { formatLocaleOf } from "@/lib/format/messages";
import { formatFigure } from "@/lib/format/numbers";
import { type Axis, placeTicks } from "./axis";
import { sideClass } from "./grammar";
import { percent } from "./place-mark";
import { NARROW_PLOT_PX, WIDE_PLOT_PX } from "./row-layout";

type Props = {
  axis: Axis;
  range: ReportedRangeView;
  documented: MeasureView["documentedMinimum"][number] | undefined;
  /** Of those sides that have a word to draw, the colour and the name of the hatching. */
  hatches: { id: string; side: string | null }[];
  sides: string[];
  locale: string;
};

/** What lies behind all rows: the pale band of the range, the lines of the axis, the documented minimum. */
export function ChartBackdrop({ axis, range, documented, hatches, sides, locale }: Props) {
  const format = (value: number) => formatFigure(value, formatLocaleOf(locale));
  const narrow = placeTicks(axis, NARROW_PLOT_PX, format).map((tick) => tick.at);
  const wide = placeTicks(axis, WIDE_PLOT_PX, format).map((tick) => tick.at);
  return (
    <div className="chart-backdrop" aria-hidden="true">
      <svg>
        {hatches.length > 0 ? <Hatches hatches={hatches} sides={sides} /> : null}
        {range ? <Band axis={axis} range={range} /> : null}
        {wide.map((at) => (
          <GridLine key={at} at={at} isWideOnly={!narrow.includes(at)} />
        ))}
        {documented ? <DocumentedLine at={axis.at(documented.n)} /> : null}
      </svg>
    </div>
  );
}

export function Band({ axis, range }: { axis: Axis; range: NonNullable<ReportedRangeView> }) {
  const from = range.low.isOpen ? 0 : axis.at(range.low.value);
  const to = range.high.isOpen ? 100 : axis.at(range.high.value);
  return <rect className="mark-band" x={percent(from)} width={percent(to - from)} height="100%" />;
}

export function GridLine({ at, isWideOnly = false }: { at: number; isWideOnly?: boolean }) {
  const x = percent(at);
  return <line className={isWideOnly ? "mark-grid only-wide" : "mark-grid"} x1={x} x2={x} y2="100%" />;
}

export function DocumentedLine({ at }: { at: number }) {
  return <line className="mark-documented" x1={percent(at)} x2={percent(at)} y2="100%" />;
}

export function Hatches({ hatches, sides }: Pick<Props, "hatches" | "sides">) {
  return (
    <defs>
      {hatches.map(({ id, side }) => (
        <pattern
          key={id}
          id={id}
          className={sideClass(sides, side)}
          width="6"
          height="6"
          patternUnits="userSpaceOnUse"
          patternTransform="rotate(45)"
        >
          <line className="mark-line mark-fine" x1="3" x2="3" y2="6" />
        </pattern>
      ))}
    </defs>
  );
}
