import { isWord, LEXICON } from "./lexicon";
import type { Line } from "./lines";
import { nameBefore } from "./names";
import { matchAt, phrases } from "./phrases";
import type { Name } from "./who";

/** Somebody rejects a figure, or takes it back. */
export type Denial = {
  cue: { from: number; to: number };
  by: Name | null;
  /** The figure that stands behind it, which it is about; null where it is about one told before. */
  of: number | null;
  /** It takes back what the same body said: "later corrected the figure to". */
  isCorrection: boolean;
};

const DENY = phrases([
  [{ isCorrection: false }, LEXICON.deny],
  [{ isCorrection: true }, LEXICON.correct],
]);
const REACH = 9;

/** The denials in a sentence. `figures`: the places of the tokens that are claims. */
export function denialsOf({ tokens }: Line, figures: readonly number[]): Denial[] {
  const denials: Denial[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const cue = matchAt(DENY, tokens, at);
    if (
      !cue ||
      tokens.slice(Math.max(0, at - 2), at).some(({ lower }) => lower === "not" || lower.endsWith("n't"))
    )
      continue;
    const { isCorrection } = cue.value;
    const behind = tokens.slice(cue.to, cue.to + REACH);
    const of = isCorrection
      ? null
      : (figures.find((place) => place >= cue.to && place < cue.to + REACH) ?? null);
    const isParted = of !== null && tokens.slice(cue.to, of).some(({ text }) => /^[;.,]$/.test(text));
    const isAbout = isCorrection || behind.some(({ lower }) => isWord("deniable", lower));
    if ((of === null || isParted) && !isAbout) continue;
    denials.push({ cue, by: nameBefore(tokens, cue.from), of: isParted ? null : of, isCorrection });
    at = cue.to - 1;
  }
  return denials;
}
