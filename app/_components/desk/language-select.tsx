"use client";

import { type ChangeEvent, useState } from "react";
import type { FieldProps } from "./field";
import { LANGUAGES } from "./languages";
import { type Option, SelectField } from "./select-field";
import { TextField } from "./text-field";

type LanguageProps = FieldProps & {
  /** BCP 47. */
  defaultValue?: string;
  onLanguage?: (tag: string) => void;
};

/** Not a tag of any language, so that the server refuses it where the field for the tag never came. */
const OTHER = "-";

/** The language of a text: one of those likely in the news, or any other by its tag. Sends one value, the tag. */
export function LanguageSelect({ defaultValue = "", onLanguage, ...field }: LanguageProps) {
  const [choice, setChoice] = useState(() => choiceOf(defaultValue));
  const { name, id = name, texts } = field;
  const isOther = choice === OTHER;

  const choose = ({ currentTarget }: ChangeEvent<HTMLSelectElement>) => {
    setChoice(currentTarget.value);
    if (currentTarget.value !== OTHER) onLanguage?.(currentTarget.value);
  };
  return (
    <div className="grid gap-3">
      <SelectField
        {...field}
        id={isOther ? `${id}-choice` : id}
        name={isOther ? `${name}Choice` : name}
        error={isOther ? null : field.error}
        defaultValue={choiceOf(defaultValue)}
        onChange={choose}
        blank={texts.language.choose}
        options={optionsWith(texts.language.other)}
      />
      {isOther ? (
        <TextField
          name={name}
          id={id}
          label={texts.language.tag}
          hint={texts.language.tagHint}
          error={field.error}
          required={field.required}
          texts={texts}
          defaultValue={choiceOf(defaultValue) === OTHER ? defaultValue : ""}
          maxLength={35}
          dir="ltr"
          spellCheck={false}
          onChange={({ currentTarget }) => onLanguage?.(currentTarget.value)}
        />
      ) : null}
    </div>
  );
}

function choiceOf(tag: string): string {
  return tag === "" || LANGUAGES.some(([known]) => known === tag) ? tag : OTHER;
}

function optionsWith(other: string): Option[] {
  const known = LANGUAGES.map(([tag, english, own]) => ({
    value: tag,
    label: english === own ? `${english} (${tag})` : `${english} · ${own} (${tag})`,
  }));
  return [...known, { value: OTHER, label: other }];
}
