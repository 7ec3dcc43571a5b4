import { formatLocaleOf, translator } from "@/lib/format/messages";
import { formatFigure } from "@/lib/format/numbers";
import { comparisonInterval, isDocumentedCount, wordedNumber } from "@/lib/quantity/interval";
import type { Quantity } from "@/lib/quantity/quantity";
import type { Basis } from "@/lib/vocabulary";

/** A quantity read back in words: "92 or more" for "at least 92". Tells no number that was not said, or set by us. */
export function readingWords(quantity: Quantity, locale: string): string {
  const { qualifier, low, high, central } = quantity;
  const key = qualifier === "estimate_ci" && central === null ? "estimate_ci_open" : qualifier;
  return translator(locale)(`claimPage.reads.${key}`, {
    low: told(low, locale),
    high: told(high, locale),
    central: told(central, locale),
    worded: told(wordedNumber(quantity), locale),
  });
}

/** What the figure covers when it is compared, where that is not what it says; null where it is. */
export function comparedWords(quantity: Quantity, basis: Basis, locale: string): string | null {
  const t = translator(locale);
  if (isDocumentedCount({ basis })) return t("claimPage.reads.floor");
  if (quantity.qualifier !== "about") return null;
  const covered = comparisonInterval({ quantity, basis });
  if (!covered) return null;
  return t("claimPage.reads.compared", { low: told(covered.low, locale), high: told(covered.high, locale) });
}

function told(n: number | null, locale: string): string {
  return n === null ? "" : formatFigure(n, formatLocaleOf(locale));
}
