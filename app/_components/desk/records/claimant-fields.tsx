"use client";

import { useState } from "react";
import type { FieldsProps } from "./fields-props";
import { RecordChoice } from "./record-choice";
import { RecordArea, RecordSelect, RecordText } from "./record-controls";
import { shownIn } from "./record-ground";
import { UnnamedName } from "./unnamed-name";

/** The fields of a claimant. Which publication it names follows from its kind: a medium its own, an unnamed one the carrier's. */
export function ClaimantFields({ ground }: FieldsProps) {
  const [kind, setKind] = useState(shownIn(ground, "kind"));
  const [carrier, setCarrier] = useState(shownIn(ground, "viaPublicationIdLabel"));
  const { words } = ground;
  return (
    <>
      <RecordSelect
        ground={ground}
        name="kind"
        required
        blank={words.record.choose}
        options={words.claimant.kinds}
        onChange={({ currentTarget }) => setKind(currentTarget.value)}
      />
      {kind === "unnamed" ? (
        <>
          <RecordChoice
            ground={ground}
            name="viaPublicationId"
            kind="publication"
            makes="publication"
            required
            onSelect={(choice) => setCarrier(choice?.label ?? "")}
          />
          <UnnamedName ground={ground} carrier={carrier} />
        </>
      ) : null}
      <RecordText ground={ground} name="name" required maxLength={300} />
      {kind === "media" ? (
        <RecordChoice ground={ground} name="publicationId" kind="publication" makes="publication" />
      ) : null}
      <RecordChoice ground={ground} name="parentId" kind="claimant" makes="claimant" />
      <RecordArea ground={ground} name="aliases" rows={3} />
    </>
  );
}
