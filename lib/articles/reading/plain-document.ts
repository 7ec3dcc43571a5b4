/** A document of plain text as it is, without what no text holds: control characters and halves of characters. */
export function plainDocument(written: string): string {
  return written
    .replace(/\r\n?/g, "\n")
    .replace(/(?![\n\t])[\p{Cc}\ufeff]/gu, "")
    .replace(/\p{Cs}/gu, "\ufffd")
    .trim();
}
