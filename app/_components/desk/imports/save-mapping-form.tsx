"use client";

import { useActionState } from "react";
import { type FormState, FRESH, shownValue } from "@/lib/forms/form-state";
import { CheckboxField } from "../checkbox-field";
import type { FieldTexts } from "../field-texts";
import { FormShell } from "../form-shell";
import { SubmitButton } from "../submit-button";
import { TextField } from "../text-field";
import type { ImportWords } from "./import-words";
import { Way } from "./way";

type Props = {
  title: string;
  isOpen?: boolean;
  action: (state: FormState, form: FormData) => Promise<FormState>;
  name: string;
  words: ImportWords;
  texts: FieldTexts;
};

/** Keeps the mapping of an import for the next file of its kind. */
export function SaveMappingForm({ title, isOpen, action, name, words, texts }: Props) {
  const [state, send] = useActionState(action, FRESH);
  const error = state.fieldErrors.name;
  return (
    <Way title={title} isOpen={isOpen} state={state}>
      <FormShell
        state={{ ...state, fieldErrors: error ? { saveName: error } : state.fieldErrors }}
        send={send}
        labels={{ saveName: words.saveName }}
        texts={texts}
      >
        <TextField
          name="saveName"
          label={words.saveName}
          error={error}
          maxLength={200}
          defaultValue={shownValue(state, "saveName", name)}
          texts={texts}
        />
        <CheckboxField
          name="replaces"
          label={words.replaces}
          defaultChecked={state.typed.replaces !== undefined}
          texts={texts}
        />
        <div>
          <SubmitButton isQuiet texts={texts}>
            {words.save}
          </SubmitButton>
        </div>
      </FormShell>
    </Way>
  );
}
