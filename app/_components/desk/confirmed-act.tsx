"use client";

import { type ReactNode, useActionState } from "react";
import { type FormState, FRESH } from "@/lib/forms/form-state";
import type { FieldTexts } from "./field-texts";
import { FormShell } from "./form-shell";
import { type Shown, ShownOnce, type ShownWords } from "./shown-once";
import { SubmitButton } from "./submit-button";

type ActProps = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  /** What opens it: "Suspend the account". */
  summary: string;
  /** What it will do, said before it is done. */
  explanation: string;
  /** The button that does it. */
  submit: string;
  /** The version of the record that was read (R33). */
  version?: number;
  texts: FieldTexts;
  /** For an act that makes something to be shown once: its action gives it as the result of the form. */
  shownWords?: ShownWords;
  children?: ReactNode;
};

/** An act that says what it does before its button is within reach. */
export function ConfirmedAct({
  action,
  summary,
  explanation,
  submit,
  version,
  texts,
  shownWords,
  children,
}: ActProps) {
  const [state, send] = useActionState(action, FRESH);
  return (
    // Who opens it before the scripts have come finds it open when they have.
    <details open={state.outcome !== "fresh"} suppressHydrationWarning className="border-b border-rule">
      <summary className="py-3 font-semibold">{summary}</summary>
      <div className="pb-5 grid gap-4">
        <p className="measure-text">{explanation}</p>
        <FormShell state={state} send={send} version={version} texts={texts}>
          {children}
          <div>
            <SubmitButton texts={texts}>{submit}</SubmitButton>
          </div>
        </FormShell>
        {shownWords && state.result ? <ShownOnce shown={state.result as Shown} words={shownWords} /> : null}
      </div>
    </details>
  );
}
