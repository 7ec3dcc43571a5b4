import clsx from "clsx";
import type { ReactElement } from "react";
import type { Direction } from "@/lib/format/messages";
import { type Face, textWidth, wrapText } from "../figures/text-width";

/** A part of a picture: how high it is, and what is drawn in it, from its own 0,0. */
export type Block = { height: number; node: ReactElement };

export type Look = { face: Face; size: number; leading: number; tone?: string };

/** A little wider than measured: another typeface may stand in where this one is not installed. */
const SLACK = 1.03;

/** A text whole, in lines no wider than that; a word that is wider alone is broken. */
export function linesOf(text: string, { face, size }: Look, maxPx: number): string[] {
  const width = (part: string) => textWidth(part, face, size) * SLACK;
  const words = text.split(/\s+/).flatMap((word) => brokenWord(word, width, maxPx));
  return wrapText(words.join(" "), face, size, maxPx / SLACK, Number.POSITIVE_INFINITY);
}

function brokenWord(word: string, width: (part: string) => number, maxPx: number): string[] {
  if (width(word) <= maxPx) return [word];
  const parts = [""];
  for (const character of word) {
    const longer = (parts.at(-1) ?? "") + character;
    if (parts.at(-1) && width(longer) > maxPx) parts.push(character);
    else parts[parts.length - 1] = longer;
  }
  return parts;
}

const STRONG_RTL = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** The direction of a name, by its first letter. */
export function directionOfText(text: string): Direction {
  const letter = /\p{L}/u.exec(text)?.[0];
  return letter && STRONG_RTL.test(letter) ? "rtl" : "ltr";
}

type Props = {
  lines: readonly string[];
  look: Look;
  /** The edge at which all lines stand, and which of theirs it is. */
  x: number;
  edge: "left" | "right";
  direction: Direction;
  isHaloed?: boolean;
};

/** Lines of text under each other, the first within the top of its block. */
export function TextLines({ lines, look, x, edge, direction, isHaloed = false }: Props) {
  const { face, size, leading, tone } = look;
  const isStart = (edge === "left") === (direction === "ltr");
  return (
    <text
      className={clsx(`image-${face}`, tone, isHaloed && "image-halo")}
      fontSize={size}
      textAnchor={isStart ? "start" : "end"}
      direction={direction === "rtl" ? "rtl" : undefined}
    >
      {lines.map((line, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name than its place
        <tspan key={i} x={x} y={Math.round(leading * (i + 0.5) + size * 0.34)}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

/** Blocks one under the other. */
export function stack(blocks: readonly Block[]): Block {
  let y = 0;
  const placed = blocks.map(({ height, node }) => {
    const top = y;
    y += height;
    return { top, node };
  });
  return {
    height: y,
    node: (
      <>
        {placed.map(({ top, node }) => (
          <svg key={top} y={top} overflow="visible">
            {node}
          </svg>
        ))}
      </>
    ),
  };
}

export const gap = (height: number): Block => ({ height, node: <></> });
