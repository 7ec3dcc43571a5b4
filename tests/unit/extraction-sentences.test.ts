import { describe, expect, it } from "vitest";
import { extractCandidates } from "../../lib/extraction/extract-candidates";
import type { Candidate, FigureCandidate } from "../../lib/extraction/types";
import { NOTHING, SENTENCES, STATEMENTS, type Wanted } from "../fixtures/extraction/sentences";

describe("the claims of a sentence", () => {
  it.each(SENTENCES)("$holds", ({ text, on, finds }) => {
    const figures = figuresOf(extractCandidates({ text, publishedOn: on ?? null }));
    const found = figures.map((figure, at): Wanted => told(figure, figures, text, finds[at]));
    expect(found).toEqual(finds.map((wanted) => ({ ...wanted, kinds: [...wanted.kinds].sort() })));
  });

  it.each(NOTHING)("nothing is claimed: %s", (text) => {
    expect(figuresOf(extractCandidates({ text }))).toEqual([]);
  });

  it.each(STATEMENTS)("somebody is quoted: $text", ({ text, says, topic, by }) => {
    const [statement] = extractCandidates({ text }).filter((one) => one.type === "statement");
    expect(statement).toMatchObject({ topic, claimant: { text: by } });
    expect(statement?.type === "statement" && statement.statement.text).toContain(says);
  });
});

function figuresOf(candidates: readonly Candidate[]): FigureCandidate[] {
  return candidates.flatMap((one) => (one.type === "figure" ? [one] : []));
}

/** A figure as the fixtures tell it: of the words only whether they meet those wanted, of the rest what they name. */
function told(
  figure: FigureCandidate,
  all: readonly FigureCandidate[],
  text: string,
  wanted: Wanted | undefined,
): Wanted {
  const { quantity, kinds, claimant, via, stated, partOf } = figure;
  const own = text.slice(figure.start, figure.end);
  const at = wanted ? text.indexOf(wanted.words) : -1;
  const meets = wanted !== undefined && at >= 0 && figure.start < at + wanted.words.length && figure.end > at;
  const whole = all.find((other) => partOf !== null && other.type === "figure" && isAt(other, all, partOf));
  return {
    words: meets ? wanted.words : own,
    is: [quantity.qualifier, quantity.low, quantity.high],
    kinds: [...kinds].sort(),
    by: claimant?.text ?? null,
    ...(wanted?.via !== undefined || (via && via.text !== claimant?.text) ? { via: via?.text ?? "" } : {}),
    ...(figure.denied ? { denied: true } : {}),
    ...(wanted?.stated ? { stated: stated?.edtf ?? "" } : {}),
    ...(whole ? { partOf: whole.figure.text } : {}),
    ...(figure.increment ? { increment: true } : {}),
    ...(figure.rate ? { rate: true } : {}),
  };
}

function isAt(figure: FigureCandidate, all: readonly FigureCandidate[], place: number): boolean {
  return all.indexOf(figure) === place;
}
