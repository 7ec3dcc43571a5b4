"use client";

import { type FormState, shownValue } from "@/lib/forms/form-state";
import type { FieldTexts } from "../field-texts";
import { SubmitButton } from "../submit-button";
import { TextArea } from "../text-area";
import type { QueueAct, QueueFormWords } from "./queue-words";

const REASON = "reason";

/** The key by which each act is come to, and whether it is done at once or leaves the focus at the reason. */
const KEY: Record<QueueAct, { key?: string; asks?: string }> = {
  publish: { key: "p", asks: REASON },
  return: { key: "r", asks: REASON },
  review: {},
  take: { key: "a" },
  giveBack: {},
};

type Props = {
  acts: readonly QueueAct[];
  state: FormState;
  /** How many are ticked, once the browser counts them. */
  ticked: string | null;
  words: QueueFormWords;
  texts: FieldTexts;
};

/** What is done with the claims that are ticked: one reason for all, and the buttons that do it. */
export function QueueActs({ acts, state, ticked, words, texts }: Props) {
  const isReasonAsked = acts.includes("return");
  return (
    <fieldset id="queue-acts" className="mt-4 border-t border-ink pt-3 grid gap-3">
      <legend className="sr-only">{words.title}</legend>
      <p className="flex flex-wrap gap-x-3 font-semibold" aria-hidden="true">
        {words.title}
        <span className="font-normal text-muted">{ticked}</span>
      </p>
      {isReasonAsked ? (
        <div className="measure-text">
          <TextArea
            name={REASON}
            label={words.reason}
            hint={words.reasonHint}
            error={state.fieldErrors[REASON]}
            rows={2}
            maxLength={2000}
            defaultValue={keptReason(state)}
            texts={texts}
          />
        </div>
      ) : null}
      <div className="flex flex-wrap gap-3">
        {acts.map((act, i) => (
          <span key={act} data-key={KEY[act].key} data-asks={isReasonAsked ? KEY[act].asks : undefined}>
            <SubmitButton name="act" value={act} isQuiet={i > 0} texts={texts}>
              {words.acts[act]}
            </SubmitButton>
          </span>
        ))}
      </div>
    </fieldset>
  );
}

/** What was typed stays until it was used for every claim that was ticked. */
function keptReason(state: FormState): string {
  return state.outcome === "done" ? "" : shownValue(state, REASON, "");
}
