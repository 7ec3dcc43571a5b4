import { nextAbove, nextBelow, WORD_CONVENTIONS } from "../interval";
import type { Alternative, Figure, Found } from "./figure-types";

/** Puts together what says one thing: an estimate and its interval, a word and its bounds, a number twice. */
export function joinedFigures(found: Found): Figure[] {
  const figures = withoutEchoes(found.figures);
  const estimate = estimateOf(found, figures);
  if (estimate) return [estimate];
  const pair = figures.length === 2 ? pairOf(found, figures[0], figures[1]) : null;
  return pair ? [pair] : joinedSilence(found, figures);
}

/** "Sixty-three (63)" and "hundreds (100–999)": what stands in brackets says the same again. */
function withoutEchoes(figures: readonly Figure[]): Figure[] {
  return figures.filter((figure, at) => {
    const before = figures[at - 1];
    return !(before && figure.depth > before.depth && isEcho(before, figure));
  });
}

function isEcho(one: Figure, other: Figure): boolean {
  const [said, again] = [one.alternatives[0]?.said, other.alternatives[0]?.said];
  if (!said || !again || other.alternatives.length > 1) return false;
  if (said.qualifier === "words" && said.word && again.qualifier === "between") {
    const { low, high } = WORD_CONVENTIONS[said.word];
    return again.n === low && again.last === high;
  }
  return one.kind === "number" && again.qualifier === "exact" && said.n === again.n;
}

/** "4,645 (95 % CI 793–8,498)", "4,645 (793 to 8,498)" and "CI 793–8,498". */
function estimateOf({ hasInterval, pieces }: Found, figures: readonly Figure[]): Figure | null {
  if (figures.length === 0 || figures.length > 3) return null;
  const range = figures.find(({ kind, question }) => kind === "range" && question === null);
  const numbers = figures
    .filter(({ kind }) => kind === "number")
    .map(({ alternatives }) => alternatives[0]?.said);
  const [first] = figures;
  const last = figures.at(-1);
  if (!first || !last) return null;

  const make = (n: number, end: number, central: number | null): Figure => {
    const said: Alternative["said"] = { qualifier: "estimate_ci", n, last: end, central };
    const span = { start: first.start, end: last.end };
    const alternatives = [{ ...span, why: "as_said" as const, said }];
    return { ...first, ...span, kind: "range", alternatives, question: null, nextPiece: last.nextPiece };
  };
  const said = range?.alternatives[0]?.said;
  if (said?.qualifier === "between" && typeof said.n === "number" && typeof said.last === "number") {
    const central = numbers[0]?.n ?? null;
    if (figures.length === 1) return hasInterval ? make(said.n, said.last, null) : null;
    const isCentral = central !== null && (hasInterval || (said.n <= central && central <= said.last));
    // "300 (100 to 400 wounded)" speaks of others: without its name, an interval has the brackets to itself.
    const around = [pieces[last.firstPiece - 1], pieces[last.nextPiece]].map((piece) => piece?.meaning.role);
    const isInBrackets = around[0] === "open" && (around[1] === "close" || around[1] === undefined);
    const isBehind = hasInterval || (last === range && isInBrackets);
    const isAlone = figures.length === 2 && isPlain(numbers[0]?.qualifier);
    return isAlone && isCentral && isBehind ? make(said.n, said.last, central) : null;
  }
  const [central, low, high] = numbers.map((one) => one?.n ?? null);
  const isListed = hasInterval && figures.length === 3 && numbers.length === 3;
  if (!isListed || typeof low !== "number" || typeof high !== "number") return null;
  return make(low, high, central ?? null);
}

function isPlain(code: string | undefined): boolean {
  return code === "exact" || code === "about" || code === "none";
}

/** Two numbers that belong together: "63 of 80", "at least 63, up to 89". Null where they are two figures. */
function pairOf({ pieces }: Found, one: Figure | undefined, other: Figure | undefined): Figure | null {
  const [said, then] = [one?.alternatives[0]?.said, other?.alternatives[0]?.said];
  if (one?.kind !== "number" || other?.kind !== "number" || !said || !then) return null;
  const roles = pieces.slice(one.nextPiece, other.firstPiece).map(({ meaning }) => meaning.role);
  const span = { start: one.start, end: other.end };
  const ways = (question: "part_or_whole" | "which_bound", alternatives: Alternative[]): Figure => ({
    ...one,
    ...span,
    alternatives,
    question,
    nextPiece: other.nextPiece,
  });

  const isOf = roles.includes("of") || roles[0] === "from";
  if (
    isOf &&
    roles.every((role) => ["of", "from", "filler", "attested", "article", "all", "claimed"].includes(role))
  ) {
    return ways("part_or_whole", [
      ...one.alternatives.map((way) => ({ ...way, why: "part" as const })),
      ...other.alternatives.map((way) => ({ ...way, why: "whole" as const })),
    ]);
  }
  const isUpper = then.qualifier === "up_to" || then.qualifier === "fewer_than";
  const isBare = !roles.some((role) => ["noun", "thing", "unknown", "noun_before_rough"].includes(role));
  const isLower = ["exact", "about", "at_least", "more_than"].includes(said.qualifier);
  const isDifference = roles.length === 0 && then.qualifier === "fewer_than" && isPlain(said.qualifier);
  if (!isUpper || !isBare || !isLower || isDifference) return null;
  const n = said.qualifier === "more_than" ? nextAbove(said.n ?? 0) : (said.n ?? 0);
  const last = then.qualifier === "fewer_than" ? nextBelow(then.n ?? 0) : (then.n ?? 0);
  const both: Alternative = { ...span, why: "both_bounds", said: { qualifier: "between", n, last } };
  return ways("which_bound", [both, ...one.alternatives, ...other.alternatives]);
}

/** Figures without a number add up: dead, and their number unknown, is some (R4). */
function joinedSilence({ seen }: Found, figures: readonly Figure[]): Figure[] {
  const silent = figures.filter(({ kind }) => kind === "silent");
  const loud = figures.filter(({ kind }) => kind !== "silent");
  const [first] = silent;
  if (!first) return [...figures];

  const codes = new Set(silent.map(({ alternatives }) => alternatives[0]?.said.qualifier));
  const isUnknown = codes.size === 1 && codes.has("not_stated");
  // "Hundreds, the exact number unknown" says hundreds.
  if (loud.length > 0)
    return isUnknown && loud.length === 1 && loud[0]?.kind === "words" ? loud : [...figures];

  const asked = silent.find(({ question }) => question !== null);
  if (codes.size === 1 && asked) return [asked];
  if (codes.size === 1 && codes.has("none")) return noneBeside(seen, first);
  // "All safe" beside another figure without a number is a claim of its own.
  if (seen.has("all") && seen.has("alive")) return [saying(first, "none"), first];
  if (isUnknown) return [isAffirmed(seen, silent) ? saying(first, "some") : first];
  if (codes.size === 1) return [first];
  const some = silent.find(({ alternatives }) => alternatives[0]?.said.qualifier === "some");
  return some && !codes.has("none") ? [some] : [...figures];
}

/** "Dead and wounded, number unknown" and "there are dead, …": that there are some was said first. */
function isAffirmed(seen: Found["seen"], silent: readonly Figure[]): boolean {
  const noun = seen.get("noun") ?? Infinity;
  const unknown = silent[0]?.start ?? 0;
  const tallies = silent.filter(({ isTally }) => isTally).map(({ start }) => start);
  const tally = Math.min(seen.get("tally") ?? Infinity, ...tallies);
  return noun < unknown && (seen.has("exists") || (tally < Infinity && noun < tally));
}

/** "Nobody survived" is no zero of the dead, nor is "there were dead, none of them officers". */
function noneBeside(seen: Found["seen"], none: Figure): Figure[] {
  // "None confirmed", "no further deaths": there may have been some.
  const isOpen = ["alive", "all", "attested", "claimed", "added"].some((role) => seen.has(role));
  if (isOpen) return [noneOrUnknown(none)];
  const affirmed = Math.max(seen.get("exists") ?? Infinity, seen.get("noun") ?? Infinity);
  return affirmed < none.start ? [saying(none, "some"), none] : [none];
}

function saying(figure: Figure, qualifier: "none" | "some" | "not_stated"): Figure {
  const { start, end } = figure;
  return { ...figure, alternatives: [{ start, end, why: "as_said", said: { qualifier } }] };
}

function noneOrUnknown(figure: Figure): Figure {
  const alternatives: Alternative[] = [
    { start: figure.start, end: figure.end, why: "as_none", said: { qualifier: "none" } },
    { start: figure.start, end: figure.end, why: "as_unknown", said: { qualifier: "not_stated" } },
  ];
  return { ...figure, alternatives, question: "none_or_unknown" };
}
