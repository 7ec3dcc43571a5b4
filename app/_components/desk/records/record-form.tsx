"use client";

import { type ReactNode, useActionState, useEffect, useRef } from "react";
import { type FormState, FRESH, type Typed } from "@/lib/forms/form-state";
import { ConflictTable, type Difference } from "../conflict-table";
import { ErrorSummary } from "../error-summary";
import type { FieldTexts } from "../field-texts";
import { SubmitButton } from "../submit-button";
import { UnsavedWarning } from "../unsaved-warning";
import { ClaimantFields } from "./claimant-fields";
import { EventFields } from "./event-fields";
import type { MakeKind, MakeWords } from "./make-words";
import { MeasureFields } from "./measure-fields";
import { PublicationFields } from "./publication-fields";
import { RecordArea, RecordText } from "./record-controls";
import type { RecordGround } from "./record-ground";
import { ReportFields } from "./report-fields";
import { useFilledIn } from "./use-filled-in";

type Props = {
  kind: MakeKind;
  action: (state: FormState, form: FormData) => Promise<FormState>;
  /** What the form begins with, by the names of its fields. */
  initial: Typed;
  /** The version that was read, where a record on file is changed (R33). */
  version?: number;
  /** Whether readers see the record, so that a change needs its reason. */
  isPublic?: boolean;
  /** In a dialog: only what is needed to go on. */
  isOnTheSpot?: boolean;
  idPrefix?: string;
  locale: string;
  eventId?: string | null;
  words: MakeWords;
  texts: FieldTexts;
  /** What else is sent, such as what the record is made of. */
  children?: ReactNode;
  /** The button, where it says another verb. */
  submit?: string;
  /** Called with the result of the action where that leads to no other page, and with a record found on file. */
  onDone?: (result: unknown) => void;
};

/** The form in which a record is made or changed: the same on a page of its own and in a dialog. */
export function RecordForm(props: Props) {
  const { kind, action, initial, version, isPublic = false, isOnTheSpot = false, idPrefix = "" } = props;
  const { locale, eventId = null, words, texts, onDone, children } = props;
  const { submit = version === undefined ? words[kind].create : words[kind].save } = props;
  const [state, send] = useActionState(action, FRESH);
  const form = useRef<HTMLFormElement>(null);
  const filled = useFilledIn(form, state);
  const isRefused = !["fresh", "done"].includes(state.outcome);

  const done = useRef(onDone);
  done.current = onDone;
  useEffect(() => {
    if (state.outcome === "done") done.current?.(state.result);
  }, [state]);

  const ground: RecordGround = {
    values: { ...DEFAULTS[kind], ...initial, ...state.typed, ...filled.values },
    errors: state.fieldErrors,
    turns: filled.turns,
    idPrefix,
    label: words[kind].label,
    hint: words[kind].hint,
    locale,
    words,
    texts,
    propose: filled.propose,
    fill: filled.fill,
  };
  const take = ({ field, theirs, theirsValue }: Difference) => {
    filled.fill(field, theirsValue ? (JSON.parse(theirsValue) as Typed) : { [field]: [theirs] });
    return true;
  };
  const Fields = FIELDS[kind];
  return (
    <form ref={form} action={send} noValidate className="grid gap-5 measure-text">
      <ErrorSummary
        errors={withPrefix(state.fieldErrors, idPrefix)}
        labels={withPrefix(words[kind].label, idPrefix)}
        message={isRefused ? state.message : null}
        answer={state}
        texts={texts}
      />
      {state.differences.length > 0 ? (
        <ConflictTable differences={state.differences} onTake={take} texts={texts} />
      ) : null}
      {version === undefined ? null : (
        // Who has seen the other version saves over that one.
        <input type="hidden" name="version" value={state.version ?? version} readOnly />
      )}
      {isOnTheSpot ? null : <input type="hidden" name="then" value="page" readOnly />}
      {children}
      <Fields
        ground={ground}
        eventId={eventId}
        isOnTheSpot={isOnTheSpot}
        isEdit={version !== undefined}
        onUse={isOnTheSpot ? onDone : undefined}
      />
      {isOnTheSpot || kind === "report" ? null : <AddressDetails ground={ground} />}
      {isPublic ? (
        <RecordArea
          ground={{ ...ground, hint: { reason: words.record.reasonHint } }}
          name="reason"
          required
          rows={2}
          maxLength={1000}
        />
      ) : null}
      <div>
        <SubmitButton texts={texts}>{submit}</SubmitButton>
      </div>
      {isOnTheSpot ? null : <UnsavedWarning isDirty={isRefused} />}
    </form>
  );
}

const FIELDS = {
  event: EventFields,
  claimant: ClaimantFields,
  publication: PublicationFields,
  measure: MeasureFields,
  report: ReportFields,
};

const DEFAULTS: Record<MakeKind, Typed> = {
  event: { fourEyes: ["yes"] },
  claimant: {},
  publication: {},
  measure: { personClass: ["unspecified"], cause: ["unspecified"], total: ["running_total"] },
  report: { medium: ["web"], isRead: ["yes"], publishedZone: ["UTC"], archiveState: ["none"] },
};

function AddressDetails({ ground }: { ground: RecordGround }) {
  return (
    <details open={ground.errors.slug !== undefined}>
      <summary>{ground.words.record.addressTitle}</summary>
      <div className="mt-2">
        <RecordText ground={ground} name="slug" dir="ltr" spellCheck={false} maxLength={80} />
      </div>
    </details>
  );
}

function withPrefix(words: Readonly<Record<string, string>>, prefix: string): Record<string, string> {
  return Object.fromEntries(Object.entries(words).map(([name, word]) => [prefix + name, word]));
}
