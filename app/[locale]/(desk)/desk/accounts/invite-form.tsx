"use client";

import { useActionState } from "react";
import { ChoiceSet } from "@/app/_components/desk/choice-set";
import type { FieldTexts } from "@/app/_components/desk/field-texts";
import { FormShell } from "@/app/_components/desk/form-shell";
import { type Shown, ShownOnce, type ShownWords } from "@/app/_components/desk/shown-once";
import { SubmitButton } from "@/app/_components/desk/submit-button";
import { TextField } from "@/app/_components/desk/text-field";
import { type FormState, FRESH, shownValue } from "@/lib/forms/form-state";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  roles: { value: string; label: string; hint: string }[];
  texts: FieldTexts;
  shownWords: ShownWords;
  words: { lead: string; email: string; role: string; submit: string };
};

export function InviteForm({ action, roles, texts, shownWords, words }: Props) {
  const [state, send] = useActionState(action, FRESH);
  return (
    <>
      <p className="measure-text mb-4">{words.lead}</p>
      <FormShell state={state} send={send} texts={texts} labels={words}>
        <TextField
          name="email"
          type="email"
          label={words.email}
          required
          error={state.fieldErrors.email}
          defaultValue={shownValue(state, "email", "")}
          dir="ltr"
          spellCheck={false}
          maxLength={254}
          texts={texts}
        />
        <ChoiceSet
          name="role"
          type="radio"
          label={words.role}
          required
          error={state.fieldErrors.role}
          options={roles}
          // The least that one can do here.
          defaultValues={[shownValue(state, "role", "journalist")]}
          texts={texts}
        />
        <div>
          <SubmitButton texts={texts}>{words.submit}</SubmitButton>
        </div>
      </FormShell>
      {state.result ? <ShownOnce shown={state.result as Shown} words={shownWords} /> : null}
    </>
  );
}
