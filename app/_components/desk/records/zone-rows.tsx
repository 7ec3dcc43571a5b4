"use client";

import { useState } from "react";
import { FieldNotes } from "../field";
import { ZoneField } from "../zone-field";
import type { RecordGround } from "./record-ground";

const ZONES_MAX = 5;

/** Further zones in which the time of an event is told: up to five fields of one name. */
export function ZoneRows({ ground }: { ground: RecordGround }) {
  const begun = ground.values.otherZones ?? [];
  const [count, setCount] = useState(begun.length);
  const { words, texts, label, hint, errors, idPrefix } = ground;
  return (
    <fieldset id={`${idPrefix}otherZones`} tabIndex={-1} className="grid gap-3 min-w-0">
      <legend className="font-semibold">{label.otherZones}</legend>
      <FieldNotes
        id={`${idPrefix}otherZones`}
        hint={hint.otherZones}
        error={errors.otherZones}
        texts={texts}
      />
      {Array.from({ length: count }, (_, at) => (
        <ZoneField
          // biome-ignore lint/suspicious/noArrayIndexKey: a field is its place
          key={at}
          name="otherZones"
          id={`${idPrefix}otherZones-${at}`}
          label={`${label.otherZone} ${at + 1}`}
          defaultValue={begun[at] ?? ""}
          texts={texts}
        />
      ))}
      {count < ZONES_MAX ? (
        <div>
          <button type="button" onClick={() => setCount(count + 1)}>
            {words.event.addZone}
          </button>
        </div>
      ) : null}
    </fieldset>
  );
}
