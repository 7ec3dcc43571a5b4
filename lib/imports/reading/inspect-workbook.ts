import { type Entry, fromBuffer, type ZipFile } from "yauzl";
import { FileRefused } from "./file-refused";
import {
  CELLS_MAX,
  ENTRIES_MAX,
  IMPORT_BYTES_MAX,
  LINE_LENGTH_MAX,
  ROWS_MAX,
  TAGS_MAX,
  UNPACKED_BYTES_MAX,
} from "./limits";

/**
 * The names of a workbook's sheets, once it is known that reading it does not fill the memory. It is unpacked once and
 * thrown away, piece by piece: what a ZIP says of its own sizes may be a lie, a few kilobytes can unpack to more than
 * there is memory, and one cell far off makes a reader lay out all cells before it. Throws FileRefused.
 */
export async function inspectWorkbook(bytes: Uint8Array): Promise<string[]> {
  if (bytes.length > IMPORT_BYTES_MAX.xlsx) throw new FileRefused("too_large");
  const zip = await openZip(bytes);
  if (zip.entryCount > ENTRIES_MAX) throw new FileRefused("unpacks_too_large");
  let [unpacked, tags] = [0, 0];
  let sheets: string[] = [];
  try {
    for await (const entry of zip.eachEntry()) {
      unpacked += entry.uncompressedSize;
      if (unpacked > UNPACKED_BYTES_MAX) throw new FileRefused("unpacks_too_large");
      const isMarkup = /\.(xml|rels)$/.test(entry.fileName);
      const isWorkbook = entry.fileName === "xl/workbook.xml";
      const inspected = await inspect(await open(zip, entry), isMarkup, isWorkbook);
      tags += inspected.tags;
      if (tags > TAGS_MAX) throw new FileRefused("unpacks_too_large");
      if (isWorkbook) sheets = sheetNames(inspected.kept);
    }
  } catch (error) {
    throw error instanceof FileRefused ? error : unreadable(error);
  } finally {
    zip.close();
  }
  if (sheets.length === 0) throw new FileRefused("unreadable");
  return sheets;
}

function unreadable(cause: unknown): FileRefused {
  return Object.assign(new FileRefused("unreadable"), { cause });
}

async function openZip(bytes: Uint8Array): Promise<ZipFile> {
  return new Promise((resolve, reject) => {
    // It ends a stream with an error as soon as an entry gives another number of bytes than it says.
    fromBuffer(Buffer.from(bytes), { lazyEntries: true, validateEntrySizes: true }, (error, zip) => {
      if (error || !zip) reject(unreadable(error));
      else resolve(zip);
    });
  });
}

async function open(zip: ZipFile, entry: Entry): Promise<AsyncIterable<Buffer>> {
  return new Promise((resolve, reject) =>
    zip.openReadStream(entry, (error, stream) =>
      error || !stream ? reject(error) : resolve(stream as AsyncIterable<Buffer>),
    ),
  );
}

type Inspected = { tags: number; kept: string };

/** Looks at all that is unpacked and keeps nothing of it but what is asked for, which must be small. */
async function inspect(parts: AsyncIterable<Buffer>, isMarkup: boolean, isKept: boolean): Promise<Inspected> {
  const kept: Buffer[] = [];
  let [tags, rows, sinceTag, size] = [0, 0, 0, 0];
  let [lastRow, lastColumn] = [1, 1];
  let before = "";
  for await (const part of parts) {
    if (isKept) kept.push(part);
    size += part.length;
    if (isKept && size > LINE_LENGTH_MAX) throw new FileRefused("unpacks_too_large");
    if (!isMarkup) continue;
    // Without white space, so that an address is found however it is set; twice at the seams does no harm.
    const text = before + part.toString("latin1").replace(/\s+/g, "");
    before = text.slice(-SEAM);
    const begun = text.split("<").length - 1;
    tags += begun;
    rows += text.match(/<[\w.-]*:?row/g)?.length ?? 0;
    sinceTag = begun === 0 ? sinceTag + part.length : text.length - text.lastIndexOf("<");
    for (const [, address = ""] of text.matchAll(/r=["']([^"'<]{1,60})/g)) {
      const [, letters = "", digits = ""] = /^([A-Z]*)(\d+)$/.exec(plain(address)) ?? [];
      lastRow = Math.max(lastRow, Number(digits));
      lastColumn = Math.max(lastColumn, columnOf(letters));
    }
    const isFar = lastRow > ROWS_MAX || lastRow * lastColumn > CELLS_MAX;
    if (isFar || rows > ROWS_MAX || tags > TAGS_MAX || sinceTag > LINE_LENGTH_MAX)
      throw new FileRefused("unpacks_too_large");
  }
  return { tags, kept: Buffer.concat(kept).toString("utf8") };
}

/** Longer than an address can be with what stands before it. */
const SEAM = 80;

/** "AB" is the 28th. */
function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function sheetNames(workbook: string): string[] {
  const tags = workbook.match(/<(?:\w+:)?sheet\s[^<>]*>/g) ?? [];
  return tags.map((tag) => plain(/\sname\s*=\s*("[^"]*"|'[^']*')/.exec(tag)?.[1]?.slice(1, -1) ?? ""));
}

const NAMED = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

/** What an attribute says, without the entities of XML. */
function plain(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));?/gi, (whole, hex, decimal, name) => {
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    if (name) return NAMED.get(name) ?? whole;
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
