// biome-ignore-all lint/a11y/noSvgWithoutTitle: a drawing of links, each of which says its whole name
import clsx from "clsx";
import { claimHref } from "../figures/figure-name";
import { percent } from "../figures/place-mark";
import { LabelText } from "./label-text";
import { isCrossedFigure } from "./mark-shape";
import type { DrawnFigure, PlacedFigure, Stroke } from "./placed";
import { TimeMark } from "./time-mark";

type StrokeProps = { stroke: Stroke; isFaint?: boolean };

/** One part of the line of an account; faint where many others have more to say. */
export function StrokeLine({ stroke: { look, x1, x2, y1, y2 }, isFaint = false }: StrokeProps) {
  const isPale = look === "standing" || look === "ceiling";
  return (
    <line
      className={clsx(
        "mark-line",
        (look === "open" || look === "ceiling") && "mark-dotted",
        isPale && (isFaint ? "mark-fine opacity-20" : "opacity-45"),
      )}
      x1={percent(x1)}
      x2={percent(x2)}
      y1={y1}
      y2={y2}
    />
  );
}

type MarkProps = {
  placed: PlacedFigure<DrawnFigure>;
  look: string;
  title: string;
  name: string;
  locale: string;
};

/** A mark with its label, one link to its claim; and how far its date may reach. */
export function PlacedMark({ placed, look, title, name, locale }: MarkProps) {
  const { figure, x, dx, span, shape, size, label } = placed;
  return (
    <a className={look} href={claimHref(locale, figure.publicId)} aria-label={title}>
      {span && shape ? <DateSpan span={span} y={shape.y} /> : null}
      {shape ? (
        <svg x={percent(x)} overflow="visible">
          <g transform={dx === 0 ? undefined : `translate(${dx} 0)`}>
            <rect className="mark-hit" x="-12" y={shape.y - 12} width="24" height="24" />
            <TimeMark
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

/** What a date can mean: a pale bar, so that it is not taken for the line of an account. */
function DateSpan({ span: { from, to }, y }: { span: { from: number; to: number }; y: number }) {
  return (
    <rect
      className="fill-current opacity-20"
      x={percent(from)}
      width={percent(to - from)}
      y={y - SPAN_HALF_PX}
      height={2 * SPAN_HALF_PX}
      rx={SPAN_HALF_PX}
    />
  );
}

const SPAN_HALF_PX = 2.5;
