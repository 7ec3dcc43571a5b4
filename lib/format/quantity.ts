import { type ConventionWord, countsPeople, WORD_CONVENTIONS, wordedNumber } from "../quantity/interval";
import { type ParsedQuantity, type PossibleReading, WORDING_LENGTH_MAX } from "../quantity/parse-types";
import type { Quantity } from "../quantity/quantity";
import type { MeasureKind } from "../vocabulary";
import { formatLocaleOf, translator } from "./messages";
import { formatFigure } from "./numbers";

/** What a quantity counts: the kinds of its measure, and its unit where the kinds have no noun. */
export type Counted = { kinds: readonly MeasureKind[]; unit: string };

/**
 * A quantity in plain words: "at least 63", "between 100 and 300", "hundreds (100–999, our reading)";
 * with what it counts where that is given: "at least 63 people". Says no bound that the qualifier leaves
 * open (R2), and marks our own reading of a word (R5). Parsed in the same language, it is the same quantity.
 */
export function formatQuantity(quantity: Quantity, locale: string, counted: Counted | null = null): string {
  const t = translator(locale);
  const { qualifier, low, high, central } = quantity;
  const figure = (n: number | null) => countedFigure(n, counted, locale);
  const noun = nounOf(SEVERAL, counted, locale);
  switch (qualifier) {
    case "words": {
      const values = { word: wordOf(quantity, locale), low: told(low, locale), high: told(high, locale) };
      return t(noun ? "quantity.said.words_of" : "quantity.said.words", { ...values, noun });
    }
    case "none":
    case "some":
    case "not_stated":
      return t(noun ? `quantity.said.${qualifier}_of` : `quantity.said.${qualifier}`, { noun });
    case "between":
      return t("quantity.said.between", { low: told(low, locale), figure: figure(high) });
    case "estimate_ci": {
      const ends = { low: told(low, locale), high: told(high, locale) };
      if (central !== null) return t("quantity.said.estimate_ci", { ...ends, figure: figure(central) });
      return t("quantity.said.estimate_ci_open", { low: ends.low, figure: figure(high) });
    }
    default: {
      const n = wordedNumber(quantity);
      return t(`quantity.said.${qualifier}`, { n: n ?? 0, figure: figure(n) });
    }
  }
}

function countedFigure(n: number | null, counted: Counted | null, locale: string): string {
  const figure = told(n, locale);
  const noun = n === null ? "" : nounOf(n, counted, locale);
  return noun === "" ? figure : translator(locale)("quantity.counted", { figure, noun });
}

/** Any number that asks for the plural. */
const SEVERAL = 100;

const NOUNS: Readonly<Partial<Record<MeasureKind, "equipment" | "structures" | "munitions">>> = {
  equipment_destroyed: "equipment",
  equipment_damaged: "equipment",
  equipment_captured: "equipment",
  structures_damaged: "structures",
  munitions_used: "munitions",
};

/** The noun for so many of what is counted; empty where nothing is to be named. */
function nounOf(n: number, counted: Counted | null, locale: string): string {
  if (!counted) return "";
  const { kinds, unit } = counted;
  const nouns = new Set(kinds.map((kind) => (countsPeople([kind]) ? "people" : (NOUNS[kind] ?? "unit"))));
  const [noun = "unit"] = nouns;
  if (nouns.size > 1 || noun === "unit") return unit.trim();
  return translator(locale)(`quantity.noun.${noun}`, { n });
}

function wordOf({ low, high }: Quantity, locale: string): string {
  const words = Object.keys(WORD_CONVENTIONS) as ConventionWord[];
  const word = words.find((one) => WORD_CONVENTIONS[one].low === low && WORD_CONVENTIONS[one].high === high);
  return word ? translator(locale)(`quantity.word.${word}`) : "";
}

function told(n: number | null, locale: string): string {
  return n === null ? "" : formatFigure(n, formatLocaleOf(locale));
}

type Refused = Extract<ParsedQuantity, { state: "refused" }>;
type Asked = Extract<ParsedQuantity, { state: "ask" }>;

/** Why a wording is no quantity, and what to write instead; names the piece that was not understood. */
export function formatParseProblem({ problem, at }: Refused, locale: string): string {
  const max = formatFigure(WORDING_LENGTH_MAX, formatLocaleOf(locale));
  return translator(locale)(`quantity.problem.${problem}`, { at, max });
}

/** What has to be asked about a wording. */
export function formatParseQuestion({ question, at, readings }: Asked, locale: string): string {
  return translator(locale)(`quantity.question.${question}`, { at, n: readings.length });
}

/** One of the readings to choose from: the quantity in words, and how it understands the wording. */
export function formatPossibleReading(
  { quantity, why, at }: PossibleReading,
  locale: string,
  counted: Counted | null = null,
): string {
  const said = formatQuantity(quantity, locale, counted);
  return translator(locale)("quantity.choice", {
    said,
    why: translator(locale)(`quantity.why.${why}`, { at }),
  });
}
