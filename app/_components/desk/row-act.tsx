"use client";

import { useActionState } from "react";
import { type FormState, FRESH } from "@/lib/forms/form-state";
import type { FieldTexts } from "./field-texts";
import { SubmitButton } from "./submit-button";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  label: string;
  /** The whole of what it does, for those who do not see the row. Begins with the label. */
  name: string;
  texts: FieldTexts;
};

/** One button in a row of a table, for an act that is soon undone. */
export function RowAct({ action, label, name, texts }: Props) {
  const [state, send] = useActionState(action, FRESH);
  return (
    <form action={send}>
      <SubmitButton isQuiet texts={texts}>
        <span aria-hidden="true">{label}</span>
        <span className="sr-only">{name}</span>
      </SubmitButton>
      <p role="status" className="small text-flag">
        {state.message}
      </p>
    </form>
  );
}
