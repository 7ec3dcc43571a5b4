import type { Quantity } from "../quantity/quantity";
import type { Basis, Carries, ImportFormat, Standing, Topic } from "../vocabulary";
import type { ProblemCode } from "./problems";

/** How a file is read, as it was found or declared. */
export type Reading = {
  format: ImportFormat;
  /** Of CSV and NDJSON, by the name that TextDecoder knows it. */
  encoding: string;
  /** Of CSV. */
  delimiter: string;
  /** Line of the headings, from 1; null: JSON. */
  headerRow: number | null;
  /** The row under the headings is one of HXL tags ("#affected+killed") and no data. */
  hasTagRow: boolean;
  /** Of XLSX: the sheet that is read, of those there are. */
  sheet: string | null;
  sheets: string[];
  /** JSON: the path to the array of rows; "" is the document itself. */
  rows: string;
};

/** A value of a row, as the file has it. */
export type RawValue = string | number | boolean | null;

/** One row: its number as a spreadsheet counts it (JSON: elements from 1), and its values by column (JSON: path). */
export type Row = { number: number; values: ReadonlyMap<string, RawValue> };

/** Something wrong with a cell, or left out on purpose. `detail` is a sentence where the code does not say enough. */
export type ImportProblem = {
  row: number;
  column: string | null;
  value: string | null;
  code: ProblemCode;
  detail: string | null;
  isError: boolean;
};

/** A date to be logged, as a form gives it. */
export type GivenDate = { edtf: string; zone: string };

/** A report that carries a candidate, by what it is known again. */
export type GivenReport = {
  publication: string;
  medium: "web" | "broadcast" | "post" | "print" | "document";
  url: string | null;
  title: string | null;
  language: string | null;
  published: GivenDate | null;
};

/** An event to be made for a candidate where none on file has the slug. */
export type GivenEvent = {
  title: string;
  summary: string;
  place: string;
  country: string | null;
  latitude: number | null;
  longitude: number | null;
  occurred: GivenDate;
};

/** One claim that a cell or a row asks for. Records are named by their slugs; nothing of the database is known yet. */
export type Candidate = {
  /** From 1, in the order of the file. */
  place: number;
  row: number;
  column: string | null;
  /** Tells it from every other of its data set. */
  key: string;
  /** SHA-256 in hex of all that is said here. */
  digest: string;
  event: string;
  newEvent: GivenEvent | null;
  claimant: string;
  /** Of figures. */
  measure: string | null;
  quantity: Quantity | null;
  /** Of statements. */
  topic: Topic | null;
  wording: { text: string; language: string; translation: string | null; translatedBy: string | null };
  stated: GivenDate;
  asOf: GivenDate | null;
  eventTime: GivenDate | null;
  basis: Basis;
  standing: Exclude<Standing, "disowned">;
  isForecast: boolean;
  report: GivenReport;
  carries: Exclude<Carries, "via">;
  locator: string;
  passage: string | null;
};

/** What a row gives: candidates and problems, in the order of its cells. */
export type MappedRow = { candidates: Candidate[]; problems: ImportProblem[]; leftOut: number };

/** What became of candidates; `leftOut` counts cells that a mapping leaves out or that are empty. */
export type Counts = {
  new: number;
  changed: number;
  same: number;
  duplicate: number;
  invalid: number;
  leftOut: number;
};

export const NO_COUNTS: Counts = { new: 0, changed: 0, same: 0, duplicate: 0, invalid: 0, leftOut: 0 };
