import type { Typed } from "@/lib/forms/form-state";

/** A file that was uploaded, as its field shows it. */
export type HeldFile = { id: string; name: string; size: number; type: string };

/** The file that a form holds in the field of this name. What it is called is only shown: its id is what counts. */
export function typedFile(typed: Typed, name: string): HeldFile | null {
  const value = (ending: string) => typed[name + ending]?.[0] ?? "";
  const id = value("");
  if (!id) return null;
  return { id, name: value("Label") || id, size: Number(value("Size")) || 0, type: value("Type") };
}

/** The same the other way: what a form holds of a file beside its id. */
export function fileAsTyped(file: Omit<HeldFile, "id">, name: string): Record<string, string> {
  return { [`${name}Label`]: file.name, [`${name}Size`]: String(file.size), [`${name}Type`]: file.type };
}
