import type { MeasureKind } from "../vocabulary";
import { countsPeople } from "./interval";
import {
  type ParsedQuantity,
  type ParseOptions,
  type ParseProblem,
  type PossibleReading,
  WORDING_LENGTH_MAX,
} from "./parse-types";
import { decide, type Wording } from "./wording/decide";
import type { DigitMark } from "./wording/digits";
import { figuresIn } from "./wording/figures";
import { fold, shortened } from "./wording/fold";
import { marksOf } from "./wording/marks-of-language";
import { type Piece, piecesOf } from "./wording/pieces";

/**
 * Reads a wording as people write it into a quantity of the table of qualifiers: "at least 1,200", "понад
 * 300", "١٢٠٠". What can be read two ways comes back as a question with its readings, what cannot be read
 * with the piece that was not understood; a blank is never zero. The raw text is kept unchanged (R1).
 * `kinds` are those of the measure. Never throws.
 */
export function parseQuantity(
  raw: string,
  kinds: readonly MeasureKind[],
  options: ParseOptions = {},
): ParsedQuantity {
  if (raw.length > WORDING_LENGTH_MAX)
    return { state: "refused", problem: "too_long", at: shortened(raw.slice(0, 200)) };
  const folded = fold(raw);
  if (folded.text.trim() === "") return { state: "refused", problem: "missing", at: "" };

  const wording: Wording = { raw, folded, kinds };
  const pieces = withUnit(piecesOf(folded.text), folded.text, options.unit ?? "");
  const isPeople = countsPeople(kinds);
  const settled = marksOf(options.language ?? null, folded.text, hasEnglish(pieces, folded.text));
  const open = new Set<DigitMark>();

  const readWith = (guess: Marks): ParsedQuantity => {
    const choose = (mark: DigitMark, isScaled: boolean) => {
      // Nobody writes a thousand millions as "1.234 million"; and there are no fractions of people.
      if (isScaled && mark === ".") return "decimal";
      if (isPeople && !isScaled) return "groups";
      const known = settled(mark, isScaled);
      if (known) return known;
      open.add(mark);
      return guess[mark] ?? "groups";
    };
    return decide(figuresIn({ text: folded.text, pieces, choose, isPeople }), wording);
  };

  const first = readWith({});
  if (open.size === 0) return first;
  const guesses = [...open].reduce<Marks[]>(
    (ways, mark) =>
      ways.flatMap((way) => [
        { ...way, [mark]: "groups" },
        { ...way, [mark]: "decimal" },
      ]),
    [{}],
  );
  return merged(
    guesses.map((guess) => ({ guess, parsed: readWith(guess) })),
    shortened(raw),
  );
}

/** The words of a measure's unit are what it counts: days are no time where days are counted. */
function withUnit(pieces: readonly Piece[], text: string, unit: string): readonly Piece[] {
  const words = new Set(fold(unit).text.split(/[^\p{L}\p{M}\d]+/u));
  return pieces.map((piece) => {
    // The unit is what the measure counts, whatever its words name elsewhere.
    if (piece.meaning.role === "noun" && words.has(text.slice(piece.start, piece.end)))
      return { ...piece, meaning: { ...piece.meaning, kinds: [] } };
    const isUnit = COUNTABLE.has(piece.meaning.role) && words.has(text.slice(piece.start, piece.end));
    return isUnit ? { ...piece, meaning: { role: "noun" } } : piece;
  });
}

/** Whether any word is one that the lexicon knows, and in Latin letters: such words are English. */
function hasEnglish(pieces: readonly Piece[], text: string): boolean {
  return pieces.some(({ meaning, start }) => meaning.role !== "unknown" && /[a-z]/.test(text.charAt(start)));
}

const COUNTABLE: ReadonlySet<string> = new Set(["unknown", "thing", "time_unit", "foreign", "alive"]);

type Marks = Partial<Record<DigitMark, "decimal" | "groups">>;

/** Problems that show what a mark cannot mean; any other is a problem of the wording itself. */
const IMPOSSIBLE: ReadonlySet<ParseProblem> = new Set([
  "fraction_of_people",
  "low_above_high",
  "outside_interval",
  "too_large",
]);

/** One answer out of the readings under each meaning of a mark: theirs where they agree, else a question. */
function merged(ways: readonly { guess: Marks; parsed: ParsedQuantity }[], at: string): ParsedQuantity {
  const possible = ways.filter(({ parsed }) => parsed.state !== "refused");
  const [only, another] = possible;
  const broken = ways.find(({ parsed }) => parsed.state === "refused" && !IMPOSSIBLE.has(parsed.problem));
  if (broken) return broken.parsed;
  if (!only) return ways[0]?.parsed ?? { state: "refused", problem: "digits", at };
  if (!another) return only.parsed;

  const readings = possible.flatMap(({ guess, parsed }): PossibleReading[] => {
    if (parsed.state === "ask") return [...parsed.readings];
    const why = Object.values(guess).includes("decimal") ? "mark_is_decimal" : "mark_groups";
    return parsed.state === "read" ? [{ quantity: parsed.quantity, why, at }] : [];
  });
  const unique = readings.filter(
    (one, place) =>
      readings.findIndex((other) => JSON.stringify(one.quantity) === JSON.stringify(other.quantity)) ===
      place,
  );
  if (unique.length === 1 || only.parsed.state === "refused") return only.parsed;
  const question = only.parsed.state === "ask" ? only.parsed.question : "decimal_or_group";
  return { state: "ask", question, at, readings: unique, leftAside: only.parsed.leftAside };
}
