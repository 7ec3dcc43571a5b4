"use client";

import { useActionState, useCallback, useEffect, useRef, useState } from "react";
import { type FormState, FRESH, type Typed } from "@/lib/forms/form-state";
import type { ComboboxHandle } from "../combobox";
import type { FieldTexts } from "../field-texts";
import { FormShell } from "../form-shell";
import { MakeDialog } from "../records/make-dialog";
import type { MakeWords } from "../records/make-words";
import { SubmitButton } from "../submit-button";
import { TextArea } from "../text-area";
import { ClaimFields, type Making, MoreClaimFields } from "./claim-fields";
import type { ClaimFormWords } from "./claim-form-words";
import { KnownPanel } from "./known-panel";
import { usePreview } from "./use-preview";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  initial: Typed;
  version: number;
  eventId: string;
  /** Of what is public: the reason that readers will see. */
  needsReason: boolean;
  /** The button: "Amend in public". */
  submit: string;
  more: string;
  reasonHint: string;
  locale: string;
  words: ClaimFormWords;
  makeWords: MakeWords;
  texts: FieldTexts;
};

// Sent along and not shown: which claim it is, and in which zone its dates were read.
const HIDDEN = ["claimId", "statedKept", "asOfKept", "eventTimeKept"];

/** The form of a claim on file: the fields of logging, with what the claim holds, or held once. */
export function EditClaimForm(props: Props) {
  const { action, initial, version, eventId, needsReason, locale, words, makeWords, texts } = props;
  const [state, send] = useActionState(action, FRESH);
  const form = useRef<HTMLFormElement>(null);
  const boxes = useRef<Record<string, ComboboxHandle | null>>({});
  const [making, setMaking] = useState<Making | null>(null);
  const { ask, ...preview } = usePreview(form, locale);
  // A box that was unticked is not among what was typed.
  const typed = state.outcome === "fresh" ? initial : state.typed;
  const value = useCallback((name: string) => typed[name]?.[0] ?? "", [typed]);

  useEffect(() => {
    const listened = form.current;
    ask();
    listened?.addEventListener("input", ask);
    listened?.addEventListener("change", ask);
    return () => {
      listened?.removeEventListener("input", ask);
      listened?.removeEventListener("change", ask);
    };
  }, [ask]);

  const shared = {
    value,
    errors: state.fieldErrors,
    known: preview.words,
    eventId,
    locale,
    words,
    texts,
    isNew: false,
    onMake: setMaking,
    boxes,
  };
  return (
    <>
      <FormShell
        ref={form}
        state={state}
        send={send}
        version={version}
        labels={words.label}
        texts={texts}
        className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,36rem)_minmax(0,1fr)]"
      >
        {HIDDEN.map((name) => (
          <input key={name} type="hidden" name={name} value={initial[name]?.[0] ?? ""} readOnly />
        ))}
        <div className="grid gap-5 content-start lg:row-span-2">
          <ClaimFields {...shared} />
          <details open className="border-t border-rule pt-3">
            <summary className="font-semibold">{props.more}</summary>
            <div className="grid gap-5 mt-3">
              <MoreClaimFields {...shared} />
            </div>
          </details>
          {needsReason ? (
            <TextArea
              name="reason"
              label={words.label.reason}
              hint={props.reasonHint}
              error={state.fieldErrors.reason}
              required
              maxLength={2000}
              rows={3}
              defaultValue={value("reason")}
              texts={texts}
            />
          ) : null}
          <div>
            <SubmitButton texts={texts}>{props.submit}</SubmitButton>
          </div>
        </div>
        <KnownPanel
          // What was asked when it was logged is decided on the claim's own page.
          known={preview.words && { ...preview.words, twins: [], supersedes: [] }}
          hasFailed={preview.state === "failed"}
          answered={value}
          words={words}
          texts={texts}
        />
      </FormShell>
      {making ? (
        <MakeDialog
          kind={making.kind}
          isOpen
          typed={making.typed}
          locale={locale}
          eventId={eventId}
          words={makeWords}
          texts={texts}
          onClose={() => setMaking(null)}
          onMade={(choice) => {
            boxes.current[making.field]?.take(choice);
            setMaking(null);
            boxes.current[making.field]?.focus();
          }}
        />
      ) : null}
    </>
  );
}
