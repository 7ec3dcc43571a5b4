import { detect } from "chardet";
import type { Reading } from "../types";
import { detectTable } from "./detect-table";
import { FileRefused } from "./file-refused";
import { inspectWorkbook } from "./inspect-workbook";
import { arrayAt, readDocument } from "./read-objects";
import { decoderOf } from "./text-decoder";

const UNTABLED = { delimiter: ",", headerRow: null, hasTagRow: false, sheet: null, sheets: [], rows: "" };

/**
 * How a file is written, found in its first bytes and by its name. `whole` is asked for only where that is not enough:
 * a workbook's sheets, where in a JSON document the rows are. Throws FileRefused for what cannot be read at all.
 */
export async function detectReading(
  first: Uint8Array,
  fileName: string,
  whole: () => Promise<Uint8Array>,
): Promise<Reading> {
  if (beginsWith(first, [0x50, 0x4b, 0x03, 0x04])) {
    const sheets = await inspectWorkbook(await whole());
    const reading = { ...UNTABLED, format: "xlsx", encoding: "utf-8", headerRow: 1, sheets } as const;
    return { ...reading, sheets, sheet: sheets[0] ?? null };
  }
  if (isBinary(first)) throw new FileRefused("unreadable");

  const encoding = encodingOf(first);
  const text = decoderOf(encoding, false)(first);
  const start = text.trimStart()[0];
  if (start === undefined) throw new FileRefused("no_rows");
  if (isNdjson(text, fileName)) return { ...UNTABLED, format: "ndjson", encoding };
  if (start === "[" || start === "{") {
    const document = await readDocument(only(await whole()), encoding);
    return { ...UNTABLED, format: "json", encoding, rows: pathOfRows(document) };
  }
  return { ...UNTABLED, format: "csv", encoding, ...detectTable(text) };
}

async function* only(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

function beginsWith(bytes: Uint8Array, signs: readonly number[]): boolean {
  return signs.every((sign, at) => bytes[at] === sign);
}

/** A byte order mark, else UTF-8 where it can be, else what its letters are most like. */
function encodingOf(first: Uint8Array): string {
  if (beginsWith(first, [0xff, 0xfe])) return "utf-16le";
  if (beginsWith(first, [0xfe, 0xff])) return "utf-16be";
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(first, { stream: true });
    return "utf-8";
  } catch {
    const guess = detect(first)?.toLowerCase() ?? "";
    return guess !== "utf-8" && isKnown(guess) ? new TextDecoder(guess).encoding : "windows-1252";
  }
}

/** Whether TextDecoder knows an encoding by this name. */
function isKnown(encoding: string): boolean {
  try {
    new TextDecoder(encoding);
    return true;
  } catch {
    return false;
  }
}

/** A picture, an old workbook, an archive: signs that no text has, more than now and then. */
function isBinary(first: Uint8Array): boolean {
  if (beginsWith(first, [0xff, 0xfe]) || beginsWith(first, [0xfe, 0xff])) return false;
  const sample = first.subarray(0, 4096);
  const strange = sample.filter((byte) => byte < 9 || (byte > 13 && byte < 32)).length;
  return strange > sample.length / 8;
}

function isNdjson(text: string, fileName: string): boolean {
  const lines = text.split("\n", 3).map((line) => line.trim());
  const [one = "", other = ""] = lines;
  if (!one.startsWith("{")) return false;
  // A broken line is told of as a row where the name says that each line stands alone.
  return /\.(ndjson|jsonl)$/i.test(fileName) || (isObject(one) && other.startsWith("{"));
}

function isObject(line: string): boolean {
  try {
    return typeof JSON.parse(line) === "object";
  } catch {
    return false;
  }
}

/** Where the rows are: the document itself, or the first array of objects in it, at most two steps down. */
function pathOfRows(document: unknown): string {
  if (Array.isArray(document)) return "";
  const steps = Object.keys((document ?? {}) as object);
  const paths = [
    ...steps,
    ...steps.flatMap((step) => nested(document, step).map((next) => `${step}.${next}`)),
  ];
  return paths.find((path) => typeof arrayAt(document, path)?.[0] === "object") ?? "";
}

function nested(document: unknown, step: string): string[] {
  const value = (document as Record<string, unknown>)[step];
  return value !== null && typeof value === "object" && !Array.isArray(value) ? Object.keys(value) : [];
}
