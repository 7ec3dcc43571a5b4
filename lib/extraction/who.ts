import { OUTCOMES } from "./cues";
import { isWord, LEXICON } from "./lexicon";
import { matchAt, phrases } from "./phrases";
import type { Token } from "./tokens";

/** A stretch of tokens that names somebody. */
export type Name = { from: number; to: number };

const OUTLETS = phrases([
  [true, LEXICON.outlets],
  [true, LEXICON.outletNouns],
]);
export const BODIES = phrases([[true, LEXICON.bodies]]);
const NOT_CLAIMANTS = new Set(LEXICON.notClaimants.split(", "));
const PERSONS = new Set(LEXICON.persons.split(", "));
const PRONOUNS = new Set([...PERSONS, ...LEXICON.pronouns.split(", ")]);
export const TITLES = new Set(LEXICON.titles.split(", "));

/** "Governor", "Dr": a word that stands before a name. */
export function isTitleWord(token: Token | undefined): boolean {
  return TITLES.has(token?.lower ?? "");
}

export function isPronoun(tokens: readonly Token[], { from, to }: Name): boolean {
  return to === from + 1 && PRONOUNS.has(tokens[from]?.lower ?? "");
}

export function isPersonPronoun(tokens: readonly Token[], { from, to }: Name): boolean {
  return to === from + 1 && PERSONS.has(tokens[from]?.lower ?? "");
}

/** Whether a name is that of a newspaper, an agency, a channel. */
export function isOutlet(tokens: readonly Token[], { from, to }: Name): boolean {
  const end = headEnd(tokens, { from, to });
  const isNamed = tokens
    .slice(from, end)
    .some(({ isCapital, lower }, place) => isCapital && (place > 0 || lower !== "the"));
  if (!isNamed && tokens[end - 1]?.lower === "media") return false;
  for (let at = from; at < end; at += 1) {
    const match = matchAt(OUTLETS, tokens, at);
    if (match && match.to <= to) return tokens[match.to]?.lower !== "'s" || match.to >= end;
  }
  return false;
}

/** Whether a name holds the word for a body, an office, a country. */
export function isBody(tokens: readonly Token[], { from, to }: Name): boolean {
  return tokens.slice(from, to).some((_, step) => matchAt(BODIES, tokens, from + step) !== null);
}

/** Where the head of a name ends: before its first "of" or "in". */
function headEnd(tokens: readonly Token[], { from, to }: Name): number {
  for (let at = from + 1; at < to; at += 1) if (isWord("nameEnds", tokens[at]?.lower)) return at;
  return to;
}

/** "Interior minister Gérald Darmanin" is a person by name; so is "Gen. Ali Haji of the Guard". */
export function personIn(tokens: readonly Token[], { from, to }: Name): Name {
  const end = headEnd(tokens, { from, to });
  let start = end;
  while (start > from && (tokens[start - 1]?.isCapital || (tokens[start - 1]?.text === "." && start < end)))
    start -= 1;
  // Behind the last title of the run: "Defence Minister Sergei Ivanov"
  for (let at = end - 1; at > start; at -= 1) {
    if (!isTitle(tokens, at - 1, from)) continue;
    start = at;
    break;
  }
  while (start < end && (TITLES.has(tokens[start]?.lower ?? "") || tokens[start]?.text === ".")) start += 1;
  const words = end - start;
  const isTitled = start > from && isTitle(tokens, start - 1, from);
  if (!isTitled || words < 1 || words > 5) return { from, to };
  for (let at = start; at < end; at += 1)
    if (matchAt(BODIES, tokens, at) || matchAt(OUTLETS, tokens, at)) return { from, to };
  return { from: start, to: end };
}

function isTitle(tokens: readonly Token[], at: number, from: number): boolean {
  const token = tokens[at];
  if (!token) return false;
  if (token.text === ".") return at > from;
  return TITLES.has(token.lower) || isWord("roles", token.lower);
}

export function couldSpeak(tokens: readonly Token[], name: Name, isSay = false): boolean {
  if (isPronoun(tokens, name)) return true;
  const end = headEnd(tokens, name);
  const head = tokens[end - 1];
  if (!head || (!head.isCapital && NOT_CLAIMANTS.has(head.lower))) return false;
  if (matchAt(OUTCOMES.noun, tokens, end - 1)) return false;
  if (isWord("ours", tokens[name.from]?.lower)) return false;
  // "A rescue worker said": whoever it is, they speak.
  if (isSay && isWord("articles", tokens[name.from]?.lower)) return true;
  for (let at = name.from; at < name.to; at += 1) {
    if (matchAt(BODIES, tokens, at) || matchAt(OUTLETS, tokens, at)) return true;
    const isFirst = at === 0 && !/^\p{Lu}{2}/u.test(tokens[at]?.text ?? "");
    if (tokens[at]?.isCapital && (!isFirst || name.to - name.from > 1 || !tokens[1]?.lower.startsWith("the")))
      return true;
  }
  return false;
}
