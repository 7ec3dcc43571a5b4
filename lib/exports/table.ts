import type { z } from "zod";

export type Cell = string | number | boolean | null;

/** The cells of one row, in the order of the columns. */
export type Row = readonly Cell[];

/** One column: its name, and what stands in it, in the words of a Frictionless table schema. */
export type Column = {
  name: string;
  type: "string" | "number" | "integer" | "boolean" | "datetime";
  /** The codes that can stand in it, where it is one of a closed list. */
  codes?: readonly string[];
  isRequired?: true;
};

export const TABLE_NAMES = [
  "events",
  "measures",
  "claims",
  "claimants",
  "publications",
  "reports",
  "attributions",
  "assessments",
  "corrections",
  "statements",
] as const;
export type TableName = (typeof TABLE_NAMES)[number];

/** What every row tells beside what is on file: where the site stands, and when its data was read. */
export type Setting = {
  /** The beginning of permalinks: "https://example.org/en". */
  site: string;
  /** RFC 3339, UTC. */
  retrievedAt: string;
};

/** A list that can be downloaded: its columns, the filters that it knows, and its rows. */
export type Table<Q = unknown> = {
  name: TableName;
  columns: readonly Column[];
  /** The columns that tell a row from every other, and those that name a row of another list. */
  key: readonly string[];
  refersTo: Readonly<Record<string, TableName>>;
  /** All filters may be left out; what it does not know, it refuses. */
  query: z.ZodType<Q>;
  /** Public rows alone (R34), a few at a time and never none. */
  batches(query: Q, setting: Setting): AsyncGenerator<Row[]>;
};

/** So many rows a query: what a download holds in memory, however long it is. */
export const ROWS_PER_BATCH = 350;

/** A row that the database wrote as JSON, and its place in the list. */
export type PlacedRow = { at: Date; id: string; row: string };

/** So many rows are written at once: what was read of a batch is unpacked as it is needed. */
const ROWS_PER_CHUNK = 100;

/**
 * Reads batch after batch, each from where the one before it ended, until one is not full. The next one is read while
 * this one is written.
 */
export async function* inBatches<F, P>(
  read: (after: P | null) => Promise<F[]>,
  lastOf: (found: F) => P,
  rowOf: (found: F) => Row,
): AsyncGenerator<Row[]> {
  for (let reading: Promise<F[]> | null = read(null); reading !== null; ) {
    const found: F[] = await reading;
    const last = found.at(-1);
    reading = found.length < ROWS_PER_BATCH || last === undefined ? null : read(lastOf(last));
    // Where nobody waits for it any more, nobody is told that it failed.
    reading?.catch(() => {});
    for (let at = 0; at < found.length; at += ROWS_PER_CHUNK)
      yield found.slice(at, at + ROWS_PER_CHUNK).map(rowOf);
  }
}
