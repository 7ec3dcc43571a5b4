import type { ImportProblem, Reading, Row } from "../types";
import { decodeText, hasControlCharacters } from "./decode-text";
import { FileRefused } from "./file-refused";
import { flatten } from "./flatten";
import { jsonBreaksAt } from "./json-breaks-at";
import { IMPORT_BYTES_MAX } from "./limits";
import { hasTooManyNodes, parseJson } from "./parse-json";
import { decoderOf } from "./text-decoder";

/** The objects of NDJSON, one a line, as its bytes come. */
export async function* readNdjson(
  { encoding }: Pick<Reading, "encoding">,
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<Row | ImportProblem> {
  let number = 0;
  let rest = "";
  for await (const text of decodeText(bytes, encoding)) {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      number += 1;
      if (line.trim() !== "") yield rowOfLine(number, line);
    }
  }
  if (rest.trim() !== "") yield rowOfLine(number + 1, rest);
}

function rowOfLine(number: number, line: string): Row | ImportProblem {
  try {
    return rowOfObject(number, parseJson(line));
  } catch {
    return problem(number, "not_json", line);
  }
}

/** The objects of one JSON document, from the array at the reading's path. */
export async function* readJson(
  { rows, encoding }: Pick<Reading, "rows" | "encoding">,
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<Row | ImportProblem> {
  const array = arrayAt(await readDocument(bytes, encoding), rows);
  if (!array) throw new FileRefused("no_rows", { detail: rows === "" ? null : rows });
  for (const [at, value] of array.entries()) yield rowOfObject(at + 1, value);
}

/** A JSON document as a whole. Throws FileRefused where it is too large or none. */
export async function readDocument(bytes: AsyncIterable<Uint8Array>, encoding: string): Promise<unknown> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of bytes) {
    size += part.length;
    if (size > IMPORT_BYTES_MAX.json) throw new FileRefused("too_large");
    parts.push(part);
  }
  const text = decodeWhole(Buffer.concat(parts), encoding);
  if (hasTooManyNodes(text))
    throw new FileRefused("too_large", { detail: "more than a million objects and arrays" });
  try {
    return parseJson(text);
  } catch {
    const line = text.slice(0, jsonBreaksAt(text)).split("\n").length;
    throw new FileRefused("not_json", { detail: `near line ${line}` });
  }
}

function decodeWhole(bytes: Uint8Array, encoding: string): string {
  const decode = decoderOf(encoding, true);
  try {
    return decode(bytes) + decode();
  } catch {
    throw new FileRefused("wrong_encoding");
  }
}

/** The array at a path of a document; null where there is none. */
export function arrayAt(document: unknown, path: string): unknown[] | null {
  let value = document;
  for (const name of path === "" ? [] : path.split(".")) {
    if (value === null || typeof value !== "object" || !Object.hasOwn(value, name)) return null;
    value = (value as Record<string, unknown>)[name];
  }
  return Array.isArray(value) ? value : null;
}

function rowOfObject(number: number, value: unknown): Row | ImportProblem {
  if (value === null || typeof value !== "object" || Array.isArray(value))
    return problem(number, "not_an_object", JSON.stringify(value));
  const values = flatten(value);
  if (!values) return problem(number, "not_an_object", null, "nested too deep, or more than 2,000 values");
  for (const [column, of] of values) {
    if (typeof of === "string" && hasControlCharacters(of))
      return { ...problem(number, "control_character", JSON.stringify(of)), column };
  }
  return { number, values };
}

function problem(
  row: number,
  code: ImportProblem["code"],
  value: string | null | undefined,
  detail: string | null = null,
): ImportProblem {
  return { row, column: null, value: value?.slice(0, 100) ?? null, code, detail, isError: true };
}
