"use client";

import { type ReactNode, useActionState } from "react";
import { type FormState, FRESH, shownValue } from "@/lib/forms/form-state";
import { CheckboxField } from "./checkbox-field";
import { ChoiceSet } from "./choice-set";
import type { FieldTexts } from "./field-texts";
import { FormShell } from "./form-shell";
import { type Option, SelectField } from "./select-field";
import { SubmitButton } from "./submit-button";
import { TextArea } from "./text-area";

/**
 * A field of an act: a text, one choice of a list, something that is so or not, or any number of choices; `initial` of
 * these are values with a space between.
 */
export type ActField = {
  name: string;
  label: string;
  hint?: string;
  required?: boolean;
  initial?: string;
} & ({ kind: "text" | "yes" } | { kind: "one" | "any"; options: readonly Option[]; blank?: string });

type ActProps = {
  /** Tells the acts of one page apart. */
  id: string;
  action: (state: FormState, form: FormData) => Promise<FormState>;
  /** What opens it: "Retract …". Without it the form stands open. */
  summary?: string;
  /** What it will do, said before it is done. */
  children?: ReactNode;
  fields?: readonly ActField[];
  /** The button that does it. */
  submit: string;
  /** The version of the record that was read (R33). */
  version?: number;
  isQuiet?: boolean;
  /** The key of the desk that opens it. */
  shortcut?: string;
  texts: FieldTexts;
};

/** An act with its reason: what it touches is told before its button is within reach, and what was typed stays. */
export function DeskAct({ summary, shortcut, ...props }: ActProps) {
  const [state, send] = useActionState(props.action, FRESH);
  if (!summary) return <ActForm {...props} state={state} send={send} />;
  return (
    <details open={state.outcome !== "fresh"} data-key={shortcut} className="border-b border-rule">
      <summary className="py-3 font-semibold">{summary}</summary>
      <div className="pb-5">
        <ActForm {...props} state={state} send={send} />
      </div>
    </details>
  );
}

type FormProps = Omit<ActProps, "summary" | "shortcut" | "action"> & {
  state: FormState;
  send: (form: FormData) => void;
};

function ActForm({ id, state, send, children, fields = [], submit, version, isQuiet, texts }: FormProps) {
  // The same field of two acts has two ids on one page, to which each summary of errors leads.
  const idOf = (name: string) => `${id}-${name}`;
  const fieldErrors = Object.fromEntries(
    Object.entries(state.fieldErrors).map(([name, sentence]) => [idOf(name), sentence]),
  );
  const labels = Object.fromEntries(fields.map(({ name, label }) => [idOf(name), label]));
  return (
    <FormShell
      state={{ ...state, fieldErrors }}
      send={send}
      version={version}
      labels={labels}
      texts={texts}
      className="grid gap-4 measure-text"
    >
      {children}
      {fields.map((field) => (
        <OneField key={field.name} field={field} id={idOf(field.name)} state={state} texts={texts} />
      ))}
      <div>
        <SubmitButton texts={texts} isQuiet={isQuiet}>
          {submit}
        </SubmitButton>
      </div>
    </FormShell>
  );
}

type OneProps = { field: ActField; id: string; state: FormState; texts: FieldTexts };

function OneField({ field, id, state, texts }: OneProps) {
  const { name, label, hint, required, initial } = field;
  const common = { name, id, label, hint, required, error: state.fieldErrors[name], texts };
  switch (field.kind) {
    case "text":
      return (
        <TextArea {...common} rows={3} maxLength={2000} defaultValue={shownValue(state, name, initial)} />
      );
    case "yes":
      return <CheckboxField {...common} defaultChecked={state.typed[name] !== undefined} />;
    case "one":
      return (
        <SelectField
          {...common}
          options={field.options}
          blank={field.blank}
          defaultValue={shownValue(state, name, initial)}
        />
      );
    case "any":
      return (
        <ChoiceSet
          {...common}
          type="checkbox"
          options={field.options}
          defaultValues={state.outcome === "fresh" ? (initial?.split(" ") ?? []) : (state.typed[name] ?? [])}
        />
      );
  }
}
