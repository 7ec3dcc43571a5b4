import type { Option } from "../select-field";

/** The words of a list of names, by name. */
export function wordsOf<K extends string>(names: readonly K[], word: (name: K) => string): Record<K, string> {
  return Object.fromEntries(names.map((name) => [name, word(name)])) as Record<K, string>;
}

/** The words of a list of codes, as a choice of one. */
export function options<C extends string>(codes: readonly C[], word: (code: C) => string): Option[] {
  return codes.map((code) => ({ value: code, label: word(code) }));
}
