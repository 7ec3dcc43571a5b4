import { Invalid } from "../../errors";
import type { ProblemCode } from "../problems";

/** A file that cannot be read on: which of the problems it is, and where or what it is about. */
export class FileRefused extends Invalid {
  readonly problem: ProblemCode;
  readonly row: number | null;
  readonly detail: string | null;

  constructor(problem: ProblemCode, { row = null, detail = null }: Partial<Where> = {}) {
    const place = row === null ? "" : `Row ${row}: `;
    const about = detail === null ? "" : ` (${detail})`;
    super({ file: `${place}${SENTENCES[problem] ?? "This file cannot be read."}${about}` });
    this.problem = problem;
    this.row = row;
    this.detail = detail;
  }
}

type Where = { row: number | null; detail: string | null };

const SENTENCES: Partial<Record<ProblemCode, string>> = {
  unreadable: "This file is none that can be read: save it as CSV (UTF-8), NDJSON, JSON or XLSX.",
  wrong_encoding:
    "This file is not written in the encoding that was chosen: choose another, or save it as UTF-8.",
  too_large: "This file is too large: divide it.",
  unpacks_too_large: "This workbook unpacks to more than can be read: save the sheet as CSV.",
  no_rows: "This file has no rows of data.",
  no_header: "No line of headings was found: say in which line they stand.",
  too_many_columns: "A table may have 2,000 columns: this one has more.",
  repeated_heading: "Two columns have the same heading: name them apart.",
  too_long:
    "A line is longer than a million characters: is the delimiter right, and every quotation mark closed?",
  unclosed_quote: "A quotation mark is opened and never closed.",
  not_json: "This is not JSON.",
};
