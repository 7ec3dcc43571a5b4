/** Two ids about which a person decided, whichever comes first. */
export type DecidedPair = readonly [one: string, other: string];

/** Tells whether a person has decided about two ids, so that nobody is asked again (R19). */
export function decidedPairs(pairs: Iterable<DecidedPair>): (one: string, other: string) => boolean {
  const partners = new Map<string, Set<string>>();
  for (const [one, other] of pairs) {
    const known = partners.get(one) ?? new Set();
    partners.set(one, known.add(other));
  }
  return (one, other) => (partners.get(one)?.has(other) || partners.get(other)?.has(one)) ?? false;
}
