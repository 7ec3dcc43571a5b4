import type { Row } from "./table";

export type Rows = {
  /** The next row, or null at the end. */
  next(): Promise<Row | null>;
  /** Whether the last row was given; false before the first. */
  areOver(): boolean;
  stop(): Promise<void>;
};

/** The rows of batches one by one; after each it is known whether there are more. */
export function inRows(batches: AsyncIterable<readonly Row[]>): Rows {
  const iterator = batches[Symbol.asyncIterator]();
  let batch: readonly Row[] = [];
  let place = 0;
  let isOver = false;
  const fill = async () => {
    while (place >= batch.length && !isOver) {
      const { done, value } = await iterator.next();
      isOver = done === true;
      batch = value ?? [];
      place = 0;
    }
  };
  return {
    async next() {
      await fill();
      const row = batch[place] ?? null;
      place += 1;
      await fill();
      return row;
    },
    areOver: () => isOver && place >= batch.length,
    async stop() {
      await iterator.return?.();
    },
  };
}
