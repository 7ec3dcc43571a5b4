"use client";

import { useActionState } from "react";
import type { FieldTexts } from "@/app/_components/desk/field-texts";
import { FormShell } from "@/app/_components/desk/form-shell";
import { SubmitButton } from "@/app/_components/desk/submit-button";
import { TextField } from "@/app/_components/desk/text-field";
import { type FormState, FRESH, shownValue } from "@/lib/forms/form-state";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  email: string;
  texts: FieldTexts;
  words: Record<"name" | "nameHint" | "password" | "passwordHint" | "submit", string>;
};

export function InvitationForm({ action, email, texts, words }: Props) {
  const [state, send] = useActionState(action, FRESH);
  return (
    <FormShell state={state} send={send} texts={texts} labels={words}>
      <TextField
        name="name"
        label={words.name}
        hint={words.nameHint}
        required
        error={state.fieldErrors.name}
        defaultValue={shownValue(state, "name", "")}
        autoComplete="name"
        maxLength={200}
        texts={texts}
      />
      {/* For password managers: whose password it is. */}
      <input type="email" value={email} autoComplete="username" readOnly hidden />
      <TextField
        name="password"
        type="password"
        label={words.password}
        hint={words.passwordHint}
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
