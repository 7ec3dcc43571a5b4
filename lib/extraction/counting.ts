import { type Counted, OUTCOMES, type Outcome } from "./cues";
import { isWord } from "./lexicon";
import type { Line } from "./lines";
import { isDate, isNumbering, isWhole } from "./not-counted";
import { isConjunction, isPreposition, type NounPhrase, nounPhraseAfter } from "./noun-phrase";
import { withMore } from "./outcome-sets";
import { harmed, outcomeAfter, outcomeBefore } from "./outcomes";
import { matchBefore } from "./phrases";
import type { Token } from "./tokens";
import { tollBefore } from "./tolls";

/** What a figure counts, and the tokens that say so. */
export type Counting = {
  /** Places of tokens: the figure, and the first behind the phrase that shows it. */
  at: number;
  to: number;
  outcome: Outcome;
  /** The tokens of the cue; null where it was told before. */
  cue: { from: number; to: number } | null;
  phrase: NounPhrase;
  /** The place of the figure that it is part of, in the same sentence. */
  partOf: number | null;
};

/** What is known when a figure is read. */
export type Before = {
  /** The countings of the sentence so far. */
  inLine: readonly Counting[];
  /** The outcome that was spoken of last. */
  topic: Outcome | null;
  /** Somebody is named in the sentence as saying it. */
  isSaid: boolean;
};

/** What the figure at a token counts; null where it is no claim. */
export function countingOf(line: Line, at: number, before: Before): Counting | null {
  const { tokens } = line;
  const figure = line.figures[tokens[at]?.figure ?? -1];
  if (!figure || figure.isSpoiled || isNumbering(line, at)) return null;
  const phrase = ofThingsBefore(tokens, nounPhraseAfter(tokens, at), before.inLine.at(-1));
  if (phrase.isMeasured) return null;
  if (figure.isYear && !figure.hasQualifier && !phrase.outcome && !phrase.counted) return null;
  if (isDate(line, at) || !isWhole(figure.quantity)) return null;

  const counting = (outcome: Outcome, cue: Counting["cue"], partOf: number | null = null): Counting => {
    return { at, to: phraseEnd(tokens, phrase, cue), outcome, cue, phrase, partOf };
  };
  if (figure.quantity.qualifier === "none" && isWord("notNone", tokens[at + 1]?.lower)) return null;
  const subset = subsetOf(tokens, at, phrase, before);
  const none = phrase.counted && "none" in phrase.counted.value;
  if (figure.isArticle) return oneOf(tokens, at, phrase, counting);
  const isSmall = !figure.isPlain;
  const bracketed = outcomeBeforeBracket(tokens, at);
  if (bracketed) return counting(bracketed.value, bracketed);
  // "One of the worst killings"
  if (
    isSmall &&
    tokens[at + 1]?.lower === "of" &&
    isWord("ofMany", tokens[at + 2]?.lower) &&
    figure.quantity.high === 1
  )
    return null;
  if (phrase.outcome) {
    const more = withMore(tokens, phrase.outcome);
    return counting(more.value, more, subset);
  }
  if (none) return null;
  if (figure.quantity.qualifier === "none") {
    // "No one was hurt" is one figure with its outcome.
    if (/ hurt$/i.test(figure.quantity.raw)) return counting({ kinds: ["injured"], unit: null }, null);
    const hurt = /^no$/i.test(figure.quantity.raw) ? null : outcomeAfter(tokens, at, phrase);
    return hurt && hurt.from - at <= 4 ? counting(hurt.value, hurt) : null;
  }

  const after = outcomeAfter(tokens, at, phrase);
  // What is said of a list is said of each item, unless the item has its own.
  const isListed =
    after !== null && tokens.slice(phrase.to, after.from).some(({ kind }) => kind === "figure");
  const isTrusted =
    after !== null && (after.from - phrase.to < 6 || !isSmall || isListed || commaAt(tokens, phrase.to));
  if (after && isTrusted && !isListed) return counting(after.value, after, subset);
  const verb = outcomeBefore(tokens, at, phrase);
  if (verb) return counting(verb.value, verb, subset);
  const toll = tollBefore(tokens, at);
  if (toll && !(phrase.counted && "thing" in phrase.counted.value)) return counting(toll.value, toll, subset);

  if (after && isTrusted) return counting(after.value, after, subset);

  const previous = before.inLine.at(-1);
  if (subset !== null && previous) return counting(previous.outcome, null, subset);
  const listed = previous && isListItem(tokens, previous.phrase.to, at) ? inListOf(previous, phrase) : null;
  if (listed) return counting(listed, null, previous?.partOf ?? null);
  if (previous && isPlaced(tokens, previous.to, at)) return counting(previous.outcome, null);
  if (phrase.weak) return counting(weakOutcome(phrase.weak.value, before.topic), phrase.weak);
  if (isSmall || !before.topic) return null;
  if (!isBare(tokens, phrase) || tokens[at - 2]?.lower === "there") return null;
  const isTold =
    before.isSaid ||
    before.inLine.length > 0 ||
    (tokens[at - 1]?.lower === "of" && isWord("tallied", tokens[at - 2]?.lower));
  return isTold && isAlike(before.topic, phrase) ? counting(before.topic, null) : null;
}

/** "1,200 homes were destroyed, and 21,000 others damaged": others of the things before. */
function ofThingsBefore(
  tokens: readonly Token[],
  phrase: NounPhrase,
  previous: Counting | undefined,
): NounPhrase {
  const isOther = isWord("others", tokens[phrase.counted?.from ?? -1]?.lower);
  const things = previous?.phrase.counted;
  if (!isOther || !things || !("thing" in things.value) || !phrase.counted) return phrase;
  return { ...phrase, counted: { ...phrase.counted, value: things.value } };
}

/** Victims are those of what was spoken of before. */
function weakOutcome(weak: Outcome, topic: Outcome | null): Outcome {
  const isOpen = weak.kinds.includes("casualties_unspecified");
  return isOpen && topic?.kinds.includes("killed") ? { kinds: ["killed"], unit: null } : weak;
}

function isAlike(topic: Outcome, { counted }: NounPhrase): boolean {
  const isThing = topic.kinds.some((kind) => /^(?:equipment|structures|munitions)/.test(kind));
  if (!counted) return true;
  return "thing" in counted.value ? isThing && topicOfThing(topic, counted.value) : !isThing;
}

function topicOfThing(topic: Outcome, counted: Extract<Counted, { thing: unknown }>): boolean {
  return counted.thing === "structures"
    ? topic.kinds.includes("structures_damaged")
    : topic.kinds.some((kind) => kind.startsWith("equipment"));
}

/** "The highest number of cases (10,306)". */
function outcomeBeforeBracket(tokens: readonly Token[], at: number) {
  if (tokens[at - 1]?.text !== "(" || tokens[at + 1]?.text !== ")") return null;
  return matchBefore(OUTCOMES.noun, tokens, at - 1);
}

/** "Two people, most of them …, were killed" */
function commaAt(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.text === ",";
}

const OF_ONE: ReadonlySet<string> = new Set(["killed", "injured", "missing", "detained", "captured"]);

/** "A young man was killed": counted only where what became of them is said at once. */
function oneOf(
  tokens: readonly Token[],
  at: number,
  phrase: NounPhrase,
  counting: (outcome: Outcome, cue: Counting["cue"]) => Counting,
): Counting | null {
  const after = outcomeAfter(tokens, at, phrase);
  const isNear = after !== null && after.from - phrase.to <= 5;
  const before = isNear ? null : outcomeBefore(tokens, at, phrase);
  const found = isNear ? after : before?.to === at ? before : null;
  const isOfOne = found?.value.kinds.every((kind) => OF_ONE.has(kind));
  return found && isOfOne ? counting(found.value, found) : null;
}

/** Nothing is named as counted, or only people at large. */
function isBare(tokens: readonly Token[], phrase: NounPhrase): boolean {
  const next = tokens[phrase.to];
  if (phrase.counted) {
    if ("thing" in phrase.counted.value) return true;
    const isOpen =
      next?.kind !== "word" || isPreposition(next) || isConjunction(next) || isWord("aux", next.lower);
    return isOpen && isWord("anybody", tokens[phrase.counted.from]?.lower);
  }
  if (next?.kind !== "word") return next?.kind !== "number";
  return isPreposition(next) || isConjunction(next) || isWord("afterBare", next.lower);
}

function subsetOf(tokens: readonly Token[], at: number, phrase: NounPhrase, before: Before): number | null {
  const previous = before.inLine.at(-1);
  if (!previous) return null;
  const isMarked = phrase.isSubset || isMarkedBefore(tokens, at);
  if (isMarked) return previous.partOf ?? previous.at;
  // "Including 5 women and 2 children": the second is part of the same whole.
  return previous.partOf !== null && isListItem(tokens, previous.phrase.to, at) ? previous.partOf : null;
}

function isMarkedBefore(tokens: readonly Token[], at: number): boolean {
  for (let place = at - 1; place >= Math.max(0, at - 3); place -= 1) {
    const word = tokens[place]?.lower ?? "";
    if (isWord("subsetBefore", word)) return true;
    if (!isWord("subsetBetween", word)) return false;
  }
  return false;
}

/** Only "and", commas and the like stand between the end of one item and the next figure. */
function isListItem(tokens: readonly Token[], from: number, at: number): boolean {
  if (at - from < 1 || at - from > 4) return false;
  return tokens.slice(from, at).every(({ lower }) => isWord("listJoints", lower));
}

/** "Five people died in Queensland, three in Darwin and one in Perth": the next place, the same outcome. */
function isPlaced(tokens: readonly Token[], from: number, at: number): boolean {
  const between = tokens.slice(from, at);
  const isNext =
    isPreposition(tokens[at + 1]) && (tokens[at + 2]?.isCapital || isWord("articles", tokens[at + 2]?.lower));
  const isJoined = /^(?:,|and)$/.test(tokens[at - 1]?.lower ?? "");
  return (
    isJoined &&
    isNext &&
    between.length <= 12 &&
    between.some(({ isCapital }) => isCapital) &&
    between.every(
      ({ kind, lower, isCapital }) =>
        isCapital ||
        kind === "mark" ||
        isWord("listJoints", lower) ||
        isWord("prepositions", lower) ||
        isWord("articles", lower),
    )
  );
}

/** A list says of each item what it said of the one before; whoever loses tanks and men loses the men as killed. */
function inListOf({ outcome, phrase: earlier }: Counting, phrase: NounPhrase): Outcome | null {
  const [was, is] = [earlier.counted?.value ?? null, phrase.counted?.value ?? null];
  const wasThing = was !== null && "thing" in was;
  if (is && "thing" in is) {
    if (wasThing && was.thing === is.thing) return outcome;
    return outcome.kinds.includes("killed") || wasThing ? harmed(is, "destroyed") : null;
  }
  if (wasThing && is && "person" in is)
    return outcome.kinds.includes("equipment_destroyed") ? { kinds: ["killed"], unit: null } : null;
  return is === null && !phrase.weak ? null : phrase.weak && !is ? phrase.weak.value : outcome;
}

/** Where the phrase that shows a figure ends: its noun, or the predicate if that is near. */
function phraseEnd(tokens: readonly Token[], phrase: NounPhrase, cue: Counting["cue"]): number {
  if (!cue || cue.to <= phrase.to) return phrase.to;
  const between = tokens.slice(phrase.to, cue.to);
  const isNear =
    cue.to - phrase.to <= 8 && between.every(({ kind, text }) => kind === "word" && text !== ",");
  return isNear ? cue.to : phrase.to;
}
