import { parseQuantity } from "../quantity/parse";
import type { Quantity } from "../quantity/quantity";
import { numberKey } from "../quantity/worded-numbers";
import { fold } from "../quantity/wording/fold";
import { piecesOf } from "../quantity/wording/pieces";
import { CARRIES, type Carries, type MeasureKind, type Qualifier } from "../vocabulary";

/** How what was printed differs from what was claimed. "other_words": in none of the ways that can be told here. */
export const DRIFT_KINDS = [
  "qualifier_dropped",
  "qualifier_added",
  "qualifier_changed",
  "number_changed",
  "kinds_changed",
  "other_words",
] as const;
export type DriftKind = (typeof DRIFT_KINDS)[number];

/** What a report printed; `qualifier` as a person read it, null where nobody did. */
export type Printed = { raw: string; qualifier: Qualifier | null; language: string | null };

/** What a claim said, and what it counts. `quantity` is null for a statement. */
export type Claimed = { quantity: Quantity | null; kinds: readonly MeasureKind[]; unit: string | null };

/** Words of a figure that are lost when it is printed plainly. The rest say the number itself, or that there is none. */
const HEDGES: ReadonlySet<Qualifier> = new Set<Qualifier>([
  ...(["about", "at_least", "more_than", "up_to", "fewer_than", "estimate_ci", "relative"] as const),
]);

/**
 * How a printed figure differs from the claimed one, by their words alone (R1, R25): at least one way. A printed wording
 * that cannot be read without asking is compared by its recorded qualifier and by the kinds that it names.
 */
export function driftKindsOf(claimed: Claimed, printed: Printed): DriftKind[] {
  const { quantity, unit } = claimed;
  if (quantity === null) return ["other_words"];
  const isOtherKind = namesOtherKinds(claimed, quantity.raw, printed.raw);
  const kinds: readonly MeasureKind[] = isOtherKind ? ["casualties_unspecified"] : claimed.kinds;
  const parsed = parseQuantity(printed.raw, kinds, { language: printed.language, unit });
  const read = parsed.state === "read" ? parsed.quantity : null;
  const qualifier = printed.qualifier ?? read?.qualifier ?? null;

  const found: DriftKind[] = [];
  const changed = qualifier === null ? null : qualifierDrift(quantity, { raw: printed.raw, qualifier });
  if (changed) found.push(changed);
  if (read && numbersOf(read) !== numbersOf(quantity)) found.push("number_changed");
  if (isOtherKind) found.push("kinds_changed");
  return found.length > 0 ? found : ["other_words"];
}

type Qualified = { raw: string; qualifier: Qualifier };

function qualifierDrift(claimed: Qualified, printed: Qualified): DriftKind | null {
  const [before, after] = [hedgeOf(claimed), hedgeOf(printed)];
  if (before === after) return null;
  if (after === null) return "qualifier_dropped";
  return before === null ? "qualifier_added" : "qualifier_changed";
}

/** A number word has no other qualifier on file than that it is one: what stands beside it is read off its words. */
function hedgeOf({ raw, qualifier }: Qualified): Qualifier | null {
  if (HEDGES.has(qualifier)) return qualifier;
  if (qualifier !== "words") return null;
  const [beside] = piecesOf(fold(raw).text).flatMap(({ meaning }) =>
    meaning.role === "qualifier" ? [meaning.qualifier] : [],
  );
  return beside ?? null;
}

/** The numbers said; of words, those of the convention (R5). */
function numbersOf(quantity: Quantity): string {
  return numberKey(quantity) ?? `words ${quantity.low} ${quantity.high}`;
}

/** Whether the print names what became of people, and other than the claim does, or its measure where the claim is silent. */
function namesOtherKinds({ kinds }: Claimed, said: string, printed: string): boolean {
  const named = kindsNamed(printed);
  if (named.size === 0) return false;
  const own = kindsNamed(said);
  const claimed = own.size > 0 ? own : new Set(kinds);
  return named.size !== claimed.size || [...named].some((kind) => !claimed.has(kind));
}

function kindsNamed(raw: string): Set<MeasureKind> {
  const pieces = piecesOf(fold(raw).text);
  return new Set(pieces.flatMap(({ meaning }) => (meaning.role === "noun" ? (meaning.kinds ?? []) : [])));
}

export type DriftCounts = { total: number; byKind: Record<DriftKind, number> };

/** Counts drifts by their kinds; one that differs in two ways stands under both, and once in the total. */
export function countDrifts(drifts: readonly (readonly DriftKind[])[]): DriftCounts {
  const byKind = zeroes(DRIFT_KINDS);
  for (const kind of drifts.flat()) byKind[kind] += 1;
  return { total: drifts.length, byKind };
}

export type CarriedCounts = { total: number; byWay: Record<Carries, number> };

/** How often each way of carrying a claim was logged (R13); a way that never was has 0. */
export function countCarried(rows: readonly { carries: Carries; count: number }[]): CarriedCounts {
  const byWay = zeroes(CARRIES);
  for (const { carries, count } of rows) byWay[carries] += count;
  return { total: rows.reduce((sum, { count }) => sum + count, 0), byWay };
}

function zeroes<T extends string>(codes: readonly T[]): Record<T, number> {
  return Object.fromEntries(codes.map((code) => [code, 0])) as Record<T, number>;
}
