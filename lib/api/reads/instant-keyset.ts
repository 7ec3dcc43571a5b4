import { readCursor } from "../../db/cursor";

/** What comes after a cursor in a list that is ordered by (field, id), for a `where` of the database's client. */
export function afterCursor(text: string | undefined, field: string, direction: "asc" | "desc"): object {
  const cursor = text === undefined ? null : readCursor(text);
  if (!cursor) return {};
  const beyond = direction === "asc" ? "gt" : "lt";
  return {
    AND: [
      {
        OR: [{ [field]: { [beyond]: cursor.at } }, { [field]: cursor.at, id: { [beyond]: cursor.id } }],
      },
    ],
  };
}

/** "-changed" is descending. */
export function directionOf(sort: string): "asc" | "desc" {
  return sort.startsWith("-") ? "desc" : "asc";
}
