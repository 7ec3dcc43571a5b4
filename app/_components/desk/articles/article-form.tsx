"use client";

import { useActionState } from "react";
import { type FormState, FRESH, type Typed } from "@/lib/forms/form-state";
import { Combobox } from "../combobox";
import type { FieldTexts } from "../field-texts";
import { FormShell } from "../form-shell";
import { SubmitButton } from "../submit-button";
import { TextArea } from "../text-area";
import { TextField } from "../text-field";
import type { ArticleFormWords } from "./article-words";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  initial: Typed;
  locale: string;
  words: ArticleFormWords;
  texts: FieldTexts;
};

/** An article as it is given: by its address, or its text. What its page says of itself is filled in. */
export function ArticleForm({ action, initial, locale, words, texts }: Props) {
  const [state, send] = useActionState(action, FRESH);
  const value = (name: string) => (state.typed[name] ?? initial[name])?.[0] ?? "";
  const { label, hint } = words;
  const errors = state.fieldErrors;
  const field = (name: keyof typeof label) => ({ name, label: label[name], error: errors[name], texts });
  const record = (name: "eventId" | "publicationId") => ({
    ...field(name),
    // After an answer it begins anew with what was typed, or what the page said.
    key: `${name} ${value(name)} ${value(`${name}Label`)}`,
    initial: { id: value(name), label: value(`${name}Label`) },
    locale,
  });
  const { key: eventKey, ...event } = record("eventId");
  const { key: publicationKey, ...publication } = record("publicationId");
  return (
    <FormShell state={state} send={send} labels={label} texts={texts} className="grid gap-5 max-w-[46rem]">
      <Combobox key={eventKey} {...event} kind="event" required />
      <div className="grid gap-3 border-t border-rule pt-4">
        <TextField
          {...field("url")}
          hint={hint.url}
          defaultValue={value("url")}
          maxLength={2000}
          inputMode="url"
          spellCheck={false}
        />
        <SubmitButton texts={texts} name="act" value="read" isQuiet>
          {words.read}
        </SubmitButton>
      </div>
      <TextArea
        {...field("text")}
        hint={hint.text}
        defaultValue={value("text")}
        rows={12}
        lang={value("language") || undefined}
      />
      <fieldset className="grid gap-5 border-t border-rule pt-4">
        <legend className="font-semibold float-start">{words.about}</legend>
        <TextField {...field("title")} defaultValue={value("title")} maxLength={500} />
        <Combobox
          key={publicationKey}
          {...publication}
          hint={hint.publicationId}
          kind="publication"
          required
        />
        <TextField {...field("published")} hint={hint.published} defaultValue={value("published")} />
        <TextField {...field("language")} defaultValue={value("language") || "en"} maxLength={35} />
      </fieldset>
      <input type="hidden" name="byline" value={value("byline")} readOnly />
      <input type="hidden" name="credit" value={value("credit")} readOnly />
      <SubmitButton texts={texts} name="act" value="find">
        {words.find}
      </SubmitButton>
    </FormShell>
  );
}
