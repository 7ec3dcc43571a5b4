import "server-only";
import { readChunks } from "./file-chunks";
import { checkMapping } from "./mapping/check-mapping";
import { mapRow } from "./mapping/map-row";
import { type Batch, type Progress, readBatches } from "./read-batches";
import { previewRows } from "./reading/preview-rows";
import { readRows } from "./reading/read-rows";
import type { ImportMapping } from "./schema";
import type { ImportProblem, Reading } from "./types";

type File = { id: string; reading: Reading; mapping: ImportMapping };

/** Rows by which the columns of JSON are known. */
const PREVIEWED = 200;

/** The batches of a stored file from a place on, and what is wrong with its mapping: then there are none. */
export async function openFile(
  { id, reading, mapping }: File,
  from: Progress,
): Promise<{ problems: ImportProblem[]; batches: AsyncGenerator<Batch> }> {
  const { columns } = await previewRows(reading, readChunks(id), PREVIEWED);
  const problems = checkMapping(mapping, columns);
  const rows = readRows(reading, readChunks(id));
  return {
    problems,
    batches: readBatches(rows, (row, nextPlace) => mapRow(mapping, columns, row, nextPlace), from),
  };
}
