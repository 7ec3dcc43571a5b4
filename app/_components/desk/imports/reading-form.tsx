"use client";

import { useActionState } from "react";
import { type FormState, FRESH, shownValue } from "@/lib/forms/form-state";
import type { Reading } from "@/lib/imports/types";
import { CheckboxField } from "../checkbox-field";
import type { FieldTexts } from "../field-texts";
import { FormShell } from "../form-shell";
import { type Option, SelectField } from "../select-field";
import { SubmitButton } from "../submit-button";
import { TextField } from "../text-field";
import type { ImportWords } from "./import-words";
import { Way } from "./way";

type Props = {
  title: string;
  isOpen?: boolean;
  action: (state: FormState, form: FormData) => Promise<FormState>;
  reading: Reading;
  encodings: readonly Option[];
  delimiters: readonly Option[];
  version: number;
  words: ImportWords;
  texts: FieldTexts;
};

/** How a file is read: what was found, to be corrected where it was found wrong. */
export function ReadingForm({
  title,
  isOpen,
  action,
  reading,
  encodings,
  delimiters,
  version,
  words,
  texts,
}: Props) {
  const [state, send] = useActionState(action, FRESH);
  const { format, sheets } = reading;
  const { rowsHint, submit, ...labels } = words.reading;
  const errorOf = (name: string) => state.fieldErrors[`reading.${name}`] ?? state.fieldErrors[name];
  const fieldErrors = Object.fromEntries(
    Object.entries(state.fieldErrors).map(([name, sentence]) => [name.replace(/^reading\./, ""), sentence]),
  );
  const field = (name: keyof typeof labels) => ({
    name,
    label: labels[name],
    error: errorOf(name),
    texts,
  });
  const isTable = format === "csv" || format === "xlsx";
  return (
    <Way title={title} isOpen={isOpen} state={state}>
      <FormShell
        state={{ ...state, fieldErrors }}
        send={send}
        version={version}
        labels={labels}
        texts={texts}
        className="grid gap-5 sm:grid-cols-2 max-w-3xl items-start"
      >
        {format === "csv" || format === "ndjson" ? (
          <SelectField
            {...field("encoding")}
            options={encodings}
            defaultValue={shownValue(state, "encoding", reading.encoding)}
          />
        ) : null}
        {format === "csv" ? (
          <SelectField
            {...field("delimiter")}
            options={delimiters}
            defaultValue={shownValue(state, "delimiter", reading.delimiter)}
          />
        ) : null}
        {format === "xlsx" ? (
          <SelectField
            {...field("sheet")}
            options={sheets.map((sheet) => ({ value: sheet, label: sheet }))}
            defaultValue={shownValue(state, "sheet", reading.sheet)}
          />
        ) : null}
        {isTable ? (
          <TextField
            {...field("headerRow")}
            inputMode="numeric"
            defaultValue={shownValue(state, "headerRow", String(reading.headerRow ?? 1))}
          />
        ) : (
          <TextField
            {...field("rows")}
            hint={rowsHint}
            dir="ltr"
            spellCheck={false}
            defaultValue={shownValue(state, "rows", reading.rows)}
          />
        )}
        {isTable ? (
          <CheckboxField
            {...field("hasTagRow")}
            defaultChecked={
              state.outcome === "fresh" ? reading.hasTagRow : state.typed.hasTagRow !== undefined
            }
          />
        ) : null}
        <div className="col-span-full">
          <SubmitButton isQuiet texts={texts}>
            {submit}
          </SubmitButton>
        </div>
      </FormShell>
    </Way>
  );
}
