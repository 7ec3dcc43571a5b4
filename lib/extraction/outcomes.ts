import { COUNTED, type Counted, HARM, type Harm, OUTCOMES, type Outcome } from "./cues";
import { isWord } from "./lexicon";
import { hasObject, isConjunction, isPreposition, type NounPhrase, nounPhraseAfter } from "./noun-phrase";
import { withMore } from "./outcome-sets";
import { type Match, matchAt, matchBefore, type Phrases } from "./phrases";
import type { Token } from "./tokens";

/** Marks behind which something else is said. */
export const STOPS: ReadonlySet<string> = new Set([";", ":", "(", ")", "—", "–", ".", "?", "!", "…"]);
const REACH_AFTER = 20;
const NEAR_PARTICIPLE = 10;
const REACH_BEFORE = 12;

/** The outcome that a predicate behind the figure tells: "37,958 people had died", "51 men and 14 officers had been hurt". */
export function outcomeAfter(
  tokens: readonly Token[],
  at: number,
  phrase: NounPhrase,
): Match<Outcome> | null {
  const counted = phrase.counted?.value ?? null;
  let place = phrase.to;
  let isList = true;
  let commas = 0;
  const last = Math.min(tokens.length, phrase.to + REACH_AFTER);
  while (place < last) {
    const token = tokens[place];
    const isAside = token !== undefined && closingOf(tokens, place) !== null;
    const isListedAs =
      (token?.lower === "as" && isWord("knownAs", tokens[place - 1]?.lower)) ||
      (token?.lower === "as" && matchAt(OUTCOMES.after, tokens, place + 1) !== null);
    if (!token || (STOPS.has(token.text) && !isAside) || (isWord("clauses", token.lower) && !isListedAs))
      return null;
    const next = tokens[place + 1];
    if (token.text === ",") {
      const isClosing = (commas > 0 || tokens[at - 1]?.text === ",") && isWord("aux", next?.lower);
      if (next?.kind !== "figure" && !next?.isCapital && !isClosing && !isWord("afterComma", next?.lower))
        return null;
      commas += 1;
      place += 1;
      continue;
    }
    const closing = closingOf(tokens, place);
    if (closing !== null) {
      place = closing + 1;
      continue;
    }
    if (token.kind === "figure") {
      const led = isWord("light", tokens[place - 1]?.lower) ? tokens[place - 2] : tokens[place - 1];
      // In a list the outcome at its end is said of each: "51 men and 14 officers had been hurt".
      const isJoined = isList || isPreposition(led) || isSubsetWord(led);
      const item = nounPhraseAfter(tokens, place);
      if (!isJoined || (!isList && item.counted && "person" in item.counted.value && !isSubsetWord(led)))
        return null;
      if (isList && item.outcome)
        return isPredicate(tokens, item.outcome) ? withMore(tokens, item.outcome) : null;
      if (isList && item.isSubset) return null;
      place = item.to;
      continue;
    }
    if (token.lower === "and" || token.lower === "or") {
      const more = matchAt(COUNTED, tokens, place + 1) ?? matchAt(COUNTED, tokens, place + 2);
      const isMore = next?.kind === "figure" || next?.isCapital || more !== null || next?.lower === "a";
      if (!isMore) return null;
      place = next?.kind !== "figure" && more ? more.to : place + 1;
      continue;
    }
    const found = predicateAt(tokens, place, counted, phrase.to);
    if (found) return found;
    if (found === undefined) return null;
    if (!isPreposition(token) && !isWord("aux", token.lower) && !isConjunction(token)) isList &&= false;
    place += 1;
  }
  return null;
}

const ASIDE_MAX = 14;

/** Where an aside in brackets or between dashes ends that begins here; null where none does. */
function closingOf(tokens: readonly Token[], at: number): number | null {
  const opening = tokens[at]?.text ?? "";
  const closing = opening === "(" ? ")" : /^[—–]$/.test(opening) ? opening : null;
  if (closing === null) return null;
  for (let place = at + 1; place < Math.min(tokens.length, at + ASIDE_MAX); place += 1)
    if (tokens[place]?.text === closing) return place;
  return null;
}

/** "Killed" can be said of all that stands in a list before it, "deaths" cannot. */
function isPredicate(tokens: readonly Token[], { from, to }: Match<Outcome>): boolean {
  return matchAt(OUTCOMES.verb, tokens, from)?.to === to || matchAt(OUTCOMES.after, tokens, from)?.to === to;
}

function isSubsetWord(token: Token | undefined): boolean {
  return isWord("subsetWords", token?.lower);
}

/** The outcome that begins here; undefined where a verb begins that has something else as its object. */
function predicateAt(
  tokens: readonly Token[],
  at: number,
  counted: Counted | null,
  phraseTo: number,
): Match<Outcome> | null | undefined {
  if (counted && "thing" in counted) return harmAt(tokens, at, counted);
  const after = matchAt(OUTCOMES.after, tokens, at);
  const verb = matchAt(OUTCOMES.verb, tokens, at);
  if (after && (!verb || after.to >= verb.to)) return withMore(tokens, after);
  if (!verb) return null;
  if (isPassive(tokens, at)) return withMore(tokens, verb);
  const previous = tokens[at - 1];
  const isHad = previous !== undefined && isWord("aux", previous.lower);
  if (isHad || hasObject(tokens, verb.to)) return undefined;
  return at - phraseTo <= NEAR_PARTICIPLE ? withMore(tokens, verb) : null;
}

/** Whether "was", "have been" and the like stand before a participle, adverbs aside. */
function isPassive(tokens: readonly Token[], at: number): boolean {
  let place = at - 1;
  while (place > 0 && isAdverb(tokens[place])) place -= 1;
  return isWord("be", tokens[place]?.lower);
}

export function isAdverb(token: Token | undefined): boolean {
  return token?.kind === "word" && (token.lower.endsWith("ly") || isWord("adverbs", token.lower));
}

const THING_KINDS = {
  equipment: {
    destroyed: "equipment_destroyed",
    damaged: "equipment_damaged",
    captured: "equipment_captured",
    used: "munitions_used",
  },
  munitions: {
    destroyed: "equipment_destroyed",
    damaged: "munitions_used",
    captured: "equipment_captured",
    used: "munitions_used",
  },
  structures: {
    destroyed: "structures_damaged",
    damaged: "structures_damaged",
    captured: "structures_damaged",
    used: "structures_damaged",
  },
} as const;

const HARMS = {
  equipment: ["destroyed", "captured", "damaged"],
  munitions: ["used", "destroyed"],
  structures: ["damaged"],
} as const satisfies Record<string, readonly Harm[]>;

function harmAt(
  tokens: readonly Token[],
  at: number,
  counted: Extract<Counted, { thing: unknown }>,
): Match<Outcome> | null {
  for (const harm of HARMS[counted.thing]) {
    const match = matchAt(HARM[harm], tokens, at);
    if (match) return { ...match, value: harmed(counted, harm) };
  }
  return null;
}

export function harmed({ thing }: Extract<Counted, { thing: unknown }>, harm: Harm): Outcome {
  return { kinds: [THING_KINDS[thing][harm]], unit: null };
}

/** The outcome that a verb before the figure gives to it: "killing at least 12", "lost 40 tanks". */
export function outcomeBefore(
  tokens: readonly Token[],
  at: number,
  phrase: NounPhrase,
): Match<Outcome> | null {
  const counted = phrase.counted?.value ?? null;
  let crossed = 0;
  for (let place = at - 1; place >= Math.max(0, at - REACH_BEFORE); place -= 1) {
    const token = tokens[place];
    const isAsWell = tokens[place + 1]?.lower === "well" || tokens[place - 1]?.lower === "well";
    if (!token || STOPS.has(token.text) || (isWord("clauses", token.lower) && !isAsWell)) return null;
    // "Hit the building, and put the toll at 89"
    if (token.text === "," && tokens[place + 1]?.lower === "and" && tokens[place + 2]?.kind !== "figure")
      return null;
    const found = verbBefore(tokens, place + 1, counted);
    if (found) return isObject(tokens, found, at) ? found : null;
    if (token.kind === "figure") {
      crossed += 1;
      if (crossed > 1) return null;
      continue;
    }
    if (isWord("aux", token.lower) || isWord("relativeWords", token.lower) || /^["”“]$/.test(token.text))
      return null;
    if (matchBefore(OUTCOMES.verb, tokens, place + 1) || matchBefore(OUTCOMES.after, tokens, place + 1))
      return null;
  }
  return null;
}

function verbBefore(tokens: readonly Token[], to: number, counted: Counted | null): Match<Outcome> | null {
  if (counted && "thing" in counted) {
    for (const harm of [...HARMS[counted.thing], "before"] as const) {
      const match = matchBefore(HARM[harm], tokens, to);
      if (match) return { ...match, value: harmed(counted, harm === "before" ? "destroyed" : harm) };
    }
    return null;
  }
  const lost = counted && "person" in counted ? matchBefore(LOST, tokens, to) : null;
  if (lost) return lost;
  const before = matchBefore(OUTCOMES.before, tokens, to);
  const verb = matchBefore(OUTCOMES.verb, tokens, to);
  return before ?? verb;
}

const LOST: Phrases<Outcome> = new Map([
  ["lost", [{ words: ["lost"], value: { kinds: ["killed"], unit: null } }]],
  ["losing", [{ words: ["losing"], value: { kinds: ["killed"], unit: null } }]],
  ["losses", [{ words: ["losses", "of"], value: { kinds: ["killed"], unit: null } }]],
]);

/** A participle that belongs to what stands before it, "37 killed, 12 more", has no object. */
function isObject(tokens: readonly Token[], { from, to }: Match<Outcome>, at: number): boolean {
  if (to === at) return !isWord("be", tokens[from - 1]?.lower) || false;
  const next = tokens[to];
  if (!next || next.kind === "mark") return false;
  if (isWord("noObject", next.lower)) return false;
  return !isWord("be", tokens[from - 1]?.lower);
}
