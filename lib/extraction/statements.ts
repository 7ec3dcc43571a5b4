import { TOPICS, type Topic } from "../vocabulary";
import type { Attributed } from "./attribute";
import { isWord, LEXICON } from "./lexicon";
import type { Line } from "./lines";
import { type Match, matchAt, phrases } from "./phrases";
import type { Span } from "./types";

const CUES = phrases(
  TOPICS.flatMap((topic) => {
    const list = (LEXICON.statements as Partial<Record<Topic, string>>)[topic];
    return list ? [[topic, list] as const] : [];
  }),
);
const WORDS_MIN = 5;
const THAT_REACH = 8;
// Where several are met in one sentence, it is about the first of these.
const ORDER: readonly Topic[] = ["cause", "responsibility", "demand", "weapon", "time", "context"];

export type StatementFound = { said: Attributed; topic: Topic; topicCue: Span; span: Span };

/** What a sentence has somebody say on a topic of which statements are kept; at most one to a speaker. */
export function statementsOf(line: Line, said: readonly Attributed[]): StatementFound[] {
  const seen = new Set<string>();
  return said.flatMap((one) => {
    const { speech, claimant } = one;
    if (!speech || !claimant || speech.of !== null || seen.has(claimant.text)) return [];
    const { from, to } = contentOf(line, speech, said);
    const cue = cueIn(line, from, to);
    const words = line.tokens.slice(from, to).filter(({ kind }) => kind !== "mark").length;
    if (!cue || words < WORDS_MIN) return [];
    seen.add(claimant.text);
    const topicCue = placesOf(line, cue.from, cue.to);
    return [{ said: one, topic: cue.value, topicCue, span: placesOf(line, from, to) }];
  });
}

/** The tokens of what is said: behind the verb, or before the speaker who comes last. */
function contentOf({ tokens }: Line, speech: NonNullable<Attributed["speech"]>, said: readonly Attributed[]) {
  const { cue, claimant } = speech;
  const isBehind = speech.opens && !(speech.closes && tokens.length - cue.to < WORDS_MIN);
  if (!isBehind) return { from: 0, to: Math.max(0, Math.min(cue.from, claimant?.from ?? cue.from) - 1) };
  const next = said.find((other) => other.speech && other.speech.cue.from >= cue.to)?.speech;
  const isNextOwn = next?.opens && next.claimant !== null;
  const end = isNextOwn ? Math.min(next.cue.from, next.claimant?.from ?? next.cue.from) : tokens.length;
  let from = isWord("acts", tokens[cue.from]?.lower)
    ? cue.from
    : Math.max(cue.to, (claimant?.from ?? 0) >= cue.to ? (claimant?.to ?? 0) : 0);
  // "Wrote on Telegram that …"
  const that = tokens.slice(from, from + THAT_REACH).findIndex(({ lower }) => lower === "that");
  if (that >= 0 && from !== cue.from && !cueIn({ tokens }, from, from + that)) from += that;
  while (/^(?:that|,|:|"|“)$/.test(tokens[from]?.lower ?? "")) from += 1;
  let to = end;
  while (to > from && /^(?:[.,;"”]|and|but|while)$/.test(tokens[to - 1]?.lower ?? "")) to -= 1;
  return { from, to };
}

function cueIn({ tokens }: Pick<Line, "tokens">, from: number, to: number): Match<Topic> | null {
  const found: Match<Topic>[] = [];
  for (let at = from; at < to; at += 1) {
    const match = matchAt(CUES, tokens, at);
    if (match && match.to <= to) found.push(match);
  }
  return found.sort((a, b) => ORDER.indexOf(a.value) - ORDER.indexOf(b.value) || a.from - b.from)[0] ?? null;
}

function placesOf(line: Line, from: number, to: number): Span {
  const start = line.tokens[from]?.start ?? line.start;
  return { start, end: line.tokens[to - 1]?.end ?? start };
}
