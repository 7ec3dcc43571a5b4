import { OUTCOMES, PERSON } from "./cues";
import { isWord } from "./lexicon";
import { isConjunction, isPreposition } from "./noun-phrase";
import { type NumberFound, numbersOf } from "./numbers";
import { isAdverb } from "./outcomes";
import { matchAt } from "./phrases";
import { sentencesOf } from "./sentences";
import { type Token, tokensOf } from "./tokens";
import type { Span } from "./types";

/** A sentence of the article, cut into words, marks and figures. */
export type Line = Span & {
  paragraph: number;
  text: string;
  tokens: readonly Token[];
  figures: readonly NumberFound[];
};

/** The sentences of an article with their numbers, each number one token. */
export function linesOf(text: string): Line[] {
  return sentencesOf(text).map(({ start, end, paragraph }) => {
    const said = text.slice(start, end);
    const figures = numbersOf(said, start);
    const tokens = withFigures(tokensOf(said, start), figures, text);
    return { start, end, paragraph, text: said, ...withOnes(tokens, figures) };
  });
}

const ONE_REACH = 6;

/** "A young man" is one: an article before a single person is read as the figure. */
function withOnes(
  tokens: readonly Token[],
  figures: readonly NumberFound[],
): Pick<Line, "tokens" | "figures"> {
  const all = [...figures];
  const read = tokens.map((token, at): Token => {
    if (!isWord("ones", token.lower)) return token;
    if (!isOnePerson(tokens, at + 1)) return token;
    all.push({ ...ONE, start: token.start, end: token.end, quantity: { ...ONE.quantity, raw: token.text } });
    return { ...token, kind: "figure", figure: all.length - 1 };
  });
  return { tokens: read, figures: all };
}

const ONE: NumberFound = {
  start: 0,
  end: 0,
  quantity: { raw: "", qualifier: "exact", low: 1, high: 1, central: null, reading: "stated" },
  isYear: false,
  isPlain: false,
  isArticle: true,
  hasQualifier: false,
  isSpoiled: false,
};

function isOnePerson(tokens: readonly Token[], from: number): boolean {
  for (let at = from; at < Math.min(tokens.length, from + ONE_REACH); at += 1) {
    const match = matchAt(PERSON, tokens, at);
    if (match && endsNoun(tokens, match.to)) return true;
    const token = tokens[at];
    const isAge = token?.kind === "figure" || token?.text === "-";
    if (!token || (token.kind !== "word" && !isAge) || isPreposition(token)) return false;
  }
  return false;
}

/** "A Syrian was killed", and not "a Syrian bus" or "a worker's home". */
function endsNoun(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at];
  if (next?.kind !== "word") return next?.lower !== "'s";
  return (
    isWord("aux", next.lower) ||
    isPreposition(next) ||
    isConjunction(next) ||
    matchAt(OUTCOMES.verb, tokens, at) !== null ||
    matchAt(OUTCOMES.after, tokens, at) !== null ||
    isAdverb(next)
  );
}

function withFigures(tokens: readonly Token[], figures: readonly NumberFound[], text: string): Token[] {
  const merged: Token[] = [];
  let next = 0;
  for (const token of tokens) {
    while (next < figures.length && (figures[next]?.end ?? 0) <= token.start) next += 1;
    const figure = figures[next];
    if (!figure || token.end <= figure.start) merged.push(token);
    else if (merged.at(-1)?.figure !== next) merged.push(figureToken(figure, next, text));
  }
  return merged;
}

function figureToken({ start, end }: Span, figure: number, text: string): Token {
  const said = text.slice(start, end);
  return { kind: "figure", text: said, lower: said.toLowerCase(), start, end, isCapital: false, figure };
}
