/** Whether who asks has what that tag stands for, by `If-None-Match` (RFC 9110, weakly compared). */
export function knowsTag({ headers }: Request, etag: string): boolean {
  const tags = headers.get("If-None-Match");
  if (tags === null) return false;
  return tags.trim() === "*" || tags.split(",").some((tag) => bare(tag) === bare(etag));
}

function bare(tag: string): string {
  return tag.trim().replace(/^W\//, "");
}
