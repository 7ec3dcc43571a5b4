import type { Typed } from "@/lib/forms/form-state";
import type { FieldTexts } from "../field-texts";
import type { MakeWords } from "./make-words";

/** What the fields of one record's form stand on: what they show, what is wrong with it, and the words. */
export type RecordGround = {
  /** By the names of the fields; what is not there is blank. */
  values: Typed;
  errors: Readonly<Record<string, string>>;
  /** How often a field was filled in from outside: as a key it makes the field begin anew. */
  turns: Readonly<Record<string, number>>;
  /** Keeps the ids of a dialog apart from those of the page below it. */
  idPrefix: string;
  label: Readonly<Record<string, string>>;
  hint: Readonly<Record<string, string>>;
  locale: string;
  words: MakeWords;
  texts: FieldTexts;
  /** Fills fields in, but none that a person wrote in: only blank ones, and those that were filled in before. */
  propose: (values: Typed) => void;
  /** Fills one field in, whatever it holds: because a person asked for it. */
  fill: (field: string, values: Typed) => void;
};

/** What every field of a form is told, but for its control. */
export function fieldOf(ground: RecordGround, name: string) {
  return {
    name,
    id: ground.idPrefix + name,
    label: ground.label[name] ?? name,
    hint: ground.hint[name],
    error: ground.errors[name],
    texts: ground.texts,
  };
}

export function shownIn(ground: RecordGround, name: string): string {
  return ground.values[name]?.[0] ?? "";
}
