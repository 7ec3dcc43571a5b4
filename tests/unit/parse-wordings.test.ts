import { expect, test } from "vitest";
import { QUALIFIER_TABLE } from "../../lib/quantity/interval";
import { parseQuantity } from "../../lib/quantity/parse";
import { PARSE_PROBLEMS, PARSE_QUESTIONS } from "../../lib/quantity/parse-types";
import { QUALIFIERS } from "../../lib/vocabulary";
import { type Expected, WORDINGS, type WordingRow } from "../fixtures/wordings";

const named = WORDINGS.map((row) => [JSON.stringify(row.raw), row] as const);
const inState = (state: WordingRow["state"]) => named.filter(([, row]) => row.state === state);

function parse({ raw, kinds = ["killed"], language, unit }: WordingRow) {
  return parseQuantity(raw, kinds, { language: language ?? null, unit: unit ?? null });
}

function quantity(raw: string, [qualifier, low, high, central]: Expected) {
  return { raw, qualifier, low, high, central: central ?? null, reading: QUALIFIER_TABLE[qualifier].reading };
}

test.each(inState("read"))(
  "R1, R2, R4, R5: %s is read as its qualifier says, and its words are kept",
  (_, row) => {
    if (row.state !== "read") return;
    expect(parse(row)).toMatchObject({ state: "read", quantity: quantity(row.raw, row.is) });
  },
);

test.each(inState("ask"))("%s is asked about, with every reading, never guessed", (_, row) => {
  if (row.state !== "ask") return;
  const parsed = parse(row);
  expect(parsed).toMatchObject({ state: "ask", question: row.question, at: row.at });
  const readings = parsed.state === "ask" ? parsed.readings.map((reading) => reading.quantity) : [];
  expect(readings).toEqual(row.readings.map((one) => quantity(row.raw, one)));
});

test.each(inState("refused"))("%s is refused, and the piece that was not understood is named", (_, row) => {
  if (row.state !== "refused") return;
  expect(parse(row)).toEqual({ state: "refused", problem: row.problem, at: row.at });
});

test("the table holds every qualifier, question and problem, and no wording twice", () => {
  const read = WORDINGS.flatMap((row) => (row.state === "read" ? [row.is[0]] : []));
  expect(new Set(read)).toEqual(new Set(QUALIFIERS));
  const asked = WORDINGS.flatMap((row) => (row.state === "ask" ? [row.question] : []));
  expect(new Set(asked)).toEqual(new Set(PARSE_QUESTIONS));
  const refused = WORDINGS.flatMap((row) => (row.state === "refused" ? [row.problem] : []));
  expect(new Set([...refused, "too_long"])).toEqual(new Set(PARSE_PROBLEMS));
  const keys = WORDINGS.map(({ raw, kinds, language }) => JSON.stringify([raw, kinds, language]));
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
});

test.each([
  ["63 Russian servicemen killed", ["Russian servicemen killed"]],
  ["likely over 300", ["likely"]],
  ["at least 1,400 overall", ["overall"]],
  ["about 300 to 400", ["about"]],
  ["at least about 400", ["about"]],
  ["at least hundreds", ["at least"]],
  ["63", []],
])("what of “%s” says nothing of the figure is told, so that nobody takes it for read", (raw, leftAside) => {
  expect(parseQuantity(raw, ["killed"])).toMatchObject({ state: "read", leftAside });
});
