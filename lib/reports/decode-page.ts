/**
 * The text of a page in the charset of its byte order mark, of the header, or of its first bytes, in this order;
 * else, and where nobody knows the charset, UTF-8. What does not decode becomes the replacement character.
 */
export function decodePage(body: Buffer, charset: string | null): string {
  const decoder = [markOf(body), charset, declaredIn(body), "utf-8"]
    .map((name) => name && decoderFor(name))
    .find((found) => !!found);
  return decoder ? decoder.decode(body) : "";
}

function markOf(body: Buffer): string | null {
  if (body.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]))) return "utf-8";
  if (body.subarray(0, 2).equals(Buffer.from([0xff, 0xfe]))) return "utf-16le";
  if (body.subarray(0, 2).equals(Buffer.from([0xfe, 0xff]))) return "utf-16be";
  return null;
}

function declaredIn(body: Buffer): string | null {
  const start = body.subarray(0, 4096).toString("latin1");
  const name =
    /<meta\s[^>]*?\bcharset\s*=\s*["']?\s*([\w.:-]+)/i.exec(start)?.[1] ??
    /^\s*<\?xml\s[^>]*?\bencoding\s*=\s*["']([\w.:-]+)/i.exec(start)?.[1] ??
    null;
  // A declaration that could be read byte by byte is not in UTF-16, whatever it says.
  return name && /^utf-?16/i.test(name) ? "utf-8" : name;
}

function decoderFor(name: string): TextDecoder | null {
  try {
    return new TextDecoder(name);
  } catch {
    return null;
  }
}
