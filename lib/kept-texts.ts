/**
 * Keeps what a pure function gave for a text, for at most so many texts at once: when they are full, it begins anew. What
 * it gives is shared, so nobody may change it.
 */
export function keepTexts<T>(textsMax: number): (text: string, make: () => T) => T {
  const kept = new Map<string, T>();
  return (text, make) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const made = make();
    if (kept.size >= textsMax) kept.clear();
    kept.set(text, made);
    return made;
  };
}
