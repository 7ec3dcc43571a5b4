import type { Readable } from "node:stream";
import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate, inflateRaw } from "node:zlib";
import { failed, refused } from "./fetch-stopped";

type Decompress = (packed: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>;

const DECOMPRESS: Record<string, Decompress> = {
  gzip: promisify(gunzip),
  "x-gzip": promisify(gunzip),
  br: promisify(brotliDecompress),
  // Some servers send deflate without the two bytes that should come before it.
  deflate: (packed, options) =>
    promisify(((packed[0] ?? 0) & 0x0f) === 8 ? inflate : inflateRaw)(packed, options),
};

/**
 * The whole body, decompressed. Stops at `bytesMax`, both as it comes and as it unpacks, so that neither a
 * long body nor a small one that unpacks to a great one fills the memory.
 */
export async function readBody(body: Readable, encoding: string, bytesMax: number): Promise<Buffer> {
  const name = encoding.trim().toLowerCase();
  const decompress = DECOMPRESS[name];
  if (!decompress && name !== "" && name !== "identity") throw refused("unknown_encoding");

  const packed = await collect(body, bytesMax);
  if (!decompress || packed.length === 0) return packed;
  try {
    return await decompress(packed, { maxOutputLength: bytesMax });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") throw refused("too_large");
    throw failed("broken_answer", error);
  }
}

async function collect(body: Readable, bytesMax: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > bytesMax) throw refused("too_large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
