import { z } from "zod";

/** Raised when a file is written in a way that readers of the former do not understand. */
export const FORMAT = 1;

/**
 * Tables that say who is at it at this moment, and are empty after a restore: everybody signs in again, and a link that
 * was used since does not work a second time.
 */
export const LEFT_OUT = ["one_time_link", "rate_limit", "session", "sign_in_proof"];

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const Columns = z.array(z.strictObject({ name: z.string(), type: z.string() }));

/** Of a table: its columns in the order of the file, how many rows, and size and digest of its part before it is compressed. */
const SavedTable = z.strictObject({
  name: z.string(),
  columns: Columns,
  rows: z.int().nonnegative(),
  bytes: z.int().nonnegative(),
  sha256: Sha256,
});
export type SavedTable = z.infer<typeof SavedTable>;

/** How many chains there are, the sum of their lengths, and one digest over the head of each. */
const ChainHeads = z.strictObject({
  chains: z.int().nonnegative(),
  revisions: z.int().nonnegative(),
  sha256: Sha256,
});
export type ChainHeads = z.infer<typeof ChainHeads>;

/** What a backup says of itself, in its manifest.json. */
export const Manifest = z.strictObject({
  format: z.literal(FORMAT),
  /** Of Counterclaim, and of PostgreSQL. */
  version: z.string(),
  postgres: z.string(),
  madeAt: z.iso.datetime(),
  migrations: z.array(z.strictObject({ name: z.string(), checksum: z.string() })),
  heads: ChainHeads,
  tables: z.array(SavedTable),
  leftOut: z.array(z.string()),
});
export type Manifest = z.infer<typeof Manifest>;

/** Where the rows of a table stand in the archive. */
export const partOf = (table: string) => `tables/${table}.copy`;
