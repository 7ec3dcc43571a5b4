import { type Attributed, peopleOf } from "./attribute";
import { type Counting, countingOf } from "./counting";
import { OUTCOMES, type Outcome } from "./cues";
import { denialsOf } from "./denials";
import { LEXICON } from "./lexicon";
import { type Line, linesOf } from "./lines";
import { Cast, type Known } from "./people";
import { matchAt, phrases } from "./phrases";
import { type Speech, speechesOf } from "./speakers";

/** What a sentence counts, who speaks in it, and who denies what. */
export type LineRead = {
  line: Line;
  countings: readonly Counting[];
  said: readonly Attributed[];
  denied: readonly DenialRead[];
  /** It begins inside a quotation. */
  isQuoted: boolean;
};

export type DenialRead = { cue: Speech["cue"]; by: Known | null; of: number | null; isCorrection: boolean };

const SAID = phrases([
  [true, LEXICON.say],
  [true, LEXICON.count],
  [true, LEXICON.accordingTo],
]);

/** Reads the sentences of an article in their order: who is meant by "he" depends on what stands before. */
export function readLines(text: string): LineRead[] {
  const cast = new Cast();
  let topic: Outcome | null = null;
  let paragraph = -1;
  let quotes = NO_QUOTES;
  return linesOf(text).map((line) => {
    if (line.paragraph !== paragraph) quotes = NO_QUOTES;
    paragraph = line.paragraph;
    const isQuoted = isOpen(quotes);
    quotes = quotesAfter(quotes, line.text);

    const countings = countingsOf(line, topic);
    topic = lastOutcome(line, line.tokens.length) ?? topic;
    const places = countings.map(({ at }) => at);
    const { speeches, named } = speechesOf(line, places);
    const said = peopleOf(line, speeches, cast);
    // Whoever published something in one sentence can be meant by "it" in the next.
    if (speeches.length === 0) for (const name of named) cast.noteNamed(line, name);
    const denied = denialsOf(line, places).map((denial) => ({
      ...denial,
      by: denial.by && cast.meant(line, denial.by),
    }));
    cast.read(line);
    return { line, countings, said, denied, isQuoted };
  });
}

type Quotes = { curly: number; straight: number };
const NO_QUOTES: Quotes = { curly: 0, straight: 0 };

/** Quotation marks that are open behind a stretch of text. */
export function quotesAfter({ curly, straight }: Quotes, text: string): Quotes {
  const count = (mark: RegExp) => text.match(mark)?.length ?? 0;
  return { curly: Math.max(0, curly + count(/“/g) - count(/”/g)), straight: straight + count(/"/g) };
}

export function isOpen({ curly, straight }: Quotes): boolean {
  return curly > 0 || straight % 2 === 1;
}

function countingsOf(line: Line, topic: Outcome | null): Counting[] {
  const found: Counting[] = [];
  const isSaid = line.tokens.some((_, at) => matchAt(SAID, line.tokens, at));
  line.tokens.forEach(({ kind }, at) => {
    if (kind !== "figure") return;
    const counting = countingOf(line, at, { inLine: found, topic: lastOutcome(line, at) ?? topic, isSaid });
    if (counting) found.push(counting);
  });
  return found;
}

/** The outcome that was spoken of last before a token of the sentence. */
function lastOutcome({ tokens }: Line, before: number): Outcome | null {
  for (let at = before - 1; at >= 0; at -= 1) {
    for (const place of ["toll", "noun", "weak", "after", "verb", "topic"] as const) {
      const match = matchAt(OUTCOMES[place], tokens, at);
      if (match && match.to <= before) return match.value;
    }
  }
  return null;
}
