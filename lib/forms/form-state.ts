/** What was typed, by the name of its field; a field that is there several times has several values. */
export type Typed = Record<string, string[]>;

/** A field whose value somebody else changed meanwhile (R33): in words, as a person reads them. */
export type FieldDifference = {
  field: string;
  label: string;
  mine: string;
  theirs: string;
  /** What the field would hold to say what theirs says, where that is not its words. */
  theirsValue?: string;
};

/** What a form shows after it was sent and nothing was saved, or something that needs no other page. */
export type FormState = {
  outcome: "fresh" | "invalid" | "refused" | "conflict" | "signed_out" | "done";
  /** A sentence on the whole form. */
  message: string | null;
  fieldErrors: Record<string, string>;
  typed: Typed;
  /** After a conflict: what differs, and the version to save over once that was seen. */
  differences: FieldDifference[];
  version: number | null;
  /** What the form shows once, such as a link that was made; or asks, such as whether a figure is another's. */
  result: unknown;
};

export const FRESH: FormState = {
  outcome: "fresh",
  message: null,
  fieldErrors: {},
  typed: {},
  differences: [],
  version: null,
  result: null,
};

/** The value that a field shows: what was typed, or else what it begins with. */
export function shownValue(state: FormState, name: string, initial: string | null | undefined): string {
  return state.typed[name]?.[0] ?? initial ?? "";
}
