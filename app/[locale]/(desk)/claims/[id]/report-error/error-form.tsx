"use client";

import { useActionState } from "react";
import type { FieldTexts } from "@/app/_components/desk/field-texts";
import { FormShell } from "@/app/_components/desk/form-shell";
import { SubmitButton } from "@/app/_components/desk/submit-button";
import { TextArea } from "@/app/_components/desk/text-area";
import { TextField } from "@/app/_components/desk/text-field";
import { type FormState, FRESH, shownValue } from "@/lib/forms/form-state";

type Words = Record<
  "text" | "textHint" | "url" | "urlHint" | "contact" | "contactHint" | "leaveBlank" | "submit",
  string
>;

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  /** Of the page that the form stands on: without scripts it is sent there. */
  address: string;
  /** Of the claim that is shown beside the form. */
  version: number;
  textMax: number;
  texts: FieldTexts;
  words: Words;
};

/** What a reader found wrong, where it can be checked, and how to reach them. Works without scripts. */
export function ErrorForm({ action, address, version, textMax, texts, words }: Props) {
  const [state, send] = useActionState(action, FRESH, address);
  const { text, url, contact } = words;
  return (
    <FormShell state={state} send={send} version={version} labels={{ text, url, contact }} texts={texts}>
      <TextArea
        name="text"
        label={text}
        hint={words.textHint}
        error={state.fieldErrors.text}
        required
        rows={7}
        maxLength={textMax}
        defaultValue={shownValue(state, "text", "")}
        texts={texts}
      />
      <TextField
        name="url"
        label={url}
        hint={words.urlHint}
        error={state.fieldErrors.url}
        defaultValue={shownValue(state, "url", "")}
        dir="ltr"
        inputMode="url"
        spellCheck={false}
        maxLength={2000}
        texts={texts}
      />
      <TextField
        name="contact"
        label={contact}
        hint={words.contactHint}
        error={state.fieldErrors.contact}
        defaultValue={shownValue(state, "contact", "")}
        autoComplete="email"
        spellCheck={false}
        maxLength={200}
        texts={texts}
      />
      {/* Nobody sees or hears this field: programs fill it in all the same. */}
      <div hidden>
        <label htmlFor="leaveBlank">{words.leaveBlank}</label>
        <input id="leaveBlank" name="leaveBlank" type="text" tabIndex={-1} autoComplete="off" />
      </div>
      <div>
        <SubmitButton texts={texts}>{words.submit}</SubmitButton>
      </div>
    </FormShell>
  );
}
