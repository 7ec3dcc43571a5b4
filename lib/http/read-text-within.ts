/** The text of a request of at most so many bytes, in UTF-8; null where there are more, which are not read. */
export async function readTextWithin(request: Request, bytesMax: number): Promise<string | null> {
  if (Number(request.headers.get("content-length")) > bytesMax) return null;
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of (request.body ?? []) as AsyncIterable<Uint8Array>) {
    bytes += part.length;
    if (bytes > bytesMax) return null;
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}
