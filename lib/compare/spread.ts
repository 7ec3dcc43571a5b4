import { wordedNumber } from "../quantity/interval";
import type { Quantity } from "../quantity/quantity";

/**
 * How far apart the numbers said by two claims are: the least, the greatest, and how many times the one is the other.
 * `bothIn`: the place of the claim that alone says both ends; null where it takes the two.
 */
export type Spread = { least: number; greatest: number; times: number; bothIn: 0 | 1 | null };

/**
 * The ends of what two figures say, least stated bound to greatest, and their ratio; null where one of them states no
 * number, where both state the same, and where the least is zero. Only numbers that somebody said count (R2): 300 of
 * "over 300", neither end of a word that we read by a convention (R5).
 */
export function spreadOf(one: Quantity, other: Quantity): Spread | null {
  const [said, alsoSaid] = [numbersSaid(one), numbersSaid(other)];
  if (said.length === 0 || alsoSaid.length === 0) return null;
  const least = Math.min(...said, ...alsoSaid);
  const greatest = Math.max(...said, ...alsoSaid);
  if (least <= 0 || greatest <= least) return null;
  const saysBoth = (numbers: readonly number[]) => numbers.includes(least) && numbers.includes(greatest);
  const bothIn = saysBoth(said) ? 0 : saysBoth(alsoSaid) ? 1 : null;
  return { least, greatest, times: greatest / least, bothIn };
}

/** The numbers at the ends of a figure in its own words; none where it gives a word or no number. */
function numbersSaid(quantity: Quantity): number[] {
  const { qualifier, low, high } = quantity;
  const said =
    qualifier === "between" || qualifier === "estimate_ci" ? [low, high] : [wordedNumber(quantity)];
  return said.filter((n): n is number => n !== null && Number.isFinite(n));
}
