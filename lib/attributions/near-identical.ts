import { folded, type Word, wordsOf } from "./words-of-text";

/** Texts that share half of their runs of words are near-identical. */
const SIMILARITY_MIN = 0.5;
/** Texts of fewer words are compared as excerpts only, and of fewer still not at all. */
const TEXT_WORDS_MIN = 20;
const EXCERPT_WORDS_MIN = 8;
/** An excerpt is a text of which so much stands in the other. */
const CONTAINED_MIN = 0.8;
/** What comes after so many words of a text is not compared. */
const TEXT_WORDS_MAX = 5000;
/** Of the texts that share a run of words, only so many are looked at for it: the first in order. */
const CARRIERS_MAX = 20;
const EVIDENCE_LENGTH_MAX = 300;

/**
 * Two texts by their positions, how much they share (0 to 1), and the longest run that they share, as the
 * later has it.
 */
export type NearIdenticalPair = { earlier: number; later: number; similarity: number; evidence: string };

/**
 * The near-identical pairs among texts in the order of their dates (R14). Two texts are, when at least half
 * of their runs of `runWords` words are common to both (Jaccard), or when four fifths of the shorter stand in
 * the other. Case, punctuation and accents make no difference. A text is compared with the first
 * `CARRIERS_MAX` others that have one of its runs, never with all: up to that many copies every pair is
 * found, and beyond it the first of them.
 */
export function nearIdenticalPairs(texts: readonly string[], runWords = 5): NearIdenticalPair[] {
  const hashOf = wordHasher();
  const prints = texts.map((text) => {
    const words = wordsIn(text);
    return printOf(words.length, runsOf(words, runWords, hashOf));
  });
  const carriers = sharedRuns(prints);
  const counts = new Uint32Array(texts.length);
  return prints.flatMap((print, later): NearIdenticalPair[] => {
    const alike = candidates(print, later, carriers, prints, counts).flatMap((earlier) => {
      const other = prints[earlier];
      if (!other) return [];
      const { count, isShared } = sharedOf(print.runs, other.runs);
      const similarity = similarityOf(count, print, other);
      return similarity === null ? [] : [{ earlier, similarity, isShared }];
    });
    if (alike.length === 0) return [];

    const text = texts[later] ?? "";
    const words = wordsIn(text);
    const places = runsOf(words, runWords, hashOf).map((run) => placeOf(run, print.runs));
    return alike.map(({ earlier, similarity, isShared }) => {
      const evidence = longestShared(text, words, runWords, places, isShared);
      return { earlier, later, similarity, evidence };
    });
  });
}

/** The distinct runs of a text as ascending numbers. */
type Print = { words: number; runs: Float64Array };
type WordHash = readonly [high: number, low: number];

function printOf(words: number, inText: Float64Array): Print {
  if (words < EXCERPT_WORDS_MIN) return { words, runs: new Float64Array() };
  const ascending = inText.sort();
  return { words, runs: ascending.filter((run, at) => at === 0 || run !== ascending[at - 1]) };
}

function wordsIn(text: string): Word[] {
  return wordsOf(text).slice(0, TEXT_WORDS_MAX);
}

/**
 * Each run of words as a whole number of 53 bits: so many that two runs of one event never share one by
 * chance.
 */
function runsOf(words: readonly Word[], runWords: number, hashOf: (word: string) => WordHash): Float64Array {
  const hashes = words.map(({ text }) => hashOf(text));
  return Float64Array.from({ length: Math.max(0, words.length - runWords + 1) }, (_, at) => {
    let high = 0;
    let low = 0;
    for (let next = at; next < at + runWords; next += 1) {
      const [wordHigh, wordLow] = hashes[next] ?? [0, 0];
      high = Math.imul(high ^ wordHigh, 0x01000193) ^ (high >>> 15);
      low = Math.imul(low ^ wordLow, 0x85ebca6b) ^ (low >>> 13);
    }
    return (high >>> 0) * 2 ** 21 + (low >>> 11);
  });
}

function wordHasher(): (word: string) => WordHash {
  const known = new Map<string, WordHash>();
  return (word) => {
    const found = known.get(word);
    if (found) return found;
    let high = 0x811c9dc5;
    let low = 0x9e3779b9;
    for (const letter of folded(word)) {
      const code = letter.codePointAt(0) ?? 0;
      high = Math.imul(high ^ code, 0x01000193);
      low = Math.imul(low ^ code, 0xc2b2ae35) ^ (low >>> 16);
    }
    known.set(word, [high, low]);
    return [high, low];
  };
}

/** The runs that more than one text has, each with room for the positions of the first texts that have it. */
function sharedRuns(prints: readonly Print[]): Map<number, number[]> {
  const all = new Float64Array(prints.reduce((sum, { runs }) => sum + runs.length, 0));
  let filled = 0;
  for (const { runs } of prints) {
    all.set(runs, filled);
    filled += runs.length;
  }
  all.sort();
  const shared = new Map<number, number[]>();
  for (let at = 1; at < all.length; at += 1) {
    const run = all[at];
    if (run !== undefined && run === all[at - 1]) shared.set(run, []);
  }
  return shared;
}

/**
 * The earlier texts that may share enough with this one; it becomes a carrier of its runs. `counts` stays
 * zero.
 */
function candidates(
  print: Print,
  position: number,
  carriers: Map<number, number[]>,
  prints: readonly Print[],
  counts: Uint32Array,
): number[] {
  const seen: number[] = [];
  let crowded = 0;
  for (const run of print.runs) {
    const known = carriers.get(run);
    if (!known) continue;
    for (const earlier of known) {
      if (counts[earlier] === 0) seen.push(earlier);
      counts[earlier] = (counts[earlier] ?? 0) + 1;
    }
    if (known.length < CARRIERS_MAX) known.push(position);
    else crowded += 1;
  }
  const found = seen.filter((earlier) => {
    const other = prints[earlier];
    if (!other) return false;
    const sharedMax = Math.min((counts[earlier] ?? 0) + crowded, print.runs.length, other.runs.length);
    return similarityOf(sharedMax, print, other) !== null;
  });
  for (const earlier of seen) counts[earlier] = 0;
  return found.sort((a, b) => a - b);
}

/** Which of the runs of `a`, by their positions, are in `b`, and how many. */
function sharedOf(a: Float64Array, b: Float64Array): { count: number; isShared: Uint8Array } {
  const isShared = new Uint8Array(a.length);
  let count = 0;
  let [one, other] = [0, 0];
  while (one < a.length && other < b.length) {
    const difference = (a[one] ?? 0) - (b[other] ?? 0);
    if (difference === 0) {
      isShared[one] = 1;
      count += 1;
    }
    if (difference <= 0) one += 1;
    if (difference >= 0) other += 1;
  }
  return { count, isShared };
}

/** How near two texts are that share so many runs; null when not near enough. */
function similarityOf(shared: number, a: Print, b: Print): number | null {
  const jaccard = shared / (a.runs.length + b.runs.length - shared);
  const areTexts = a.words >= TEXT_WORDS_MIN && b.words >= TEXT_WORDS_MIN;
  if (areTexts && jaccard >= SIMILARITY_MIN) return jaccard;

  const contained = shared / Math.min(a.runs.length, b.runs.length);
  return contained >= CONTAINED_MIN ? contained : null;
}

function longestShared(
  text: string,
  words: readonly Word[],
  runWords: number,
  places: Float64Array,
  isShared: Uint8Array,
): string {
  let best = { from: 0, length: 0 };
  let length = 0;
  places.forEach((place, at) => {
    length = isShared[place] ? length + 1 : 0;
    if (length > best.length) best = { from: at - length + 1, length };
  });
  const first = words[best.from];
  const last = words[best.from + best.length + runWords - 2];
  if (!first || !last) return "";
  const evidence = text.slice(first.at, last.at + last.text.length);
  if (evidence.length <= EVIDENCE_LENGTH_MAX) return evidence;
  const cut = evidence.slice(0, EVIDENCE_LENGTH_MAX);
  return `${cut.slice(0, Math.max(0, cut.lastIndexOf(" "))) || cut}…`;
}

function placeOf(run: number, ascending: Float64Array): number {
  let first = 0;
  let end = ascending.length;
  while (first < end) {
    const middle = (first + end) >>> 1;
    if ((ascending[middle] ?? 0) < run) first = middle + 1;
    else end = middle;
  }
  return first;
}
