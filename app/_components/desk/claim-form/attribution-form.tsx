"use client";

import { useActionState, useRef, useState } from "react";
import { type FormState, FRESH, type Typed } from "@/lib/forms/form-state";
import { Combobox, type ComboboxHandle } from "../combobox";
import type { FieldTexts } from "../field-texts";
import { FormShell } from "../form-shell";
import { MakeDialog } from "../records/make-dialog";
import type { MakeWords } from "../records/make-words";
import { SelectField } from "../select-field";
import { SubmitButton } from "../submit-button";
import { TextArea } from "../text-area";
import { CarriedFields } from "./carried-fields";
import type { Making } from "./claim-fields";
import type { ClaimFormWords } from "./claim-form-words";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  initial: Typed;
  /** Of the claim while a report is attached, of the attribution once it is (R33). */
  version: number;
  eventId: string;
  /** Of what readers see: why; null where nobody asks. */
  reason: { label: string; hint: string } | null;
  downward: { label: string; blank: string };
  submit: string;
  locale: string;
  words: ClaimFormWords;
  makeWords: MakeWords;
  texts: FieldTexts;
};

/** How one report carries one claim. */
export function AttributionForm(props: Props) {
  const { action, initial, version, eventId, reason, downward, locale, words, makeWords, texts } = props;
  const [state, send] = useActionState(action, FRESH);
  const boxes = useRef<Record<string, ComboboxHandle | null>>({});
  const [making, setMaking] = useState<Making | null>(null);
  const typed = state.outcome === "fresh" ? initial : state.typed;
  const value = (name: string) => typed[name]?.[0] ?? "";
  const errors = state.fieldErrors;
  return (
    <>
      <FormShell
        state={state}
        send={send}
        version={version}
        labels={words.label}
        texts={texts}
        className="grid gap-5 max-w-[36rem]"
      >
        <Combobox
          name="reportId"
          kind="report"
          label={words.label.reportId}
          hint={words.hint.reportId}
          error={errors.reportId}
          required
          locale={locale}
          eventId={eventId}
          initial={value("reportIdLabel") ? { id: value("reportId"), label: value("reportIdLabel") } : null}
          onCreate={(text) => setMaking({ field: "reportId", kind: "report", typed: text })}
          texts={texts}
          ref={(handle) => {
            boxes.current.reportId = handle;
          }}
        />
        <CarriedFields
          value={value}
          errors={errors}
          words={words}
          texts={texts}
          locale={locale}
          eventId={eventId}
          onMake={setMaking}
          boxes={boxes}
        />
        <SelectField
          name="downwardReason"
          label={downward.label}
          blank={downward.blank}
          options={words.downwardReasons}
          error={errors.downwardReason}
          defaultValue={value("downwardReason")}
          texts={texts}
        />
        {reason ? (
          <TextArea
            name="reason"
            label={reason.label}
            hint={reason.hint}
            error={errors.reason}
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
