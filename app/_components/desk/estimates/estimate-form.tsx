"use client";

import { type ReactNode, useActionState, useEffect, useRef } from "react";
import { type FormState, FRESH, type Typed } from "@/lib/forms/form-state";
import { ChoiceSet } from "../choice-set";
import type { FieldTexts } from "../field-texts";
import { fillIn } from "../fill-in";
import { FormShell } from "../form-shell";
import { SubmitButton } from "../submit-button";
import { TextArea } from "../text-area";
import { TextField } from "../text-field";
import type { EstimateWords } from "./estimate-words";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  initial: Typed;
  /** The number of the newest estimate that was read; 0: none (R33). */
  number: number;
  candidates: readonly { value: string; label: ReactNode; hint: ReactNode }[];
  words: EstimateWords;
  texts: FieldTexts;
};

/** How the words were read, and by which key the next press says that this was seen. */
type Reading = { key: string; said: string };

/** The form of an estimate. Its first press shows how the words are read; the next one publishes it. */
export function EstimateForm({ action, initial, number, candidates, words, texts }: Props) {
  const [state, send] = useActionState(action, FRESH);
  const typed = state.outcome === "fresh" ? initial : state.typed;
  const errors = state.fieldErrors;
  const reading = state.outcome === "done" ? (state.result as Reading) : null;
  return (
    <FormShell
      state={state}
      send={send}
      version={number}
      labels={words.label}
      texts={texts}
      className="grid gap-6 max-w-[40rem]"
    >
      <TextField
        name="raw"
        label={words.label.raw}
        hint={words.hint.raw}
        error={errors.raw}
        required
        maxLength={300}
        defaultValue={typed.raw?.[0] ?? ""}
        texts={texts}
      />
      <ChoiceSet
        type="checkbox"
        name="inputs"
        label={words.label.inputs}
        hint={words.hint.inputs}
        error={errors.inputs}
        required
        options={candidates}
        defaultValues={typed.inputs ?? []}
        texts={texts}
      />
      <TextArea
        name="method"
        label={words.label.method}
        hint={words.hint.method}
        error={errors.method}
        required
        rows={5}
        maxLength={4000}
        defaultValue={typed.method?.[0] ?? ""}
        texts={texts}
      />
      {reading ? <ReadBack reading={reading} words={words} /> : null}
      <div>
        <SubmitButton texts={texts}>{reading ? words.publish : words.look}</SubmitButton>
      </div>
    </FormShell>
  );
}

/** Takes the focus when it appears: it is what has to be read before the next press. */
function ReadBack({ reading: { key, said }, words }: { reading: Reading; words: EstimateWords }) {
  const note = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (said) note.current?.focus();
  }, [said]);
  return (
    <div ref={note} tabIndex={-1} className="bg-panel border-s-3 border-ink px-4 py-3">
      <input type="hidden" name="readAs" value={key} readOnly />
      <p className="font-semibold">{fillIn(words.readAs, "reading", said)}</p>
      <p className="small">{words.readAsWhy}</p>
    </div>
  );
}
