"use client";

import { useRef, useState } from "react";
import type { Typed } from "@/lib/forms/form-state";
import { Combobox } from "../combobox";
import { FieldNotes } from "../field";
import type { FieldTexts } from "../field-texts";
import { fillIn } from "../fill-in";
import { SelectField } from "../select-field";
import { TextArea } from "../text-area";
import { TextField } from "../text-field";
import type { AssessWords } from "./assess-words";
import { EvidenceFileField } from "./evidence-file-field";
import { typedFile } from "./evidence-file-typed";

type Props = {
  /** The numbers of the rows to begin with; their fields are named evidence.0.kind and so on. */
  initial: readonly string[];
  typed: Typed;
  errors: Readonly<Record<string, string>>;
  eventId: string;
  words: AssessWords;
  texts: FieldTexts;
  locale: string;
};

/** The pieces of evidence, a row each. Without scripts there are as many as the page began with. */
export function EvidenceRows({ initial, ...props }: Props) {
  const { errors, words, texts } = props;
  const [rows, setRows] = useState(initial);
  const [added, setAdded] = useState<string | null>(null);
  const more = useRef<HTMLButtonElement>(null);
  const add = () => {
    const row = String(Math.max(-1, ...rows.map(Number)) + 1);
    setRows([...rows, row]);
    setAdded(row);
  };
  const remove = (row: string) => {
    setRows(rows.filter((other) => other !== row));
    // The button that was pressed is gone.
    more.current?.focus();
  };
  return (
    <fieldset id="evidence" tabIndex={-1} className="grid gap-4 min-w-0">
      <legend className="font-semibold">{words.label.evidence}</legend>
      <FieldNotes id="evidence" hint={words.hint.evidence} error={errors.evidence} texts={texts} />
      {rows.map((row, at) => (
        <Row
          key={row}
          row={row}
          number={at + 1}
          hasFocus={row === added}
          onRemove={() => remove(row)}
          {...props}
        />
      ))}
      <div>
        <button ref={more} type="button" onClick={add}>
          {words.add}
        </button>
      </div>
    </fieldset>
  );
}

type RowProps = Omit<Props, "initial"> & {
  row: string;
  number: number;
  hasFocus: boolean;
  onRemove: () => void;
};

function Row({ row, number, hasFocus, onRemove, typed, errors, eventId, words, texts, locale }: RowProps) {
  const of = (field: keyof AssessWords["piece"]) => {
    const name = `evidence.${row}.${field}`;
    return { name, label: words.piece[field], error: errors[name], texts };
  };
  const value = (field: string) => typed[`evidence.${row}.${field}`]?.[0] ?? "";
  const report = value("reportIdLabel") ? { id: value("reportId"), label: value("reportIdLabel") } : null;
  return (
    <fieldset className="grid gap-3 border-s-3 border-rule-strong ps-3 min-w-0">
      <legend className="small text-muted">{fillIn(words.piece.title, "number", String(number))}</legend>
      <div className="grid gap-3 sm:grid-cols-2">
        <SelectField
          {...of("kind")}
          options={words.kinds}
          blank={words.choose}
          defaultValue={value("kind")}
          autoFocus={hasFocus}
        />
        <SelectField {...of("stance")} options={words.stances} defaultValue={value("stance") || "supports"} />
      </div>
      <TextArea {...of("note")} rows={2} maxLength={1000} defaultValue={value("note")} />
      <div className="grid gap-3 sm:grid-cols-2">
        <TextField {...of("url")} type="url" dir="ltr" inputMode="url" defaultValue={value("url")} />
        <TextField
          {...of("archiveUrl")}
          type="url"
          dir="ltr"
          inputMode="url"
          defaultValue={value("archiveUrl")}
        />
      </div>
      <Combobox {...of("reportId")} kind="report" locale={locale} eventId={eventId} initial={report} />
      <EvidenceFileField
        name={`evidence.${row}.fileId`}
        error={errors[`evidence.${row}.fileId`]}
        words={words.file}
        texts={texts}
        locale={locale}
        initial={typedFile(typed, `evidence.${row}.fileId`)}
      />
      <div>
        <button
          type="button"
          aria-label={fillIn(words.removeNth, "number", String(number))}
          onClick={onRemove}
        >
          {words.remove}
        </button>
      </div>
    </fieldset>
  );
}
