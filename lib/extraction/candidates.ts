import type { Attributed } from "./attribute";
import type { Counting } from "./counting";
import { HEDGE, INCREMENT, RATE } from "./cues";
import type { Line } from "./lines";
import { type Known, mentionOf } from "./people";
import { matchAt, type Phrases } from "./phrases";
import type { Speech } from "./speakers";
import type { StatementFound } from "./statements";
import type { FigureCandidate, Mention, SaidDate, Span, StatementCandidate } from "./types";

/** A figure as the rest of the product takes it; null where it was no figure after all. */
export function figureOf(
  line: Line,
  counting: Counting,
  { speech, claimant, via }: Attributed,
  date: SaidDate | null,
): FigureCandidate | null {
  const { tokens } = line;
  const { at, to, outcome, cue, phrase } = counting;
  const token = tokens[at];
  const found = line.figures[token?.figure ?? 0];
  if (!token || !found) return null;
  const counted = phrase.counted;
  return {
    type: "figure",
    start: token.start,
    end: tokens[to - 1]?.end ?? token.end,
    passage: { start: line.start, end: line.end },
    quantity: found.quantity,
    figure: { start: token.start, end: token.end, text: token.text },
    kinds: outcome.kinds,
    kindsCue: cue && spanOf(line, cue),
    unit: outcome.unit,
    population: counted && mentionOf(line, counted),
    personClass: counted && "person" in counted.value ? counted.value.person : null,
    claimant: claimant && mention(claimant),
    claimantCue: speech && spanOf(line, speech.cue),
    via: via && mention(via),
    stated: date,
    asOf: null,
    denied: null,
    hedge: nearest(line, HEDGE, at, 8, 0),
    partOf: null,
    increment: nearest(line, INCREMENT, at, 2, 2),
    rate: nearest(line, RATE, at, 0, 8),
  };
}

export function mention({ start, end, text }: Known): Mention {
  return { start, end, text };
}

/** The places of some tokens in the article. */
export function spanOf(line: Line, { from, to }: Speech["cue"]): Span {
  const start = line.tokens[from]?.start ?? line.start;
  return { start, end: line.tokens[to - 1]?.end ?? start };
}

/** The words of a list that stand at most so many tokens before or behind a figure, no other figure between. */
function nearest(line: Line, index: Phrases<true>, at: number, before: number, after: number): Span | null {
  const { tokens } = line;
  for (let place = at - 1; place >= Math.max(0, at - before); place -= 1) {
    if (tokens[place]?.kind === "figure" || /^[;,]$/.test(tokens[place]?.text ?? "")) break;
    const match = matchAt(index, tokens, place);
    if (match && match.to <= at) return spanOf(line, match);
  }
  for (let place = at + 1; place < Math.min(tokens.length, at + 1 + after); place += 1) {
    if (tokens[place]?.kind === "figure" || tokens[place]?.text === ";") break;
    const match = matchAt(index, tokens, place);
    if (match) return spanOf(line, match);
  }
  return null;
}

/** What somebody is quoted with, as the rest of the product takes it. */
export function statementOf(
  line: Line,
  { said, topic, topicCue, span }: StatementFound,
  date: SaidDate | null,
): StatementCandidate {
  const text = line.text.slice(span.start - line.start, span.end - line.start);
  return {
    type: "statement",
    ...span,
    passage: { start: line.start, end: line.end },
    topic,
    topicCue,
    statement: { ...span, text },
    claimant: said.claimant && mention(said.claimant),
    claimantCue: said.speech && spanOf(line, said.speech.cue),
    via: said.via && mention(said.via),
    stated: date,
    asOf: null,
    denied: null,
    hedge: null,
  };
}
