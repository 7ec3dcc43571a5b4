"use client";

import { useState } from "react";
import type { FieldsProps } from "./fields-props";
import { RecordChoice } from "./record-choice";
import {
  RecordArea,
  RecordLanguage,
  RecordSelect,
  RecordSet,
  RecordText,
  RecordZone,
} from "./record-controls";
import { RecordDate } from "./record-date";
import { shownIn } from "./record-ground";
import { ReportPageNote } from "./report-page-note";
import { useReadPage } from "./use-read-page";

/** The fields of a report. What its page says of itself is filled in where nobody wrote anything yet. */
export function ReportFields({ ground, isOnTheSpot, isEdit, onUse }: FieldsProps) {
  const [copy, setCopy] = useState(shownIn(ground, "archiveUrl"));
  const page = useReadPage(ground, isEdit ? null : shownIn(ground, "url"));
  const words = ground.words.report;
  return (
    <>
      <div className="grid gap-2">
        <RecordText
          ground={ground}
          name="url"
          maxLength={2000}
          dir="auto"
          spellCheck={false}
          onChange={({ currentTarget }) => page.ask(currentTarget.value)}
        />
        <ReportPageNote page={page} words={words.page} locale={ground.locale} onUse={onUse} />
      </div>
      <RecordChoice ground={ground} name="publicationId" kind="publication" makes="publication" required />
      <RecordText ground={ground} name="title" maxLength={500} />
      <RecordDate ground={ground} name="published" zoneName="publishedZone" />
      <RecordZone ground={ground} name="publishedZone" />
      <RecordLanguage ground={ground} name="language" />
      <RecordSelect ground={ground} name="medium" options={words.media} />
      <RecordSet ground={ground} name="isRead" type="radio" isInline options={words.isRead} />
      <details open={!isOnTheSpot && isEdit}>
        <summary className="font-semibold">{words.moreTitle}</summary>
        <div className="mt-3 grid gap-5">
          <RecordText ground={ground} name="byline" maxLength={300} />
          <RecordText ground={ground} name="credit" maxLength={300} />
          <RecordText
            ground={ground}
            name="archiveUrl"
            maxLength={2000}
            dir="ltr"
            spellCheck={false}
            onChange={({ currentTarget }) => setCopy(currentTarget.value)}
          />
          {copy.trim() === "" ? (
            <RecordSelect ground={ground} name="archiveState" options={words.archiveStates} />
          ) : null}
          <RecordArea ground={ground} name="note" rows={2} maxLength={1000} />
        </div>
      </details>
    </>
  );
}
