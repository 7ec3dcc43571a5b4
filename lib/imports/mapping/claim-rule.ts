import { Language } from "../../forms/fields";
import type { Quantity } from "../../quantity/quantity";
import { BASES, STANDINGS, TOPICS } from "../../vocabulary";
import type { Cell, ClaimRule, ImportMapping } from "../schema";
import type { Candidate, GivenEvent, GivenReport, Row } from "../types";
import { digestOf, keyOf } from "./candidate-key";
import {
  type At,
  type CellSettings,
  type Fault,
  faultOf,
  type Reader,
  type ReadyCell,
  readyCode,
  readyRequired,
  readySlug,
  readyText,
  valueIn,
} from "./cell";
import { readyDate, readyRequiredDate } from "./date-cell";
import { readyFigure } from "./figure";
import type { Counting } from "./numbers";
import { LANGUAGE, remembered } from "./row-parts";

/** What the claims of a row share. */
export type Shared = { event: string; newEvent: GivenEvent | null; report: GivenReport };

/** A rule of a mapping, ready to make claims of row after row. */
export type ReadyRule = {
  /** Whether the rule is for such rows. */
  asks: (row: Row) => boolean;
  wide: ClaimRule["wide"];
  /** Whether the file says nothing at this place: nobody claimed anything. */
  isBlank: (at: At) => boolean;
  /** Null where what is wrong with it was told. */
  read: (at: At, shared: Shared, told: Fault[]) => Omit<Candidate, "place"> | null;
};

const UNKNOWN: Counting = { kinds: [], unit: null, language: null };
const LOGGED_STANDINGS = STANDINGS.filter((standing) => standing !== "disowned");
// Without rules of marks: numbers such as "1.234,5" are read as in this language.
const DECIMAL_COMMA_LANGUAGE = "de";

/** Makes a rule ready. */
export function readyRule(rule: ClaimRule, mapping: ImportMapping, settings: CellSettings): ReadyRule {
  const text = (cell: Cell | undefined) => (cell ? readyText(cell, settings) : null);
  const wording = text(rule.wording);
  const isWide = rule.wide !== undefined;
  const figure = rule.measure ? readyFigure(rule.quantity ?? {}, wording, isWide, settings) : null;
  const measure = rule.measure ? readySlug(rule.measure, settings) : null;
  const topic = rule.topic ? readyCode(rule.topic, TOPICS, settings) : null;
  const claimant = readySlug(rule.claimant, settings);
  const stated = readyRequiredDate(rule.stated, mapping.zone, settings);
  const asOf = rule.asOf ? readyDate(rule.asOf, mapping.zone, settings) : null;
  const eventTime = rule.eventTime ? readyDate(rule.eventTime, mapping.zone, settings) : null;
  const basis = readyCode(rule.basis, BASES, settings);
  const standing = readyCode(rule.standing, LOGGED_STANDINGS, settings);
  const language = readyLanguage(rule.language, settings);
  const [translation, translatedBy] = [text(rule.translation), text(rule.translatedBy)];
  const [passage, locator] = [text(rule.passage), text(rule.locator)];
  const key = rule.key ? readyRequired(rule.key, settings) : null;
  const isForecast = rule.isForecast ? readyYesNo(rule.isForecast, settings) : null;
  const words = wording && readyRequired(rule.wording ?? { fixed: "" }, settings);
  const countings = new Map<string, Counting>(
    mapping.measures.map(({ slug, kinds, unit }) => [slug, { kinds, unit, language: null }]),
  );

  return {
    asks: readyWhen(rule, settings),
    wide: rule.wide,
    isBlank: (at) => (figure ? figure.isBlank(at) : wording?.read(at, []) === null && !isFaulty(wording, at)),
    read: (at, shared, told) => {
      const before = told.length;
      const said = {
        claimant: claimant.read(at, told) ?? "",
        measure: measure?.read(at, told) ?? null,
        topic: topic?.read(at, told) ?? null,
        stated: stated.read(at, told),
        asOf: asOf?.read(at, told) ?? null,
        eventTime: eventTime?.read(at, told) ?? null,
        basis: basis.read(at, told),
        standing: standing.read(at, told),
        isForecast: isForecast?.(at, told) ?? false,
        carries: rule.carries,
        passage: passage?.read(at, told) ?? null,
      };
      const tag = language.read(at, told) ?? "en";
      const counting = {
        ...(countings.get(said.measure ?? "") ?? UNKNOWN),
        language: mapping.decimalComma ? DECIMAL_COMMA_LANGUAGE : tag,
      };
      const quantity: Quantity | null = figure?.read(at, counting, told) ?? null;
      const own = figure ? (quantity?.raw ?? "") : (words?.read(at, told) ?? "");
      const wordingSaid = {
        text: own,
        language: tag,
        translation: translation?.read(at, told) ?? null,
        translatedBy: translatedBy?.read(at, told) ?? null,
      };
      const column = figure ? figure.column(at) : (wording?.column(at) ?? null);
      const ownLocator = locator?.read(at, told) ?? null;
      const { stated: saidAt, basis: restsOn, standing: stands } = said;
      if (figure && !quantity && told.length === before) told.push(faultOf(column, null, "missing"));
      if (told.length > before || saidAt === null || restsOn === null || stands === null) return null;

      const claim = {
        ...shared,
        ...said,
        stated: saidAt,
        basis: restsOn,
        standing: stands,
        row: at.row.number,
        column,
        quantity,
        wording: wordingSaid,
        locator: ownLocator ?? locatorOf(at, column),
      };
      const ownKey = key ? key.read(at, told) : keyOf(claim);
      if (ownKey === null) return null;
      return { ...claim, key: ownKey, digest: digestOf(claim, ownLocator !== null) };
    },
  };
}

function isFaulty(cell: ReadyCell<string> | null, at: At): boolean {
  const told: Fault[] = [];
  cell?.read(at, told);
  return told.length > 0;
}

function locatorOf({ row }: At, column: string | null): string {
  return column === null ? `row ${row.number}` : `row ${row.number}, column ${column}`;
}

function readyWhen({ when }: ClaimRule, settings: CellSettings): (row: Row) => boolean {
  const conditions = when.map(({ column, is }) => ({ column, is: new Set(is) }));
  return (row) => conditions.every(({ column, is }) => is.has(String(valueIn(row, column, settings) ?? "")));
}

function readyLanguage(cell: Cell, settings: CellSettings): ReadyCell<string> {
  const ready = readyText(cell, settings);
  const isKnown = remembered((tag) => Language.safeParse(tag).success);
  const read: Reader<string> = (at, told) => {
    const tag = ready.read(at, told);
    if (tag === null || isKnown(tag)) return tag;
    told.push(faultOf(ready.column(at), tag, "unknown_code", LANGUAGE));
    return null;
  };
  return { ...ready, read };
}

const YES_NO = new Map([
  ["true", true],
  ["yes", true],
  ["1", true],
  ["false", false],
  ["no", false],
  ["0", false],
]);

/** A blank is no. */
function readyYesNo(cell: Cell, settings: CellSettings): Reader<boolean> {
  const ready = readyText(cell, settings);
  return (at, told) => {
    const text = ready.read(at, told);
    if (text === null) return false;
    const answer = YES_NO.get(text.toLowerCase());
    if (answer === undefined) told.push(faultOf(ready.column(at), text, "unknown_code", "Write yes or no."));
    return answer ?? null;
  };
}
