/** The address of an event's history: after a revision's number, of one claim by its public id, or whole. */
export function historyHref(
  locale: string,
  slug: string,
  { after = null, claim = null }: { after?: number | null; claim?: string | null } = {},
): string {
  const query = new URLSearchParams({
    ...(claim !== null && { claim }),
    ...(after !== null && { after: String(after) }),
  }).toString();
  return `/${locale}/events/${slug}/history${query ? `?${query}` : ""}`;
}
