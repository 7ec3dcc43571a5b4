import type { Quantity } from "../quantity/quantity";
import { COUNTED, NUMBERED, OUTCOMES, SIZES, TIME } from "./cues";
import { isWord, LEXICON } from "./lexicon";
import type { Line } from "./lines";
import { isPreposition } from "./noun-phrase";
import { matchAt, matchBefore } from "./phrases";
import type { Token } from "./tokens";

/** There are no fractions of people, nor of tanks. */
export function isWhole({ low, high }: Quantity): boolean {
  return [low, high].every((bound) => bound === null || Number.isInteger(bound));
}

const MONEY = new Set(LEXICON.money.split(" "));

/** "Brigade 72", "$40", "aged 12": the number is a name, a price or an age. */
export function isNumbering(line: Line, at: number): boolean {
  const { tokens } = line;
  const figure = tokens[at];
  const previous = tokens[at - 1];
  if (!figure || !previous) return false;
  if (matchBefore(SIZES, tokens, at)) return true;
  if (MONEY.has(previous.text) || MONEY.has(figure.text.charAt(0))) return true;
  if (tokens[at + 1] && MONEY.has(tokens[at + 1]?.text ?? "")) return true;
  const isTight = previous.end === figure.start && tokens[at - 2]?.end === previous.start;
  if (isTight && /[-–/.:]/.test(previous.text)) return true;
  const found = line.figures[figure.figure];
  const isDigits = /^\d{1,4}(?:\.\d+)?$/.test(figure.text);
  if (matchBefore(NUMBERED, tokens, at) && !found?.hasQualifier && isDigits) return true;
  // "The pension age to 64"
  if (isWord("ageJoints", previous.lower) && /^ages?$/.test(tokens[at - 2]?.lower ?? "")) return true;
  if (previous.text === "." && /^no$/i.test(tokens[at - 2]?.text ?? "")) return true;
  // "Ana Ruiz, 34," and "Ana Ruiz (34)"
  const next = tokens[at + 1]?.text ?? "";
  const isAge = isDigits && Number(figure.text) < 111;
  const isName = tokens[at - 2]?.isCapital ?? false;
  if (isAge && isName && previous.text === "," && /^[,.;)]$/.test(next)) return true;
  if (isAge && isName && previous.text === "(" && next === ")") return true;
  // "Su 27", "Flight 370": a name with its number.
  if (!isDigits || !previous.isCapital || at < 2 || found?.hasQualifier) return false;
  if (matchBefore(TIME, tokens, at)) return true;
  return (
    !matchAt(COUNTED, tokens, at + 1) &&
    !matchAt(OUTCOMES.noun, tokens, at + 1) &&
    !isWord("afterCount", next)
  );
}

const MONTH = /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*$/;

/** "8 October 2005", "October 8". */
export function isDate(line: Line, at: number): boolean {
  const { tokens } = line;
  const figure = line.figures[tokens[at]?.figure ?? -1];
  if (!figure || figure.hasQualifier) return false;
  const n = figure.quantity.low ?? 0;
  const beside = [
    tokens[at - 1],
    tokens[at - 2]?.lower.match(MONTH) ? tokens[at - 2] : undefined,
    tokens[at + 1],
  ];
  const isDay = n >= 1 && n <= 31;
  const [previous, one, next] = beside;
  const isMonth = (token: Token | undefined) =>
    token !== undefined && MONTH.test(token.lower) && token.isCapital;
  if (isDay && (isMonth(previous) || isMonth(next) || (previous?.text === "." && isMonth(one)))) return true;
  if (!figure.isYear) return false;
  return (
    isMonth(previous) ||
    (previous?.text === "," && tokens[at - 2]?.kind === "figure") ||
    isPreposition(previous)
  );
}
