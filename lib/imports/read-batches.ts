import { createHash } from "node:crypto";
import type { ReadRow } from "./mapping/map-row";
import type { Candidate, ImportProblem, Row } from "./types";

/** Up to where a file is done: rows and rows' problems that it gave, and candidates that they asked for. */
export type Progress = { rowsDone: number; placesDone: number };

/** Some candidates of one event in the order of the file, and what is told of the rows that end among them. */
export type Batch = {
  candidates: Candidate[];
  problems: ImportProblem[];
  leftOut: number;
  /** Claims that were asked for and rows that cannot be read. */
  invalid: number;
  /** Where the file is done up to when all of this is. */
  upTo: Progress;
};

/** So many candidates at once; a batch ends sooner where the event changes. */
const BATCH_MAX = 500;
/** Rows that ask for nothing are told of so many at a time. */
const ROWS_MAX = 5_000;

type Source = AsyncIterable<Row | ImportProblem>;
type Mapper = (row: Row, nextPlace: number) => ReadRow;

/**
 * The batches of a file from behind `from` on: the same ones whenever it begins there. All rows are read and mapped
 * from the first on, so that a key which a second row has is known also after a crash (`same_key_twice`).
 */
export async function* readBatches(rows: Source, map: Mapper, from: Progress): AsyncGenerator<Batch> {
  const keys = new Set<string>();
  const upTo = { ...from };
  let batch = emptyBatch();
  let [rowNumber, nextPlace] = [0, 1];
  const finish = (): Batch => {
    const done = { ...batch, upTo: { ...upTo } };
    batch = emptyBatch();
    return done;
  };

  for await (const read of rows) {
    rowNumber += 1;
    const isDone = rowNumber <= from.rowsDone;
    const mapped = "code" in read ? problemOf(read) : map(read, nextPlace);
    nextPlace += mapped.candidates.length;
    for (const candidate of mapped.candidates) {
      if (isRepeated(keys, candidate.key)) {
        mapped.problems.push(repeatedKey(candidate));
        mapped.invalid += 1;
        continue;
      }
      if (isDone || candidate.place <= from.placesDone) continue;
      const [first] = batch.candidates;
      if (first && (first.event !== candidate.event || batch.candidates.length >= BATCH_MAX)) yield finish();
      batch.candidates.push(candidate);
      upTo.placesDone = candidate.place;
    }
    if (isDone) continue;
    batch.problems.push(...mapped.problems);
    batch.leftOut += mapped.leftOut;
    batch.invalid += mapped.invalid;
    upTo.rowsDone = rowNumber;
    // Behind a row a batch may end at any time: so that it is told how far the file is, and can be stopped.
    if (batch.problems.length >= BATCH_MAX || rowNumber % ROWS_MAX === 0) yield finish();
  }
  if (batch.candidates.length > 0 || upTo.rowsDone > from.rowsDone) yield finish();
}

function emptyBatch(): Omit<Batch, "upTo"> {
  return { candidates: [], problems: [], leftOut: 0, invalid: 0 };
}

function problemOf(problem: ImportProblem): ReadRow {
  return { candidates: [], problems: [problem], leftOut: 0, invalid: problem.isError ? 1 : 0 };
}

// 96 bits of each: a file has millions of keys at most, and they are as long as their claim.
function isRepeated(keys: Set<string>, key: string): boolean {
  const short = createHash("sha256").update(key).digest("base64").slice(0, 16);
  if (keys.has(short)) return true;
  keys.add(short);
  return false;
}

function repeatedKey({ row, column, key }: Candidate): ImportProblem {
  return { row, column, value: key, code: "same_key_twice", detail: null, isError: true };
}
