import type { Quantity } from "../../quantity/quantity";
import { QUALIFIERS } from "../../vocabulary";
import type { FigureRule } from "../schema";
import {
  type At,
  type CellSettings,
  type Fault,
  faultOf,
  type Reader,
  type ReadyCell,
  readyCell,
  readyText,
  type Value,
} from "./cell";
import { type Counting, tell } from "./numbers";
import { given, ofBounds, ofFigure, type ReadyFigure, type Said, WITHOUT_NUMBER } from "./said-figure";

/** The figure of a claim: null where nothing was said, or with what is wrong with it told. */
export type FigureReader = {
  column: (at: At) => string | null;
  /** Whether the file says anything at all. */
  isBlank: (at: At) => boolean;
  read: (at: At, counting: Counting, told: Fault[]) => Quantity | null;
};

/** Makes the cells of a figure ready; `raw` is the wording where the rule has one, `isWide` that the column itself is. */
export function readyFigure(
  rule: FigureRule,
  wording: ReadyCell<string> | null,
  isWide: boolean,
  settings: CellSettings,
): FigureReader {
  const cell = (given: FigureRule["figure"]) => (given ? readyCell(given, settings) : null);
  const isOwnColumn = isWide && !rule.figure && !rule.low && !rule.high;
  const ready: ReadyFigure = {
    figure: isOwnColumn ? ownColumn(settings) : cell(rule.figure),
    raw: rule.raw ? readyText(rule.raw, settings) : wording,
    qualifier: rule.qualifier ? readyText(rule.qualifier, settings) : null,
    low: cell(rule.low),
    high: cell(rule.high),
    central: cell(rule.central),
  };
  // Taken as it stands: the words, and the numbers that somebody made of them.
  const isGiven = !ready.figure && rule.raw !== undefined && ready.qualifier !== null;
  const column = (at: At) => (ready.figure ?? ready.high ?? ready.low ?? ready.raw)?.column(at) ?? null;
  const numbers = [ready.figure, ready.low, ready.high, ready.central].filter((one) => one !== null);
  const unnumbered = isGiven || ready.qualifier ? [ready.qualifier, ...numbers] : numbers;
  return {
    column,
    isBlank: (at) =>
      numbers.every((one) => one.read(at, []) === null && !isFaulty(one.read, at)) &&
      !unnumbered.some((one) => one === ready.qualifier && saysWithoutNumber(ready.qualifier, at, isGiven)),
    read: (at, counting, told) => {
      const before = told.length;
      const said = saidAt(ready, at, told);
      if (said.central !== null && !isGiven && said.qualifier !== "estimate_ci")
        return tell(told, faultOf(ready.central?.column(at) ?? null, said.central, "not_a_figure", MIDDLE));
      if (told.length > before) return null;
      const raw = ready.raw?.read(at, told) ?? null;
      if (told.length > before) return null;
      const read = isGiven ? given : said.low === null && said.high === null ? ofFigure : ofBounds;
      const quantity = read(said, raw, { at, ready, counting, column: column(at), told });
      return quantity && raw !== null && quantity.raw !== raw ? { ...quantity, raw } : quantity;
    },
  };
}

const MIDDLE = "Only an estimate with an interval of confidence has a middle.";

/** Of a wide table: what stands under the heading. */
function ownColumn(settings: CellSettings): ReadyCell {
  const byColumn = new Map<string, ReadyCell>();
  const read: Reader<Value> = (at, told) => {
    const column = at.heading ?? "";
    let ready = byColumn.get(column);
    if (!ready) {
      ready = readyCell({ column }, settings);
      byColumn.set(column, ready);
    }
    return ready.read(at, told);
  };
  return { column: ({ heading }) => heading, read, isWide: true };
}

function isFaulty(read: Reader<Value>, at: At): boolean {
  const told: Fault[] = [];
  read(at, told);
  return told.length > 0;
}

function saysWithoutNumber(cell: ReadyCell<string> | null, at: At, isGiven: boolean): boolean {
  const word = cell?.read(at, []) ?? null;
  return word !== null && (isGiven || WITHOUT_NUMBER.has(word));
}

function saidAt(ready: ReadyFigure, at: At, told: Fault[]): Said {
  const qualifierWord = ready.qualifier?.read(at, told) ?? null;
  const qualifier = QUALIFIERS.find((code) => code === qualifierWord) ?? null;
  if (qualifierWord !== null && !qualifier)
    tell(told, faultOf(ready.qualifier?.column(at) ?? null, qualifierWord, "unknown_code", QUALIFIER_CODES));
  return {
    qualifierWord: qualifierCellText(ready, at) ?? qualifierWord?.replaceAll("_", " ") ?? null,
    qualifier,
    figure: ready.figure?.read(at, told) ?? null,
    low: ready.low?.read(at, told) ?? null,
    high: ready.high?.read(at, told) ?? null,
    central: ready.central?.read(at, told) ?? null,
  };
}

const QUALIFIER_CODES = `It is none of ${QUALIFIERS.join(", ")}.`;

/** The qualifier in the words of the file, not in our code. */
function qualifierCellText({ qualifier }: ReadyFigure, at: At): string | null {
  const column = qualifier?.column(at) ?? null;
  const value = column === null ? null : at.row.values.get(column);
  return value === null || value === undefined ? null : String(value).trim();
}
