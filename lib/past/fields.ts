import { parseEdtf, type UncertainDate } from "../dates/edtf";
import type { Json } from "../history/digest";
import type { RecordState } from "../history/state-at";
import { REDACTED } from "../redactions/schema";

type Folded = Pick<RecordState, "fields" | "redacted">;

/** A field that holds a text, or null; the marker where the text is gone (R35). */
export function textOf({ fields, redacted }: Folded, name: string): string | null {
  if (redacted.has(name)) return REDACTED;
  const value = fields[name];
  return typeof value === "string" ? value : null;
}

/** A field that every record of its kind has. */
export function requiredText(state: Folded & Pick<RecordState, "id">, name: string): string {
  const text = textOf(state, name);
  if (text === null) throw new Error(`The history of ${state.id} tells no "${name}".`);
  return text;
}

/** A field that is one of a list of codes, which the command checked that wrote it. */
export function codeOf<Code extends string>(state: Folded, name: string, otherwise: Code): Code {
  return (textOf(state, name) ?? otherwise) as Code;
}

/** A field that holds parts of its own; null where it was never written, or is gone. */
export function partsOf({ fields }: Folded, name: string): { [part: string]: Json } | null {
  const value = fields[name];
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : null;
}

/** A field that holds a list; empty where it was never written, or is gone. */
export function listOf({ fields }: Folded, name: string): Json[] {
  const value = fields[name];
  return Array.isArray(value) ? value : [];
}

/** A date that history keeps as its EDTF text beside its zone. */
export function dateOf(state: Folded, name: string, zoneName: string): UncertainDate | null {
  const [text, zone] = [textOf(state, name), textOf(state, zoneName)];
  const parsed = text !== null && zone !== null ? parseEdtf(text, zone) : null;
  return parsed?.ok ? parsed.date : null;
}
