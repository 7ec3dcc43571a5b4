"use client";

import { useActionState } from "react";
import type { FieldTexts } from "@/app/_components/desk/field-texts";
import { FormShell } from "@/app/_components/desk/form-shell";
import { SubmitButton } from "@/app/_components/desk/submit-button";
import { TextField } from "@/app/_components/desk/text-field";
import { type FormState, FRESH, shownValue } from "@/lib/forms/form-state";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  texts: FieldTexts;
  words: { email: string; submit: string };
};

export function AskForm({ action, texts, words }: Props) {
  const [state, send] = useActionState(action, FRESH);
  return (
    <FormShell state={state} send={send} texts={texts} labels={words}>
      <TextField
        name="email"
        type="email"
        label={words.email}
        required
        defaultValue={shownValue(state, "email", "")}
        autoComplete="username"
        dir="ltr"
        spellCheck={false}
        maxLength={254}
        texts={texts}
      />
      <div>
        <SubmitButton texts={texts}>{words.submit}</SubmitButton>
      </div>
    </FormShell>
  );
}
