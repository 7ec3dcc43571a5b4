"use client";

import { useActionState, useCallback, useEffect, useRef, useState } from "react";
import { type FormState, FRESH, type Typed } from "@/lib/forms/form-state";
import type { FieldTexts } from "../field-texts";
import { fillIn } from "../fill-in";
import { FormShell } from "../form-shell";
import { SubmitButton } from "../submit-button";
import type { ReviewWords } from "./article-words";
import { CandidateFields } from "./candidate-fields";
import type { CandidateView } from "./candidate-views";
import { useKeptArticle } from "./use-kept-article";

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>;
  /** Where the form is kept as it is filled in, and its figures are read back. */
  keepAt: string;
  candidates: readonly CandidateView[];
  claimants: readonly { id: string; name: string }[];
  measures: readonly { value: string; label: string }[];
  initial: Typed;
  words: ReviewWords;
  texts: FieldTexts;
};

/** The candidates of an article, each to be accepted, changed or rejected; nothing is on file until they are saved. */
export function ArticleReview({
  action,
  keepAt,
  candidates,
  claimants,
  measures,
  initial,
  words,
  texts,
}: Props) {
  const [state, send] = useActionState(action, FRESH);
  const form = useRef<HTMLFormElement>(null);
  const value = (name: string) => (state.typed[name] ?? initial[name])?.[0];
  const [counts, setCounts] = useState(() =>
    countIn((place) => value(`decision.${place}`) ?? "", candidates),
  );
  const kept = useKeptArticle(form, keepAt);
  const changed = useCallback(() => {
    if (!form.current) return;
    const held = new FormData(form.current);
    setCounts(countIn((place) => String(held.get(`decision.${place}`) ?? ""), candidates));
    kept.note();
  }, [candidates, kept.note]);
  useEffect(() => {
    const place = form.current;
    place?.addEventListener("input", changed);
    place?.addEventListener("change", changed);
    return () => {
      place?.removeEventListener("input", changed);
      place?.removeEventListener("change", changed);
    };
  }, [changed]);
  const decideAll = (decision: string) => {
    for (const { place } of candidates) {
      const boxes = form.current?.querySelectorAll<HTMLInputElement>(`input[name="decision.${place}"]`) ?? [];
      if ([...boxes].some((box) => box.checked && box.value !== "")) continue;
      for (const box of boxes) box.checked = box.value === decision;
    }
    changed();
  };
  const labels = Object.fromEntries(
    candidates.flatMap(({ place }) =>
      Object.entries(words.label).map(([name, label]) => [`${name}.${place}`, `${place + 1}: ${label}`]),
    ),
  );
  const all = claimants.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <FormShell
      ref={form}
      state={state}
      send={send}
      labels={labels}
      texts={texts}
      className="grid gap-4 min-w-0"
    >
      <div className="flex flex-wrap items-center gap-3">
        <button type="button" className="px-4 border-rule-strong" onClick={() => decideAll("accept")}>
          {words.acceptAll}
        </button>
        <button type="button" className="px-4 border-rule-strong" onClick={() => decideAll("reject")}>
          {words.rejectAll}
        </button>
        <p role="status" className="small text-muted">
          {fillIn(fillIn(words.decided, "decided", String(counts.decided)), "all", String(candidates.length))}{" "}
          {kept.state === "kept" ? words.kept : null}
          {kept.state === "failed" ? words.notKept : null}
          {kept.state === "signed_out" ? words.signedOut : null}
        </p>
      </div>
      <ol className="grid">
        {candidates.map((candidate) => (
          <CandidateFields
            key={candidate.place}
            candidate={candidate}
            value={value}
            errors={state.fieldErrors}
            readBack={kept.readBacks[candidate.place]}
            claimants={all}
            measures={measures}
            words={words}
            texts={texts}
          />
        ))}
      </ol>
      <div className="sticky bottom-0 bg-paper border-t border-rule py-3">
        <SubmitButton texts={texts}>
          {counts.accepted === 0 ? words.saveNone : fillIn(words.save, "count", String(counts.accepted))}
        </SubmitButton>
      </div>
    </FormShell>
  );
}

function countIn(decisionOf: (place: number) => string, candidates: readonly CandidateView[]) {
  const decisions = candidates.map(({ place }) => decisionOf(place));
  return {
    decided: decisions.filter((decision) => decision !== "").length,
    accepted: decisions.filter((decision) => decision === "accept").length,
  };
}
