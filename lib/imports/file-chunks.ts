import "server-only";
import { db } from "../db/client";

/** Of one part of a stored file, in bytes. */
const CHUNK_BYTES = 1_048_576;

/** The bytes of an uploaded file, one part of it in memory at a time. Nothing where the file was thrown away. */
export async function* readChunks(importId: string): AsyncGenerator<Uint8Array> {
  for (let number = 0; ; number += 1) {
    const chunk = await db().importChunk.findUnique({ where: { importId_number: { importId, number } } });
    if (!chunk) return;
    yield chunk.bytes;
  }
}

/** The whole of a small file, for what can be read in no other way. */
export async function readWhole(importId: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const part of readChunks(importId)) parts.push(part);
  return Buffer.concat(parts);
}

/** The bytes in parts of one size, the last one perhaps smaller, as they come. */
export async function* inChunks(
  bytes: AsyncIterable<Uint8Array>,
  size = CHUNK_BYTES,
): AsyncGenerator<Uint8Array> {
  let parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of bytes) {
    let rest = part;
    while (length + rest.length >= size) {
      const taken = rest.subarray(0, size - length);
      yield Buffer.concat([...parts, taken]);
      rest = rest.subarray(taken.length);
      parts = [];
      length = 0;
    }
    if (rest.length > 0) parts.push(rest);
    length += rest.length;
  }
  if (length > 0) yield Buffer.concat(parts);
}

/** Throws the file of an import away, some parts at a time: a statement stays short also where it is large. */
export async function throwFileAway(importId: string): Promise<void> {
  for (let from = 0; ; from += 50) {
    const { count } = await db().importChunk.deleteMany({
      where: { importId, number: { gte: from, lt: from + 50 } },
    });
    if (count === 0) return;
  }
}
