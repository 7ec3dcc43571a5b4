import { LEXICON } from "./lexicon";
import type { Span } from "./types";

// No sentence is longer: what has no end in so many characters is no prose.
const SENTENCE_LENGTH_MAX = 4000;

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });
const ABBREVIATION = new RegExp(
  `(?:^|[\\s("'“‘])(?:\\p{Lu}|${LEXICON.abbreviations.replace(/\s*,\s*/g, "|").replace(/\./g, "\\.")})\\.\\s*$`,
  "iu",
);

/** The sentences of an article, each with the number of its paragraph. Abbreviations end none. */
export function sentencesOf(text: string): (Span & { paragraph: number })[] {
  const sentences: (Span & { paragraph: number })[] = [];
  let paragraph = 0;
  for (const { start, end } of paragraphsOf(text)) {
    for (const piece of piecesOf(text, start, end)) sentences.push({ ...piece, paragraph });
    paragraph += 1;
  }
  return sentences;
}

function paragraphsOf(text: string): Span[] {
  const paragraphs: Span[] = [];
  for (const { 0: line, index } of text.matchAll(/[^\r\n\u2028\u2029]+/g)) {
    for (let at = 0; at < line.length; at += SENTENCE_LENGTH_MAX) {
      const start = index + at;
      paragraphs.push({ start, end: Math.min(start + SENTENCE_LENGTH_MAX, index + line.length) });
    }
  }
  return paragraphs;
}

function piecesOf(text: string, from: number, to: number): Span[] {
  const pieces: Span[] = [];
  let open: Span | null = null;
  for (const { segment, index } of segmenter.segment(text.slice(from, to))) {
    const start = from + index;
    const end = start + segment.length;
    open = open ? { start: open.start, end } : { start, end };
    const said = text.slice(open.start, end);
    const next = text.slice(end, end + 1);
    if (ABBREVIATION.test(said.slice(-12)) || /^[\p{Ll}]/u.test(next)) continue;
    pieces.push(open);
    open = null;
  }
  if (open) pieces.push(open);
  return pieces.flatMap((piece) => withoutSpaces(text, piece)).flatMap((piece) => trimmed(text, piece));
}

// "on Sunday.The minister": the space between two sentences was lost.
const LOST_SPACE = /(?<=[\p{Ll}\d)][.!?]["”’]?)(?=["“‘]?\p{Lu}\p{Ll})/gu;

function withoutSpaces(text: string, { start, end }: Span): Span[] {
  const cuts = [...text.slice(start, end).matchAll(LOST_SPACE)].map(({ index }) => start + index);
  return [start, ...cuts].map((from, at) => ({ start: from, end: cuts[at] ?? end }));
}

function trimmed(text: string, { start, end }: Span): Span[] {
  const said = text.slice(start, end);
  const from = start + (said.length - said.trimStart().length);
  const to = from + said.trim().length;
  return to > from ? [{ start: from, end: to }] : [];
}
