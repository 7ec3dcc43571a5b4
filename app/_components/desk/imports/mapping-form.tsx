"use client";

import { type ReactNode, useActionState, useState } from "react";
import { type FormState, FRESH } from "@/lib/forms/form-state";
import { CheckboxField } from "../checkbox-field";
import { Combobox } from "../combobox";
import type { FieldTexts } from "../field-texts";
import { FormShell } from "../form-shell";
import { LanguageSelect } from "../language-select";
import { SelectField } from "../select-field";
import { SubmitButton } from "../submit-button";
import { TextArea } from "../text-area";
import { TextField } from "../text-field";
import { ZoneField } from "../zone-field";
import { BecomesField } from "./becomes-field";
import { FIGURES_MAX } from "./figures-max";
import type { ImportWords, MappingField } from "./import-words";
import { Way } from "./way";

type Props = {
  title: string;
  /** What is said before it. */
  lead: string | null;
  action: (state: FormState, form: FormData) => Promise<FormState>;
  columns: readonly string[];
  /** The values of the fields to begin with. */
  initial: Readonly<Record<string, string>>;
  isSubmitting: boolean;
  version: number;
  locale: string;
  words: ImportWords;
  texts: FieldTexts;
};

type Ground = Pick<Props, "columns" | "initial" | "locale" | "words" | "texts"> & { state: FormState };

/** Says field by field what the columns of a simple file are: one event, or one column that names it; and so on. */
export function MappingForm({ title, lead, action, isSubmitting, version, ...props }: Props) {
  const [state, send] = useActionState(action, FRESH);
  const ground: Ground = { ...props, state };
  const { words, texts } = props;
  const [eventId, setEventId] = useState<string | null>(state.typed.event?.[0] || null);
  const labels = Object.fromEntries(
    Object.keys(state.fieldErrors).map((name) => [
      name,
      words.labels[name.replace(/-\d+$/, "") as MappingField] ?? name,
    ]),
  );
  const isMore = FIGURES.slice(1).some(
    (at) => shown(ground, `figure-${at}`) || shown(ground, `measure-${at}Label`),
  );
  return (
    <Way title={title} state={state}>
      {lead ? <p className="measure-text mb-5">{lead}</p> : null}
      <FormShell
        state={state}
        send={send}
        version={version}
        labels={labels}
        texts={texts}
        className="grid gap-8 max-w-4xl"
      >
        <Part title={words.sections.what}>
          <Text ground={ground} name="name" />
          <Text ground={ground} name="dataset" />
          <Choice ground={ground} name="event" kind="event" onSelect={setEventId} />
          <Column ground={ground} name="eventColumn" />
        </Part>
        <Part title={words.sections.who}>
          <Choice ground={ground} name="claimant" kind="claimant" />
          <Column ground={ground} name="claimantColumn" />
          <Choice ground={ground} name="publication" kind="publication" />
          <Column ground={ground} name="publicationColumn" />
          <Text ground={ground} name="url" />
          <Column ground={ground} name="urlColumn" />
        </Part>
        <Part title={words.sections.when}>
          <Column ground={ground} name="statedColumn" />
          <Text ground={ground} name="dateFormat" />
          <Column ground={ground} name="asOfColumn" />
          <ZoneField {...field(ground, "zone")} defaultValue={shown(ground, "zone")} />
          <Text ground={ground} name="statedFixed" />
          <Text ground={ground} name="wideFormat" />
        </Part>
        <Part title={words.sections.figures}>
          <FigureFields ground={ground} at={0} eventId={eventId} />
          <details className="col-span-full" open={isMore || undefined} suppressHydrationWarning>
            <summary className="py-2 font-semibold">{words.moreFigures}</summary>
            <div className="grid gap-5 pt-3">
              {FIGURES.slice(1).map((at) => (
                <FigureFields key={at} ground={ground} at={at} eventId={eventId} />
              ))}
            </div>
          </details>
        </Part>
        <details suppressHydrationWarning>
          <summary className="py-2 font-semibold">{words.sections.finer}</summary>
          <div className="grid gap-5 sm:grid-cols-2 pt-3 items-start">
            <SelectField
              {...field(ground, "basis")}
              options={words.bases}
              defaultValue={shown(ground, "basis") || "unstated"}
            />
            <LanguageSelect {...field(ground, "language")} defaultValue={shown(ground, "language") || "en"} />
            <Text ground={ground} name="title" />
            <Column ground={ground} name="titleColumn" />
            <Column ground={ground} name="publishedColumn" />
            <CheckboxField
              {...field(ground, "decimalComma")}
              defaultChecked={shown(ground, "decimalComma") === "yes"}
            />
            <TextArea {...field(ground, "empty")} rows={3} defaultValue={shown(ground, "empty")} />
            <TextArea {...field(ground, "leaveOut")} rows={3} defaultValue={shown(ground, "leaveOut")} />
          </div>
        </details>
        <BecomesField
          id="becomes-form"
          state={state}
          isSubmitting={isSubmitting}
          words={words}
          texts={texts}
        />
        <div>
          <SubmitButton texts={texts}>{words.use}</SubmitButton>
        </div>
      </FormShell>
    </Way>
  );
}

const FIGURES = Array.from({ length: FIGURES_MAX }, (_, at) => at);

function FigureFields({ ground, at, eventId }: { ground: Ground; at: number; eventId: string | null }) {
  return (
    <fieldset className="col-span-full grid gap-5 sm:grid-cols-2 items-end border-s-3 border-rule ps-4 min-w-0">
      <legend className="small text-muted">{ground.words.figure[at]}</legend>
      <Column ground={ground} name="figure" at={at} />
      <Choice ground={ground} name="measure" at={at} kind="measure" eventId={eventId} />
      <Column ground={ground} name="qualifier" at={at} />
      <Column ground={ground} name="measureColumn" at={at} />
      <Column ground={ground} name="low" at={at} />
      <Column ground={ground} name="high" at={at} />
    </fieldset>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="grid gap-5 sm:grid-cols-2 items-end min-w-0">
      <legend className="font-serif text-xl font-semibold pb-3">{title}</legend>
      {children}
    </fieldset>
  );
}

type OneProps = { ground: Ground; name: MappingField; at?: number };

function Column({ ground, name, at }: OneProps) {
  const { columns, words } = ground;
  const chosen = shown(ground, nameOf(name, at));
  // A column that was named before the file was read in another way stays in sight.
  const all = chosen === "" || columns.includes(chosen) ? columns : [chosen, ...columns];
  return (
    <SelectField
      {...field(ground, name, at)}
      blank={words.noColumn}
      options={all.map((column) => ({ value: column, label: column }))}
      defaultValue={chosen}
    />
  );
}

function Text({ ground, name }: OneProps) {
  return <TextField {...field(ground, name)} defaultValue={shown(ground, name)} maxLength={2000} />;
}

type ChoiceProps = OneProps & {
  kind: "event" | "claimant" | "publication" | "measure";
  eventId?: string | null;
  onSelect?: (id: string | null) => void;
};

function Choice({ ground, name, at, kind, eventId, onSelect }: ChoiceProps) {
  const full = nameOf(name, at);
  return (
    <Combobox
      {...field(ground, name, at)}
      kind={kind}
      locale={ground.locale}
      eventId={eventId}
      initial={{ id: shown(ground, full), label: shown(ground, `${full}Label`) }}
      onSelect={(choice) => onSelect?.(choice?.id ?? null)}
    />
  );
}

function nameOf(name: string, at: number | undefined): string {
  return at === undefined ? name : `${name}-${at}`;
}

function shown({ state, initial }: Ground, name: string): string {
  // A box that is not ticked is not sent.
  if (state.outcome !== "fresh") return state.typed[name]?.[0] ?? "";
  return initial[name] ?? "";
}

function field({ state, words, texts }: Ground, name: MappingField, at?: number) {
  const full = nameOf(name, at);
  // Said once, at the first figure.
  const hint = at ? undefined : words.hints[name];
  return { name: full, label: words.labels[name], hint, error: state.fieldErrors[full], texts };
}
