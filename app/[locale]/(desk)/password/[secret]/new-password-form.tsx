"use client";

import { useActionState } from "react";
import type { FieldTexts } from "@/app/_components/desk/field-texts";
import { FormShell } from "@/app/_components/desk/form-shell";
import { SubmitButton } from "@/app/_components/desk/submit-button";
import { TextField } from "@/app/_components/desk/text-field";
import { type FormState, FRESH } from "@/lib/forms/form-state";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  texts: FieldTexts;
  words: { password: string; hint: string; submit: string };
};

export function NewPasswordForm({ action, texts, words }: Props) {
  const [state, send] = useActionState(action, FRESH);
  return (
    <FormShell state={state} send={send} texts={texts} labels={words}>
      <TextField
        name="password"
        type="password"
        label={words.password}
        hint={words.hint}
        required
        error={state.fieldErrors.password}
        autoComplete="new-password"
        dir="ltr"
        maxLength={128}
        texts={texts}
      />
      <div>
        <SubmitButton texts={texts}>{words.submit}</SubmitButton>
      </div>
    </FormShell>
  );
}
