import { parseEdtf } from "../../dates/edtf";
import type { ClaimRule, ImportMapping } from "../schema";
import type { GivenEvent, GivenReport, Row } from "../types";
import { type CellSettings, type ReadyCell, readySlug } from "./cell";
import { type ReadyRule, readyRule } from "./claim-rule";
import { columnMatcher } from "./columns";
import { readyFormat } from "./date-format";
import { type RowPart, readyNewEvent, readyReport } from "./row-parts";

/** A mapping with all that does not depend on a row worked out. */
export type ReadyMapping = {
  settings: CellSettings;
  event: ReadyCell<string>;
  newEvent: RowPart<GivenEvent> | null;
  report: RowPart<GivenReport>;
  isLeftOut: (column: string) => boolean;
  isCorrection: (column: string) => boolean;
  leaveOutRows: { column: string; is: ReadonlySet<string>; because: string }[];
  rules: (ReadyRule & { columnsIn: (row: Row) => readonly (string | null)[] })[];
};

/** Makes a mapping ready for the rows of one file; `columns` are its headings, or of JSON those that were seen. */
export function compileMapping(mapping: ImportMapping, columns: readonly string[]): ReadyMapping {
  const settings: CellSettings = {
    empty: new Set(mapping.empty),
    isDisarmed: mapping.reading.disarmed ?? false,
  };
  const isLeftOut = columnMatcher(mapping.leaveOut);
  const isCorrection = columnMatcher(mapping.corrections);
  const isKept = (column: string) => !isLeftOut(column) && !isCorrection(column);
  const hasKeys = mapping.format === "json" || mapping.format === "ndjson";

  return {
    settings,
    event: readySlug(mapping.event, settings),
    newEvent: mapping.newEvent ? readyNewEvent(mapping.newEvent, mapping.zone, settings) : null,
    report: readyReport(mapping, settings),
    isLeftOut,
    isCorrection,
    leaveOutRows: mapping.leaveOutRows.map(({ column, is, because }) => ({
      column,
      is: new Set(is),
      because,
    })),
    rules: mapping.claims.map((rule) => {
      const ready = readyRule(rule, mapping, settings);
      return { ...ready, columnsIn: columnsOf(rule, columns, isKept, hasKeys) };
    }),
  };
}

const NO_COLUMN: readonly null[] = [null];

/** The columns that make one claim each; of a rule that is not wide, none but makes one. */
function columnsOf(
  { wide }: ClaimRule,
  columns: readonly string[],
  isKept: (column: string) => boolean,
  hasKeys: boolean,
): (row: Row) => readonly (string | null)[] {
  if (!wide) return () => NO_COLUMN;
  const named = wide.columns ?? [];
  if (!wide.dates) return () => named;
  const isDate = isDateIn(wide.dates);
  const dated = (headings: Iterable<string>) => [
    ...named,
    ...[...headings].filter((heading) => !named.includes(heading) && isKept(heading) && isDate(heading)),
  ];
  if (hasKeys) return ({ values }) => dated(values.keys());
  const ofFile = dated(columns);
  return () => ofFile;
}

/** Whether a heading is a day that there is, in the format. */
export function isDateIn(format: string): (heading: string) => boolean {
  const read = readyFormat(format);
  const known = new Map<string, boolean>();
  return (heading) => {
    const before = known.get(heading);
    if (before !== undefined) return before;
    const edtf = read?.(heading) ?? null;
    const isDate = edtf !== null && parseEdtf(edtf, "UTC").ok;
    known.set(heading, isDate);
    return isDate;
  };
}
