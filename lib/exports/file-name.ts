/** "counterclaim-claims-makiivka-2023-2026-05-04.csv": what is in it, and of which day. */
export function exportFileName(subject: readonly string[], retrievedAt: string, ending: string): string {
  return `${["counterclaim", ...subject, retrievedAt.slice(0, "2026-05-04".length)].join("-")}.${ending}`;
}

/** Says that an answer is to be kept as a file of this name (RFC 6266). */
export function attachment(name: string): string {
  const plain = name.replace(/[^\w.-]/g, "_");
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`;
}
