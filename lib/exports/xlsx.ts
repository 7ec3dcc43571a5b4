import { inRows, type Rows } from "./rows";
import { contentTypes, ROOT_RELATIONS, sheetXml, workbook, workbookRelations } from "./sheet-xml";
import type { Column, Row } from "./table";
import { type ZipEntry, zipOf } from "./zip";

/** What a sheet holds in Excel, its heading among them; what is longer goes on in a further one. */
const SHEET_ROWS_MAX = 1_048_576;

/**
 * Rows as an Excel file, in chunks of bytes. Its sheets are written as the rows go through, so that the length of a list
 * makes no difference to the memory: the libraries that write such files keep all cells. Texts are never formulas.
 */
export async function* xlsxOf(
  name: string,
  columns: readonly Column[],
  batches: AsyncIterable<readonly Row[]>,
  at: Date,
  sheetRowsMax = SHEET_ROWS_MAX,
): AsyncGenerator<Uint8Array> {
  const rows = inRows(batches);
  const heading = columns.map((column) => column.name);
  try {
    yield* zipOf(partsOf(name, heading, rows, sheetRowsMax), at);
  } finally {
    await rows.stop();
  }
}

async function* partsOf(
  name: string,
  heading: Row,
  rows: Rows,
  sheetRowsMax: number,
): AsyncGenerator<ZipEntry> {
  let sheets = 0;
  do {
    sheets += 1;
    yield { path: `xl/worksheets/sheet${sheets}.xml`, chunks: sheetXml(heading, rows, sheetRowsMax) };
  } while (!rows.areOver());
  yield { path: "[Content_Types].xml", chunks: [contentTypes(sheets)] };
  yield { path: "_rels/.rels", chunks: [ROOT_RELATIONS] };
  yield { path: "xl/workbook.xml", chunks: [workbook(name, sheets)] };
  yield { path: "xl/_rels/workbook.xml.rels", chunks: [workbookRelations(sheets)] };
}
