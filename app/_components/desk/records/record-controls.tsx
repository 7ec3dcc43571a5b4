"use client";

import type { ComponentProps } from "react";
import { ChoiceSet } from "../choice-set";
import { LanguageSelect } from "../language-select";
import { SelectField } from "../select-field";
import { TextArea } from "../text-area";
import { TextField } from "../text-field";
import { ZoneField } from "../zone-field";
import { fieldOf, type RecordGround, shownIn } from "./record-ground";

type Of = { ground: RecordGround; name: string; required?: boolean };
type Rest<Control extends (props: never) => unknown> = Omit<
  Parameters<Control>[0],
  "name" | "id" | "label" | "hint" | "error" | "texts" | "defaultValue"
>;

/** One line of text of a record. */
export function RecordText({ ground, name, ...input }: Of & Partial<Rest<typeof TextField>>) {
  return (
    <TextField
      key={ground.turns[name]}
      {...input}
      {...fieldOf(ground, name)}
      defaultValue={shownIn(ground, name)}
    />
  );
}

export function RecordArea({ ground, name, ...area }: Of & Partial<Rest<typeof TextArea>>) {
  return (
    <TextArea
      key={ground.turns[name]}
      {...area}
      {...fieldOf(ground, name)}
      defaultValue={shownIn(ground, name)}
    />
  );
}

export function RecordSelect({ ground, name, ...select }: Of & Rest<typeof SelectField>) {
  return (
    <SelectField
      key={ground.turns[name]}
      {...select}
      {...fieldOf(ground, name)}
      defaultValue={shownIn(ground, name)}
    />
  );
}

export function RecordLanguage({ ground, name, required }: Of) {
  return (
    <LanguageSelect
      key={ground.turns[name]}
      required={required}
      {...fieldOf(ground, name)}
      defaultValue={shownIn(ground, name)}
    />
  );
}

export function RecordZone({ ground, name, required }: Of) {
  return (
    <ZoneField
      key={ground.turns[name]}
      required={required}
      {...fieldOf(ground, name)}
      defaultValue={shownIn(ground, name)}
    />
  );
}

type SetProps = Pick<ComponentProps<typeof ChoiceSet>, "type" | "options" | "isInline" | "onChange">;

export function RecordSet({ ground, name, required, ...set }: Of & SetProps) {
  return (
    <ChoiceSet
      // React forgets what was ticked when a form comes back, and takes what it was first made with.
      key={`${ground.turns[name] ?? 0} ${ground.values[name]?.join(" ") ?? ""}`}
      {...set}
      required={required}
      {...fieldOf(ground, name)}
      defaultValues={ground.values[name] ?? []}
    />
  );
}
