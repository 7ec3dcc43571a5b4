"use client";

import type { ReactNode } from "react";
import { FieldNotes, RequiredMark } from "../field";
import type { FieldTexts } from "../field-texts";

/** A figure that may corroborate the claim: how it reads, how its tests ended, and the tests themselves. */
export type ShownCandidate = {
  id: string;
  label: ReactNode;
  result: string;
  testsTitle: ReactNode;
  tests: ReactNode;
  isIndependent: boolean;
};

type Props = {
  candidates: readonly ShownCandidate[];
  /** "12 more figures", and that not all are listed, where that is so. */
  more: string;
  capped: string | null;
  chosen: string;
  label: string;
  hint: string;
  error?: string;
  texts: FieldTexts;
};

const SHOWN_AT_ONCE = 5;

/** R12: one figure of another origin is chosen, with what each test found in sight. */
export function CorroborationChoice({ candidates, more, capped, chosen, label, hint, error, texts }: Props) {
  const [first, rest] = [candidates.slice(0, SHOWN_AT_ONCE), candidates.slice(SHOWN_AT_ONCE)];
  const list = (some: typeof candidates, isFirst: boolean) =>
    some.map((candidate, at) => (
      <Candidate
        key={candidate.id}
        candidate={candidate}
        id={isFirst && at === 0 ? "corroboratingId" : undefined}
        isChosen={candidate.id === chosen}
        isOpen={isFirst && at === 0}
        hasError={Boolean(error)}
      />
    ));
  return (
    <fieldset
      className="grid gap-1 min-w-0"
      aria-describedby={error ? "corroboratingId-error" : "corroboratingId-hint"}
    >
      <legend className="font-semibold">
        {label}
        <RequiredMark texts={texts} />
      </legend>
      <FieldNotes id="corroboratingId" hint={hint} error={error} texts={texts} />
      {capped ? <p className="small">{capped}</p> : null}
      {list(first, true)}
      {rest.length > 0 ? (
        <details open={rest.some(({ id }) => id === chosen)} className="border-t border-rule">
          <summary className="py-3 font-semibold">{more}</summary>
          {list(rest, false)}
        </details>
      ) : null}
    </fieldset>
  );
}

type CandidateProps = {
  candidate: ShownCandidate;
  id?: string;
  isChosen: boolean;
  isOpen: boolean;
  hasError: boolean;
};

function Candidate({ candidate, id, isChosen, isOpen, hasError }: CandidateProps) {
  const { label, result, testsTitle, tests, isIndependent } = candidate;
  return (
    <div className="border-t border-rule py-2">
      <label className="flex items-start gap-3 py-2 min-h-11">
        <input
          id={id}
          type="radio"
          name="corroboratingId"
          value={candidate.id}
          defaultChecked={isChosen}
          // By this the style shows the field for the reason: also where no script runs.
          data-fails={isIndependent ? undefined : ""}
          aria-invalid={hasError ? true : undefined}
          className="size-5 min-h-0 mt-0.5 shrink-0 accent-ink"
        />
        <span>
          {label}
          <span className="block small text-muted">{result}</span>
        </span>
      </label>
      <details open={isOpen || isChosen} className="ms-8">
        <summary className="py-1 small">{testsTitle}</summary>
        {tests}
      </details>
    </div>
  );
}
