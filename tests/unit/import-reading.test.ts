import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import writeExcelFile from "write-excel-file/node";
import { ZipFile } from "yazl";
import { detectReading } from "../../lib/imports/reading/detect-reading";
import { FileRefused } from "../../lib/imports/reading/file-refused";
import { previewRows } from "../../lib/imports/reading/preview-rows";
import { readRows } from "../../lib/imports/reading/read-rows";
import type { ImportProblem, Reading, Row } from "../../lib/imports/types";

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** The bytes in parts of a size, as they come from a file or over the network. */
async function* inParts(bytes: Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const detectIn = (bytes: Uint8Array, name = "file.csv") =>
  detectReading(bytes.subarray(0, 262_144), name, async () => bytes);

async function readAs(reading: Reading, bytes: Uint8Array, size?: number) {
  const read: (Row | ImportProblem)[] = [];
  for await (const one of readRows(reading, inParts(bytes, size))) read.push(one);
  return read.map((one) =>
    "values" in one ? [one.number, ...one.values.values()] : `${one.row} ${one.code}`,
  );
}

async function read(text: string | Uint8Array, name?: string, change: Partial<Reading> = {}) {
  const bytes = typeof text === "string" ? bytesOf(text) : text;
  return readAs({ ...(await detectIn(bytes, name)), ...change }, bytes);
}

const refusal = (reading: Promise<unknown>) =>
  reading.then(
    () => "read",
    (error: FileRefused) => {
      if (!(error instanceof FileRefused)) throw error;
      return `${error.problem}${error.row === null ? "" : ` ${error.row}`}`;
    },
  );

describe("how a file is written is found in it", () => {
  test.each([
    ["commas", "a,b,c\n1,2,3\n", { delimiter: "," }],
    ["semicolons, with commas in the numbers", "a;b\n1,5;2,5\n3,5;4,5\n", { delimiter: ";" }],
    ["tabs", "a\tb\n1\t2\n", { delimiter: "\t" }],
    ["bars", "a|b\r\n1|2\r\n", { delimiter: "|" }],
    ["delimiters within quotation marks", 'a;b\n"x,y,z";2\n"x,y,z";3\n', { delimiter: ";" }],
    ["a title above the headings", "Losses by day\n\na,b,c\n1,2,3\n4,5,6\n", { headerRow: 3 }],
    ["a row of HXL tags", "a,b\n#date,#affected+killed\n1,2\n", { headerRow: 1, hasTagRow: true }],
    ["a byte order mark", "\ufeffa,b\n1,2\n", { encoding: "utf-8" }],
  ])("%s", async (_, text, expected) => {
    expect(await detectIn(bytesOf(text))).toMatchObject({ format: "csv", ...expected });
  });

  test("letters that are not UTF-8, and UTF-16", async () => {
    const text = "місто;загинуло\nМакіївка;63\nКиїв;12\n";
    const cyrillic = Uint8Array.from(text, (sign) => WINDOWS_1251.get(sign) ?? sign.charCodeAt(0));
    expect(await detectIn(cyrillic)).toMatchObject({ encoding: "windows-1251", delimiter: ";" });
    expect(await read(cyrillic)).toEqual([
      [2, "Макіївка", "63"],
      [3, "Київ", "12"],
    ]);
    const wide = Buffer.from(`\ufeff${text}`, "utf16le");
    expect(await detectIn(wide)).toMatchObject({ encoding: "utf-16le" });
    expect(await read(wide)).toEqual([
      [2, "Макіївка", "63"],
      [3, "Київ", "12"],
    ]);
  });

  test("letters of Western Europe, with the marks that only Windows has", async () => {
    const bytes = Uint8Array.from([
      ...bytesOf("a,b\nna"),
      0xef,
      ...bytesOf("ve,"),
      0x93,
      0x36,
      0x94,
      0x80,
      10,
    ]);
    expect(await read(bytes, "x.csv", { encoding: "windows-1252" })).toEqual([[2, "naïve", "“6”€"]]);
  });

  test("a file that is empty is refused", async () => {
    expect(await refusal(detectIn(bytesOf("")))).toBe("no_rows");
    expect(await refusal(detectIn(bytesOf("\ufeff \r\n\n")))).toBe("no_rows");
  });

  test("JSON with the rows in it somewhere, one object a line, and workbooks", async () => {
    expect(await detectIn(bytesOf('{"meta":{"n":1},"data":{"days":[{"a":1}]}}'))).toMatchObject({
      format: "json",
      rows: "data.days",
    });
    expect(await detectIn(bytesOf('{"a":1}\n{"a":2}\n'))).toMatchObject({ format: "ndjson" });
    expect(await detectIn(bytesOf('{"a":1}\n'), "x.ndjson")).toMatchObject({ format: "ndjson" });
    const wide = Buffer.from('\ufeff[{"a":"Київ"}]', "utf16le");
    expect(await detectIn(wide)).toMatchObject({ format: "json", encoding: "utf-16le", rows: "" });
    expect(await read(wide)).toEqual([[1, "Київ"]]);
    const workbook = await aWorkbook();
    expect(await detectIn(workbook)).toMatchObject({
      format: "xlsx",
      sheet: "Toll",
      sheets: ["Toll", "Notes"],
    });
    expect(await read(workbook)).toEqual([
      [2, "2023-01-02", 63, null],
      [3, "2023-01-04", 89, "about"],
    ]);
  });

  test.each([
    ["a picture", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13, 0, 0, 0, 1]), "unreadable"],
    ["an archive that is no workbook", Uint8Array.from([0x50, 0x4b, 3, 4, 9, 9, 9, 9]), "unreadable"],
    ["broken JSON", bytesOf('[{"a":1},\n{"a":]'), "not_json"],
  ])("%s is refused", async (_, bytes, code) => {
    expect(await refusal(detectIn(bytes))).toBe(code);
  });
});

describe("each row that is wrong is named, and the others are read", () => {
  test.each<[string, string, unknown[]]>([
    [
      "too few and too many cells",
      "a,b\n1\n1,2\n1,2,3\n1,2,,\n",
      ["2 ragged_row", [3, "1", "2"], "4 ragged_row", [5, "1", "2"]],
    ],
    [
      "NUL bytes and other control characters",
      "a,b\n1,\u0000\n1,2\n\u001b,2\n",
      ["2 control_character", [3, "1", "2"], "4 control_character"],
    ],
    [
      "line breaks within quotation marks, counted as one row",
      'a,b\n"x\ny",2\n3,4\n',
      [
        [2, "x\ny", "2"],
        [3, "3", "4"],
      ],
    ],
    [
      "every kind of line ending",
      "a,b\r\n1,2\r\n3,4\r\n",
      [
        [2, "1", "2"],
        [3, "3", "4"],
      ],
    ],
    [
      "line endings of old",
      "a,b\r1,2\r3,4",
      [
        [2, "1", "2"],
        [3, "3", "4"],
      ],
    ],
    [
      "line endings of several kinds in one file",
      'a,b\n1,"x\r\ny"\r\n3,4\r5,6\n',
      [
        [2, "1", "x\r\ny"],
        [3, "3", "4"],
        [4, "5", "6"],
      ],
    ],
    [
      "blank lines, which are counted",
      "a,b\n1,2\n\n3,4\n",
      [
        [2, "1", "2"],
        [4, "3", "4"],
      ],
    ],
    [
      "quotation marks where none belong",
      'a,b\n3,"x"y\n5,6"\n7,8\n',
      [
        [2, "3", '"x"y'],
        [3, "5", '6"'],
        [4, "7", "8"],
      ],
    ],
    ["rows of tags", "a,b\n#x,#y\n1,2\n", [[3, "1", "2"]]],
  ])("%s", async (_, text, expected) => {
    expect(await read(text)).toEqual(expected);
  });

  test("lines of NDJSON that are no JSON, and no object", async () => {
    const text = '{"a":1}\n{"a":\n[1]\n\n{"a":{"b":[1,2]},"c":[{"d":null}]}\n';
    expect(await read(text, "x.ndjson")).toEqual([
      [1, 1],
      "2 not_json",
      "3 not_an_object",
      [5, "1; 2", null],
    ]);
    const deep = `${'{"a":'.repeat(5000)}1${"}".repeat(5000)}`;
    expect(await read(`[${deep},{"a":1}]`)).toEqual(["1 not_an_object", [2, 1]]);
  });

  test("a line of NDJSON that is broken does not hide the others, also where it is the first", async () => {
    expect(await read('{"a":\n{"a":2}\n', "x.ndjson")).toEqual(["1 not_json", [2, 2]]);
  });

  test("numbers that memory would round or not hold are read as their digits", async () => {
    const text = '[{"a":9007199254740993,"b":1e400,"c":"12345678901234567 \\" 1","d":3e2,"e":-63.5}]';
    expect(await read(text)).toEqual([[1, "9007199254740993", "1e400", '12345678901234567 " 1', 300, -63.5]]);
  });

  test("a JSON document says in which line it breaks, and fills no memory", async () => {
    const lineOf = (text: string) => detectIn(bytesOf(text)).catch((error: FileRefused) => error.detail);
    expect(await lineOf('[\n{"a":1},\n{"a":]\n')).toBe("near line 3");
    expect(await lineOf('[\n{"a":1},\n\n')).toBe("near line 4");
    expect(await lineOf('{"a":[1,\n2},\n3]')).toBe("near line 2");
    expect(await lineOf('[{"a":1}\n{"b":"x\ny"}]')).toBe("near line 2");
    expect(await lineOf('["a":1]\n')).toBe("near line 1");
    expect(await refusal(detectIn(bytesOf("[".repeat(5_000_000))))).toBe("too_large");
    expect(await refusal(detectIn(bytesOf(`[${"{},".repeat(1_500_000)}{}]`)))).toBe("too_large");
    expect(await read(`[{"a":"${"{[".repeat(600_000)}"}]`)).toEqual([[1, "{[".repeat(600_000)]]);
  });

  test("bytes of another encoding are found in their line, in parts of any size", async () => {
    const bytes = Buffer.concat([
      bytesOf("місто,n\r\nКиїв,1\r\nКиїв,2\r\nКи"),
      Uint8Array.of(0xff),
      bytesOf("в,3\n"),
    ]);
    const reading: Reading = { ...(await detectIn(bytesOf("a,b\n1,2\n"))), encoding: "utf-8" };
    for (let size = 1; size <= bytes.length; size += 1)
      expect(await refusal(readAs(reading, bytes, size)), `${size} bytes`).toBe("wrong_encoding 4");
  });

  test.each([
    [
      "bytes of another encoding",
      Buffer.from("a,b\n1,2\nx,\xe9\n", "latin1"),
      { encoding: "utf-8" },
      "wrong_encoding 3",
    ],
    ["a quotation mark that nothing closes", bytesOf('a,b\n1,2\n3,"4\n5,6\n'), {}, "unclosed_quote 3"],
    ["no rows", bytesOf("a,b\n"), {}, "no_rows"],
    ["two headings alike", bytesOf("a,b,a\n1,2,3\n"), {}, "repeated_heading"],
    ["headings that are blank", bytesOf(",,\n1,2,3\n"), { headerRow: 1 }, "no_header"],
    ["a heading below the end", bytesOf("a,b\n1,2\n"), { headerRow: 9 }, "no_header"],
    ["ten million columns in a row", bytesOf(`a,b\n${",".repeat(10_000_000)}\n`), {}, "too_long 2"],
    [
      "three thousand columns",
      bytesOf(`${Array.from({ length: 3000 }, (_, i) => i).join(",")}\n1\n`),
      { headerRow: 1 },
      "too_many_columns",
    ],
  ])("a file with %s is refused as a whole, and says where", async (_, bytes, change, expected) => {
    const reading = { ...(await detectIn(bytes)), ...change } as Reading;
    expect(await refusal(readAs(reading, bytes, 65_536))).toBe(expected);
  });
});

describe("a workbook that would fill the memory is refused before it is read", () => {
  test("a ZIP bomb", async () => {
    const bomb = await aZip(
      Array.from({ length: 12 }, (_, i) => [`xl/worksheets/sheet${i}.xml`, Buffer.alloc(10_000_000)]),
    );
    expect(bomb.length).toBeLessThan(200_000);
    expect(await refusal(detectIn(bomb, "bomb.xlsx"))).toBe("unpacks_too_large");
  });

  test("one that lies about its sizes", async () => {
    const bomb = Buffer.from(await aZip([["xl/workbook.xml", Buffer.alloc(10_000_000)]]));
    // The size unpacked, in the central directory: 10 bytes instead of 10 million.
    const at = bomb.lastIndexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02])) + 24;
    bomb.writeUInt32LE(10, at);
    expect(await refusal(detectIn(bomb, "bomb.xlsx"))).toBe("unreadable");
  });

  test("one of three thousand files", async () => {
    const many = await aZip(Array.from({ length: 3000 }, (_, i) => [`f${i}`, Buffer.from("x")]));
    expect(await refusal(detectIn(many, "many.xlsx"))).toBe("unpacks_too_large");
  });

  test.each([
    ["in the last column of the last row", '<c r="XFD1048576"><v>1</v></c>'],
    ["far to the right and far down", '<c\n r = "NTP200000"><v>1</v></c>'],
    ["whose address is written in entities", '<c r="&#88;FD1048&#x35;76"><v>1</v></c>'],
    ["in a row of two billions", '<row r="2000000000"><c><v>1</v></c></row>'],
  ])("one with a cell %s", async (_, cell) => {
    const sheet = await aSheet(`<row r="1"><c r="A1"><v>1</v></c></row><row r="2">${cell}</row>`);
    expect(sheet.length).toBeLessThan(3000);
    expect(await refusal(detectIn(sheet, "far.xlsx"))).toBe("unpacks_too_large");
  });

  test("one of a million rows that are empty", async () => {
    const sheet = await aSheet("<row/>".repeat(1_000_000));
    expect(await refusal(detectIn(sheet, "rows.xlsx"))).toBe("unpacks_too_large");
  });

  test("what its table of contents does not name is not read either", async () => {
    const rows = (text: string) =>
      `<row r="1">${aCell("A1", "a")}</row><row r="2">${aCell("A2", text)}</row>`;
    const shown = Buffer.from(await aSheet(rows("shown")));
    const hidden = Buffer.from(await aSheet(rows("hidden")));
    const contentsAt = shown.readUInt32LE(shown.length - 6);
    const files = hidden.subarray(0, hidden.readUInt32LE(hidden.length - 6));
    const both = Buffer.concat([shown.subarray(0, contentsAt), files, shown.subarray(contentsAt)]);
    both.writeUInt32LE(contentsAt + files.length, both.length - 6);
    expect(await read(both, "both.xlsx")).toEqual([[2, "shown"]]);
  });
});

test("of a formula the workbook has what it came to; where it does not, nothing stands in the cell", async () => {
  const sheet = await aSheet(
    `<row r="1">${aCell("A1", "a")}${aCell("B1", "b")}${aCell("C1", "c")}</row>` +
      '<row r="2"><c r="A2"><f>60+3</f><v>63</v></c><c r="B2"><f>60+3</f></c>' +
      '<c r="C2" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>',
  );
  expect(await read(sheet, "formula.xlsx")).toEqual([[2, 63, null, null]]);
});

test("any table that is written as CSV is read back as it was, in parts of any size", async () => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is kept out
  const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufeff\ufffd]/;
  const cell = fc.string({ unit: "grapheme", maxLength: 12 }).filter((text) => !control.test(text));
  const table = fc
    .integer({ min: 2, max: 5 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 6 }),
    );
  await fc.assert(
    fc.asyncProperty(
      table,
      fc.constantFrom(",", ";", "\t"),
      fc.integer({ min: 1, max: 50 }),
      async (rows, delimiter, size) => {
        const columns = rows[0]?.map((_, at) => `c${at}`) ?? [];
        const bytes = bytesOf(stringify([columns, ...rows], { delimiter, quoted: true }));
        const reading: Reading = {
          format: "csv",
          encoding: "utf-8",
          delimiter,
          headerRow: 1,
          hasTagRow: false,
          sheet: null,
          sheets: [],
          rows: "",
        };
        const filled = rows.flatMap((row, at) => (row.every((one) => one === "") ? [] : [[at + 2, ...row]]));
        if (filled.length > 0) expect(await readAs(reading, bytes, size)).toEqual(filled);
      },
    ),
    { numRuns: 1000 },
  );
});

test("a large file is read as it comes, in little memory", async () => {
  const line = bytesOf(`${"2023-01-02,Makiivka,63,killed,".repeat(40)}\n`);
  const part = Buffer.concat(Array.from({ length: 50 }, () => line));
  const parts = 1000;
  let given = 0;
  async function* file() {
    yield bytesOf(`${Array.from({ length: 161 }, (_, i) => `c${i}`).join(",")}\n`);
    for (; given < parts; given += 1) yield part;
  }
  const reading = { ...(await detectIn(bytesOf("a,b\n1,2\n"))), headerRow: 1 };
  setFlagsFromString("--expose-gc");
  const collectGarbage = runInNewContext("gc") as () => void;
  let [rows, most, ahead] = [0, 0, 0];
  collectGarbage();
  const before = process.memoryUsage();
  for await (const _ of readRows(reading, file())) {
    rows += 1;
    ahead = Math.max(ahead, given * part.length - rows * line.length);
    if (rows % 10_000 > 0) continue;
    collectGarbage();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    most = Math.max(most, heapUsed + arrayBuffers - before.heapUsed - before.arrayBuffers);
  }
  expect(rows * line.length).toBe(60_050_000);
  // No more is taken of the file than the rows that are read need, and some parts of 60 kB.
  expect(ahead).toBeLessThan(2_000_000);
  expect(most).toBeLessThan(45_000_000);
}, 20_000);

test("a preview reads no further than its rows", async () => {
  async function* endless() {
    yield bytesOf("a,b\n");
    for (;;) yield bytesOf("1,2\n".repeat(1000));
  }
  const reading = await detectIn(bytesOf("a,b\n1,2\n"));
  const { columns, rows } = await previewRows(reading, endless(), 3);
  expect(columns).toEqual(["a", "b"]);
  expect(rows.map(({ number }) => number)).toEqual([2, 3, 4]);
});

const WINDOWS_1251 = new Map([
  ...Array.from({ length: 64 }, (_, i) => [String.fromCharCode(0x410 + i), 0xc0 + i] as const),
  ["і", 0xb3] as const,
  ["ї", 0xbf] as const,
]);

async function aWorkbook(): Promise<Uint8Array> {
  const cells = [
    ["date", "killed", "qualifier"],
    ["2023-01-02", 63, null],
    ["2023-01-04", 89, "about"],
  ];
  const data = cells.map((row) => row.map((value) => ({ value })));
  return writeExcelFile([
    { data, sheet: "Toll" },
    { data: [[{ value: "x" }]], sheet: "Notes" },
  ] as never).toBuffer();
}

const aCell = (address: string, text: string) =>
  `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`;

/** A workbook whose one sheet has these rows of markup. */
async function aSheet(rows: string): Promise<Uint8Array> {
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
  const links = "http://schemas.openxmlformats.org/package/2006/relationships";
  const link = (id: string, type: string, target: string) =>
    `<Relationships xmlns="${links}"><Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/></Relationships>`;
  const files: [string, string][] = [
    ["_rels/.rels", link("rId1", "officeDocument", "xl/workbook.xml")],
    ["xl/_rels/workbook.xml.rels", link("rId1", "worksheet", "worksheets/sheet1.xml")],
    [
      "xl/workbook.xml",
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="A &amp; B" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    ["xl/worksheets/sheet1.xml", `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`],
  ];
  return aZip(files.map(([name, text]) => [name, Buffer.from(text)]));
}

async function aZip(files: readonly (readonly [string, Buffer])[]): Promise<Uint8Array> {
  const zip = new ZipFile();
  for (const [name, bytes] of files) zip.addBuffer(bytes, name);
  zip.end();
  const parts: Buffer[] = [];
  for await (const part of zip.outputStream) parts.push(part as Buffer);
  return Buffer.concat(parts);
}
