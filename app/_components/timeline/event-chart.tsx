// biome-ignore-all lint/a11y/noSvgWithoutTitle: a drawing of links, each of which says its whole name
// biome-ignore-all lint/a11y/noAriaHiddenOnFocusable: a group of strokes takes no focus
import clsx from "clsx";
import { translator } from "@/lib/format/messages";
import type { EventTimeline, TimelineMeasure } from "@/lib/timeline/types";
import { figureName } from "../figures/figure-name";
import { sideClass } from "../figures/grammar";
import { percent } from "../figures/place-mark";
import { goesOn } from "./end-labels";
import type { EndLabel, EventFrame, EventModel } from "./event-plot";
import { LabelText } from "./label-text";
import { PlacedMark, StrokeLine } from "./placed-mark";
import { AXIS_PX, GUTTER, PlotAxes } from "./plot-axes";

type Props = {
  model: EventModel;
  timeline: EventTimeline;
  measure: TimelineMeasure;
  /** A word that no other drawing of the page has. */
  name: string;
  locale: string;
};

/** The figures of one measure drawn for one width: time to the right, values upward, in every language. */
export function EventChart({ model, timeline, measure, name, locale }: Props) {
  const { frame, figures, ends, eventLabel, documented, heightPx } = model;
  const { sides, event } = timeline;
  const t = translator(locale);
  const lookOf = (place: number) => sideClass(sides, measure.figures[place]?.side ?? null);
  return (
    <div className={clsx(SHOWN[frame.name], GUTTER[model.gutterPx], NAMES[frame.namesPx])}>
      <svg className="chart-plot" width="100%" height={heightPx + AXIS_PX}>
        <PlotAxes ground={model} zone={event.occurred.zone} locale={locale} />
        {documented ? (
          <line
            className="mark-documented"
            aria-hidden="true"
            x1={percent(documented.x)}
            x2="100%"
            y1={documented.y}
            y2={documented.y}
          />
        ) : null}
        <Lines model={model} lookOf={lookOf} />
        {ends.map((end) => (
          <Leader key={end.place} end={end} look={lookOf(end.place)} />
        ))}
        {figures.map((placed, place) => (
          <PlacedMark
            key={placed.figure.publicId}
            placed={placed}
            look={placed.size === "past" ? "mark-grey" : lookOf(place)}
            title={figureName(placed.figure, measure.kinds, t, locale)}
            name={name}
            locale={locale}
          />
        ))}
        <g aria-hidden="true">
          {[...ends.map(({ label }) => label), ...(eventLabel ? [eventLabel] : [])].map((label) => (
            <LabelText key={`${label.x} ${label.dx} ${label.lines[0]?.y}`} label={label} />
          ))}
        </g>
      </svg>
    </div>
  );
}

/** Of the drawings the one for the width at hand is shown; the others are away for those who listen too. */
const SHOWN: Record<EventFrame["name"], string> = {
  narrow: "@min-[620px]:hidden",
  middle: "hidden @min-[620px]:block @min-[960px]:hidden",
  wide: "hidden @min-[960px]:block",
};

/** Room for the names after the plot, on the right in every language, as time runs. */
const NAMES: Record<EventFrame["namesPx"], string> = { 0: "", 168: "mr-[168px]", 228: "mr-[228px]" };

/** With more lines than this, those without a name step back behind those that have one. */
const CROWD = 16;

function Lines({ model, lookOf }: { model: EventModel; lookOf: (place: number) => string }) {
  const { strokes, breaks, figures, ends } = model;
  const isCrowded = strokes.filter(goesOn).length > CROWD;
  const isNamed = (place: number) =>
    Boolean(figures[place]?.label) || ends.some((end) => end.place === place);
  return (
    <g aria-hidden="true">
      {strokes.map((stroke) => (
        <g key={Object.values(stroke).join(" ")} className={lookOf(stroke.place)}>
          <StrokeLine stroke={stroke} isFaint={isCrowded && goesOn(stroke) && !isNamed(stroke.place)} />
        </g>
      ))}
      {breaks.map(({ place, x, y }) => (
        <svg key={place} className={lookOf(place)} x={percent(x)} y={y} overflow="visible">
          <path className="mark-line" d="M0 -7V7M5 -7V7" />
        </svg>
      ))}
    </g>
  );
}

/** From the end of a line to its name, where that had to make way. */
function Leader({ end: { y, label }, look }: { end: EndLabel; look: string }) {
  const to = (label.lines[0]?.y ?? y) - 5;
  return (
    <svg className={look} x="100%" overflow="visible" aria-hidden="true">
      <path className="mark-line mark-fine opacity-60" d={`M0 ${y}L${label.dx - 3} ${to}`} />
    </svg>
  );
}
