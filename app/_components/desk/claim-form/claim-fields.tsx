"use client";

import { type RefObject, useState } from "react";
import type { PreviewWords } from "@/app/_desk/claim-preview-words";
import { CheckboxField } from "../checkbox-field";
import { ChoiceSet } from "../choice-set";
import { Combobox, type ComboboxHandle } from "../combobox";
import type { FieldTexts } from "../field-texts";
import { LanguageSelect } from "../language-select";
import { SelectField } from "../select-field";
import { TextArea } from "../text-area";
import { TextField } from "../text-field";
import type { ClaimFormWords } from "./claim-form-words";
import { ReadBackNote } from "./read-back-note";

/** The records that can be made on the spot, by the field that they are made for. */
export type Making = { field: string; kind: "event" | "claimant" | "measure" | "report"; typed: string };

export type ClaimFieldsProps = {
  /** What a field begins with. */
  value: (name: string) => string;
  errors: Readonly<Record<string, string>>;
  known: PreviewWords | null;
  eventId: string;
  locale: string;
  words: ClaimFormWords;
  texts: FieldTexts;
  /** A claim of an event stays in it; while it is logged, the event and the report are chosen too. */
  isNew: boolean;
  onEvent?: (id: string) => void;
  onMake: (making: Making) => void;
  boxes: RefObject<Record<string, ComboboxHandle | null>>;
};

/** What was said: the claim itself, in the order in which a journalist has it before them. */
export function ClaimFields(props: ClaimFieldsProps) {
  const { value, errors, known, locale, words, texts, isNew, eventId, onEvent, onMake, boxes } = props;
  const { label, hint } = words;
  const [type, setType] = useState(value("type") === "statement" ? "statement" : "figure");
  const box = (name: string, kind: "event" | "report" | "claimant" | "measure" | "claim") => ({
    name,
    kind,
    label: label[name as "eventId"],
    error: errors[name],
    locale,
    texts,
    eventId,
    initial: value(`${name}Label`) ? { id: value(name), label: value(`${name}Label`) } : null,
    ref: (handle: ComboboxHandle | null) => {
      boxes.current[name] = handle;
    },
    ...(kind !== "claim" && {
      onCreate: (typed: string) => onMake({ field: name, kind, typed }),
    }),
  });
  return (
    <>
      <ChoiceSet
        name="type"
        type="radio"
        isInline
        label={label.type}
        options={[
          { value: "figure", label: words.type.figure },
          { value: "statement", label: words.type.statement },
        ]}
        defaultValues={[type]}
        onChange={({ currentTarget }) => setType(currentTarget.value)}
        texts={texts}
      />
      {isNew ? (
        <>
          <Combobox
            {...box("eventId", "event")}
            required
            autoFocus={value("eventId") === ""}
            onSelect={(choice) => onEvent?.(choice?.id ?? "")}
          />
          <Combobox {...box("reportId", "report")} hint={hint.reportId} />
        </>
      ) : (
        <input type="hidden" name="eventId" value={eventId} readOnly />
      )}
      <Combobox
        {...box("claimantId", "claimant")}
        required
        hint={hint.claimantId}
        autoFocus={isNew && value("eventId") !== ""}
      />
      {type === "figure" ? (
        <>
          <Combobox key={eventId} {...box("measureId", "measure")} required hint={hint.measureId} />
          <div className="grid gap-1">
            <TextField
              name="figure"
              label={label.figure}
              hint={hint.figure}
              error={errors.figure ?? known?.problems.figure}
              required
              defaultValue={value("figure")}
              maxLength={2000}
              texts={texts}
            />
            <ReadBackNote
              name="reading"
              read={known?.figure}
              chosen={value("reading")}
              legend={words.known.readings}
            />
          </div>
        </>
      ) : (
        <>
          <SelectField
            name="topic"
            label={label.topic}
            error={errors.topic}
            required
            options={words.topics}
            blank={words.choose}
            defaultValue={value("topic")}
            texts={texts}
          />
          <TextArea
            name="statement"
            label={label.statement}
            error={errors.statement}
            required
            defaultValue={value("statement")}
            maxLength={2000}
            texts={texts}
          />
        </>
      )}
      <DateField {...props} name="stated" isRequired />
    </>
  );
}

/** Everything about the claim that is often left as it is. */
export function MoreClaimFields(props: ClaimFieldsProps) {
  const { value, errors, locale, words, texts, eventId, boxes } = props;
  const { label, hint } = words;
  const text = (name: "translation" | "translatedBy") => (
    <TextField
      name={name}
      label={label[name]}
      error={errors[name]}
      defaultValue={value(name)}
      maxLength={2000}
      texts={texts}
    />
  );
  return (
    <>
      <DateField {...props} name="asOf" />
      <DateField {...props} name="eventTime" />
      <SelectField
        name="basis"
        label={label.basis}
        hint={hint.basis}
        error={errors.basis}
        options={words.bases}
        defaultValue={value("basis") || "unstated"}
        texts={texts}
      />
      <SelectField
        name="standing"
        label={label.standing}
        error={errors.standing}
        options={words.standings}
        defaultValue={value("standing") || "reported"}
        texts={texts}
      />
      <LanguageSelect
        name="language"
        label={label.language}
        hint={hint.language}
        error={errors.language}
        defaultValue={value("language") || "en"}
        texts={texts}
      />
      {text("translation")}
      {text("translatedBy")}
      <Combobox
        name="relativeToId"
        kind="claim"
        label={label.relativeToId}
        hint={hint.relativeToId}
        error={errors.relativeToId}
        locale={locale}
        eventId={eventId}
        initial={
          value("relativeToIdLabel") ? { id: value("relativeToId"), label: value("relativeToIdLabel") } : null
        }
        texts={texts}
        ref={(handle) => {
          boxes.current.relativeToId = handle;
        }}
      />
      <CheckboxField
        name="isForecast"
        label={label.isForecast}
        hint={hint.isForecast}
        defaultChecked={value("isForecast") === "yes"}
        texts={texts}
      />
      <CheckboxField
        name="isFromMemory"
        label={label.isFromMemory}
        hint={hint.isFromMemory}
        defaultChecked={value("isFromMemory") === "yes"}
        texts={texts}
      />
      <ByHand {...props} />
    </>
  );
}

function ByHand({ value, errors, words, texts }: ClaimFieldsProps) {
  const { label, hint } = words;
  const [isByHand, setByHand] = useState(value("byHand") === "yes");
  return (
    <>
      <CheckboxField
        name="byHand"
        label={label.byHand}
        hint={hint.byHand}
        defaultChecked={isByHand}
        onChange={({ currentTarget }) => setByHand(currentTarget.checked)}
        texts={texts}
      />
      {isByHand ? (
        <div className="grid gap-4 sm:grid-cols-4 ps-8">
          <SelectField
            name="qualifier"
            label={label.qualifier}
            options={words.qualifiers}
            defaultValue={value("qualifier") || "exact"}
            texts={texts}
          />
          {(["low", "high", "central"] as const).map((name) => (
            <TextField
              key={name}
              name={name}
              label={label[name]}
              error={errors[name]}
              inputMode="decimal"
              dir="ltr"
              defaultValue={value(name)}
              texts={texts}
            />
          ))}
        </div>
      ) : null}
    </>
  );
}

type DateProps = ClaimFieldsProps & { name: "stated" | "asOf" | "eventTime"; isRequired?: boolean };

function DateField({ name, isRequired = false, value, errors, known, words, texts }: DateProps) {
  return (
    <div className="grid gap-1">
      <TextField
        name={name}
        label={words.label[name]}
        hint={words.hint[name]}
        error={errors[name] ?? known?.problems[name]}
        required={isRequired}
        defaultValue={value(name)}
        maxLength={200}
        texts={texts}
      />
      <ReadBackNote
        name={`${name}Reading`}
        read={known?.dates[name]}
        chosen={value(`${name}Reading`)}
        legend={words.known.readings}
      />
    </div>
  );
}
