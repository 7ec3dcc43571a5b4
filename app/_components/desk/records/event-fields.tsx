"use client";

import { CheckboxField } from "../checkbox-field";
import type { FieldsProps } from "./fields-props";
import { PartyRows } from "./party-rows";
import { RecordArea, RecordSelect, RecordText, RecordZone } from "./record-controls";
import { RecordDate } from "./record-date";
import { fieldOf, shownIn } from "./record-ground";
import { ZoneRows } from "./zone-rows";

/** The fields of an event. On the spot its parties, further zones and place on the map are left for later. */
export function EventFields({ ground, isOnTheSpot, isEdit }: FieldsProps) {
  const { words } = ground;
  return (
    <>
      <RecordText ground={ground} name="title" required maxLength={300} />
      <RecordArea ground={ground} name="summary" required rows={3} maxLength={2000} />
      <RecordText ground={ground} name="placeName" required maxLength={300} />
      <RecordSelect ground={ground} name="country" options={words.countries} blank={words.record.none} />
      <RecordZone ground={ground} name="zone" required />
      <RecordDate ground={ground} name="occurred" required zoneName="zone" />
      <RecordArea ground={ground} name="aliases" rows={3} />
      {isOnTheSpot ? null : (
        <>
          <details open={hasAny(ground.errors, ["latitude", "longitude"])}>
            <summary>{words.event.place}</summary>
            <div className="mt-2 grid gap-3 sm:grid-cols-2">
              <RecordText ground={ground} name="latitude" inputMode="decimal" dir="ltr" />
              <RecordText ground={ground} name="longitude" inputMode="decimal" dir="ltr" />
            </div>
          </details>
          <ZoneRows key={`zones ${ground.turns.otherZones}`} ground={ground} />
          <PartyRows key={`parties ${ground.turns.parties}`} ground={ground} />
        </>
      )}
      {isEdit ? (
        <CheckboxField
          key={ground.turns.fourEyes}
          {...fieldOf(ground, "fourEyes")}
          defaultChecked={shownIn(ground, "fourEyes") === "yes"}
        />
      ) : null}
    </>
  );
}

function hasAny(errors: Readonly<Record<string, string>>, names: readonly string[]): boolean {
  return names.some((name) => errors[name] !== undefined);
}
