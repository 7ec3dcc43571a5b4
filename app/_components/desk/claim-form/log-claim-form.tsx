"use client";

import { type RefObject, useActionState, useCallback, useEffect, useRef, useState } from "react";
import { type FormState, FRESH, type Typed } from "@/lib/forms/form-state";
import { CheckboxField } from "../checkbox-field";
import type { ComboboxHandle } from "../combobox";
import type { FieldTexts } from "../field-texts";
import { fillIn } from "../fill-in";
import { FormShell } from "../form-shell";
import { MakeDialog } from "../records/make-dialog";
import type { MakeWords } from "../records/make-words";
import { SubmitButton } from "../submit-button";
import { CarriedFields } from "./carried-fields";
import { ClaimFields, type Making, MoreClaimFields } from "./claim-fields";
import type { ClaimFormWords } from "./claim-form-words";
import { KnownPanel } from "./known-panel";
import { findKept, forgetKept, useDraft } from "./use-draft";
import { usePreview } from "./use-preview";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  /** What the form begins with: a draft, or what a saved claim of the same report left. */
  initial: Typed;
  draftId: string;
  submissionId: string;
  /** Whose it is, so that two people at one browser do not meet each other's words. */
  actorId: string;
  /** The address of the page: what this browser kept of another one stays there. */
  address: string;
  locale: string;
  words: ClaimFormWords;
  makeWords: MakeWords;
  texts: FieldTexts;
};

type Begun = { draftId: string; values: Typed; restoredAt: number | null };

/** Logging a claim, with what this browser kept of a form that was never sent. */
export function LogClaimForm(props: Props) {
  const { initial, draftId, actorId, address, locale, words } = props;
  const place = `counterclaim claim ${actorId} ${address}`;
  const [begun, setBegun] = useState<Begun>({ draftId, values: initial, restoredAt: null });
  const hasTyped = useRef(false);

  useEffect(() => {
    let isHere = true;
    void findKept(place, locale).then((kept) => {
      // Whoever types already is not interrupted; the older words stay among the drafts of the desk.
      if (kept && isHere && !hasTyped.current)
        setBegun({ draftId: kept.draftId, values: kept.values, restoredAt: kept.at });
    });
    return () => {
      isHere = false;
    };
  }, [place, locale]);

  const anew = () => {
    forgetKept(place);
    setBegun({ draftId, values: initial, restoredAt: null });
  };
  return (
    <>
      {begun.restoredAt === null ? null : (
        <p role="status" className="mb-5 border-s-3 border-ink ps-3">
          {fillIn(words.draft.restored, "time", timeOf(begun.restoredAt, locale))}{" "}
          <button type="button" className="link-button" onClick={anew}>
            {words.draft.anew}
          </button>
        </p>
      )}
      <BegunForm
        key={`${begun.draftId} ${begun.restoredAt}`}
        {...props}
        begun={begun}
        place={place}
        hasTyped={hasTyped}
      />
    </>
  );
}

type BegunProps = Props & { begun: Begun; place: string; hasTyped: RefObject<boolean> };

function BegunForm({ begun, place, hasTyped, ...props }: BegunProps) {
  const { action, locale, words, texts, makeWords } = props;
  const [state, send] = useActionState(action, FRESH);
  const form = useRef<HTMLFormElement>(null);
  const boxes = useRef<Record<string, ComboboxHandle | null>>({});
  const value = (name: string) => (state.typed[name] ?? begun.values[name])?.[0] ?? "";
  const [eventId, setEventId] = useState(value("eventId"));
  const [making, setMaking] = useState<Making | null>(null);
  const preview = usePreview(form, locale);
  const draft = useDraft(form, { place, locale, draftId: begun.draftId });

  const { ask } = preview;
  const { note } = draft;
  const changed = useCallback(() => {
    hasTyped.current = true;
    ask();
    note();
  }, [ask, note, hasTyped]);
  useEffect(() => ask(), [ask]);
  useListener(form, changed);
  useSaveKeys(form);

  const shared = {
    value,
    errors: state.fieldErrors,
    known: preview.words,
    eventId,
    locale,
    words,
    texts,
    isNew: true,
    onEvent: setEventId,
    onMake: setMaking,
    boxes,
  };
  return (
    <>
      <FormShell
        ref={form}
        state={state}
        send={send}
        labels={words.label}
        texts={texts}
        className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,36rem)_minmax(0,1fr)]"
      >
        <input type="hidden" name="draftId" value={begun.draftId} readOnly />
        <input
          type="hidden"
          name="submissionId"
          value={begun.values.submissionId?.[0] ?? props.submissionId}
          readOnly
        />
        <div className="grid gap-5 content-start">
          <ClaimFields {...shared} />
          <details open={hasAny(value, CARRIED)} className="border-t border-rule pt-3">
            <summary className="font-semibold">{words.carriedTitle}</summary>
            <div className="grid gap-5 mt-3">
              <CarriedFields {...shared} />
            </div>
          </details>
          <details open={hasAny(value, MORE)} className="border-t border-rule pt-3">
            <summary className="font-semibold">{words.moreTitle}</summary>
            <div className="grid gap-5 mt-3">
              <MoreClaimFields {...shared} />
            </div>
          </details>
        </div>
        <KnownPanel
          known={preview.words}
          hasFailed={preview.state === "failed"}
          answered={value}
          words={words}
          texts={texts}
        />
        <div className="grid gap-5 content-start">
          <CheckboxField
            name="submitForReview"
            label={words.label.submitForReview}
            hint={words.hint.submitForReview}
            defaultChecked={begun.values.type === undefined || value("submitForReview") === "yes"}
            texts={texts}
          />
          <div className="flex flex-wrap gap-3">
            <SubmitButton texts={texts} name="next" value="look">
              {words.save}
            </SubmitButton>
            <SubmitButton texts={texts} name="next" value="another" isQuiet>
              {words.another}
            </SubmitButton>
          </div>
          <p className="small text-muted">{words.keys}</p>
          <DraftNote
            draft={draft}
            isSignedOut={draft.isSignedOut || preview.state === "signed_out"}
            {...props}
          />
        </div>
      </FormShell>
      {making ? (
        <MakeDialog
          kind={making.kind}
          isOpen
          typed={making.typed}
          locale={locale}
          eventId={eventId || null}
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

const CARRIED = ["passage", "viaReportId", "viaClaimantId", "locator", "misreport", "driftRaw"];
const MORE = ["asOf", "eventTime", "translation", "relativeToId", "isForecast", "isFromMemory", "byHand"];

function hasAny(value: (name: string) => string, names: readonly string[]): boolean {
  return names.some((name) => value(name) !== "");
}

/** Tells of each change in a form, also those that its parts make by themselves. */
function useListener(form: RefObject<HTMLFormElement | null>, changed: () => void) {
  useEffect(() => {
    const listened = form.current;
    // A moment later: what is drawn anew between the key and the field's own listener would undo the key.
    const listen = () => setTimeout(changed);
    listened?.addEventListener("input", listen);
    listened?.addEventListener("change", listen);
    return () => {
      listened?.removeEventListener("input", listen);
      listened?.removeEventListener("change", listen);
    };
  }, [form, changed]);
}

/** Ctrl or Cmd with Enter saves, wherever the focus is in the form; with Shift it goes on with the same report. */
function useSaveKeys(form: RefObject<HTMLFormElement | null>) {
  useEffect(() => {
    const save = (event: KeyboardEvent) => {
      if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
      // A dialog that is open has the keys for itself.
      if (!form.current || document.querySelector("dialog[open]")) return;
      event.preventDefault();
      const then = event.shiftKey ? "another" : "look";
      form.current.requestSubmit(form.current.querySelector<HTMLButtonElement>(`button[value="${then}"]`));
    };
    document.addEventListener("keydown", save);
    return () => document.removeEventListener("keydown", save);
  }, [form]);
}

function DraftNote({
  draft,
  isSignedOut,
  words,
  locale,
}: Pick<Props, "words" | "locale"> & { draft: ReturnType<typeof useDraft>; isSignedOut: boolean }) {
  if (isSignedOut) {
    return (
      <p role="alert" className="border-s-3 border-flag ps-3">
        {words.draft.signedOut}{" "}
        <a href={`/${locale}/sign-in`} target="_blank" rel="noreferrer">
          {words.draft.signIn}
        </a>
      </p>
    );
  }
  const time = draft.at === null ? "" : timeOf(draft.at, locale);
  return (
    <p role="status" className="small text-muted">
      {draft.kept === "desk" ? fillIn(words.draft.kept, "time", time) : null}
      {draft.kept === "here" ? words.draft.keptHere : null}
    </p>
  );
}

function timeOf(instant: number, locale: string): string {
  return new Date(instant).toLocaleTimeString(locale, { hour: "2-digit", minute: "2-digit" });
}
