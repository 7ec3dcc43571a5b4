// biome-ignore-all lint/a11y/noSvgWithoutTitle: drawn behind the marks and said in the caption
// biome-ignore-all lint/a11y/noAriaHiddenOnFocusable: a group of strokes takes no focus
import { translator } from "@/lib/format/messages";
import { percent } from "../figures/place-mark";
import { calendarOf } from "./calendar";
import type { GutterPx } from "./gutter";
import { breaksOf, type TimeAxis } from "./time-axis";
import { type TimeTick, timeTicks } from "./time-ticks";
import type { ValueTick } from "./value-axis";

/** Below the foot: two lines for the words of time. */
export const AXIS_PX = 42;

/** Room for the numbers of the axis, on the left in every language. */
export const GUTTER: Record<GutterPx, string> = {
  20: "ml-[20px]",
  28: "ml-[28px]",
  36: "ml-[36px]",
  44: "ml-[44px]",
  52: "ml-[52px]",
  64: "ml-[64px]",
  80: "ml-[80px]",
};

/** A plot of values over time, before anything is drawn on it; the least width of it in pixels. */
export type PlotGround = {
  heightPx: number;
  plotPx: number;
  footPx: number;
  time: TimeAxis;
  valueTicks: ValueTick[];
  /** The event itself, where the axis reaches it. */
  event: { from: number; to: number } | null;
};

/** `zone` is the IANA zone on whose calendar time is told. */
type Props = { ground: PlotGround; zone: string; locale: string };

/** Everything behind the marks: values and their lines, time and its words, the event, what lies further off. */
export function PlotAxes({ ground, zone, locale }: Props) {
  const { heightPx, footPx, event, valueTicks } = ground;
  return (
    <g aria-hidden="true">
      {event ? (
        <rect
          className="mark-band"
          x={percent(event.from)}
          width={percent(Math.max(0.4, event.to - event.from))}
          height={footPx}
        />
      ) : null}
      {valueTicks.map(({ value, y, label }) => (
        <g key={value}>
          <line className={value === 0 ? "mark-bracket" : "mark-grid"} x2="100%" y1={y} y2={y} />
          <text className="axis-text [text-anchor:end]" x="-8" y={y + 4}>
            {label}
          </text>
        </g>
      ))}
      <TimeWords
        ticks={timeTicks(ground.time, ground.plotPx, calendarOf(zone, locale))}
        footPx={footPx}
        top={heightPx}
      />
      <Strips ground={ground} top={heightPx} locale={locale} />
    </g>
  );
}

function TimeWords({ ticks, footPx, top }: { ticks: TimeTick[]; footPx: number; top: number }) {
  return ticks.map(({ at, label, below, isPeriod }) => (
    <svg key={at} x={percent(at)} overflow="visible">
      <line className="mark-bracket" y1={footPx} y2={footPx + 5} />
      <text className={isPeriod ? "axis-text [text-anchor:start]" : "axis-text"}>
        <tspan x={isPeriod ? 4 : 0} y={top + 19}>
          {label}
        </tspan>
        {below ? (
          <tspan x={isPeriod ? 4 : 0} y={top + 35}>
            {below}
          </tspan>
        ) : null}
      </text>
    </svg>
  ));
}

/** What lies further off: cut off from the true axis by two strokes, and named. */
function Strips({ ground: { time, footPx }, top, locale }: Omit<Props, "zone"> & { top: number }) {
  const t = translator(locale);
  return (
    <>
      {breaksOf(time).map((at) => (
        <svg key={at} x={percent(at)} overflow="visible">
          <rect className="fill-paper" x="-8" width="16" height={footPx + 8} />
          <path
            className="mark-bracket"
            d={`M-6 ${footPx + 6}L-1 ${footPx - 6}M1 ${footPx + 6}L6 ${footPx - 6}`}
          />
        </svg>
      ))}
      {(["earlier", "later"] as const).map((where) => {
        const strip = time.strips[where];
        if (!strip) return null;
        return (
          <text key={where} className="axis-text" x={percent((strip.from + strip.to) / 2)} y={top + 19}>
            {t(`tollTimeline.${where}`)}
          </text>
        );
      })}
    </>
  );
}
