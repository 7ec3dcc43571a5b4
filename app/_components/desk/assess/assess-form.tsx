"use client";

import clsx from "clsx";
import { type ReactNode, useActionState } from "react";
import { type FormState, FRESH, type Typed } from "@/lib/forms/form-state";
import type { Verification } from "@/lib/vocabulary";
import { ChoiceSet } from "../choice-set";
import type { FieldTexts } from "../field-texts";
import { FormShell } from "../form-shell";
import { SubmitButton } from "../submit-button";
import { TextArea } from "../text-area";
import type { AssessWords } from "./assess-words";
import { CorroborationChoice, type ShownCandidate } from "./corroboration-choice";
import { EvidenceRows } from "./evidence-rows";
import { evidenceRowsOf, labelsOfRows } from "./row-names";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  initial: Typed;
  /** Of the claim (R33). */
  version: number;
  eventId: string;
  candidates: readonly ShownCandidate[];
  more: string;
  capped: string | null;
  /** Why "corroborated" cannot be chosen; null where it can. */
  nothing: string | null;
  /** What each status would touch: shown before it is published. */
  touches: Readonly<Record<Verification, ReactNode>>;
  words: AssessWords;
  texts: FieldTexts;
  locale: string;
};

/** The form of an assessment. What belongs to a status is shown with it by style alone, so that it needs no script. */
export function AssessForm(props: Props) {
  const { initial, version, candidates, nothing, touches, words, texts } = props;
  const [state, send] = useActionState(props.action, FRESH);
  const typed = state.outcome === "fresh" ? initial : state.typed;
  const value = (name: string) => typed[name]?.[0] ?? "";
  const errors = state.fieldErrors;
  const rows = evidenceRowsOf(typed);
  const area = (name: "reason" | "whatWouldChange" | "overrideReason", isRequired: boolean) => (
    <TextArea
      name={name}
      label={words.label[name]}
      hint={words.hint[name]}
      error={errors[name]}
      required={isRequired}
      rows={name === "reason" ? 5 : 3}
      maxLength={name === "reason" ? 4000 : 2000}
      defaultValue={value(name)}
      texts={texts}
    />
  );
  return (
    <FormShell
      state={state}
      send={send}
      version={version}
      labels={{ ...words.label, ...labelsOfRows(errors, rows, words) }}
      texts={texts}
      className="group/assess grid gap-6 max-w-[40rem]"
    >
      <input type="hidden" name="readNumber" value={initial.readNumber?.[0] ?? ""} readOnly />
      <input type="hidden" name="readClaim" value={initial.readClaim?.[0] ?? ""} readOnly />
      <ChoiceSet
        type="radio"
        name="status"
        label={words.label.status}
        hint={nothing}
        error={errors.status}
        required
        options={words.statuses}
        defaultValues={typed.status ?? []}
        texts={texts}
      />
      {candidates.length > 0 ? (
        <div className={clsx("gap-5", SHOWN_WITH.corroborated)}>
          <CorroborationChoice
            candidates={candidates}
            more={props.more}
            capped={props.capped}
            chosen={value("corroboratingId")}
            label={words.label.corroboratingId}
            hint={words.hint.corroboratingId}
            error={errors.corroboratingId}
            texts={texts}
          />
          <div
            className={errors.overrideReason ? "grid" : "hidden group-has-[[data-fails]:checked]/assess:grid"}
          >
            {area("overrideReason", true)}
          </div>
        </div>
      ) : null}
      {area("reason", true)}
      <EvidenceRows
        initial={rows}
        typed={typed}
        errors={errors}
        eventId={props.eventId}
        words={words}
        texts={texts}
        locale={props.locale}
      />
      {area("whatWouldChange", false)}
      {words.statuses.map(({ value: status }) => (
        <div key={status} className={SHOWN_WITH[status]}>
          {touches[status]}
        </div>
      ))}
      <div>
        <SubmitButton texts={texts}>{words.submit}</SubmitButton>
      </div>
    </FormShell>
  );
}

// Written out, since the style sheet is made of the words that stand in the code.
const SHOWN_WITH: Record<Verification, string> = {
  unverified: "hidden group-has-[[value=unverified]:checked]/assess:grid",
  corroborated: "hidden group-has-[[value=corroborated]:checked]/assess:grid",
  documented: "hidden group-has-[[value=documented]:checked]/assess:grid",
  refuted: "hidden group-has-[[value=refuted]:checked]/assess:grid",
  unverifiable: "hidden group-has-[[value=unverifiable]:checked]/assess:grid",
};
