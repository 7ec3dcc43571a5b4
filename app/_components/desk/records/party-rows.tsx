"use client";

import { useState } from "react";
import { FieldNotes } from "../field";
import { fillIn } from "../fill-in";
import { RecordChoice } from "./record-choice";
import { RecordSelect, RecordText } from "./record-controls";
import type { RecordGround } from "./record-ground";

/** The parties of an event, a row each: the claimant, its side and its role. Rows can be added and taken away. */
export function PartyRows({ ground }: { ground: RecordGround }) {
  const [rows, setRows] = useState(() => ground.values.party ?? []);
  const { words, texts, label, hint, errors, idPrefix } = ground;
  const add = () => setRows([...rows, String(Math.max(-1, ...rows.map(Number)) + 1)]);
  return (
    <fieldset id={`${idPrefix}parties`} tabIndex={-1} className="grid gap-3 min-w-0">
      <legend className="font-semibold">{label.parties}</legend>
      <FieldNotes id={`${idPrefix}parties`} hint={hint.parties} error={errors.parties} texts={texts} />
      {rows.map((row, at) => {
        const inRow = { ...ground, label: labelsOf(row, label), hint: {} };
        return (
          <fieldset
            key={row}
            className="grid gap-3 sm:grid-cols-2 sm:items-end border-s-3 border-rule-strong ps-3 min-w-0"
          >
            <legend className="small text-muted">
              {fillIn(words.event.party, "number", String(at + 1))}
            </legend>
            <input type="hidden" name="party" value={row} readOnly />
            <RecordChoice ground={inRow} name={`party${row}Claimant`} kind="claimant" makes="claimant" />
            <div className="grid gap-3 grid-cols-2 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] items-end">
              <RecordText ground={inRow} name={`party${row}Side`} maxLength={100} />
              <RecordSelect
                ground={inRow}
                name={`party${row}Role`}
                options={words.event.roles}
                blank={words.record.none}
              />
              <button
                type="button"
                className="max-sm:justify-self-start"
                aria-label={fillIn(words.record.removeNth, "number", String(at + 1))}
                onClick={() => setRows(rows.filter((other) => other !== row))}
              >
                {words.record.remove}
              </button>
            </div>
          </fieldset>
        );
      })}
      <div>
        <button type="button" onClick={add}>
          {words.event.addParty}
        </button>
      </div>
    </fieldset>
  );
}

function labelsOf(row: string, label: RecordGround["label"]): RecordGround["label"] {
  return {
    [`party${row}Claimant`]: label.partyClaimant ?? "",
    [`party${row}Side`]: label.partySide ?? "",
    [`party${row}Role`]: label.partyRole ?? "",
  };
}
