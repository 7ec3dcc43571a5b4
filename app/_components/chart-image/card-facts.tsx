import type { MeasureView } from "@/lib/events/types";
import { translator } from "@/lib/format/messages";
import { rangeEnds, rangeText } from "../figures/range-words";
import type { CardFrame } from "./card-size";
import { tellEnd, tellMinimum } from "./tell-picture";
import { type Block, gap, type Look, linesOf, stack, TextLines } from "./text-lines";

const LABEL: Look = { face: "sans", size: 20, leading: 26, tone: "image-muted" };
const FIGURE: Look = { face: "serif", size: 44, leading: 52 };
const WORDS: Look = { face: "serif", size: 28, leading: 36 };
const WHO: Look = { face: "sans", size: 20, leading: 25 };
const LINES_MAX = 2;
const GAP_PX = 48;

/** The range in words with its claimants at both ends, and beside it the documented minimum, each with its dates. */
export function cardFacts(measure: MeasureView, frame: CardFrame, locale: string): Block {
  const t = translator(locale);
  const { range } = measure;
  const documented = measure.documentedMinimum[0];
  const whole = frame.right - frame.left;
  const width = documented ? Math.round((whole - GAP_PX) * 0.62) : whole;
  const first = column(frame, frame.edge === "left" ? frame.left : frame.right, width, [
    { look: LABEL, text: t("chartImage.cardRange", { measure: measure.label }) },
    range ? { look: FIGURE, text: rangeText(range, locale) } : { look: WORDS, text: t("figures.range.none") },
    ...(range
      ? rangeEnds(range).map((end) => ({ look: WHO, text: tellEnd(end, locale) }))
      : [{ look: WHO, text: t("figures.range.noneWhy") }]),
  ]);
  if (!documented) return first;
  const x = frame.edge === "left" ? frame.left + width + GAP_PX : frame.right - width - GAP_PX;
  const second = column(frame, x, whole - width - GAP_PX, [
    { look: { ...LABEL, tone: "flag" }, text: t("figures.documented.label") },
    { look: FIGURE, text: documented.claim.raw ?? String(documented.n) },
    { look: WHO, text: tellMinimum(documented, locale) },
  ]);
  return { height: Math.max(first.height, second.height), node: <>{[first.node, second.node]}</> };
}

function column(
  { edge, direction }: CardFrame,
  x: number,
  width: number,
  parts: readonly { look: Look; text: string }[],
): Block {
  return stack(
    parts.flatMap(({ look, text }) => {
      const lines = shortened(linesOf(text, look, width), LINES_MAX);
      const props = { lines, look, x, edge, direction };
      return [{ height: lines.length * look.leading, node: <TextLines key={text} {...props} /> }, gap(2)];
    }),
  );
}

/** Names may be of any length, a card is not: what is left out is marked. */
export function shortened(lines: readonly string[], linesMax: number): string[] {
  if (lines.length <= linesMax) return [...lines];
  return [...lines.slice(0, linesMax - 1), `${lines[linesMax - 1]?.replace(/\s*\S+$/, "")} …`];
}
