import { FileRefused } from "./file-refused";
import { LINE_LENGTH_MAX } from "./limits";
import { decoderOf } from "./text-decoder";

const LINE_BREAK = /\r\n|\n|\r/g;

/**
 * The text of a file, piece by piece as its bytes come. Throws FileRefused at the first bytes that are none of the
 * encoding, with their line, and at a line that does not end.
 */
export async function* decodeText(
  bytes: AsyncIterable<Uint8Array>,
  encoding: string,
): AsyncGenerator<string> {
  const strict = decoderOf(encoding, true);
  // It goes along, so that it knows of a sign that two parts share; what it makes of wrong bytes shows where they are.
  const lenient = decoderOf(encoding, false);
  let line = 1;
  let sinceBreak = 0;
  let isAfterReturn = false;
  for await (const part of bytes) {
    const seen = lenient(part);
    const text = decode(() => strict(part), isAfterReturn ? seen.replace(/^\n/, "") : seen, line);
    let from = 0;
    for (const { index, 0: lineBreak } of text.matchAll(LINE_BREAK)) {
      if (sinceBreak + index - from > LINE_LENGTH_MAX) throw new FileRefused("too_long", { row: line });
      if (!(isAfterReturn && index === 0 && lineBreak === "\n")) line += 1;
      from = index + lineBreak.length;
      sinceBreak = 0;
    }
    sinceBreak += text.length - from;
    if (sinceBreak > LINE_LENGTH_MAX) throw new FileRefused("too_long", { row: line });
    if (text !== "") isAfterReturn = text.endsWith("\r");
    yield text;
  }
  yield decode(() => strict(), "", line);
}

function decode(strict: () => string, seen: string, line: number): string {
  try {
    return strict();
  } catch {
    const before = seen.split("\ufffd", 1)[0] ?? "";
    throw new FileRefused("wrong_encoding", { row: line + (before.match(LINE_BREAK)?.length ?? 0) });
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for; line breaks and tabs are not
const CONTROL_CHARACTERS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

export function hasControlCharacters(text: string): boolean {
  return CONTROL_CHARACTERS.test(text);
}
