"use client";

import { useState } from "react";
import type { FieldTexts } from "./field-texts";
import { fillIn } from "./fill-in";
import { type TheirValue, takeIntoForm } from "./take-into-form";

/** A field that two people left different: in words, and where they differ from those, the value that is sent. */
export type Difference = TheirValue & { label: string; mine: string };

type ConflictProps = {
  differences: readonly Difference[];
  /** Puts their value into the form, and says whether it could; without it, the control of that name takes it. */
  onTake?: (difference: Difference) => boolean;
  texts: FieldTexts;
};

/** R33: both versions side by side, field by field, above the form that still holds all that was typed. */
export function ConflictTable({ differences, onTake, texts }: ConflictProps) {
  const [taken, setTaken] = useState<readonly string[]>([]);
  const [told, setTold] = useState("");
  const words = texts.conflict;

  const take = (difference: Difference, button: HTMLElement) => {
    const isTaken = onTake ? onTake(difference) : takeIntoForm(button.closest("form"), difference);
    if (isTaken) setTaken([...taken, difference.field]);
    setTold(fillIn(isTaken ? words.isTaken : words.byHand, "label", difference.label));
  };
  return (
    <section className="my-5 border-2 border-flag bg-panel px-4 py-3" aria-labelledby="conflict-title">
      <h2 id="conflict-title" className="font-sans text-base">
        {words.title}
      </h2>
      <p className="mt-1 measure-text">{words.intro}</p>
      <table className="mt-3 w-full border-collapse max-sm:block sm:table-fixed [&_:is(td,th)]:text-start [&_:is(td,th)]:align-top [&_:is(td,th)]:py-2 [&_:is(td,th)]:pe-4">
        <caption className="sr-only">{words.title}</caption>
        <thead className="max-sm:sr-only [&_th]:small [&_th]:text-muted border-b border-ink">
          <tr>
            <th scope="col">{words.field}</th>
            <th scope="col">{words.mine}</th>
            <th scope="col">{words.theirs}</th>
            <th scope="col" className="sm:w-36">
              <span className="sr-only">{words.decision}</span>
            </th>
          </tr>
        </thead>
        <tbody className="max-sm:block">
          {differences.map((difference) => (
            <tr key={difference.field} className="border-b border-rule max-sm:block max-sm:py-2">
              <th scope="row" className="font-semibold max-sm:block">
                {difference.label}
              </th>
              <Version label={words.mine} text={difference.mine} blank={words.blank} />
              <Version label={words.theirs} text={difference.theirs} blank={words.blank} />
              <td className="max-sm:block">
                <button
                  type="button"
                  className="whitespace-nowrap"
                  aria-disabled={taken.includes(difference.field) || undefined}
                  onClick={({ currentTarget }) => {
                    if (!taken.includes(difference.field)) take(difference, currentTarget);
                  }}
                >
                  {taken.includes(difference.field) ? words.taken : words.take}
                  <span className="sr-only"> {difference.label}</span>
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p role="status" className="small">
        {told}
      </p>
    </section>
  );
}

function Version({ label, text, blank }: { label: string; text: string; blank: string }) {
  return (
    <td className="max-sm:block whitespace-pre-wrap wrap-break-word">
      <span aria-hidden="true" className="sm:hidden small text-muted block">
        {label}
      </span>
      {text === "" ? <span className="text-muted">{blank}</span> : <bdi>{text}</bdi>}
    </td>
  );
}
