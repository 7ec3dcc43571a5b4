import { describe, expect, test } from "vitest";
import { countCarried, countDrifts, driftKindsOf } from "../../lib/publications/rules";
import type { MeasureKind, Qualifier } from "../../lib/vocabulary";
import { aFigure } from "../fixtures/a-figure";

const claimed = (
  said: Parameters<typeof aFigure>[0],
  raw: string,
  kinds: readonly MeasureKind[] = ["killed"],
) => ({ quantity: aFigure(said, { raw }).quantity, kinds, unit: "people" });
const printed = (raw: string, qualifier: Qualifier | null = null, language: string | null = "en") => ({
  raw,
  qualifier,
  language,
});

const over300 = claimed({ qualifier: "more_than", n: 300 }, "over 300");

describe("wording drift is told by the words alone (R1, R25)", () => {
  test("a dropped qualifier: over 300 printed as 300", () => {
    expect(driftKindsOf(over300, printed("300", "exact"))).toEqual(["qualifier_dropped"]);
    expect(driftKindsOf(over300, printed("300"))).toEqual(["qualifier_dropped"]);
  });

  test("an added qualifier: 63 printed as at least 63", () => {
    expect(driftKindsOf(claimed(63, "63"), printed("at least 63", "at_least"))).toEqual(["qualifier_added"]);
  });

  test("a changed qualifier: over 300 printed as about 300", () => {
    expect(driftKindsOf(over300, printed("about 300"))).toEqual(["qualifier_changed"]);
  });

  test("a changed number, beside a dropped qualifier", () => {
    expect(driftKindsOf(claimed(64, "64"), printed("74", "exact"))).toEqual(["number_changed"]);
    expect(driftKindsOf(over300, printed("400"))).toEqual(["qualifier_dropped", "number_changed"]);
  });

  test("a number printed where only a word was said is a changed number (R5)", () => {
    const hundreds = claimed({ qualifier: "words", word: "hundreds" }, "hundreds");
    expect(driftKindsOf(hundreds, printed("300", "exact"))).toEqual(["number_changed"]);
  });

  test("an added qualifier before a number word: hundreds printed as at least hundreds (R5)", () => {
    const hundreds = claimed({ qualifier: "words", word: "hundreds" }, "hundreds");
    expect(driftKindsOf(hundreds, printed('at least "hundreds"', "words"))).toEqual(["qualifier_added"]);
  });

  test("changed kinds: 400 killed or wounded printed as 400 dead", () => {
    const both = claimed(400, "400", ["injured", "killed"]);
    expect(driftKindsOf(both, printed("400 dead", "exact"))).toEqual(["kinds_changed"]);
    expect(driftKindsOf(claimed(400, "400"), printed("400 dead", "exact"))).toEqual(["other_words"]);
    expect(driftKindsOf(claimed(300, "300"), printed("300 wounded"))).toEqual(["kinds_changed"]);
  });

  test("where the print cannot be read, what a person recorded of it still counts", () => {
    expect(driftKindsOf(over300, printed("300 mobiks or so they say", "exact"))).toContain(
      "qualifier_dropped",
    );
  });

  test("of a statement only the words can differ", () => {
    const statement = { quantity: null, kinds: [], unit: null };
    expect(driftKindsOf(statement, printed("It burnt by itself."))).toEqual(["other_words"]);
  });
});

test("a drift of two kinds stands under both, and once in the total", () => {
  const counts = countDrifts([["qualifier_dropped", "number_changed"], ["number_changed"]]);
  expect(counts).toMatchObject({ total: 2, byKind: { qualifier_dropped: 1, number_changed: 2 } });
});

test("how claims are carried is counted in every way, those that never were as none (R13)", () => {
  expect(
    countCarried([
      { carries: "via", count: 3 },
      { carries: "quote", count: 1 },
    ]),
  ).toEqual({ total: 4, byWay: { own: 0, quote: 1, paraphrase: 0, via: 3, unattributed: 0 } });
});
