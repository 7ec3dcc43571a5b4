import { ROWS_PER_BATCH, type Row } from "./table";

/**
 * Reads the first rows of a list: whether it is a long one, and all of its rows. So what fails at once fails before an
 * answer has begun, and a short list is read at one go.
 */
export async function peek(
  batches: AsyncGenerator<Row[]>,
): Promise<{ isLong: boolean; batches: AsyncGenerator<Row[]> }> {
  const first: Row[] = [];
  let isLong = false;
  while (!isLong) {
    const { done, value } = await batches.next();
    if (done) break;
    first.push(...value);
    isLong = first.length >= ROWS_PER_BATCH;
  }
  return {
    isLong,
    batches: (async function* () {
      try {
        if (first.length > 0) yield first.splice(0);
        yield* batches;
      } finally {
        await batches.return(undefined);
      }
    })(),
  };
}
