import { TIME } from "./cues";
import { isWord, LEXICON } from "./lexicon";
import { isAdverb } from "./outcomes";
import { matchAt, matchBefore, type Phrases, phrases } from "./phrases";
import type { Token } from "./tokens";
import { BODIES, couldSpeak, isPronoun, type Name, personIn, TITLES } from "./who";

const SAY: Phrases<true> = phrases([
  [true, LEXICON.say],
  [true, LEXICON.count],
]);
const TALLIES = new Set(LEXICON.tally.split(", "));
const NAME_LENGTH_MAX = 16;

/** The name that ends right before a verb: its subject. Null where there is none. */
export function nameBefore(tokens: readonly Token[], verb: number, isSay = false): Name | null {
  let at = verb - 1;
  const aux = auxBefore(tokens, at);
  if (aux !== null) at = aux - 1;
  while (at >= 0 && (isAdverb(tokens[at]) || isWord("aux", tokens[at]?.lower))) at -= 1;
  const last = tokens[at];
  if (!last) return null;
  if (last.lower === "who") return nameBefore(tokens, tokens[at - 1]?.text === "," ? at - 1 : at, isSay);
  if (last.text === ",") return nameBeforeApposition(tokens, at);
  if (last.text === ")") {
    const open = findBack(tokens, at, (token) => token.text === "(");
    return open === null ? null : nameEndingAt(tokens, open);
  }
  return nameEndingAt(tokens, at + 1, isSay);
}

/** "Had by then recorded": the auxiliary stands a few light words before. */
function auxBefore(tokens: readonly Token[], from: number): number | null {
  for (let at = from; at > Math.max(0, from - 3); at -= 1) {
    const token = tokens[at];
    if (token && isWord("have", token.lower)) return at;
    if (token?.kind !== "word" || token.isCapital) return null;
  }
  return null;
}

function nameBeforeApposition(tokens: readonly Token[], comma: number): Name | null {
  const open = findBack(tokens, comma, (token) => token.text === ",");
  if (open === null || open === 0 || comma - open > 30) return null;
  const inner = { from: open + 1, to: comma };
  for (let at = inner.from; at < inner.to; at += 1) {
    const isSaying = matchAt(SAY, tokens, at) && !isWord("appositionStarts", tokens[inner.from]?.lower);
    if (isSaying || tokens[at]?.text === ";") return null;
  }
  const outer = pastSecondApposition(tokens, nameEndingAt(tokens, open));
  if (!outer) return isCapitalised(tokens, inner) ? inner : null;
  const isDescribed = !tokens[outer.to - 1]?.isCapital;
  return isDescribed && isCapitalised(tokens, inner) ? inner : outer;
}

/** "Ana Ruiz, spokeswoman for the church of the town, where it happened, told": back to the name. */
function pastSecondApposition(tokens: readonly Token[], name: Name | null): Name | null {
  if (!name || tokens[name.from]?.isCapital || tokens[name.from - 1]?.text !== ",") return name;
  const before = nameEndingAt(tokens, name.from - 1);
  return before && isCapitalised(tokens, before) ? before : name;
}

function isCapitalised(tokens: readonly Token[], { from, to }: Name): boolean {
  const words = tokens.slice(from, to);
  return (
    words.length >= 2 &&
    words.length <= 6 &&
    words.every((token) => token.isCapital || isWord("nameParticles", token.lower))
  );
}

function findBack(tokens: readonly Token[], from: number, is: (token: Token) => boolean): number | null {
  for (let at = from - 1; at >= 0; at -= 1) {
    const token = tokens[at];
    if (token && is(token)) return at;
  }
  return null;
}

/** The longest name that ends right before a token. */
export function nameEndingAt(tokens: readonly Token[], to: number, isSay = false): Name | null {
  let end = to;
  while (isWord("nameTails", tokens[end - 1]?.lower)) end -= 1;
  // "Outside the city he said"
  if (isPronoun(tokens, { from: end - 1, to: end })) return { from: end - 1, to: end };
  let from = end;
  while (from > 0 && end - from < NAME_LENGTH_MAX) {
    if (!mayStandInName(tokens, from - 1)) break;
    from -= 1;
  }
  return from === end ? null : settled(tokens, { from, to: end }, isSay);
}

/** The name that begins at a token: of whom something is according to. */
export function nameFrom(tokens: readonly Token[], from: number): Name | null {
  let to = from;
  while (isWord("nameHeads", tokens[to]?.text.toLowerCase()) && to < from + 2) to += 1;
  while (to < tokens.length && to - from < NAME_LENGTH_MAX) {
    if (!mayStandInName(tokens, to) || (to > from && matchAt(SAY, tokens, to))) break;
    to += 1;
  }
  while (to > from && (isTime(tokens, to - 1) || isWord("insideNames", tokens[to - 1]?.lower))) to -= 1;
  // "According to an Observatory toll"
  while (to > from + 1 && TALLIES.has(tokens[to - 1]?.lower ?? "")) to -= 1;
  if (to === from) return null;
  const after = { from: to + 1, to: to + 1 };
  if (tokens[to]?.text === ",") while (tokens[after.to]?.isCapital) after.to += 1;
  const isNamed =
    isCapitalised(tokens, after) &&
    !tokens[to - 1]?.isCapital &&
    /^[,.;]$/.test(tokens[after.to]?.text ?? ".");
  return settled(tokens, isNamed ? after : { from, to });
}

function mayStandInName(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token) return false;
  if (token.text === ".")
    return TITLES.has(tokens[at - 1]?.lower ?? "") || /^\p{Lu}$/u.test(tokens[at - 1]?.text ?? "");
  if (isWord("insideNames", token.lower)) return true;
  // "One protester told …"
  if (token.kind === "figure") return isWord("countWords", token.lower);
  if (token.kind !== "word") return false;
  if (token.lower === "and" || token.lower === "or") return joinsNames(tokens, at);
  return !isWord("aux", token.lower) && !isWord("outsideNames", token.lower);
}

function joinsNames(tokens: readonly Token[], at: number): boolean {
  const [previous, next] = [tokens[at - 1], tokens[at + 1]];
  if (!previous || !next || previous.kind !== "word") return false;
  if (next.isCapital && previous.isCapital && at > 1) return !matchBefore(TIME, tokens, at);
  const isNext = [1, 2, 3].some((step) => matchAt(BODIES, tokens, at + step) !== null);
  return (
    isNext && !next.isCapital && (matchBefore(BODIES, tokens, at) !== null || previous.lower.endsWith("ing"))
  );
}

function isTime(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  return (
    token !== undefined && (matchAt(TIME, tokens, at) !== null || /^(?:mid|early|late)-/.test(token.lower))
  );
}

/** A stretch without what leads up to the name, or null where it names nobody who could say a figure. */
function settled(tokens: readonly Token[], { from, to }: Name, isSay = false): Name | null {
  let start = from;
  while (start < to && (isTime(tokens, start) || isAdverb(tokens[start]) || tokens[start]?.lower === "'s"))
    start += 1;
  if (isWord("nameEnds", tokens[start]?.lower)) start = pastAdverbial(tokens, start, to);
  while (start < to && (isTime(tokens, start) || isWord("nameTails", tokens[start]?.lower))) start += 1;
  if (start >= to) return null;
  // "In Gaza the ministry": a determiner that no preposition governs begins the name.
  for (let at = to - 1; at > start; at -= 1) {
    const isDeterminer = isWord("nameDeterminers", tokens[at]?.lower);
    const previous = tokens[at - 1];
    if (!isDeterminer || !previous || isWord("insideNames", previous.lower)) continue;
    if (previous.kind === "word" && !isWord("andOr", previous.lower)) {
      const named = namedBefore(tokens, start, at);
      if (named) return named;
      start = at;
    }
    break;
  }
  const name = personIn(tokens, { from: start, to });
  return couldSpeak(tokens, name, isSay) ? name : null;
}

/** "The Aleppo Media Center an activist collective said": the name stands before what it is. */
function namedBefore(tokens: readonly Token[], from: number, to: number): Name | null {
  let start = to;
  while (start > from && tokens[start - 1]?.isCapital && !isTime(tokens, start - 1)) start -= 1;
  const name = { from: start, to };
  const isName = to - start >= 2 && !isWord("nameEnds", tokens[start - 1]?.lower);
  return isName && couldSpeak(tokens, name) ? name : null;
}

function pastAdverbial(tokens: readonly Token[], from: number, to: number): number {
  for (let at = from + 1; at < to; at += 1) {
    const previous = tokens[at - 1];
    const isDeterminer = isWord("articles", tokens[at]?.lower);
    if (isDeterminer && previous && !isWord("nameEnds", previous.lower)) return at;
  }
  for (let at = to - 1; at > from; at -= 1) {
    const match = matchAt(BODIES, tokens, at);
    if (match && match.to <= to && !isWord("nameEnds", tokens[at - 1]?.lower)) return at;
  }
  let start = to;
  while (start > from + 1 && tokens[start - 1]?.isCapital) start -= 1;
  return start - 1 === from ? to : start;
}
