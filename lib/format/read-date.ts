import { parseEdtf, type UncertainDate } from "../dates/edtf";
import { readEdtf } from "../dates/edtf-text";
import type { DateReading } from "../dates/placed-date";
import type { ReadDate } from "../dates/read-date";
import { zonesMeantBy } from "../dates/zone-words";
import { offsetAt } from "../dates/zones";
import { formatUncertainDate } from "./dates";
import { dateWords, formatLocaleOf, translator } from "./messages";

/**
 * How a date was understood, to show beside what was typed: "2 January 2023, whole day, Moscow time (UTC+3)",
 * with a sentence for each thing that was guessed.
 */
export function formatReadDate(read: ReadDate & { state: "read" }, locale: string): string {
  const t = translator(locale);
  const guesses = read.guessed.map((guess) => t(`readDate.guessed.${guess}`));
  const told = toldInZone(read.date, locale);
  return guesses.length === 0 ? told : `${told}. ${guesses.join(" ")}`;
}

/** Why a wording is no date, and what to type instead. */
export function formatDateProblem(refused: ReadDate & { state: "refused" }, locale: string): string {
  const t = translator(locale);
  const { problem, at } = refused;
  const choices = problem === "unknown_zone" ? zonesMeantBy(at) : [];
  if (choices.length === 0) return t(`readDate.problem.${problem}`, { at });
  return t("readDate.severalZones", { at, choices: choices.map((zone) => `“${zone}”`).join(", ") });
}

/** What has to be asked about a wording, and each of its readings in words, in the order of the readings. */
export function formatDateQuestion(
  ask: ReadDate & { state: "ask" },
  locale: string,
): { question: string; answers: { reading: DateReading; told: string }[] } {
  const answers = ask.readings.map((reading) => {
    const parsed = parseEdtf(reading.edtf, reading.zone);
    return { reading, told: parsed.ok ? toldInZone(parsed.date, locale) : reading.edtf };
  });
  return { question: translator(locale)(`readDate.question.${ask.question}`), answers };
}

function toldInZone(read: UncertainDate, locale: string): string {
  const t = translator(locale);
  const date = formatUncertainDate(read, formatLocaleOf(locale), { words: dateWords(locale) });
  const zone = zoneInWords(read, locale);
  return t(isWholeDay(read.edtf) ? "readDate.wholeDay" : "readDate.inZone", { date, zone });
}

function isWholeDay(edtf: string): boolean {
  const read = readEdtf(edtf);
  return typeof read !== "string" && read.kind === "point" && read.point.precision === "day";
}

/** "Moscow time (UTC+3)"; without the offset where it is not the same at both ends. */
function zoneInWords({ zone, edtf, earliest, latest }: UncertainDate, locale: string): string {
  const t = translator(locale);
  const start = edtf.startsWith("../") ? latest : earliest;
  const end = edtf.endsWith("/..") ? earliest : latest;
  const offset = offsetInWords(offsetAt(start, zone));
  if (zone === "UTC") return offset;
  if (zone.startsWith("Etc/")) return offset;
  const city = zone.split("/").at(-1)?.replaceAll("_", " ") ?? zone;
  if (offsetAt(start, zone) !== offsetAt(end, zone)) return t("readDate.zone", { city });
  return t("readDate.zoneAndOffset", { city, offset });
}

/** "UTC", "UTC+3", "UTC+5:30", "UTC−4". */
function offsetInWords(offsetMs: number): string {
  const minutes = Math.round(Math.abs(offsetMs) / 60_000);
  if (minutes === 0) return "UTC";
  const rest = minutes % 60 === 0 ? "" : `:${String(minutes % 60).padStart(2, "0")}`;
  return `UTC${offsetMs < 0 ? "−" : "+"}${Math.floor(minutes / 60)}${rest}`;
}
