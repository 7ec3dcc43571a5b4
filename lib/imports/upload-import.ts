import "server-only";
import { createHash } from "node:crypto";
import type { Prisma } from "../../prisma/generated/client";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { db } from "../db/client";
import { newPublicId } from "../db/public-id";
import { Invalid } from "../errors";
import { parseInput } from "../forms/parse-input";
import { inChunks, readWhole, throwFileAway } from "./file-chunks";
import { detectReading } from "./reading/detect-reading";
import { IMPORT_BYTES_MAX } from "./reading/limits";
import { UploadImport } from "./requests";

type Upload = { fileName: string; bytes: AsyncIterable<Uint8Array> };

const DETECTED_BYTES = 262_144;

/**
 * Takes a file in, streamed: one part of it is in memory at a time. Finds out how it is written. Nothing of a file that
 * is too large, is none that can be read, or breaks off stays. Returns the import's public id.
 */
export async function uploadImport(
  actor: Actor,
  { fileName, bytes }: Upload,
  now: Date,
): Promise<{ publicId: string }> {
  authorise(actor, "import:make");
  const given = parseInput(UploadImport, { fileName });
  await clearAway(now);
  const { id, publicId } = await db().import.create({
    data: {
      publicId: newPublicId(),
      fileName: given.fileName,
      // Until the file is whole: a crash leaves what is cleared away later.
      state: "failed",
      sha256: "",
      format: "csv",
      fileSize: 0,
      reading: {},
      failure: "The upload was not finished.",
      uploadedById: actor.id,
      uploadedAt: now,
    },
    select: { id: true, publicId: true },
  });
  try {
    const { size, sha256, first } = await keep(id, bytes);
    const reading = await detectReading(first, given.fileName, () => {
      // What must be whole in memory is small.
      assertSize(size, Math.max(IMPORT_BYTES_MAX.json, IMPORT_BYTES_MAX.xlsx));
      return readWhole(id);
    });
    assertSize(size, IMPORT_BYTES_MAX[reading.format]);
    await db().import.update({
      where: { id },
      data: {
        state: "uploaded",
        failure: null,
        sha256,
        fileSize: size,
        format: reading.format,
        reading: reading as unknown as Prisma.InputJsonObject,
      },
    });
  } catch (error) {
    await throwFileAway(id);
    await db().import.delete({ where: { id } });
    throw error;
  }
  return { publicId };
}

/** Writes the parts of a file, each in a transaction of its own. */
async function keep(importId: string, bytes: AsyncIterable<Uint8Array>) {
  const max = Math.max(...Object.values(IMPORT_BYTES_MAX));
  const hash = createHash("sha256");
  let [size, number] = [0, 0];
  let first: Uint8Array = new Uint8Array();
  for await (const part of inChunks(bytes)) {
    size += part.length;
    assertSize(size, max);
    if (number === 0) first = part.slice(0, DETECTED_BYTES);
    hash.update(part);
    await db().importChunk.create({ data: { importId, number, bytes: Buffer.from(part) } });
    number += 1;
  }
  if (size === 0) throw new Invalid({ file: "This file is empty: choose another." });
  return { size, sha256: hash.digest("hex"), first };
}

function assertSize(size: number, max: number): void {
  if (size > max)
    throw new Invalid({ file: `A file of this kind may have ${Math.floor(max / 1_000_000)} MB: divide it.` });
}

const DAY_MS = 24 * 3_600_000;

// What nobody wants any more: a bounded part of it at each upload.
async function clearAway(now: Date): Promise<void> {
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS);
  const broken = await db().import.findMany({
    where: { sha256: "", uploadedAt: { lt: before(1) } },
    select: { id: true },
    take: 3,
  });
  for (const { id } of broken) {
    await throwFileAway(id);
    await db().import.delete({ where: { id } });
  }
  const over = await db().import.findMany({
    where: {
      chunks: { some: {} },
      OR: [
        { state: { in: ["done", "undone"] } },
        {
          state: { in: ["uploaded", "checked", "failed", "cancelled"] },
          uploadedAt: { lt: before(7) },
          begunAt: null,
        },
      ],
    },
    select: { id: true },
    take: 3,
  });
  for (const { id } of over) await throwFileAway(id);
}
