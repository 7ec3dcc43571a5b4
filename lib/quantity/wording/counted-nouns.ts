import type { MeasureKind } from "../../vocabulary";
import type { ParseQuestion } from "../parse-types";
import type { Alternative, Figure, Found, Span } from "./figure-types";
import type { Piece } from "./pieces";

/** Kinds of measures that may count whatever became of people. */
const OF_ANY_KIND: ReadonlySet<MeasureKind> = new Set(["casualties_unspecified", "other"]);

/**
 * Whether the nouns beside a figure name only what its measure does not count: "12 injured" is no number of
 * the dead. Without a figure, the nouns of the whole wording speak.
 */
export function isOfOtherKind(
  { pieces }: Found,
  figure: Figure | null,
  kinds: readonly MeasureKind[],
): boolean {
  if (kinds.length === 0 || kinds.some((kind) => OF_ANY_KIND.has(kind))) return false;
  const before = figure ? pieces.slice(0, figure.firstPiece).reverse() : [];
  const after = figure ? pieces.slice(figure.nextPiece) : pieces;
  const own = [...untilJoint(before, figure !== null), ...untilJoint(after, figure !== null)];
  const named = own.flatMap(({ meaning }) => (meaning.role === "noun" ? (meaning.kinds ?? []) : []));
  return named.length > 0 && !named.some((kind) => kinds.includes(kind));
}

/** The pieces up to where something else begins to be counted. */
function untilJoint(pieces: readonly Piece[], isCut: boolean): readonly Piece[] {
  const end = isCut ? pieces.findIndex((piece) => isJoint(piece) || COUNTS.has(piece.meaning.role)) : -1;
  return end < 0 ? pieces : pieces.slice(0, end);
}

const COUNTS: ReadonlySet<string> = new Set(["digits", "unit", "scale", "plural", "words", "vague", "open"]);
const JOINTS: ReadonlySet<string> = new Set(["and", "plus", "but", "pause"]);

function isJoint({ meaning }: Piece): boolean {
  return JOINTS.has(meaning.role);
}

/** People told one by one beside a figure, each a figure of its own: "a woman and two children". */
export function peopleToldSingly({ pieces }: Found, figures: readonly Figure[]): Figure[] {
  return pieces.flatMap((piece, at): Figure[] => {
    const { meaning, start, end } = piece;
    if (meaning.role !== "noun" || meaning.person !== "one") return [];
    const before = figures.filter(({ nextPiece }) => nextPiece <= at).at(-1);
    const after = figures.find(({ firstPiece }) => firstPiece > at);
    const isWithin = figures.some(({ firstPiece, nextPiece }) => firstPiece <= at && at < nextPiece);
    if (isWithin || (!before && !after)) return [];
    if (before && !pieces.slice(before.nextPiece, at).some(isJoint)) return [];
    if (!before && after && !isJoinedTo(pieces, at, after)) return [];
    const one: Alternative = { start, end, why: "as_said", said: { qualifier: "exact", n: 1 } };
    const place = { start, end, firstPiece: at, nextPiece: at + 1, depth: 0, isTally: false };
    return [{ ...place, kind: "number", alternatives: [one], question: null }];
  });
}

/** "A man and 12 …", and the ages "a boy of 12" and "رجل في الستين". */
function isJoinedTo(pieces: readonly Piece[], at: number, figure: Figure): boolean {
  const between = pieces.slice(at + 1, figure.firstPiece);
  const [only, another] = between;
  const isAge = !another && (only?.meaning.role === "of" || only?.meaning.role === "in");
  return isAge || between.some((piece) => isJoint(piece) || piece.meaning.role === "dash");
}

/** People told singly and the number beside them, as one figure; none where one is not exact. */
export function sumOf(figures: readonly Figure[], span: Span): Alternative[] {
  let n = 0;
  for (const { alternatives } of figures) {
    const [only, another] = alternatives;
    if (another || only?.said.qualifier !== "exact" || !only.said.n) return [];
    n += only.said.n;
  }
  return [{ ...span, why: "together", said: { qualifier: "exact", n } }];
}

/** What a lone figure may be instead of a total. */
export function doubtOfOne(found: Found, figure: Figure): ParseQuestion | null {
  if (figure.kind === "silent") return null;
  if (mayBeAge(found, figure)) return "age_or_count";
  return found.seen.has("added") ? "total_or_addition" : null;
}

const AGE_WORDS: ReadonlySet<string> = new Set(["qualifier", "until", "between"]);
const AGE_BOUNDS: ReadonlySet<string> = new Set(["up_to", "fewer_than", "more_than"]);

/** Whether a bound stands right behind a word for people, as ages do: "children under 12". */
function mayBeAge({ pieces }: Found, { firstPiece, alternatives }: Figure): boolean {
  const before = pieces[firstPiece - 1]?.meaning;
  const code = alternatives[0]?.said.qualifier ?? "";
  const isBound = AGE_BOUNDS.has(code) || code === "between";
  return (
    before?.role === "noun" &&
    !!before.person &&
    isBound &&
    AGE_WORDS.has(pieces[firstPiece]?.meaning.role ?? "")
  );
}
