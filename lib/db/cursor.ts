/** A place in a list: the instant that it is ordered by, in ms since 1970 UTC, and the id that breaks ties. */
export type Cursor = { at: Date; id: string };

export const CURSOR = /^-?[0-9]{1,15}_[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function writeCursor({ at, id }: Cursor): string {
  return `${at.getTime()}_${id}`;
}

// The years 1 to 9999: the driver writes no others so that the database can read them, and no record has them.
const FIRST = Date.parse("0001-01-01T00:00:00.000Z");
const LAST = Date.parse("9999-12-31T23:59:59.999Z");

/** Reads a cursor that fits CURSOR; null when it does not, or its instant is none that a record can have. */
export function readCursor(text: string): Cursor | null {
  const [at = "", id = ""] = text.split("_");
  const instant = Number(at);
  return CURSOR.test(text) && instant >= FIRST && instant <= LAST ? { at: new Date(instant), id } : null;
}
