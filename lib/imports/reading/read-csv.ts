import { Readable } from "node:stream";
import { type CsvError, parse } from "csv-parse";
import type { Reading } from "../types";
import { decodeText } from "./decode-text";
import { FileRefused } from "./file-refused";
import { LINE_LENGTH_MAX } from "./limits";
import type { Line } from "./read-table";

/** The lines of a CSV as its bytes come. A line break within quotation marks makes no new line. */
export async function* readCsv(
  { encoding, delimiter }: Pick<Reading, "encoding" | "delimiter">,
  bytes: AsyncIterable<Uint8Array>,
): AsyncGenerator<Line> {
  const parser = parse({
    delimiter,
    // All of them, also within one file: the first to come would else be the only one.
    record_delimiter: ["\r\n", "\n", "\r"],
    relax_column_count: true,
    // A quotation mark within a cell that begins with none is a sign like any other.
    relax_quotes: true,
    max_record_size: LINE_LENGTH_MAX,
  });
  const text = Readable.from(decodeText(bytes, encoding), { objectMode: true, highWaterMark: 1 });
  // What fails in the text is told where the lines are read.
  text.on("error", (error) => parser.destroy(error));
  text.pipe(parser);
  try {
    for await (const cells of parser as AsyncIterable<string[]>) yield cells;
  } catch (error) {
    throw refusalOf(error as CsvError);
  } finally {
    text.destroy();
    parser.destroy();
  }
}

function refusalOf(error: CsvError): unknown {
  const row = Number(error.records) + 1;
  if (error.code === "CSV_QUOTE_NOT_CLOSED") return new FileRefused("unclosed_quote", { row });
  if (error.code === "CSV_MAX_RECORD_SIZE") return new FileRefused("too_long", { row });
  return error;
}
