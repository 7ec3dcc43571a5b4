import type { ReactNode } from "react";
import type { EventPage, MeasureView } from "@/lib/events/types";
import { formatLocaleOf, translator } from "@/lib/format/messages";
import { formatFigure } from "@/lib/format/numbers";
import { siteUrl } from "@/lib/format/site-url";
import { placeTicks } from "../figures/axis";
import { Band, DocumentedLine, GridLine, Hatches } from "../figures/chart-backdrop";
import { hatchesOf } from "../figures/chart-body";
import { documentedCaption, unitWords } from "../figures/chart-foot";
import { Caption, Header, headerPx, setLines } from "../figures/chart-header";
import { type ChartChoice, type ChartModel, chartModel } from "../figures/chart-model";
import { sideClass } from "../figures/grammar";
import { flowItems } from "./flow-items";
import { type Frame, frameOf } from "./image-frame";
import { legendItems } from "./image-legend";
import { imageRow, nameLines, onPaper } from "./image-row";
import { IMAGE_THEMES, paintsOf } from "./image-theme";
import { pictureFoot, pictureHead } from "./picture-words";
import { tellPicture } from "./tell-picture";
import { type Block, gap, type Look, stack } from "./text-lines";
import { writeSvg } from "./write-svg";

export type PictureChoice = Pick<ChartChoice, "scale" | "withAnonymous"> & {
  theme: keyof typeof IMAGE_THEMES;
  /** Pixels. */
  width: number;
};

type Drawn = {
  event: EventPage;
  measure: MeasureView;
  choice: PictureChoice;
  frame: Frame;
  model: ChartModel;
  locale: string;
};

const SIDE: Look = { face: "sans", size: 14, leading: 20, tone: "image-strong" };
const SMALL: Look = { face: "sans", size: 12.5, leading: 18, tone: "image-muted" };
const ALL_LINES = Number.POSITIVE_INFINITY;

/** The chart of one measure as one SVG file: what the page's chart says, with title, legend, address and date. */
export function chartPicture(
  event: EventPage,
  measure: MeasureView,
  choice: PictureChoice,
  locale: string,
): string {
  const frame = frameOf(choice.width, locale);
  const model = chartModel(measure, event.sides, { ...choice, relations: null });
  const drawn = { event, measure, choice, frame, model, locale };
  const picture = stack([
    gap(frame.isNarrow ? 16 : 26),
    pictureHead({ event, measure, frame, locale }),
    gap(14),
    header(drawn),
    body(drawn),
    documentedLine(drawn),
    gap(10),
    legend(drawn),
    pictureFoot({ event, measure, frame, locale }),
    gap(frame.isNarrow ? 14 : 20),
  ]);
  const height = Math.ceil(picture.height);
  const theme = IMAGE_THEMES[choice.theme];
  const told = tellPicture(event, measure, model, choice.withAnonymous, locale);
  return writeSvg(
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={choice.width}
      height={height}
      viewBox={`0 0 ${choice.width} ${height}`}
      lang={formatLocaleOf(locale)}
    >
      <title>{told.title}</title>
      <desc>{told.description}</desc>
      <rect className="image-paper" width={choice.width} height={height} />
      {picture.node}
    </svg>,
    theme.ink,
    { paints: paintsOf(theme), linkTo: siteUrl },
  );
}

function header({ frame, choice, model, locale }: Drawn): Block {
  const { plot } = frame;
  const { axis, range } = model;
  const props = {
    range,
    withAnonymous: choice.withAnonymous,
    plotPx: plot.width,
    linesMax: ALL_LINES,
    locale,
  };
  return inPlot(frame, headerPx(props), <Header {...props} axis={axis} only={null} />);
}

function inPlot({ plot }: Frame, height: number, children: ReactNode): Block {
  return {
    height,
    node: (
      <svg x={plot.x} width={plot.width} height={height}>
        {children}
      </svg>
    ),
  };
}

function body({ event, measure, frame, model, locale }: Drawn): Block {
  const { axis, range, groups } = model;
  const { hatchOf, hatches } = hatchesOf(measure.slug, groups, event.sides);
  const documented = measure.documentedMinimum[0];
  const rows = stack(
    groups
      .flatMap(({ side, figures }) => [
        ...(event.sides.length > 0 ? [sideName(side, frame, locale)] : []),
        {
          ...stack(
            figures.map((figure) =>
              imageRow({ figure, kinds: measure.kinds, axis, hatch: hatchOf(side), frame, locale }),
            ),
          ),
          side,
        },
      ])
      .map((block) =>
        "side" in block
          ? { ...block, node: <g className={sideClass(event.sides, block.side)}>{block.node}</g> }
          : block,
      ),
  );
  const ticks = placeTicks(axis, frame.plot.width, (value) => formatFigure(value, formatLocaleOf(locale)));
  return {
    height: rows.height,
    node: (
      <>
        {hatches.length > 0 ? <Hatches hatches={hatches} sides={event.sides} /> : null}
        <svg x={frame.plot.x} width={frame.plot.width} height={rows.height}>
          {range ? <Band axis={axis} range={range} /> : null}
          {ticks.map(({ at }) => (
            <GridLine key={at} at={at} />
          ))}
          {documented ? <DocumentedLine at={axis.at(documented.n)} /> : null}
        </svg>
        {rows.node}
      </>
    ),
  };
}

function sideName(side: string | null, frame: Frame, locale: string): Block {
  const name = stack([gap(10), nameLines(side ?? translator(locale)("event.neither"), SIDE, frame)]);
  return frame.isNarrow ? onPaper(name, frame) : name;
}

/** Under the dashed line: what it is. */
function documentedLine({ measure, frame, model, locale }: Drawn): Block {
  const documented = measure.documentedMinimum[0];
  if (!documented) return gap(0);
  const lines = setLines(documentedCaption(documented, locale), frame.plot.width, true, ALL_LINES);
  const at = model.axis.at(documented.n);
  return inPlot(
    frame,
    lines.length * 16 + 10,
    <>
      <line className="mark-documented" x1={`${at}%`} x2={`${at}%`} y2="7" />
      <Caption lines={lines} middle={at} plotPx={frame.plot.width} top={8} tone="flag" />
    </>,
  );
}

function legend({ measure, frame, model, locale }: Drawn): Block {
  const { left, right, direction } = frame;
  const t = translator(locale);
  const unit = `${unitWords(measure, locale)} ${t(`figures.chart.${model.axis.kind}`)}`;
  const shared = { x: direction === "rtl" ? right : left, width: right - left, direction, gapPx: 18 };
  return stack([
    flowItems({ ...shared, items: legendItems(measure, model, locale), look: { ...SMALL, leading: 26 } }),
    gap(2),
    flowItems({ ...shared, items: [{ glyph: null, glyphPx: 0, text: unit }], look: SMALL }),
  ]);
}
