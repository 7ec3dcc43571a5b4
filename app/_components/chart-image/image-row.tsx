import type { ReactNode } from "react";
import type { FigureClaim } from "@/lib/claims/types";
import { translator } from "@/lib/format/messages";
import type { MeasureKind } from "@/lib/vocabulary";
import type { Axis } from "../figures/axis";
import { datesOf, secondLineOf } from "../figures/chart-row";
import { layoutRowAt } from "../figures/row-layout";
import { RowPlot } from "../figures/row-plot";
import { ContestedShape, VerificationShape } from "../figures/verification-shape";
import { flowItems } from "./flow-items";
import type { Frame } from "./image-frame";
import { type Block, directionOfText, gap, type Look, linesOf, stack, TextLines } from "./text-lines";

const NAME: Look = { face: "sans", size: 15, leading: 19 };
const SECOND: Look = { face: "sans", size: 13, leading: 17, tone: "image-muted" };
const STATE: Look = { face: "sans", size: 13, leading: 17, tone: "image-muted" };

type Props = {
  figure: FigureClaim;
  kinds: MeasureKind[];
  axis: Axis;
  hatch: string;
  frame: Frame;
  locale: string;
};

/** One claim: its claimant, its marks with the figure in its own words, its status in words, its dates. */
export function imageRow(props: Props): Block {
  const { figure, axis, frame, locale } = props;
  const who = nameBlock(figure, frame, locale);
  const state = stateBlock(figure, frame, locale);
  const place = layoutRowAt(figure, axis, frame.plot.width, translator(locale), locale);
  const plot: Block = {
    height: place.height,
    node: (
      <svg x={frame.plot.x} width={frame.plot.width} height={place.height}>
        <RowPlot {...props} place={place} only={null} />
      </svg>
    ),
  };
  if (frame.isNarrow)
    return ruled(stack([onPaper(stack([gap(9), who, state, gap(4)]), frame), plot, gap(5)]), frame);
  const height = Math.max(40, who.height + 8, state.height + 8, plot.height + 4);
  return ruled(
    { height, node: <>{[who, state, plot].map((block, i) => centred(block, height, i))}</> },
    frame,
  );
}

function centred({ height, node }: Block, within: number, key: number) {
  return (
    <svg key={key} y={Math.round((within - height) / 2)} overflow="visible">
      {node}
    </svg>
  );
}

function ruled({ height, node }: Block, { left, right }: Frame): Block {
  return {
    height,
    node: (
      <>
        <line className="mark-grid" x1={left} x2={right} y1={height} y2={height} />
        {node}
      </>
    ),
  };
}

function nameBlock(figure: FigureClaim, frame: Frame, locale: string): Block {
  const second = secondLineOf(figure, locale);
  return stack([
    nameLines(figure.claimant.name, NAME, frame),
    ...(second ? [nameLines(second, SECOND, frame)] : []),
  ]);
}

/** A name in its own direction, at the edge where those of the page begin. */
export function nameLines(name: string, look: Look, { names, edge }: Frame): Block {
  const lines = linesOf(name, look, names.width);
  return {
    height: lines.length * look.leading,
    node: <TextLines lines={lines} look={look} x={names.x} edge={edge} direction={directionOfText(name)} />,
  };
}

/** Words that stand above marks in a narrow picture: the lines and the band stop behind them. */
export function onPaper({ height, node }: Block, { left, right }: Frame): Block {
  return {
    height,
    node: (
      <>
        <rect className="image-paper" x={left} width={right - left} height={height} />
        {node}
      </>
    ),
  };
}

function stateBlock(figure: FigureClaim, frame: Frame, locale: string): Block {
  const t = translator(locale);
  const { states, direction, isNarrow } = frame;
  const shape = (node: ReactNode) => <g className="image-state">{node}</g>;
  const items = [
    {
      glyph: shape(<VerificationShape verification={figure.verification} r={4.5} />),
      glyphPx: 11,
      text: t(`verification.${figure.verification}.label`),
    },
    ...(figure.contested
      ? [{ glyph: shape(<SmallDiamond />), glyphPx: 11, text: t("figures.contested") }]
      : []),
    { glyph: null, glyphPx: 0, text: datesOf(figure, locale), isBreak: !isNarrow },
  ];
  return flowItems({ items, look: STATE, x: states.x, width: states.width, direction, gapPx: 10 });
}

function SmallDiamond() {
  return (
    <g transform="scale(0.8)">
      <ContestedShape />
    </g>
  );
}
