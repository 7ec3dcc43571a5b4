import type { Typed } from "./form-state";

// Fields that the framework adds to a form, and those whose text must not come back.
const FRAMEWORK = /^\$ACTION_/;
const SECRET = /password|secret/i;

/** The texts of a form by the names of their fields. A blank is null, never an empty text or a zero. */
export class FormTexts {
  readonly typed: Typed = {};
  private readonly all = new Map<string, string[]>();

  constructor(form: FormData) {
    for (const [name, value] of form.entries()) {
      if (typeof value !== "string" || FRAMEWORK.test(name)) continue;
      this.all.set(name, [...(this.all.get(name) ?? []), value]);
      if (!SECRET.test(name)) this.typed[name] = [...(this.typed[name] ?? []), value];
    }
  }

  /** As it was typed; empty where the field is not there. For what a schema looks at itself, such as a password. */
  raw(name: string): string {
    return this.all.get(name)?.[0] ?? "";
  }

  text(name: string): string | null {
    return this.raw(name).trim() || null;
  }

  /** Text that a schema requires: a blank is left for it to refuse. */
  required(name: string): string {
    return this.raw(name);
  }

  has(name: string): boolean {
    return this.all.has(name);
  }

  flag(name: string): boolean {
    return ["on", "true", "yes"].includes(this.raw(name));
  }

  /** A number of the form's own, such as a version; NaN where there is none, which every schema refuses. */
  number(name: string): number {
    return this.text(name) === null ? Number.NaN : Number(this.raw(name));
  }

  /** The values of a field that may be there several times. */
  list(name: string): string[] {
    return (this.all.get(name) ?? []).filter((value) => value.trim() !== "");
  }

  /** The lines of a text area, without blank ones and repeats. */
  lines(name: string): string[] {
    const lines = this.raw(name)
      .split(/\r?\n/)
      .map((line) => line.trim());
    return [...new Set(lines.filter((line) => line !== ""))];
  }
}
