import { Readable } from "node:stream";
import { finished } from "node:stream/promises";
import { ZipFile } from "yazl";

/** A file of an archive. The next one is made only when this one is written. */
export type ZipEntry = {
  path: string;
  chunks: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;
};

/** Text for the very end of the archive, where its format has a place for it; and how hard to compress, from 1 to 9. */
type ZipOptions = { comment?: string; compressionLevel?: number };

/**
 * Files as a zip archive, in chunks of bytes, with no more of them in memory than is being written. Fails where a file
 * does; whoever stops reading stops the files.
 */
export async function* zipOf(
  entries: AsyncIterable<ZipEntry>,
  at: Date,
  { comment = "", compressionLevel = 6 }: ZipOptions = {},
): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  let source: Readable | null = null;
  const write = async () => {
    for await (const { path, chunks } of entries) {
      source = Readable.from(chunks, { highWaterMark: 1 });
      zip.addReadStream(source, path, { mtime: at, compressionLevel });
      await finished(source);
    }
    zip.end({ forceZip64Format: false, comment });
  };
  // What goes wrong with a file is told by `finished`, here.
  zip.on("error", () => {});
  const written = write().catch((error: Error) => void output.destroy(error));
  try {
    yield* output as AsyncIterable<Uint8Array>;
  } finally {
    output.destroy();
    (source as Readable | null)?.destroy();
    await written;
  }
}
