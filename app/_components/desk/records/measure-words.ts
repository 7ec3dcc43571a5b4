import type { Translate } from "@/lib/format/messages";
import { CAUSE_DEFINITIONS, MEASURE_KINDS, PERSON_CLASSES, TOTALS } from "@/lib/vocabulary";
import { options, wordsOf } from "./words-of";

const MEASURE_LABELS = [
  "kinds",
  "personClass",
  "unit",
  "label",
  "nationality",
  "demographic",
  "area",
  "period",
  "cause",
  "total",
  "partOfId",
  "slug",
  "reason",
] as const;
const MEASURE_HINTS = [
  "kinds",
  "unit",
  "label",
  "nationality",
  "demographic",
  "area",
  "period",
  "total",
  "partOfId",
  "slug",
] as const;

/** The words of the form of a measure. */
export function measureWords(t: Translate) {
  return {
    label: wordsOf(MEASURE_LABELS, (name) => t(`desk.measure.field.${name}`)),
    hint: wordsOf(MEASURE_HINTS, (name) => t(`desk.measure.hint.${name}`)),
    kinds: options(MEASURE_KINDS, (code) => t(`kind.${code}.label`)),
    kindWords: wordsOf(MEASURE_KINDS, (code) => t(`kind.${code}.word`)),
    personClasses: options(PERSON_CLASSES, (code) => t(`personClass.${code}.label`)),
    causes: options(CAUSE_DEFINITIONS, (code) => t(`cause.${code}.label`)),
    totals: TOTALS.map((code) => ({
      value: code,
      label: t(`total.${code}.label`),
      hint: t(`total.${code}.explanation`),
    })),
    unitOf: wordsOf(["people", "structures", "equipment", "munitions"], (unit) =>
      t(`desk.measure.unitOf.${unit}`),
    ),
    proposal: {
      or: t("desk.measure.or", { first: "{first}", last: "{last}" }),
      whole: t("desk.measure.label", { whom: "{whom}", what: "{what}" }),
      inArea: t("desk.measure.inArea", { label: "{label}", area: "{area}" }),
      inPeriod: t("desk.measure.inPeriod", { label: "{label}", period: "{period}" }),
    },
    scopeTitle: t("desk.measure.scopeTitle"),
    new: t("desk.measure.new"),
    create: t("desk.measure.create"),
    save: t("desk.measure.save"),
  };
}
