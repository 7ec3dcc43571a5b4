import "server-only";
import { stringify } from "csv-stringify/sync";
import type { Actor } from "../auth/actor";
import { readProblems } from "./desk-imports";
import type { ImportProblem } from "./types";

/** What a problem means and what to do about it, in the reader's language. */
export type ProblemWords = (problem: ImportProblem) => { message: string; suggestion: string };

const COLUMNS = ["row", "column", "value", "code", "message", "suggestion", "is_error"];
const FORMAT = { record_delimiter: "\r\n", escape_formulas: true } as const;

/**
 * Everything that is wrong with a file, as CSV (UTF-8 with its mark, formulas disarmed), in pieces: never whole in
 * memory. `message` is the sentence of the code, and behind it that of the rule, where one refused it.
 */
export async function* readProblemsCsv(
  actor: Actor,
  publicId: string,
  wordsFor: ProblemWords,
): AsyncGenerator<string> {
  yield `\uFEFF${stringify([COLUMNS], FORMAT)}`;
  let lines: (string | number | null)[][] = [];
  for await (const problem of readProblems(actor, publicId)) {
    const { row, column, value, code, detail, isError } = problem;
    const { message, suggestion } = wordsFor(problem);
    const told = detail === null || message.includes(detail) ? message : `${message} ${detail}`;
    lines.push([row || null, column, value, code, told, suggestion, isError ? "yes" : "no"]);
    if (lines.length < 500) continue;
    yield stringify(lines, FORMAT);
    lines = [];
  }
  if (lines.length > 0) yield stringify(lines, FORMAT);
}
