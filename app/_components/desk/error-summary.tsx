"use client";

import { useEffect, useRef } from "react";
import type { FieldTexts } from "./field-texts";

type SummaryProps = {
  /** A sentence by the id of its field. */
  errors: Readonly<Record<string, string>>;
  /** The labels of the fields by id; a sentence of a field without one stands alone. */
  labels?: Readonly<Record<string, string>>;
  /** A sentence on the whole form. */
  message?: string | null;
  /** What is new with each answer of the server, so that the same errors again are told again. */
  answer?: unknown;
  texts: FieldTexts;
};

/** What keeps a form from being saved, with a link to each field. Takes the focus when it appears. */
export function ErrorSummary({ errors, labels = {}, message, answer, texts }: SummaryProps) {
  const summary = useRef<HTMLDivElement>(null);
  const fields = Object.entries(errors);
  const isShown = fields.length > 0 || Boolean(message);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each new answer is told, also when it says the same
  useEffect(() => {
    if (isShown) summary.current?.focus();
  }, [isShown, answer]);

  if (!isShown) return null;
  return (
    <div
      ref={summary}
      role="alert"
      tabIndex={-1}
      className="my-5 border-2 border-flag bg-panel px-4 py-3 measure-text"
    >
      <h2 className="font-sans text-base">{texts.problems}</h2>
      {message ? <p className="mt-1">{message}</p> : null}
      {fields.length > 0 ? (
        <ul className="mt-1">
          {fields.map(([id, sentence]) => (
            <li key={id}>
              <a href={`#${id}`} className="inline-block py-1 text-flag">
                {labels[id] ? `${labels[id]}: ${sentence}` : sentence}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
