"use client";

import { Combobox } from "../combobox";
import { LanguageSelect } from "../language-select";
import { SelectField } from "../select-field";
import { TextArea } from "../text-area";
import { TextField } from "../text-field";
import type { ClaimFieldsProps } from "./claim-fields";

type Props = Pick<
  ClaimFieldsProps,
  "value" | "errors" | "words" | "texts" | "locale" | "eventId" | "onMake" | "boxes"
>;

/** How one report carries the claim: an attribution, with the exact passage. */
export function CarriedFields({ value, errors, words, texts, locale, eventId, onMake, boxes }: Props) {
  const { label, hint } = words;
  const initial = (name: string) =>
    value(`${name}Label`) ? { id: value(name), label: value(`${name}Label`) } : null;
  const via = (name: "viaReportId" | "viaClaimantId", kind: "report" | "claimant") => (
    <Combobox
      name={name}
      kind={kind}
      label={label[name]}
      error={errors[name]}
      locale={locale}
      eventId={eventId}
      initial={initial(name)}
      onCreate={(typed) => onMake({ field: name, kind, typed })}
      texts={texts}
      ref={(handle) => {
        boxes.current[name] = handle;
      }}
    />
  );
  const line = (name: "locator" | "passageTranslatedBy" | "driftRaw" | "misreport") => (
    <TextField
      name={name}
      label={label[name]}
      hint={name === "passageTranslatedBy" ? undefined : hint[name]}
      error={errors[name]}
      defaultValue={value(name)}
      maxLength={1000}
      texts={texts}
    />
  );
  return (
    <>
      <SelectField
        name="carries"
        label={label.carries}
        error={errors.carries}
        options={words.carries}
        defaultValue={value("carries") || "paraphrase"}
        texts={texts}
      />
      {via("viaReportId", "report")}
      {via("viaClaimantId", "claimant")}
      <TextArea
        name="passage"
        label={label.passage}
        hint={hint.passage}
        error={errors.passage}
        defaultValue={value("passage")}
        maxLength={5000}
        rows={3}
        texts={texts}
      />
      <LanguageSelect
        name="passageLanguage"
        label={label.passageLanguage}
        error={errors.passageLanguage}
        defaultValue={value("passageLanguage")}
        texts={texts}
      />
      <TextArea
        name="passageTranslation"
        label={label.passageTranslation}
        error={errors.passageTranslation}
        defaultValue={value("passageTranslation")}
        maxLength={5000}
        rows={2}
        texts={texts}
      />
      {line("passageTranslatedBy")}
      {line("locator")}
      {line("driftRaw")}
      {line("misreport")}
    </>
  );
}
