"use client";

import { useActionState } from "react";
import type { FieldTexts } from "@/app/_components/desk/field-texts";
import { FormShell } from "@/app/_components/desk/form-shell";
import { SubmitButton } from "@/app/_components/desk/submit-button";
import { TextField } from "@/app/_components/desk/text-field";
import { type FormState, FRESH, shownValue } from "@/lib/forms/form-state";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  next: string;
  texts: FieldTexts;
  words: { email: string; password: string; submit: string };
};

export function SignInForm({ action, next, texts, words }: Props) {
  const [state, send] = useActionState(action, FRESH);
  return (
    <FormShell state={state} send={send} texts={texts}>
      <input type="hidden" name="next" value={next} readOnly />
      <TextField
        name="email"
        type="email"
        label={words.email}
        texts={texts}
        autoComplete="username"
        defaultValue={shownValue(state, "email", "")}
        dir="ltr"
        spellCheck={false}
        maxLength={254}
      />
      <TextField
        name="password"
        type="password"
        label={words.password}
        texts={texts}
        autoComplete="current-password"
        dir="ltr"
        maxLength={128}
      />
      <div>
        <SubmitButton texts={texts}>{words.submit}</SubmitButton>
      </div>
    </FormShell>
  );
}
