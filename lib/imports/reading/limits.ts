import type { ImportFormat } from "../../vocabulary";

const MB = 1_000_000;

/** How large a file may be, in bytes. CSV and NDJSON are streamed; JSON and XLSX stand in memory as a whole. */
export const IMPORT_BYTES_MAX: Record<ImportFormat, number> = {
  csv: 200 * MB,
  ndjson: 200 * MB,
  json: 20 * MB,
  xlsx: 20 * MB,
};

export const COLUMNS_MAX = 2_000;
/** A line without an end, or a quotation mark that nothing closes, is given up on after so many characters. */
export const LINE_LENGTH_MAX = MB;
/** How deep JSON may be nested within a row. */
export const DEPTH_MAX = 20;
/** Of a workbook, as it is unpacked. */
export const UNPACKED_BYTES_MAX = 60 * MB;
export const ENTRIES_MAX = 2_000;
/** Tags of all its parts, rows and cells of a sheet: a cell far off counts all those before it. */
export const TAGS_MAX = 8 * MB;
export const ROWS_MAX = 200_000;
export const CELLS_MAX = 4 * MB;
/** Objects and arrays of a JSON document: an empty one takes ten times more memory than room in the file. */
export const NODES_MAX = MB;
