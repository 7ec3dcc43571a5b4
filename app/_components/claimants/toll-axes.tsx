// biome-ignore-all lint/a11y/noSvgWithoutTitle: drawn behind the marks and said in the caption
// biome-ignore-all lint/a11y/noAriaHiddenOnFocusable: a group of strokes takes no focus
import { translator } from "@/lib/format/messages";
import { percent } from "../figures/place-mark";
import type { TollModel } from "./toll-plot";
import { type TimeTick, timeTicks } from "./toll-ticks";
import { breaksOf } from "./toll-time";
import { calendarOf } from "./toll-words";

/** Below the foot: two lines for the words of time. */
export const AXIS_PX = 42;

/** `zone` is the IANA zone on whose calendar time is told. */
type Props = { model: TollModel; zone: string; locale: string };

/** Everything behind the marks: values and their lines, time and its words, the event, what lies further off. */
export function TollAxes({ model, zone, locale }: Props) {
  const { frame, footPx, event, valueTicks } = model;
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
        ticks={timeTicks(model.time, model.plotPx, calendarOf(zone, locale))}
        footPx={footPx}
        top={frame.heightPx}
      />
      <Strips model={model} top={frame.heightPx} locale={locale} />
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
function Strips({ model: { time, footPx }, top, locale }: Omit<Props, "zone"> & { top: number }) {
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
