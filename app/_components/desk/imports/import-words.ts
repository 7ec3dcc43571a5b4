import { translator } from "@/lib/format/messages";
import { BASES } from "@/lib/vocabulary";
import { FIGURES_MAX } from "./figures-max";

/** The words of the forms of an import, which also run in the browser, where the catalogue is not. */
export type ImportWords = ReturnType<typeof importWords>;

const FIELDS = [
  "name",
  "dataset",
  "event",
  "eventColumn",
  "claimant",
  "claimantColumn",
  "publication",
  "publicationColumn",
  "url",
  "urlColumn",
  "title",
  "titleColumn",
  "publishedColumn",
  "statedColumn",
  "statedFixed",
  "dateFormat",
  "asOfColumn",
  "zone",
  "wideFormat",
  "figure",
  "measure",
  "measureColumn",
  "qualifier",
  "low",
  "high",
  "basis",
  "language",
  "empty",
  "leaveOut",
  "decimalComma",
] as const;
export type MappingField = (typeof FIELDS)[number];

/** Those that say more than their label. */
const HINTED = [
  "dataset",
  "event",
  "claimant",
  "publication",
  "url",
  "statedFixed",
  "dateFormat",
  "wideFormat",
  "figure",
  "measure",
  "qualifier",
  "low",
  "empty",
  "leaveOut",
] as const satisfies MappingField[];

/** See ImportWords. */
export function importWords(locale: string) {
  const t = translator(locale);
  const labels = Object.fromEntries(FIELDS.map((name) => [name, t(`desk.imports.field.${name}`)]));
  const hints = Object.fromEntries(HINTED.map((name) => [name, t(`desk.imports.hint.${name}`)]));
  return {
    labels: labels as Record<MappingField, string>,
    hints: hints as Partial<Record<MappingField, string>>,
    noColumn: t("desk.imports.form.noColumn"),
    figure: Array.from({ length: FIGURES_MAX }, (_, at) => t("desk.imports.form.figure", { number: at + 1 })),
    moreFigures: t("desk.imports.form.moreFigures"),
    sections: {
      what: t("desk.imports.form.what"),
      who: t("desk.imports.form.who"),
      when: t("desk.imports.form.when"),
      figures: t("desk.imports.form.figures"),
      finer: t("desk.imports.form.finer"),
    },
    bases: BASES.map((value) => ({ value, label: t(`basis.${value}.label`) })),
    becomes: {
      label: t("desk.imports.form.becomes"),
      drafts: t("desk.imports.form.drafts"),
      submitted: t("desk.imports.form.submitted"),
    },
    use: t("desk.imports.form.use"),
    choose: t("desk.imports.form.choose"),
    chooseHint: t("desk.imports.form.chooseHint"),
    text: t("desk.imports.form.text"),
    textHint: t("desk.imports.form.textHint"),
    saveName: t("desk.imports.form.saveName"),
    replaces: t("desk.imports.form.replaces"),
    save: t("desk.imports.form.save"),
    reading: {
      encoding: t("desk.imports.reading.encoding"),
      delimiter: t("desk.imports.reading.delimiter"),
      headerRow: t("desk.imports.reading.headerRow"),
      hasTagRow: t("desk.imports.reading.hasTagRow"),
      sheet: t("desk.imports.reading.sheet"),
      rows: t("desk.imports.reading.rows"),
      rowsHint: t("desk.imports.reading.rowsHint"),
      submit: t("desk.imports.reading.submit"),
    },
  };
}
