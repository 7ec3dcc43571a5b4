import { readingWords } from "@/app/_components/claims/quantity-reading";
import { warningWords } from "@/app/_components/claims/warning-words";
import { tellDate } from "@/app/_components/ui/date-text";
import { DATE_FIELDS, type DateField, readingKey, typeOf } from "@/lib/claims/claim-form";
import type { ClaimPreview, KinView } from "@/lib/claims/preview-claim";
import { translator } from "@/lib/format/messages";
import {
  formatParseProblem,
  formatParseQuestion,
  formatPossibleReading,
  formatQuantity,
} from "@/lib/format/quantity";
import type { FormTexts } from "@/lib/forms/read-form";
import { dateReadBack } from "./date-read-back";

/** A text read back: what it means, what to choose from, or why it cannot be read. */
export type ReadBack = {
  state: "read" | "ask" | "refused";
  text: string;
  readings: { key: string; text: string }[];
};

export type KinWords = { id: string; text: string; href: string };

/** What is known of a claim while it is typed, in words: all that the form shows beside its fields. */
export type PreviewWords = {
  figure: ReadBack | null;
  dates: Record<DateField, ReadBack | null>;
  problems: Record<string, string>;
  /** The claim as it will read, once there is enough of it. */
  reads: string | null;
  same: KinWords | null;
  twins: KinWords[];
  supersedes: (KinWords & { needsReason: boolean })[];
  warnings: { text: string; claims: KinWords[] }[];
};

export function previewWords(preview: ClaimPreview, fields: FormTexts, locale: string): PreviewWords {
  const kin = (claim: KinView) => kinWords(claim, locale);
  return {
    figure: figureWords(preview, locale),
    dates: Object.fromEntries(
      DATE_FIELDS.map((field) => {
        const read = preview.read.dates[field];
        return [field, read && dateReadBack(read, locale)];
      }),
    ) as PreviewWords["dates"],
    problems: problemWords(preview, locale),
    reads: asItWillRead(preview, fields, locale),
    same: preview.same && kin(preview.same),
    twins: preview.twins.map(kin),
    supersedes: preview.supersedes.map(({ claim, needsReason }) => ({ ...kin(claim), needsReason })),
    warnings: preview.warnings.map(({ warning, claims }) => ({
      text: warningWords(warning, locale),
      claims: claims.map(kin),
    })),
  };
}

function asItWillRead({ read }: ClaimPreview, fields: FormTexts, locale: string): string | null {
  const { stated } = read.dates;
  const [claimant, measure] = [fields.text("claimantIdLabel"), fields.text("measureIdLabel")];
  if (stated?.state !== "read" || !claimant || read.wording === "") return null;
  const t = translator(locale);
  const values = { claimant, stated: tellDate(stated.date, locale) };
  if (!read.quantity) {
    return typeOf(fields) === "statement"
      ? t("desk.log.willReadStatement", { ...values, words: read.wording })
      : null;
  }
  const figure = t("figures.quoted", { raw: read.wording });
  return t("desk.log.willRead", { ...values, figure, measure: measure ?? "" });
}

function figureWords({ read, context }: ClaimPreview, locale: string): ReadBack | null {
  const { figure, quantity } = read;
  if (!figure) return null;
  if (figure.state === "ask" && !quantity) {
    return {
      state: "ask",
      text: formatParseQuestion(figure, locale),
      readings: figure.readings.map((reading) => ({
        key: readingKey(reading.quantity),
        text: formatPossibleReading(reading, locale, context.measure),
      })),
    };
  }
  if (!quantity) {
    const text = figure.state === "refused" ? formatParseProblem(figure, locale) : "";
    return { state: "refused", text, readings: [] };
  }
  const said = formatQuantity(quantity, locale, context.measure);
  const interval = readingWords(quantity, locale);
  const readings =
    figure.state === "ask"
      ? figure.readings.map((reading) => ({
          key: readingKey(reading.quantity),
          text: formatPossibleReading(reading, locale, context.measure),
        }))
      : [];
  const text = translator(locale)("desk.log.reads", { said, interval });
  return { state: "read", text, readings };
}

function problemWords({ refusals }: ClaimPreview, locale: string): Record<string, string> {
  const t = translator(locale);
  return Object.fromEntries(
    refusals.map(({ field, problem }) =>
      field === "stated"
        ? ["stated", t("desk.log.beforePeriod")]
        : ["figure", t(`desk.log.quantityProblem.${problem}`)],
    ),
  );
}

function kinWords(
  { id, publicId, claimant, quantity, stated, recordStatus }: KinView,
  locale: string,
): KinWords {
  const t = translator(locale);
  const values = {
    claimant,
    figure: t("figures.quoted", { raw: quantity.raw }),
    stated: tellDate(stated, locale),
    status: t(`recordStatus.${recordStatus}.label`),
  };
  return { id, text: t("desk.log.kin", values), href: `/${locale}/desk/claims/${publicId}` };
}
