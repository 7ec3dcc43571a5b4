"use client";

import { useActionState } from "react";
import { type FormState, FRESH, shownValue } from "@/lib/forms/form-state";
import type { FieldTexts } from "../field-texts";
import { FormShell } from "../form-shell";
import { SubmitButton } from "../submit-button";
import { TextArea } from "../text-area";
import { BecomesField } from "./becomes-field";
import type { ImportWords } from "./import-words";
import { Way } from "./way";

type Props = {
  title: string;
  isOpen?: boolean;
  action: (state: FormState, form: FormData) => Promise<FormState>;
  json: string;
  isSubmitting: boolean;
  version: number;
  words: ImportWords;
  texts: FieldTexts;
};

/** A mapping as its text, for what the form cannot say. */
export function TextMappingForm({ title, isOpen, action, json, isSubmitting, version, words, texts }: Props) {
  const [state, send] = useActionState(action, FRESH);
  return (
    <Way title={title} isOpen={isOpen} state={state}>
      <FormShell
        state={state}
        send={send}
        version={version}
        labels={{ json: words.text }}
        texts={texts}
        className="grid gap-5 [&_textarea]:font-mono [&_textarea]:text-sm"
      >
        <TextArea
          name="json"
          label={words.text}
          hint={words.textHint}
          error={state.fieldErrors.json}
          rows={18}
          dir="ltr"
          spellCheck={false}
          defaultValue={shownValue(state, "json", json)}
          texts={texts}
        />
        <BecomesField
          id="becomes-text"
          state={state}
          isSubmitting={isSubmitting}
          words={words}
          texts={texts}
        />
        <div>
          <SubmitButton texts={texts}>{words.use}</SubmitButton>
        </div>
      </FormShell>
    </Way>
  );
}
