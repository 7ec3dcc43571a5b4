import { readCursor, writeCursor } from "./cursor";

type Placed = { id: string; at: Date };

/** One page of rows that stand the latest first, from behind a cursor on; `next` leads to the page after, or is null. */
export function pageOf<Row extends Placed>(
  rows: readonly Row[],
  after: string | null,
  limit: number,
): { rows: Row[]; next: string | null } {
  const cursor = after === null ? null : readCursor(after);
  const left = cursor ? rows.filter((row) => isBehind(row, { at: cursor.at, id: cursor.id })) : rows;
  const page = left.slice(0, limit);
  const last = page.at(-1);
  return { rows: page, next: left.length > page.length && last ? writeCursor(last) : null };
}

/** As the database orders them: by instant, then by id, both descending. */
function isBehind(row: Placed, place: Placed): boolean {
  const [at, instant] = [row.at.getTime(), place.at.getTime()];
  return at < instant || (at === instant && row.id < place.id);
}
