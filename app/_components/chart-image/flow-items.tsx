import type { ReactNode } from "react";
import type { Direction } from "@/lib/format/messages";
import { textWidth } from "../figures/text-width";
import { type Block, directionOfText, type Look, linesOf, TextLines } from "./text-lines";

/** A shape with its word; without a shape, words alone. */
export type FlowItem = {
  glyph: ReactNode | null;
  glyphPx: number;
  text: string;
  /** Begins a line of its own. */
  isBreak?: boolean;
};

type Flow = {
  items: readonly FlowItem[];
  look: Look;
  x: number;
  width: number;
  direction: Direction;
  gapPx: number;
};

type Placed = { item: FlowItem; lines: string[]; at: number; top: number };

/** Items beside each other, in as many lines as they need, from the edge at which the language begins. */
export function flowItems({ items, look, x, width, direction, gapPx }: Flow): Block {
  const placed: Placed[] = [];
  let [at, top, rows] = [0, 0, 1];
  for (const item of items) {
    const inset = item.glyph ? item.glyphPx + 6 : 0;
    const lines = linesOf(item.text, look, width - inset);
    const widest = Math.max(...lines.map((line) => textWidth(line, look.face, look.size) * 1.06));
    if (at > 0 && (item.isBreak || at + inset + widest > width)) {
      top += rows * look.leading;
      [at, rows] = [0, 1];
    }
    placed.push({ item, lines, at, top });
    at += inset + widest + gapPx;
    rows = Math.max(rows, lines.length);
  }
  return {
    height: items.length > 0 ? top + rows * look.leading : 0,
    node: (
      <>
        {placed.map((one) => (
          <Item key={`${one.top} ${one.at}`} {...one} look={look} x={x} direction={direction} />
        ))}
      </>
    ),
  };
}

function Item({ item, lines, at, top, look, x, direction }: Placed & Pick<Flow, "look" | "x" | "direction">) {
  const sign = direction === "rtl" ? -1 : 1;
  const inset = item.glyph ? item.glyphPx + 6 : 0;
  return (
    <svg y={top} overflow="visible">
      {item.glyph ? (
        <svg x={x + sign * (at + item.glyphPx / 2)} y={look.leading / 2} overflow="visible">
          {item.glyph}
        </svg>
      ) : null}
      <TextLines
        lines={lines}
        look={look}
        x={x + sign * (at + inset)}
        edge={direction === "rtl" ? "right" : "left"}
        direction={directionOfText(item.text)}
      />
    </svg>
  );
}
