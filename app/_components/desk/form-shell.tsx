"use client";

import type { ReactNode, Ref } from "react";
import type { FormState } from "@/lib/forms/form-state";
import { ConflictTable } from "./conflict-table";
import { ErrorSummary } from "./error-summary";
import type { FieldTexts } from "./field-texts";
import { UnsavedWarning } from "./unsaved-warning";

type ShellProps = {
  /** The two values of useActionState. */
  state: FormState;
  send: (form: FormData) => void;
  /** The version of the record that was read, where the form changes one (R33). */
  version?: number;
  /** The labels of the fields by name, for the summary of errors. */
  labels?: Readonly<Record<string, string>>;
  texts: FieldTexts;
  className?: string;
  ref?: Ref<HTMLFormElement>;
  children: ReactNode;
};

/**
 * A form of the desk: what keeps it from being saved stands above it, both versions where somebody else was first,
 * and what was done where that needs no other page. Its fields begin with what was typed.
 */
export function FormShell({ state, send, version, labels, texts, className, ref, children }: ShellProps) {
  const isRefused = ["invalid", "refused", "conflict", "signed_out"].includes(state.outcome);
  return (
    <form ref={ref} action={send} noValidate className={className ?? "grid gap-5 measure-text"}>
      <ErrorSummary
        errors={state.fieldErrors}
        labels={labels}
        message={isRefused ? state.message : null}
        answer={state}
        texts={texts}
      />
      {state.differences.length > 0 ? <ConflictTable differences={state.differences} texts={texts} /> : null}
      {version === undefined ? null : (
        // Who has seen the other version saves over that one.
        <input type="hidden" name="version" value={state.version ?? version} readOnly />
      )}
      {children}
      <p role="status" className="font-semibold">
        {state.outcome === "done" ? state.message : null}
      </p>
      <UnsavedWarning key={state.outcome === "done" ? state.message : ""} isDirty={isRefused} />
    </form>
  );
}
