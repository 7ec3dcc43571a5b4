import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { db } from "../db/client";
import { NotFound } from "../errors";
import { readChunks } from "./file-chunks";
import { FileRefused } from "./reading/file-refused";
import { previewRows } from "./reading/preview-rows";
import type { Reading, Row } from "./types";

/** What a file looks like as it is read at the moment: its columns and its first rows, or why it cannot be read. */
export type Described = { columns: string[]; rows: Row[]; refusal: string | null };

/** Reads the first rows of an uploaded file, at most `limit`. A file that was thrown away has none. */
export async function describeReading(actor: Actor, publicId: string, limit = 10): Promise<Described> {
  authorise(actor, "import:make");
  const found = await db().import.findUnique({
    where: { publicId },
    select: { id: true, reading: true, sha256: true, _count: { select: { chunks: true } } },
  });
  if (!found || found.sha256 === "") throw new NotFound("import");
  if (found._count.chunks === 0) return { columns: [], rows: [], refusal: null };
  try {
    return { ...(await previewRows(found.reading as Reading, readChunks(found.id), limit)), refusal: null };
  } catch (error) {
    if (error instanceof FileRefused) return { columns: [], rows: [], refusal: error.message };
    throw error;
  }
}
