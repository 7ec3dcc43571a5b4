import type { ImportMapping } from "../schema";
import type { Candidate, ImportProblem, MappedRow, RawValue, Row } from "../types";
import { type At, type Fault, valueIn } from "./cell";
import type { Shared } from "./claim-rule";
import { compileMapping, type ReadyMapping } from "./compile-mapping";

/** What a row gives; each claim that its rules ask for is a candidate, `invalid`, or among those left out. */
export type ReadRow = MappedRow & { invalid: number };

let last: { mapping: ImportMapping; columns: readonly string[]; ready: ReadyMapping } | null = null;

/**
 * The claims that a row makes by a mapping, numbered from `nextPlace` on, and all that is wrong with it. Nothing is
 * guessed: a cell that can be read in two ways, or in none, is a problem; a blank is no claim, and never zero.
 */
export function mapRow(
  mapping: ImportMapping,
  columns: readonly string[],
  row: Row,
  nextPlace: number,
): ReadRow {
  // Row after row of one file is mapped in the same way.
  if (last?.mapping !== mapping || last.columns !== columns)
    last = { mapping, columns, ready: compileMapping(mapping, columns) };
  return mapRowBy(last.ready, row, nextPlace);
}

function mapRowBy(ready: ReadyMapping, row: Row, nextPlace: number): ReadRow {
  const read: ReadRow = { candidates: [], problems: [], leftOut: 0, invalid: 0 };
  tellColumns(ready, row, read);
  const why = whyLeftOut(ready, row);
  if (why) read.problems.push(why);

  const sharedAt = sharedParts(ready);
  for (const rule of ready.rules) {
    if (!rule.asks(row)) continue;
    for (const heading of rule.columnsIn(row)) {
      const at: At = { row, heading };
      if (why || rule.isBlank(at)) {
        read.leftOut += 1;
        continue;
      }
      const told: Fault[] = [];
      const parts = sharedAt(at, told);
      const claim = parts && rule.read(at, parts, told);
      if (claim)
        read.candidates.push({ place: nextPlace + read.candidates.length, ...claim } satisfies Candidate);
      else if (told.some(({ isError }) => isError)) read.invalid += 1;
      else read.leftOut += 1;
      addProblems(read.problems, row, told);
    }
  }
  return read;
}

/** Cells that are never claims: counted where they are left out, told where they correct a total (R21). */
function tellColumns({ isLeftOut, isCorrection, settings }: ReadyMapping, row: Row, read: ReadRow): void {
  for (const column of row.values.keys()) {
    const isOut = isLeftOut(column);
    if (!isOut && !isCorrection(column)) continue;
    const value = valueIn(row, column, settings);
    if (value === null) continue;
    if (isOut || Number(value) === 0) read.leftOut += 1;
    else read.problems.push(problemOf(row, column, value, "correction", null));
  }
}

function whyLeftOut({ leaveOutRows, settings }: ReadyMapping, row: Row): ImportProblem | null {
  for (const { column, is, because } of leaveOutRows) {
    const value = valueIn(row, column, settings);
    if (is.has(String(value ?? ""))) return problemOf(row, column, value, "left_out", because);
  }
  return null;
}

function problemOf(
  { number }: Row,
  column: string,
  value: RawValue,
  code: ImportProblem["code"],
  detail: string | null,
): ImportProblem {
  return { row: number, column, value: value === null ? null : String(value), code, detail, isError: false };
}

/** What is wrong with a cell that several claims of a row use is told once. */
function addProblems(problems: ImportProblem[], { number }: Row, told: readonly Fault[]): void {
  for (const fault of told) {
    const isTold = problems.some(
      ({ column, code, value }) => column === fault.column && code === fault.code && value === fault.value,
    );
    if (!isTold) problems.push({ row: number, ...fault });
  }
}

/** Event and report of a row: read once, where no heading has a say in them. */
function sharedParts(ready: ReadyMapping): (at: At, told: Fault[]) => Shared | null {
  const { event, newEvent, report } = ready;
  if (event.isWide || newEvent?.isWide || report.isWide) return (at, told) => readShared(ready, at, told);
  let known: { shared: Shared | null; told: readonly Fault[] } | null = null;
  return (at, told) => {
    if (!known) {
      const own: Fault[] = [];
      known = { shared: readShared(ready, at, own), told: own };
    }
    told.push(...known.told);
    return known.shared;
  };
}

function readShared({ event, newEvent, report }: ReadyMapping, at: At, told: Fault[]): Shared | null {
  const slug = event.read(at, told);
  const made = newEvent ? newEvent.read(at, told) : null;
  const carrier = report.read(at, told);
  const isWhole = slug !== null && carrier !== null && (newEvent === null || made !== null);
  return isWhole ? { event: slug, newEvent: made, report: carrier } : null;
}
