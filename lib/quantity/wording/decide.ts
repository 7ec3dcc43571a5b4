import type { MeasureKind } from "../../vocabulary";
import type { ParsedQuantity, ParseProblem, ParseQuestion, PossibleReading } from "../parse-types";
import { type QuantityProblem, quantityOf } from "../validity";
import { joinedFigures } from "./combine";
import { doubtOfOne, isOfOtherKind, peopleToldSingly, sumOf } from "./counted-nouns";
import type { Alternative, Figure, Found, Problem, Span } from "./figure-types";
import { type Folded, pieceOf } from "./fold";

/** More figures than these are no question any more. */
const FIGURES_MAX = 6;
const ASIDE_MAX = 20;

/** A wording with its folded text and the kinds of its measure. */
export type Wording = { raw: string; folded: Folded; kinds: readonly MeasureKind[] };

/** Says what a wording comes to: a quantity, a question with its readings, or why it is none. */
export function decide(found: Found, wording: Wording): ParsedQuantity {
  const joined = joinedFigures(found);
  const singles = peopleToldSingly(found, joined);
  const figures = [...joined, ...singles].sort((a, b) => a.start - b.start);
  const refusal = refusalOf(found, figures);
  if (refusal) return refused(refusal, wording);

  const [figure, ...more] = figures;
  if (!figure) return withoutFigure(found, wording);
  const instead = found.foreign.find(({ problem }) => problem !== "date" && problem !== "time");
  if (instead && figures.every(({ kind }) => kind === "silent")) return refused(instead, wording);
  if (figures.length > FIGURES_MAX)
    return refused({ ...whole(wording), problem: "too_many_figures" }, wording);

  const alternatives = figures.flatMap(({ alternatives, question }): readonly Alternative[] =>
    more.length === 0 || question
      ? alternatives
      : alternatives.map((way) => ({ ...way, why: "one_of_several" })),
  );
  const isOther = figures.some((one) => isOfOtherKind(found, one, wording.kinds));
  const isSum = singles.length > 0 && !isOther && (found.seen.has("and") || found.seen.has("plus"));
  const together = isSum ? sumOf(figures, whole(wording)) : [];
  const question =
    more.length > 0 || isOther ? "which_figure" : (figure.question ?? doubtOfOne(found, figure));
  const told =
    question === "total_or_addition"
      ? alternatives.map((way) => ({ ...way, why: "as_total" as const }))
      : [...alternatives, ...together];
  const at = figure.question ? figure : whole(wording);
  const doubts = doubtsAbout(found, figures);
  const leftAside = piecesAside(found, wording);
  return answer({ alternatives: told, question, at, doubts, leftAside }, wording);
}

type Answer = {
  alternatives: readonly Alternative[];
  question: ParseQuestion | null;
  /** What the question is about. */
  at: Span;
  /** What is not known beside the figure. */
  doubts: Span | null;
  leftAside: readonly string[];
};

/** Makes quantities of the ways to understand a wording; asks where a question or a doubt is left. */
function answer({ alternatives, question, at, doubts, leftAside }: Answer, wording: Wording): ParsedQuantity {
  const { readings, problem } = readingsOf(alternatives, wording);
  const [first] = readings;
  if (!first) return refused(problem ?? { ...at, problem: "not_understood" }, wording);

  const isSettled = readings.length === 1 && (question === null || SETTLED_BY_ONE.has(question));
  const asked = isSettled ? null : (question ?? (doubts ? null : "which_figure"));
  if (asked) {
    const aside = doubts ? [...leftAside, piece(doubts, wording)] : leftAside;
    return { state: "ask", question: asked, at: piece(at, wording), readings, leftAside: aside };
  }
  if (!doubts) return { state: "read", quantity: first.quantity, leftAside };
  const doubted = readings.map((one) =>
    one.why === "as_said" ? { ...one, why: "words_aside" as const } : one,
  );
  return {
    state: "ask",
    question: "unknown_words",
    at: piece(doubts, wording),
    readings: doubted,
    leftAside,
  };
}

/** Questions that answer themselves when only one of the readings can be a quantity. */
const SETTLED_BY_ONE: ReadonlySet<ParseQuestion> = new Set(["which_scale", "decimal_or_group"]);

/** The ways that are a quantity of the measure, each once; and what is wrong with the first that is not. */
function readingsOf(alternatives: readonly Alternative[], wording: Wording) {
  const readings: PossibleReading[] = [];
  let problem: Problem | null = null;
  for (const way of alternatives) {
    const { start, end } = way;
    const made = quantityOf({ raw: wording.raw, ...way.said }, wording.kinds);
    if (!made.ok) problem ??= { start, end, problem: problemOf(made.problems) };
    else if (!readings.some((one) => isSame(one, made.quantity))) {
      readings.push({ quantity: made.quantity, why: way.why, at: piece(way, wording) });
    }
  }
  return { readings, problem };
}

function isSame({ quantity }: PossibleReading, other: PossibleReading["quantity"]): boolean {
  return (
    quantity.qualifier === other.qualifier &&
    quantity.low === other.low &&
    quantity.high === other.high &&
    quantity.central === other.central
  );
}

const PROBLEM_OF: Partial<Record<QuantityProblem["problem"], ParseProblem>> = {
  not_a_number: "too_large",
  negative: "negative",
  fraction_of_people: "fraction_of_people",
  low_above_high: "low_above_high",
  outside_interval: "outside_interval",
};

function problemOf(problems: readonly QuantityProblem[]): ParseProblem {
  const known = problems.map(({ problem }) => PROBLEM_OF[problem]).find((problem) => problem !== undefined);
  return known ?? "not_understood";
}

/** What keeps a wording from being read at all; of several, what comes first in it. */
function refusalOf(found: Found, figures: readonly Figure[]): Problem | null {
  const [figure] = figures;
  const never = found.foreign.filter(({ problem }) => problem === "negated" || problem === "markup");
  const problems: Problem[] = [...found.problems, ...never];
  // An unknown word before a number can turn it into anything; behind it, the number is asked about.
  const early = found.unknown.find((span) => figure && figure.kind !== "silent" && span.start < figure.start);
  if (early) problems.push({ ...early, problem: "not_understood" });
  const figured = found.foreign.find(({ problem, start }) => {
    return (
      figure && figure.kind !== "silent" && start < figure.start && problem !== "date" && problem !== "time"
    );
  });
  if (figured) problems.push(figured);
  for (const { kind, firstPiece, end } of figures) {
    const before = found.pieces[firstPiece - 1];
    // "Within 100", "after 63": a place or a time, or the word makes another number of it.
    if ((kind === "number" || kind === "range") && before?.meaning.role === "when")
      problems.push({ start: before.start, end, problem: "not_understood" });
  }
  figures.forEach((one, at) => {
    const before = figures[at - 1];
    const problem = before && problemBetween(found, before, one);
    if (problem) problems.push({ start: before.start, end: one.end, problem });
  });
  return problems.sort((a, b) => a.start - b.start)[0] ?? null;
}

/** Two figures that make none: "63 89", "12 fewer than 63", "2 in 5", "dozens of dozens". */
function problemBetween({ pieces }: Found, one: Figure, other: Figure): ParseProblem | null {
  if (one.kind === "silent" || other.kind === "silent") return null;
  const [said, then] = [one.alternatives[0]?.said, other.alternatives[0]?.said];
  if (one.nextPiece === other.firstPiece) return then?.qualifier === "exact" ? "digits" : "difference";
  if (other.firstPiece !== one.nextPiece + 1) return null;
  const joint = pieces[one.nextPiece]?.meaning.role;
  if (joint === "of" && one.kind === "words") return "no_convention";
  const isShare = one.kind === "number" && other.kind === "number" && (said?.n ?? 0) < (then?.n ?? 0);
  return joint === "in" && isShare ? "share" : null;
}

function withoutFigure(found: Found, wording: Wording): ParsedQuantity {
  const { seen } = found;
  const leftAside = piecesAside(found, wording);
  const silent = (qualifier: "none" | "some" | "not_stated", why: Alternative["why"]): Alternative => ({
    ...whole(wording),
    why,
    said: { qualifier },
  });
  const [foreign] = found.foreign;
  if (foreign) return refused(foreign, wording);
  const [unknown] = found.unknown;
  const hasNoun = seen.has("noun") || seen.has("noun_before_rough") || seen.has("thing");
  const ofAll = seen.has("alive") ? "none" : "not_stated";
  const known = seen.has("all") ? ofAll : seen.has("exists") && hasNoun ? "some" : null;
  if (known) {
    const alternatives = [silent(known, "as_said")];
    const at = whole(wording);
    const question = isOfOtherKind(found, null, wording.kinds) ? "which_figure" : null;
    return answer({ alternatives, question, at, doubts: unknown ?? null, leftAside }, wording);
  }
  if (unknown) return refused({ ...unknown, problem: "not_understood" }, wording);
  if (!hasNoun) return refused({ ...whole(wording), problem: "no_figure" }, wording);
  const alternatives = [silent("some", "as_some"), silent("not_stated", "as_unknown")];
  const at = whole(wording);
  return answer({ alternatives, question: "some_or_not_stated", at, doubts: null, leftAside }, wording);
}

/** What stands beside the figure and is not known, or makes another thing of it; null where nothing does. */
function doubtsAbout(found: Found, figures: readonly Figure[]): Span | null {
  const [figure] = figures;
  const foreign = found.foreign.filter(({ problem }) => problem !== "date" && problem !== "time");
  const said = figure?.alternatives[0]?.said.qualifier;
  // A number of the living is no number of the dead, and an interval has two ends.
  const odd = found.pieces.filter(
    ({ meaning: { role } }) =>
      (role === "alive" && figure?.kind !== "silent") || (role === "interval" && said !== "estimate_ci"),
  );
  const doubts = [...found.unknown, ...foreign, ...odd].sort((a, b) => a.start - b.start);
  const [first] = doubts;
  if (!first) return null;
  return doubts.reduce(
    (span, one) => (isNextTo(found, span, one) ? { start: span.start, end: one.end } : span),
    first,
  );
}

/** Whether nothing but words that say nothing stands between two stretches. */
function isNextTo({ pieces }: Found, one: Span, other: Span): boolean {
  return pieces.every(
    ({ start, end, meaning }) =>
      end <= one.end ||
      start >= other.start ||
      ["filler", "article", "of", "in", "and", "quote"].includes(meaning.role),
  );
}

function piecesAside({ aside }: Found, wording: Wording): string[] {
  const merged: Span[] = [];
  for (const { start, end } of [...aside].sort((a, b) => a.start - b.start)) {
    const last = merged.at(-1);
    if (last && wording.folded.text.slice(last.end, start).trim() === "") last.end = end;
    else merged.push({ start, end });
  }
  return merged.slice(0, ASIDE_MAX).map((span) => piece(span, wording));
}

function refused({ problem, start, end }: Problem, wording: Wording): ParsedQuantity {
  return { state: "refused", problem, at: pieceOf(wording.raw, wording.folded, start, end) };
}

function piece({ start, end }: Span, { raw, folded }: Wording): string {
  return pieceOf(raw, folded, start, end);
}

function whole({ folded }: Wording): Span {
  return { start: 0, end: folded.text.length };
}
