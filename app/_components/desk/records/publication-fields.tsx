"use client";

import type { FieldsProps } from "./fields-props";
import { RecordArea, RecordSelect, RecordText } from "./record-controls";

/** The fields of a publication. */
export function PublicationFields({ ground }: FieldsProps) {
  return (
    <>
      <RecordText ground={ground} name="name" required maxLength={300} />
      <RecordText ground={ground} name="family" maxLength={300} />
      <RecordSelect
        ground={ground}
        name="country"
        options={ground.words.countries}
        blank={ground.words.record.none}
      />
      <RecordArea ground={ground} name="aliases" rows={3} />
    </>
  );
}
