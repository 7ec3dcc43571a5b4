import { type RefObject, useCallback, useRef, useState } from "react";
import type { FormState, Typed } from "@/lib/forms/form-state";

type Filled = { of: FormState; values: Typed; turns: Record<string, number> };

export type FilledIn = {
  /** What was filled in since the form was last sent. */
  values: Typed;
  /** How often each field was. */
  turns: Readonly<Record<string, number>>;
  /** Fills a field in, whatever it holds; its values are those of all its controls. */
  fill: (field: string, values: Typed) => void;
  /** Fills in those that are blank or hold what was filled in before, and never the one being typed in. */
  propose: (values: Typed) => void;
};

/** Fills the fields of a form in from outside: from a page that was read, or from another version of the record. */
export function useFilledIn(form: RefObject<HTMLFormElement | null>, state: FormState): FilledIn {
  const [filled, setFilled] = useState<Filled>({ of: state, values: {}, turns: {} });
  const proposed = useRef<Record<string, string>>({});
  // What came back from the server holds all that had been filled in until then.
  const values = filled.of === state ? filled.values : {};

  const put = useCallback(
    (field: string, added: Typed) =>
      setFilled((before) => ({
        of: state,
        values: { ...(before.of === state ? before.values : {}), ...added },
        turns: { ...before.turns, [field]: (before.turns[field] ?? 0) + 1 },
      })),
    [state],
  );
  const propose = useCallback(
    (offered: Typed) => {
      if (!form.current) return;
      const held = new FormData(form.current);
      for (const [field, added] of fieldsOf(offered)) {
        const [shown, now] = [shownText(added, field), shownText(typedOf(held, field), field)];
        const isOwn = now === "" || now === proposed.current[field];
        if (!isOwn || shown === now || isBeingTyped(form.current, field)) continue;
        proposed.current[field] = shown;
        put(field, added);
      }
    },
    [form, put],
  );
  return { values, turns: filled.turns, fill: put, propose };
}

/** A record that is chosen has two values, its id and its name, and is one field. */
function fieldsOf(offered: Typed): [field: string, added: Typed][] {
  const fields = Object.keys(offered).filter((name) => !isLabel(name, offered));
  return fields.map((field) => [
    field,
    Object.fromEntries(
      Object.entries(offered).filter(([name]) => name === field || name === `${field}Label`),
    ),
  ]);
}

function isLabel(name: string, offered: Typed): boolean {
  return name.endsWith("Label") && name.slice(0, -"Label".length) in offered;
}

function typedOf(held: FormData, field: string): Typed {
  const names = [field, `${field}Label`].filter((name) => held.has(name));
  return Object.fromEntries(names.map((name) => [name, held.getAll(name).map(String)]));
}

function shownText(values: Typed, field: string): string {
  return (values[`${field}Label`] ?? values[field] ?? []).join("\n").trim();
}

function isBeingTyped(form: HTMLFormElement, field: string): boolean {
  const { activeElement } = document;
  const name =
    activeElement instanceof HTMLElement && form.contains(activeElement) ? nameOf(activeElement) : "";
  return name === field || name === `${field}Label`;
}

function nameOf(control: HTMLElement): string {
  return control.getAttribute("name") ?? "";
}
