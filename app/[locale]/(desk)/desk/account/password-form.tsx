"use client";

import { useActionState } from "react";
import type { FieldTexts } from "@/app/_components/desk/field-texts";
import { FormShell } from "@/app/_components/desk/form-shell";
import { SubmitButton } from "@/app/_components/desk/submit-button";
import { TextField } from "@/app/_components/desk/text-field";
import { type FormState, FRESH } from "@/lib/forms/form-state";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  email: string;
  texts: FieldTexts;
  words: { currentPassword: string; newPassword: string; hint: string; submit: string };
};

export function PasswordForm({ action, email, texts, words }: Props) {
  const [state, send] = useActionState(action, FRESH);
  return (
    <FormShell state={state} send={send} texts={texts} labels={words}>
      {/* For password managers: whose password it is. */}
      <input type="email" value={email} autoComplete="username" readOnly hidden />
      <TextField
        name="currentPassword"
        type="password"
        label={words.currentPassword}
        required
        error={state.fieldErrors.currentPassword}
        autoComplete="current-password"
        dir="ltr"
        maxLength={128}
        texts={texts}
      />
      <TextField
        name="newPassword"
        type="password"
        label={words.newPassword}
        hint={words.hint}
        required
        error={state.fieldErrors.newPassword}
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
