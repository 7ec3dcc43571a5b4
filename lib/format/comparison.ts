import type { ClaimRef } from "../claims/types";
import type { AcrossComparison, AcrossDifference } from "../quantity/compare";
import { comparisonInterval, type Interval, isDocumentedCount } from "../quantity/interval";
import type { Figure } from "../quantity/quantity";
import { type DateForm, formatUncertainDate } from "./dates";
import { numberFormat } from "./locale";
import { dateWords, formatLocaleOf, translator } from "./messages";
import { formatFigure } from "./numbers";

/** A claim in a comparison. With its quantity and basis, what it covers beyond its own words is told as well. */
export type ComparedClaim = ClaimRef & Partial<Pick<Figure, "quantity" | "basis">>;

/**
 * One sentence that says which of the three relations two figures have, why, and as of when each holds (R6). Its bounds
 * are said to serve for comparison alone, so that none reads as if a claimant had stated it (R2).
 */
export function tellComparison(
  comparison: AcrossComparison,
  a: ComparedClaim,
  b: ComparedClaim,
  locale: string,
): string {
  const t = translator(locale);
  const claims = { a: tellClaim(a, locale), b: tellClaim(b, locale) };
  if (comparison.relation === "incomparable") {
    const { differs } = comparison;
    if (differs.includes("not_stated")) return t("relations.tell.notStated", claims);
    return t("relations.tell.incomparable", { ...claims, differences: tellDifferences(differs, locale) });
  }
  const notes = new Set([a, b].flatMap((claim) => tellReading(claim, locale) ?? []));
  const told = { ...claims, noteCount: notes.size, notes: [...notes].join("; ") };
  if (comparison.relation === "compatible") {
    return t("relations.tell.compatible", { ...told, covered: tellInterval(comparison.overlap, locale) });
  }
  const { above, below } = comparison.gap;
  return t("relations.tell.incompatible", {
    ...told,
    above: tellNumber(above, locale),
    below: tellNumber(below, locale),
  });
}

/** The parts in which two measures differ, as a list to stand after "differ in". */
export function tellDifferences(differs: readonly AcrossDifference[], locale: string): string {
  const t = translator(locale);
  // Intl falls back where it does not know a locale; the list follows the numbers there.
  const { locale: known } = numberFormat(formatLocaleOf(locale)).resolvedOptions();
  return new Intl.ListFormat(known).format(differs.map((code) => t(`difference.${code}`)));
}

/** "as of 25 January 2023"; where no as-of was given, when it was stated, and that this is what is told (R6). */
export function tellAsOf(
  { asOf, stated }: Pick<ClaimRef, "asOf" | "stated">,
  locale: string,
  form: DateForm = "long",
): string {
  const t = translator(locale);
  const told = formatUncertainDate(asOf ?? stated, formatLocaleOf(locale), {
    words: dateWords(locale),
    form,
  });
  if (asOf) return t("relations.asOf", { date: told });
  // Only a day takes "on": "as stated between 1 and 4 January", "as stated January 2023".
  const isDay = /^\d{4}-\d\d-\d\d(T[^/]*)?$/.test(stated.edtf);
  return t(isDay ? "relations.statedOn" : "relations.stated", { date: told });
}

function tellClaim(claim: ComparedClaim, locale: string): string {
  return translator(locale)("relations.claim", {
    raw: claim.raw ?? "",
    claimant: claim.claimant.name,
    asOf: tellAsOf(claim, locale),
  });
}

/** What a figure covers when it is compared, where that is not what it says; null where it is. */
function tellReading({ raw, qualifier, quantity, basis }: ComparedClaim, locale: string): string | null {
  const t = translator(locale);
  const covered = quantity && basis ? comparisonInterval({ quantity, basis }) : null;
  const told = { raw: raw ?? "", covered: covered ? tellInterval(covered, locale) : "" };
  if (covered && basis && isDocumentedCount({ basis })) return t("relations.reading.documented", told);
  switch (qualifier) {
    case "about":
      if (covered && covered.low === covered.high) return null;
      return covered ? t("relations.reading.about", told) : t("relations.reading.aboutAny");
    case "words":
      return covered ? t("relations.reading.words", told) : t("relations.reading.wordsAny");
    case "some":
      return t("relations.reading.some", told);
    default:
      return null;
  }
}

function tellInterval({ low, high }: Interval, locale: string): string {
  const t = translator(locale);
  if (low === null && high === null) return t("relations.covered.all");
  if (high === null) return t("relations.covered.from", { low: tellNumber(low, locale) });
  if (low === null) return t("relations.covered.upTo", { high: tellNumber(high, locale) });
  if (low === high) return tellNumber(low, locale);
  return t("relations.covered.between", { low: tellNumber(low, locale), high: tellNumber(high, locale) });
}

function tellNumber(n: number | null, locale: string): string {
  return n === null ? "" : formatFigure(n, formatLocaleOf(locale));
}
