import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { csvOf } from "../../lib/exports/csv";
import { disarm, rearm } from "../../lib/exports/disarm";
import { attachment, exportFileName } from "../../lib/exports/file-name";
import { jsonDocument, ndjsonOf } from "../../lib/exports/json";
import { takePlace } from "../../lib/exports/places";
import { streamOf } from "../../lib/exports/stream";
import { type Column, inBatches, ROWS_PER_BATCH, type Row } from "../../lib/exports/table";
import { writeList } from "../../lib/exports/write-list";
import { xlsxOf } from "../../lib/exports/xlsx";
import { readRows } from "../../lib/imports/reading/read-rows";
import type { Reading } from "../../lib/imports/types";

const columns: Column[] = [
  { name: "id", type: "string" },
  { name: "wording", type: "string" },
  { name: "low", type: "number" },
  { name: "is_forecast", type: "boolean" },
];

const words = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 30 }),
  fc.string({
    unit: fc.constantFrom("=", "+", "-", "@", "\t", "\r", "\n", "'", '"', ",", "a", "＝"),
    maxLength: 6,
  }),
);
const row = fc.tuple(
  fc.stringMatching(/^[a-z0-9]{8}$/),
  fc.option(words),
  fc.option(fc.integer({ min: 0 })),
  fc.boolean(),
);
const rows = fc.array(row, { maxLength: 8 });

async function* inPieces(given: readonly Row[]): AsyncGenerator<Row[]> {
  for (let at = 0; at < given.length; at += 3) yield given.slice(at, at + 3);
}

async function textOf(chunks: AsyncIterable<string>): Promise<string> {
  let text = "";
  for await (const chunk of chunks) text += chunk;
  return text;
}

async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts);
}

test("a text that a spreadsheet would run stands behind an apostrophe, and any text is had back as it was", () => {
  for (const armed of ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "'=x", "＝1"])
    expect(disarm(armed)).toBe(`'${armed}`);
  expect(disarm("'tis")).toBe("'tis");
  fc.assert(
    fc.property(words, (text) => {
      expect(disarm(text)).not.toMatch(/^[=+\-@\t\r]/);
      expect(rearm(disarm(text))).toBe(text);
    }),
    { numRuns: 2_000 },
  );
});

test("CSV read by another reader has the rows that were written: numbers as numbers, nothing known as nothing", async () => {
  await fc.assert(
    fc.asyncProperty(rows, async (given) => {
      const text = await textOf(csvOf(columns, inPieces(given)));
      expect(text.startsWith("\ufeffid,wording,low,is_forecast\r\n")).toBe(true);
      const read = parse(text, { bom: true, record_delimiter: "\r\n" }).slice(1) as string[][];
      expect(read.map((cells) => cells.map(rearm))).toEqual(
        given.map((cells) => cells.map((cell) => (cell === null ? "" : String(cell)))),
      );
    }),
    { numRuns: 1_000 },
  );
});

test("NDJSON and JSON say the same rows, with licence, time and filters before those of JSON", async () => {
  const head = {
    license: "https://example.org/licence",
    retrievedAt: "2026-05-04T00:00:00.000Z",
    query: { q: "63" },
  };
  await fc.assert(
    fc.asyncProperty(rows, async (given) => {
      const expected = given.map((cells) =>
        Object.fromEntries(columns.map(({ name }, i) => [name, cells[i]])),
      );
      const lines = (await textOf(ndjsonOf(columns, inPieces(given)))).split("\n").slice(0, -1);
      expect(lines.map((line) => JSON.parse(line))).toEqual(expected);
      const setting = { site: "https://example.org/en", retrievedAt: head.retrievedAt };
      const document = await textOf(
        writeList(
          { name: "claims", columns },
          "json",
          inPieces(given),
          setting,
          head.query,
        ) as AsyncGenerator<string>,
      );
      expect(JSON.parse(document)).toMatchObject({
        retrievedAt: head.retrievedAt,
        query: head.query,
        data: expected,
      });
    }),
    { numRuns: 1_000 },
  );
  const empty = await textOf(
    jsonDocument(
      head,
      (async function* () {
        yield "[]";
      })(),
    ),
  );
  expect(JSON.parse(empty)).toEqual({ ...head, data: [] });
});

test("an Excel file goes on in a further sheet where one is full, and runs no text as a formula", async () => {
  const given: Row[] = Array.from({ length: 7 }, (_, i) => [
    `id${i}`,
    i === 3 ? "=1+1 <b>&" : null,
    i / 2,
    i === 6,
  ]);
  const bytes = await bytesOf(xlsxOf("claims", columns, inPieces(given), new Date(0), 5));
  const read = async (sheet: string) => {
    const reading: Reading = {
      ...{ format: "xlsx", encoding: "utf-8", delimiter: ",", headerRow: 1, hasTagRow: false },
      ...{ sheet, sheets: ["claims", "claims 2"], rows: "" },
    };
    const found = [];
    for await (const line of readRows(reading, inOne(bytes)))
      found.push("values" in line ? Object.fromEntries(line.values) : line);
    return found;
  };
  const [first, second] = [await read("claims"), await read("claims 2")];
  expect(first).toHaveLength(4);
  expect(first[3]).toMatchObject({ id: "id3", wording: "=1+1 <b>&", low: 1.5, is_forecast: false });
  expect(second.map((line) => (line as { id: string }).id)).toEqual(["id4", "id5", "id6"]);
});

async function* inOne(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

test("a list is read from where the batch before it ended, and its end is found without asking once more", async () => {
  const asked: (number | null)[] = [];
  const read = async (after: number | null) => {
    asked.push(after);
    const from = (after ?? 0) + 1;
    return Array.from({ length: Math.max(0, Math.min(ROWS_PER_BATCH, 1_700 - from)) }, (_, i) => from + i);
  };
  const seen: Row[] = [];
  for await (const part of inBatches(
    read,
    (n) => n,
    (n) => [n],
  ))
    seen.push(...part);
  expect(seen.map(([n]) => n)).toEqual(Array.from({ length: 1_699 }, (_, i) => i + 1));
  expect(asked.length).toBe(Math.floor(1_699 / ROWS_PER_BATCH) + 1);
});

test("a list that fails midway ends the download with an error, never as a short file", async () => {
  let ended = 0;
  const failing = (async function* () {
    yield "a\r\n";
    throw new Error("The database is gone.");
  })();
  const reader = streamOf(failing, () => (ended += 1)).getReader();
  await reader.read();
  await expect(reader.read()).rejects.toThrow("gone");
  expect(ended).toBe(1);
});

test("an Excel file and an archive that fail midway end with an error too", async () => {
  const failing = (async function* (): AsyncGenerator<Row[]> {
    yield [["a", null, 1, false]];
    throw new Error("The database is gone.");
  })();
  await expect(bytesOf(xlsxOf("claims", columns, failing, new Date(0)))).rejects.toThrow("gone");
});

test.each(["csv", "xlsx"] as const)("nothing more of %s is read once the client has gone", async (format) => {
  let [made, stopped] = [0, false];
  const endless = (async function* (): AsyncGenerator<Row[]> {
    try {
      for (;;) {
        made += 1;
        yield Array.from({ length: 200 }, (_, i) => [`id${made}`, `text ${i * made}`, i, true]);
      }
    } finally {
      stopped = true;
    }
  })();
  const setting = { site: "https://example.org/en", retrievedAt: "2026-05-04T00:00:00.000Z" };
  const left: string[] = [];
  const chunks = writeList({ name: "claims", columns }, format, endless, setting, {});
  const reader = streamOf(chunks, () => left.push("once")).getReader();
  for (let i = 0; i < 3; i += 1) await reader.read();
  await reader.cancel();
  const then = made;
  await new Promise((resolve) => setImmediate(resolve));
  expect({ stopped, left, after: made - then }).toEqual({ stopped: true, left: ["once"], after: 0 });
});

test("who reads nothing for a while gives up the place", async () => {
  let leave = () => {};
  const left = new Promise<void>((resolve) => (leave = resolve));
  const stream = streamOf(inPieces([]) as unknown as AsyncGenerator<string>, leave, 5);
  await left;
  await expect(stream.getReader().read()).rejects.toThrow("Nobody read");
});

test("so many long downloads go on at once, for one address and for all", () => {
  const mine = [1, 2, 3].map(() => takePlace("192.0.2.1"));
  expect(takePlace("192.0.2.1")).toBeNull();
  const others = Array.from({ length: 9 }, (_, i) => takePlace(`192.0.2.${10 + i}`));
  expect([...mine, ...others].includes(null)).toBe(false);
  expect(takePlace("192.0.2.99")).toBeNull();
  mine[0]?.();
  mine[0]?.();
  const again = takePlace("192.0.2.99");
  expect(again).not.toBeNull();
  expect(takePlace("192.0.2.98")).toBeNull();
  for (const leave of [...mine, ...others, again]) leave?.();
});

test("a file says in its name what is in it and of which day", () => {
  const name = exportFileName(["claims", "makiivka-2023"], "2026-05-04T12:00:00.000Z", "csv");
  expect(name).toBe("counterclaim-claims-makiivka-2023-2026-05-04.csv");
  expect(attachment(name)).toBe(`attachment; filename="${name}"; filename*=UTF-8''${name}`);
});
