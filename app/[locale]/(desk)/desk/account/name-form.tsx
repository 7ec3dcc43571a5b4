"use client";

import { useActionState } from "react";
import type { FieldTexts } from "@/app/_components/desk/field-texts";
import { FormShell } from "@/app/_components/desk/form-shell";
import { SubmitButton } from "@/app/_components/desk/submit-button";
import { TextField } from "@/app/_components/desk/text-field";
import { type FormState, FRESH, shownValue } from "@/lib/forms/form-state";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  name: string;
  version: number;
  texts: FieldTexts;
  words: { name: string; hint: string; submit: string };
};

export function NameForm({ action, name, version, texts, words }: Props) {
  const [state, send] = useActionState(action, FRESH);
  return (
    <FormShell state={state} send={send} version={version} texts={texts} labels={{ name: words.name }}>
      <TextField
        name="name"
        label={words.name}
        hint={words.hint}
        required
        error={state.fieldErrors.name}
        defaultValue={shownValue(state, "name", name)}
        autoComplete="name"
        maxLength={200}
        texts={texts}
      />
      <div>
        <SubmitButton texts={texts}>{words.submit}</SubmitButton>
      </div>
    </FormShell>
  );
}
