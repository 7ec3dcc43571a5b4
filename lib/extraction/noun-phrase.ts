import { COUNTED, type Counted, OUTCOMES, type Outcome, UNITS } from "./cues";
import { isWord } from "./lexicon";
import { type Match, matchAt } from "./phrases";
import type { Token } from "./tokens";

/** What stands behind a figure: the words for what it counts. */
export type NounPhrase = {
  /** The place of the token behind it. */
  to: number;
  counted: Match<Counted> | null;
  /** A noun that tells the outcome itself: "deaths". */
  outcome: Match<Outcome> | null;
  /** A noun that tells it where nothing else does: "marchers". */
  weak: Match<Outcome> | null;
  /** "Of them": part of what was counted before. */
  isSubset: boolean;
  /** A quantity of something that is no claim: kilometres, years, dollars. */
  isMeasured: boolean;
};

const ADJECTIVES_MAX = 4;

export function isPreposition(token: Token | undefined): boolean {
  return token !== undefined && isWord("prepositions", token.lower);
}

export function isConjunction(token: Token | undefined): boolean {
  return token !== undefined && isWord("conjunctions", token.lower);
}

/** The noun phrase that begins right behind the figure at a place. */
export function nounPhraseAfter(tokens: readonly Token[], at: number): NounPhrase {
  const phrase: NounPhrase = {
    to: at + 1,
    counted: null,
    outcome: null,
    weak: null,
    isSubset: false,
    isMeasured: false,
  };
  const start = pastOf(tokens, phrase);
  phrase.isMeasured = isMeasured(tokens, start);
  let place = start;
  let adjectives = 0;
  while (place < tokens.length) {
    const outcome = matchAt(OUTCOMES.noun, tokens, place);
    const counted = matchAt(COUNTED, tokens, place);
    if (outcome && (!counted || outcome.to >= counted.to)) {
      if (!isActive(tokens, outcome)) phrase.outcome = outcome;
      phrase.to = phrase.outcome ? outcome.to : place;
      break;
    }
    const weak = matchAt(OUTCOMES.weak, tokens, place);
    const noun = counted ?? weak;
    if (noun) {
      phrase.counted = counted ?? phrase.counted;
      phrase.weak = weak ?? phrase.weak;
      place = Math.max(noun.to, weak?.to ?? 0);
      phrase.to = place;
      if (tokens[place]?.lower === "'s") break;
      continue;
    }
    // "Members of the security forces"
    if (phrase.counted && isJoint(tokens, place)) {
      const next = matchAt(COUNTED, tokens, place + (tokens[place + 1]?.lower === "the" ? 2 : 1));
      if (!next || "none" in next.value) break;
      phrase.counted = next;
      phrase.to = place = next.to;
      continue;
    }
    // "A 55-year-old man"
    if (tokens[place]?.kind === "figure" && tokens[place + 1]?.text === "-" && place === start) {
      place += 2;
      continue;
    }
    // "11 regime and allied fighters"
    if (
      tokens[place]?.lower === "and" &&
      place > start &&
      !phrase.counted &&
      isPeopleSoon(tokens, place + 1)
    ) {
      place += 1;
      continue;
    }
    if (!isAdjective(tokens, place) || phrase.counted || phrase.weak || adjectives >= ADJECTIVES_MAX) break;
    adjectives += 1;
    place += 1;
  }
  return phrase;
}

function isPeopleSoon(tokens: readonly Token[], from: number): boolean {
  return [from, from + 1].some((at) => {
    const match = isAdjective(tokens, from) || at === from ? matchAt(COUNTED, tokens, at) : null;
    return match !== null && "person" in match.value;
  });
}

function isJoint(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.lower === "of" && tokens[at - 1]?.lower.startsWith("member") === true;
}

/** Steps over "of the", "of them", "of the 500". */
function pastOf(tokens: readonly Token[], phrase: NounPhrase): number {
  let at = phrase.to;
  const next = tokens[at + 1];
  if (tokens[at]?.lower === "of" && next) {
    if (isWord("ofThem", next.lower)) phrase.isSubset = true;
    if (next.lower === "the" && tokens[at + 2]?.kind === "figure") {
      phrase.to = at + 3;
      return at + 3;
    }
    if (
      next.lower === "the" &&
      (matchAt(OUTCOMES.noun, tokens, at + 2) || matchAt(OUTCOMES.weak, tokens, at + 2))
    )
      phrase.isSubset = true;
    at += 1;
    if (next.lower === "them" || next.lower === "whom" || next.lower === "which") {
      phrase.to = at + 1;
      return at + 1;
    }
  }
  while (isWord("light", tokens[at]?.lower)) at += 1;
  return at;
}

function isMeasured(tokens: readonly Token[], start: number): boolean {
  const first = tokens[start];
  if (first?.text === "%" || first?.text === "°") return true;
  if (matchAt(UNITS, tokens, start)) return true;
  // "600 long kilometres", "2 US dollars"
  return isAdjective(tokens, start) &&
    !matchAt(COUNTED, tokens, start) &&
    matchAt(UNITS, tokens, start + 1) !== null
    ? tokens[start + 1]?.kind === "word" && (tokens[start + 1]?.lower.length ?? 0) > 4
    : false;
}

function isAdjective(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (token?.lower === "'s" || token?.text === '"' || token?.text === "“") return true;
  if (token?.kind !== "word" || isWord("aux", token.lower) || isPreposition(token) || isConjunction(token))
    return false;
  return !matchAt(OUTCOMES.after, tokens, at) && !matchAt(OUTCOMES.verb, tokens, at);
}

/** Whether what follows is the object of a verb: "killed the guard", "wounded 30". */
export function hasObject(tokens: readonly Token[], to: number): boolean {
  const next = tokens[to];
  if (!next) return false;
  return next.kind === "figure" || isWord("determiners", next.lower) || matchAt(COUNTED, tokens, to) !== null;
}

/** "Killed" behind a figure is a noun unless it has an object of its own. */
function isActive(tokens: readonly Token[], match: Match<Outcome>): boolean {
  return matchAt(OUTCOMES.verb, tokens, match.from)?.to === match.to && hasObject(tokens, match.to);
}
