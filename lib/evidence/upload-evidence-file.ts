import "server-only";
import { createHash } from "node:crypto";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import type { Transaction } from "../db/client";
import { newPublicId } from "../db/public-id";
import { inTransaction } from "../db/transaction";
import { Invalid } from "../errors";
import { parseInput } from "../forms/parse-input";
import { cleanFileName } from "./file-name";
import { findFileType } from "./find-file-type";
import { UploadEvidenceFile } from "./schema";

/** A file that was uploaded, and counts from the assessment on that names it. */
export type UploadedFile = { id: string; publicId: string; name: string; type: string; size: number };

/**
 * Keeps a file for an assessment to come, at most 20 MB, of a type that is found in its bytes. Throws Invalid at "bytes"
 * for its size, at "type" for anything else. It has no history of its own: the assessment that names it keeps its name
 * and its SHA-256. What no assessment named within a day is thrown away at the next upload.
 */
export async function uploadEvidenceFile(
  actor: Actor,
  input: UploadEvidenceFile,
  now: Date,
): Promise<UploadedFile> {
  authorise(actor, "evidence:upload");
  const { bytes, ...given } = parseInput(UploadEvidenceFile, input);
  const name = cleanFileName(given.name);
  const type = await findFileType(bytes, name);
  if (!type) throw new Invalid({ type: NOT_LISTED });

  return inTransaction(async (tx) => {
    await discardPending(tx, now);
    return tx.evidenceFile.create({
      data: {
        publicId: newPublicId(),
        name,
        type,
        size: bytes.length,
        sha256: createHash("sha256").update(bytes).digest("hex"),
        bytes,
        uploadedById: actor.id,
        uploadedAt: now,
      },
      select: { id: true, publicId: true, name: true, type: true, size: true },
    });
  });
}

const NOT_LISTED =
  "This kind of file cannot be kept. Choose a PDF, a picture, a video or sound file, a text, a CSV table, a Word document or an Excel workbook.";

const PENDING_MS = 24 * 3600_000;
const DISCARDED_MAX = 20;

/** Throws away what no assessment named within a day. */
async function discardPending(tx: Transaction, now: Date): Promise<void> {
  const before = new Date(now.getTime() - PENDING_MS);
  // An assessment that is naming one of them holds it, and is not waited for.
  const held = await tx.$queryRaw<{ id: string }[]>`
    select id from evidence_file f
    where uploaded_at < ${before} and not exists (select 1 from evidence e where e.file_id = f.id)
    order by uploaded_at limit ${DISCARDED_MAX} for update skip locked`;
  // Asked again: one may have been named between the look and the lock.
  await tx.evidenceFile.deleteMany({
    where: { id: { in: held.map(({ id }) => id) }, evidence: { none: {} } },
  });
}
