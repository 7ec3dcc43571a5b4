"use client";

import { useId } from "react";
import { type FormState, FRESH } from "@/lib/forms/form-state";
import type { Choice } from "@/lib/search/types";
import { Dialog } from "../dialog";
import type { FieldTexts } from "../field-texts";
import type { MakeKind, MakeWords } from "./make-words";
import { RecordForm } from "./record-form";

type Props = {
  kind: MakeKind;
  isOpen: boolean;
  /** What was typed where the record was looked for: it becomes its name, or the address of a report. */
  typed: string;
  locale: string;
  /** Whose measures; in whose zone dates are read. */
  eventId: string | null;
  words: MakeWords;
  texts: FieldTexts;
  onClose: () => void;
  /** Called with the record that was made, or with one on file that was found to be it. */
  onMade: (choice: Choice) => void;
};

/** Makes a record without leaving the form in which it was missed. */
export function MakeDialog({ kind, isOpen, typed, locale, eventId, words, texts, onClose, onMade }: Props) {
  const id = useId();
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={words[kind].new} texts={texts}>
      <RecordForm
        kind={kind}
        action={(_, form) => send(`/${locale}/desk/make/${kind}`, form, words.record.notSent)}
        initial={beginOf(kind, typed)}
        idPrefix={`${kind}${id}`}
        locale={locale}
        eventId={eventId}
        words={words}
        texts={texts}
        isOnTheSpot
        onDone={(made) => {
          if (made) onMade(made as Choice);
          else onClose();
        }}
      />
    </Dialog>
  );
}

const NAME_FIELD = { event: "title", claimant: "name", publication: "name", measure: "label", report: "url" };

function beginOf(kind: MakeKind, typed: string) {
  return { [NAME_FIELD[kind]]: [typed] };
}

// By a route and not by an action: the page below is not to be rendered anew, with a form on it that is half filled in.
async function send(address: string, form: FormData, notSent: string): Promise<FormState> {
  const typed: FormState["typed"] = {};
  for (const [name, value] of form.entries())
    if (typeof value === "string") typed[name] = [...(typed[name] ?? []), value];
  try {
    const answer = await fetch(address, { method: "POST", body: form });
    if (!answer.ok) throw new Error(`${answer.status}`);
    return (await answer.json()) as FormState;
  } catch {
    return { ...FRESH, outcome: "refused", message: notSent, typed };
  }
}
