"use client";

import { useActionState } from "react";
import { ChoiceSet } from "@/app/_components/desk/choice-set";
import type { FieldTexts } from "@/app/_components/desk/field-texts";
import { FormShell } from "@/app/_components/desk/form-shell";
import { type Option, SelectField } from "@/app/_components/desk/select-field";
import { type Shown, ShownOnce, type ShownWords } from "@/app/_components/desk/shown-once";
import { SubmitButton } from "@/app/_components/desk/submit-button";
import { TextField } from "@/app/_components/desk/text-field";
import { type FormState, FRESH, shownValue } from "@/lib/forms/form-state";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  people: Option[];
  scopes: { value: string; label: string; hint: string }[];
  texts: FieldTexts;
  shownWords: ShownWords;
  words: Record<"person" | "choosePerson" | "name" | "nameHint" | "scopes" | "submit", string>;
};

export function TokenForm({ action, people, scopes, texts, shownWords, words }: Props) {
  const [state, send] = useActionState(action, FRESH);
  const labels = { actorId: words.person, name: words.name, scopes: words.scopes };
  return (
    <>
      <FormShell state={state} send={send} texts={texts} labels={labels}>
        <SelectField
          name="actorId"
          label={words.person}
          required
          blank={words.choosePerson}
          options={people}
          error={state.fieldErrors.actorId}
          defaultValue={shownValue(state, "actorId", "")}
          texts={texts}
        />
        <TextField
          name="name"
          label={words.name}
          hint={words.nameHint}
          required
          error={state.fieldErrors.name}
          defaultValue={shownValue(state, "name", "")}
          maxLength={100}
          texts={texts}
        />
        <ChoiceSet
          name="scopes"
          type="checkbox"
          label={words.scopes}
          required
          error={state.fieldErrors.scopes}
          options={scopes}
          defaultValues={state.typed.scopes ?? []}
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
