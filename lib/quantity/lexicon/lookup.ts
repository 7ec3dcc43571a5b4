import { fold } from "../wording/fold";
import type { Token } from "../wording/tokens";
import { ARABIC } from "./arabic";
import { ENGLISH } from "./english";
import { ENGLISH_NOUNS } from "./english-nouns";
import { MARKS } from "./marks";
import type { Lexicon, Meaning } from "./meanings";
import { RUSSIAN } from "./russian";
import { UKRAINIAN } from "./ukrainian";

type Node = { meaning: Meaning | null; next: Map<string, Node> };

/** Phrases word by word, and stems by their letters. */
type Index = { first: Map<string, Node>; stems: Map<string, Meaning>; stemLengths: readonly number[] };

/** Each phrase of a lexicon written out: no alternatives, no optional words. */
export function phrasesOf(lexicon: Lexicon): { words: string[]; meaning: Meaning }[] {
  return lexicon.flatMap(([meaning, phrases]) =>
    phrases
      .split(",")
      .map((phrase) => phrase.trim())
      .filter((phrase) => phrase !== "")
      .flatMap(writtenOut)
      .map((words) => ({ words, meaning })),
  );
}

function writtenOut(phrase: string): string[][] {
  return phrase
    .split(/\s+/)
    .map((word) => {
      const isOptional = word.length > 1 && word.endsWith("?");
      const choices = fold(isOptional ? word.slice(0, -1) : word).text.split("|");
      return isOptional ? [...choices, ""] : choices;
    })
    .reduce<string[][]>(
      (ways, choices) => ways.flatMap((way) => choices.map((choice) => (choice ? [...way, choice] : way))),
      [[]],
    );
}

/** An index of lexicons; of two meanings for one phrase the first stands. */
function indexOf(lexicons: readonly Lexicon[]): Index {
  const first = new Map<string, Node>();
  const stems = new Map<string, Meaning>();
  for (const { words, meaning } of lexicons.flatMap(phrasesOf)) {
    const [word = ""] = words;
    if (words.length === 1 && word.length > 1 && word.endsWith("*")) {
      stems.set(word.slice(0, -1), meaning);
      continue;
    }
    let level = first;
    let node: Node | undefined;
    for (const each of words) {
      node = level.get(each) ?? { meaning: null, next: new Map() };
      level.set(each, node);
      level = node.next;
    }
    if (node) node.meaning ??= meaning;
  }
  const stemLengths = [...new Set([...stems.keys()].map((stem) => stem.length))].sort((a, b) => b - a);
  return { first, stems, stemLengths };
}

const INDEX = indexOf([MARKS, ENGLISH, ENGLISH_NOUNS, UKRAINIAN, RUSSIAN, ARABIC]);

/** The longest phrase that begins with a token, and how many tokens it takes; a tight hyphen is a space. */
export function longestPhrase(
  tokens: readonly Token[],
  from: number,
): { meaning: Meaning; length: number } | null {
  let node = INDEX.first.get(tokens[from]?.text ?? "");
  let found: { meaning: Meaning; length: number } | null = null;
  for (let at = from; node; ) {
    if (node.meaning) found = { meaning: node.meaning, length: at - from + 1 };
    if (node.next.size === 0) break;
    at += isHyphen(tokens, at + 1) ? 2 : 1;
    node = node.next.get(tokens[at]?.text ?? "");
  }
  return found;
}

/** Whether a hyphen joins the tokens on its two sides. */
export function isHyphen(tokens: readonly Token[], at: number): boolean {
  return Boolean(tokens[at]?.text === "-" && tokens[at]?.isTight && tokens[at + 1]?.isTight);
}

/** The meaning of a word alone: as it stands, or by its stem. */
export function meaningOf(word: string): Meaning | null {
  const exact = INDEX.first.get(word)?.meaning;
  if (exact) return exact;
  for (const length of INDEX.stemLengths) {
    if (length > word.length) continue;
    const meaning = INDEX.stems.get(word.slice(0, length));
    if (meaning) return meaning;
  }
  return null;
}
