import "server-only";
import type { Transaction } from "../db/client";
import { insertRows } from "../db/insert-rows";
import type { Decided } from "./decide-batch";
import type { Progress } from "./read-batches";
import type { Taken } from "./take-up";
import type { Counts, ImportProblem } from "./types";

/** So many problems of one file are kept, each is counted. */
const PROBLEMS_MAX = 100_000;
const VALUE_MAX = 500;

/** What one part of a file came to. */
export type Done = {
  decided: readonly Decided[];
  problems: readonly ImportProblem[];
  leftOut: number;
  invalid: number;
  upTo: Progress;
};

/** Where an import stands after a part of its file, as it is kept. */
export type Kept = Pick<Taken, "progress" | "counts" | "problemCount">;

/** Keeps what a part of the file came to, with its problems in the order of the rows. Returns where it stands then. */
export async function keepProgress(tx: Transaction, taken: Taken, done: Done, now: Date): Promise<Kept> {
  const told = [...done.problems, ...done.decided.flatMap(({ problem }) => problem ?? [])].toSorted(
    (a, b) => a.row - b.row,
  );
  const kept = {
    progress: done.upTo,
    counts: addUp(taken.counts, done),
    problemCount: taken.problemCount + told.length,
  };
  const room = Math.max(0, PROBLEMS_MAX - taken.problemCount);
  await insertRows(
    tx,
    "import_problem",
    told.slice(0, room).map((problem, at) => ({
      importId: taken.id,
      position: taken.problemCount + at + 1,
      row: problem.row,
      column: problem.column,
      value: shortened(problem.value),
      code: problem.code,
      detail: shortened(problem.detail),
      isError: problem.isError,
    })),
  );
  await tx.import.update({
    where: { id: taken.id },
    data: { ...kept.progress, counts: kept.counts, problemCount: kept.problemCount, beatAt: now },
  });
  return kept;
}

function addUp(before: Counts, { decided, leftOut, invalid }: Done): Counts {
  const counts = { ...before, leftOut: before.leftOut + leftOut, invalid: before.invalid + invalid };
  for (const { did } of decided) counts[did] += 1;
  return counts;
}

// A cell can be as long as a megabyte, and PostgreSQL takes no NUL.
function shortened(text: string | null): string | null {
  if (text === null) return null;
  const plain = text.replaceAll("\u0000", "\uFFFD");
  return plain.length > VALUE_MAX ? `${plain.slice(0, VALUE_MAX)}…` : plain;
}
