"use client";

import { type ChangeEvent, useEffect, useRef } from "react";
import type { FieldsProps } from "./fields-props";
import { measureLabel, unitFor } from "./measure-label";
import { RecordChoice } from "./record-choice";
import { RecordSelect, RecordSet, RecordText } from "./record-controls";
import { RecordDate } from "./record-date";

/** The fields of a measure. Its name and unit are proposed from the rest as long as nobody wrote them by hand. */
export function MeasureFields({ ground, eventId, isEdit }: FieldsProps) {
  const words = ground.words.measure;
  const fields = useRef<HTMLDivElement>(null);
  const propose = (form: HTMLFormElement | null) => {
    if (!form || isEdit) return;
    const held = new FormData(form);
    const unit = unitFor(held.getAll("kinds").map(String), words);
    ground.propose({ ...(unit && { unit: [unit] }), label: [measureLabel(held, unit, words)] });
  };
  const proposeFrom = ({ target }: ChangeEvent<HTMLElement>) => {
    const { form, name } = target as HTMLInputElement;
    // What a person writes there is theirs, and while they do nothing is proposed.
    if (name !== "label" && name !== "unit") propose(form);
  };
  const first = useRef(propose);
  // What was ticked before this ran in the browser counts as well.
  useEffect(() => first.current(fields.current?.closest("form") ?? null), []);
  return (
    <div ref={fields} className="grid gap-5 min-w-0" onChange={proposeFrom}>
      <input type="hidden" name="eventId" value={eventId ?? ""} readOnly />
      <RecordSet ground={ground} name="kinds" type="checkbox" required isInline options={words.kinds} />
      <RecordSelect ground={ground} name="personClass" options={words.personClasses} />
      <RecordSet ground={ground} name="total" type="radio" options={words.totals} />
      <details open={hasAny(ground.values) || ground.errors.period !== undefined}>
        <summary className="font-semibold">{words.scopeTitle}</summary>
        <div className="mt-3 grid gap-5">
          <RecordText ground={ground} name="nationality" maxLength={200} />
          <RecordText ground={ground} name="demographic" maxLength={200} />
          <RecordText ground={ground} name="area" maxLength={200} />
          <RecordDate ground={ground} name="period" eventId={eventId} />
          <RecordSelect ground={ground} name="cause" options={words.causes} />
          <RecordChoice ground={ground} name="partOfId" kind="measure" eventId={eventId} />
        </div>
      </details>
      <RecordText ground={ground} name="unit" required maxLength={100} />
      <RecordText ground={ground} name="label" required maxLength={200} />
    </div>
  );
}

const SCOPE = ["nationality", "demographic", "area", "period", "partOfIdLabel"];

function hasAny(values: Readonly<Record<string, string[]>>): boolean {
  return (
    SCOPE.some((name) => Boolean(values[name]?.[0])) || (values.cause?.[0] ?? "unspecified") !== "unspecified"
  );
}
