// biome-ignore-all lint/a11y/noSvgWithoutTitle: a drawing of links, each of which says its whole name
// biome-ignore-all lint/a11y/noAriaHiddenOnFocusable: a group of strokes takes no focus
import clsx from "clsx";
import type { BesideFigure, TollFigure, TollView } from "@/lib/claims/toll-types";
import { translator } from "@/lib/format/messages";
import { claimHref } from "../figures/figure-name";
import { sideClass } from "../figures/grammar";
import { percent } from "../figures/place-mark";
import { AXIS_PX, TollAxes } from "./toll-axes";
import type { Look, PlacedLabel } from "./toll-labels";
import { TollMark } from "./toll-mark";
import type { GUTTERS_PX, PlacedFigure, Stroke, TollModel } from "./toll-plot";
import { isCrossedFigure } from "./toll-shape";
import { markName } from "./toll-words";

/** `name` is a word that no other drawing of the page has. */
type Props = { model: TollModel; view: TollView; name: string; locale: string };

/** One account drawn for one width: time to the right, values upward, in every language. */
export function TollChart({ model, view, name, locale }: Props) {
  const { frame, figures, beside, strokes, drops, breaks, notes, eventLabel, footPx, unplacedCount } = model;
  return (
    <div className={clsx(SHOWN[frame.name], GUTTER[model.gutterPx])}>
      <svg className="chart-plot" width="100%" height={frame.heightPx + AXIS_PX}>
        <TollAxes model={model} zone={view.event.occurred.zone} locale={locale} />
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

/** Room for the numbers of the axis, on the left in every language. */
const GUTTER: Record<(typeof GUTTERS_PX)[number], string> = {
  20: "ml-[20px]",
  28: "ml-[28px]",
  36: "ml-[36px]",
  44: "ml-[44px]",
  52: "ml-[52px]",
  64: "ml-[64px]",
  80: "ml-[80px]",
};

function StrokeLine({ stroke: { look, x1, x2, y1, y2 } }: { stroke: Stroke }) {
  return (
    <line
      className={clsx("mark-line", look === "open" && "mark-dotted", look === "standing" && "opacity-45")}
      x1={percent(x1)}
      x2={percent(x2)}
      y1={y1}
      y2={y2}
    />
  );
}

type MarkProps = {
  placed: PlacedFigure<TollFigure> | PlacedFigure<BesideFigure>;
  look: string;
  title: string;
  name: string;
  locale: string;
};

/** A mark with its label, one link to its claim; and how far its date may reach. */
function PlacedMark({ placed, look, title, name, locale }: MarkProps) {
  const { figure, x, dx, span, shape, size, label } = placed;
  return (
    <a className={look} href={claimHref(locale, figure.publicId)} aria-label={title}>
      {span && shape ? <DateSpan span={span} y={shape.y} /> : null}
      {shape ? (
        <svg x={percent(x)} overflow="visible">
          <g transform={dx === 0 ? undefined : `translate(${dx} 0)`}>
            <rect className="mark-hit" x="-12" y={shape.y - 12} width="24" height="24" />
            <TollMark
              shape={shape}
              quantity={figure.quantity}
              verification={figure.verification}
              isCrossed={isCrossedFigure(figure)}
              size={size}
              hatch={`${name}-${figure.publicId}`}
            />
          </g>
        </svg>
      ) : null}
      {label ? <LabelText label={label} language={figure.wording.language} /> : null}
    </a>
  );
}

/** What an uncertain date can mean: dotted, so that it is not taken for the line of an account. */
function DateSpan({ span: { from, to }, y }: { span: { from: number; to: number }; y: number }) {
  return (
    <>
      <line className="mark-line mark-fine mark-dotted" x1={percent(from)} x2={percent(to)} y1={y} y2={y} />
      {[from, to].map((x) => (
        <line key={x} className="mark-line mark-fine" x1={percent(x)} x2={percent(x)} y1={y - 3} y2={y + 3} />
      ))}
    </>
  );
}

const LOOK: Record<Look, string> = {
  figure: "",
  was: "was",
  other: "text-[13.5px]",
  note: "note",
  key: "font-sans text-[12.5px] font-bold fill-current",
};

function LabelText({ label: { x, dx, anchor, lines }, language }: { label: PlacedLabel; language?: string }) {
  return (
    <svg x={percent(x)} overflow="visible">
      <text className="figure-text" textAnchor={anchor}>
        {lines.map(({ runs, y }) => (
          <tspan key={y} x={dx} y={y}>
            {runs.map(({ text, look }, i) => (
              <tspan
                key={`${look} ${text}`}
                className={LOOK[look]}
                lang={isOwnWords(look) ? language : undefined}
              >
                {i > 0 ? ` ${text}` : text}
              </tspan>
            ))}
          </tspan>
        ))}
      </text>
    </svg>
  );
}

const isOwnWords = (look: Look) => look === "figure" || look === "was" || look === "other";
