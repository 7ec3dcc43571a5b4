import { translator } from "@/lib/format/messages";
import type { FormState } from "@/lib/forms/form-state";
import type { Row } from "@/lib/imports/types";
import type { ImportView } from "@/lib/imports/view-types";
import type { FieldTexts } from "../field-texts";
import type { Option } from "../select-field";
import type { ImportWords } from "./import-words";
import { ReadingForm } from "./reading-form";
import { RowsTable } from "./rows-table";

type Props = {
  view: ImportView;
  described: { columns: string[]; rows: Row[]; refusal: string | null };
  columnCount: number;
  /** Null: nobody may correct it who looks at it. */
  action: ((state: FormState, form: FormData) => Promise<FormState>) | null;
  words: ImportWords;
  texts: FieldTexts;
  locale: string;
};

const ENCODINGS = [
  "utf-8",
  "utf-16le",
  "utf-16be",
  "windows-1250",
  "windows-1251",
  "windows-1252",
  "windows-1256",
  "iso-8859-2",
  "iso-8859-5",
  "koi8-r",
  "koi8-u",
  "gbk",
  "shift_jis",
];
const DELIMITERS = { ",": "comma", ";": "semicolon", "\t": "tab", "|": "bar" } as const;

/** How the file is read: what was found, its first rows, and a form where that is wrong. */
export function ReadingSection({ view, described, columnCount, action, words, texts, locale }: Props) {
  const t = translator(locale);
  const { reading, version } = view;
  const { refusal, columns, rows } = described;
  const delimiters: Option[] = Object.entries(DELIMITERS).map(([value, name]) => ({
    value,
    label: t(`desk.imports.delimiter.${name}`),
  }));
  if (!(reading.delimiter in DELIMITERS))
    delimiters.push({ value: reading.delimiter, label: reading.delimiter });
  const encodings = [...new Set([reading.encoding, ...ENCODINGS])].map((value) => ({ value, label: value }));
  return (
    <>
      {refusal ? (
        <p role="alert" className="border-s-3 border-flag ps-3 font-semibold measure-text">
          {refusal}
        </p>
      ) : (
        <>
          <p className="measure-text">
            {t(`desk.imports.reading.${reading.format}`, {
              encoding: reading.encoding,
              delimiter: delimiters.find(({ value }) => value === reading.delimiter)?.label ?? "",
              row: reading.headerRow ?? 1,
              sheet: reading.sheet ?? "",
              columns: columnCount,
            })}
            {reading.hasTagRow ? ` ${t("desk.imports.reading.tagRow")}` : null}
          </p>
          <RowsTable columns={columns} rows={rows} locale={locale} />
        </>
      )}
      {action ? (
        <ReadingForm
          key={version}
          title={t("desk.imports.reading.correct")}
          isOpen={refusal !== null}
          action={action}
          reading={reading}
          encodings={encodings}
          delimiters={delimiters}
          version={version}
          words={words}
          texts={texts}
        />
      ) : null}
    </>
  );
}
