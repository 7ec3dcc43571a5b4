import type { Rows } from "./rows";
import type { Cell, Row } from "./table";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const ROWS_PER_CHUNK = 500;

/** One sheet with its heading, kept in view, and as many of the rows as fit. */
export async function* sheetXml(heading: Row, rows: Rows, rowsMax: number): AsyncGenerator<string> {
  yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>${rowXml(heading, 1)}`;
  let chunk = "";
  let count = 1;
  while (count < rowsMax) {
    const row = await rows.next();
    if (row === null) break;
    count += 1;
    chunk += rowXml(row, count);
    if (count % ROWS_PER_CHUNK === 0) {
      yield chunk;
      chunk = "";
    }
    if (rows.areOver()) break;
  }
  yield `${chunk}</sheetData></worksheet>`;
}

function rowXml(row: Row, number: number): string {
  let cells = "";
  for (let i = 0; i < row.length; i += 1) cells += cellXml(row[i] as Cell, `${columnLetters(i)}${number}`);
  return `<row r="${number}">${cells}</row>`;
}

function cellXml(cell: Cell, at: string): string {
  if (cell === null || cell === "") return "";
  if (typeof cell === "number") return `<c r="${at}"><v>${cell}</v></c>`;
  if (typeof cell === "boolean") return `<c r="${at}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
}

/** A, B … Z, AA, AB … */
function columnLetters(index: number): string {
  const before = Math.floor(index / LETTERS.length);
  return (before > 0 ? columnLetters(before - 1) : "") + LETTERS.charAt(index % LETTERS.length);
}
const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what XML cannot hold
const NOT_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;
// A reader of XML takes a carriage return for the end of a line, unless it is written so.
const SPECIAL = /[&<>\r]/g;
const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;" };

function escaped(text: string): string {
  return text.replace(NOT_XML, "\ufffd").replace(SPECIAL, (sign) => ENTITIES[sign] as string);
}

export const ROOT_RELATIONS = `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

export function contentTypes(sheets: number): string {
  const parts = listed(
    sheets,
    (n) => `<Override PartName="/xl/worksheets/sheet${n}.xml" ContentType="${TYPE}.worksheet+xml"/>`,
  );
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/>${parts}</Types>`;
}

/** `name`: of the first sheet; the further ones have a number behind it. Without any of \ / ? * [ ] : " & <. */
export function workbook(name: string, sheets: number): string {
  const parts = listed(
    sheets,
    (n) => `<sheet name="${n === 1 ? name : `${name} ${n}`}" sheetId="${n}" r:id="rId${n}"/>`,
  );
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${parts}</sheets></workbook>`;
}

export function workbookRelations(sheets: number): string {
  const parts = listed(
    sheets,
    (n) => `<Relationship Id="rId${n}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${n}.xml"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${parts}</Relationships>`;
}

function listed(count: number, write: (n: number) => string): string {
  return Array.from({ length: count }, (_, i) => write(i + 1)).join("");
}
