import { CURSOR, readCursor } from "@/lib/db/cursor";

/** The place in one of several tables of a page, from its own part of the address; null at the beginning. */
export function readTablePlace(value: string | string[] | undefined): string | null {
  return typeof value === "string" && CURSOR.test(value) && readCursor(value) ? value : null;
}
