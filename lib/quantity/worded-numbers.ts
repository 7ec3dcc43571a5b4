import { wordedNumber } from "./interval";
import type { Quantity } from "./quantity";

/**
 * The numbers that were said (R20): one, as 300 for "over 300"; two for "100 to 300"; none for words, an
 * unnumbered toll and silence.
 */
export function wordedNumbers(quantity: Quantity): number[] {
  const said = wordedNumber(quantity);
  if (said !== null) return [said];
  const hasTwo = quantity.qualifier === "between" || quantity.qualifier === "estimate_ci";
  return hasTwo ? [quantity.low, quantity.high].filter((bound) => bound !== null) : [];
}

/**
 * A text that two quantities share exactly when they say the same number: "around 40" and "40". Null where
 * none was.
 */
export function numberKey(quantity: Quantity): string | null {
  const numbers = wordedNumbers(quantity);
  return numbers.length > 0 && numbers.every(Number.isFinite) ? numbers.join(" ") : null;
}
