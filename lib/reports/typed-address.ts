/** A host with a path, typed without its scheme. */
const BARE = /^(?:[a-z0-9\u0080-\uffff-]+\.)+[a-z\u0080-\uffff]{2,}(?::\d+)?(?:[/?#]\S*)?$/i;

/**
 * The web address that a text is, with its scheme where that was left out; null where it is something else, such as
 * what a broadcast was called.
 */
export function webAddressIn(typed: string): string | null {
  const text = typed.trim();
  if (/^https?:\/\//i.test(text)) return URL.canParse(text) && !/\s/.test(text) ? text : null;
  return BARE.test(text) && URL.canParse(`https://${text}`) ? `https://${text}` : null;
}
