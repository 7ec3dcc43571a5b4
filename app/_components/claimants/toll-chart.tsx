// biome-ignore-all lint/a11y/noSvgWithoutTitle: a drawing of links, each of which says its whole name
// biome-ignore-all lint/a11y/noAriaHiddenOnFocusable: a group of strokes takes no focus
import clsx from "clsx";
import type { TollView } from "@/lib/claims/toll-types";
import { translator } from "@/lib/format/messages";
import { sideClass } from "../figures/grammar";
import { percent } from "../figures/place-mark";
import { LabelText } from "../timeline/label-text";
import { PlacedMark, StrokeLine } from "../timeline/placed-mark";
import { AXIS_PX, GUTTER, PlotAxes } from "../timeline/plot-axes";
import type { TollModel } from "./toll-plot";
import { markName } from "./toll-words";

/** `name` is a word that no other drawing of the page has. */
type Props = { model: TollModel; view: TollView; name: string; locale: string };

/** One account drawn for one width: time to the right, values upward, in every language. */
export function TollChart({ model, view, name, locale }: Props) {
  const { frame, figures, beside, strokes, drops, breaks, notes, eventLabel, footPx, unplacedCount } = model;
  return (
    <div className={clsx(SHOWN[frame.name], GUTTER[model.gutterPx])}>
      <svg className="chart-plot" width="100%" height={frame.heightPx + AXIS_PX}>
        <PlotAxes
          ground={{ ...model, heightPx: frame.heightPx }}
          zone={view.event.occurred.zone}
          locale={locale}
        />
        <g className={sideClass(view.sides, view.side)} aria-hidden="true">
          {strokes.map((stroke) => (
            <StrokeLine key={Object.values(stroke).join(" ")} stroke={stroke} />
          ))}
          {drops.map(({ x, y }) => (
            <svg key={x} x={percent(x)} y={y} overflow="visible">
              <path className="mark-line" d="M-5 -4L0 3L5 -4" />
            </svg>
          ))}
        </g>
        {breaks.map((x) => (
          <line
            key={x}
            className="mark-bracket [stroke-dasharray:2_4]"
            aria-hidden="true"
            x1={percent(x)}
            x2={percent(x)}
            y2={footPx}
          />
        ))}
        {beside.map((placed) => (
          <PlacedMark
            key={placed.figure.publicId}
            placed={placed}
            look={sideClass(view.sides, placed.figure.side)}
            title={markName(placed.figure, placed.figure.claimant.name, placed.figure.measureLabel, locale)}
            name={name}
            locale={locale}
          />
        ))}
        {figures.map((placed) => (
          <PlacedMark
            key={placed.figure.publicId}
            placed={placed}
            look={placed.size === "past" ? "mark-grey" : sideClass(view.sides, view.side)}
            title={markName(placed.figure, view.claimant.name, placed.figure.measure.label, locale)}
            name={name}
            locale={locale}
          />
        ))}
        <g aria-hidden="true">
          {[...notes, ...(eventLabel ? [eventLabel] : [])].map((label) => (
            <LabelText key={`${label.x} ${label.dx} ${label.lines[0]?.y}`} label={label} />
          ))}
        </g>
      </svg>
      {unplacedCount > 0 ? (
        <p className="small text-muted">
          {translator(locale)("tollTimeline.caption.unplaced", { count: unplacedCount })}
        </p>
      ) : null}
    </div>
  );
}

/** Of the drawings of an account the one for the width at hand is shown; the others are away for those who listen too. */
const SHOWN: Record<TollModel["frame"]["name"], string> = {
  narrow: "@min-[620px]:hidden",
  middle: "hidden @min-[620px]:block @min-[960px]:hidden",
  wide: "hidden @min-[960px]:block",
};
