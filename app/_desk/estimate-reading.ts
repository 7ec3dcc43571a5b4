import { readingWords } from "@/app/_components/claims/quantity-reading";
import { readingKey } from "@/lib/claims/claim-form";
import { Invalid } from "@/lib/errors";
import { readEstimate } from "@/lib/estimates/rules";
import type { MeasureKind } from "@/lib/vocabulary";

/** How the words of an estimate are read, to be shown back; where they cannot be, what is wrong with them. */
export function estimateReading(
  raw: string,
  measure: { kinds: readonly MeasureKind[]; unit: string },
  locale: string,
): { key: string | null; said: string; problem: Record<string, string> } {
  try {
    const quantity = readEstimate(raw.trim(), measure);
    return { key: readingKey(quantity), said: readingWords(quantity, locale), problem: {} };
  } catch (error) {
    if (error instanceof Invalid) return { key: null, said: "", problem: error.fields };
    throw error;
  }
}
