import type { RangeEndView, ReportedRangeView } from "@/lib/events/types";
import { formatLocaleOf, type Translate, translator } from "@/lib/format/messages";
import { formatFigure } from "@/lib/format/numbers";

type Range = NonNullable<ReportedRangeView>;

/** One end in the words of those who stand at it, or its plain value (R2, R7). */
export function endText(end: RangeEndView, locale: string): string {
  return end.raw ?? formatFigure(end.value, formatLocaleOf(locale));
}

/** One figure, or several claimants who all stand at one: both ends then read the same. */
export function isSingle({ low, high }: Range): boolean {
  return low.raw === high.raw && (low.raw !== null || low.value === high.value);
}

/** "89 – 400", "up to 10", "300 – over 900"; in sentences "89 to 400". */
export function rangeText(range: Range, locale: string, form: "dash" | "to" = "dash"): string {
  const low = endText(range.low, locale);
  if (isSingle(range)) return low;
  return translator(locale)(`figures.range.${form}`, { low, high: endText(range.high, locale) });
}

/** The ends to name: one where both are the same. */
export function rangeEnds(range: Range): RangeEndView[] {
  return isSingle(range) ? [range.low] : [range.low, range.high];
}

/** "Russian Ministry of Defence and 2 others": who stands at an end, the first stated first. */
export function endClaimants(end: RangeEndView, t: Translate): string {
  const names = [...new Set(end.claims.map((claim) => claim.claimant.name))];
  const [first, second] = names;
  if (first === undefined || second === undefined) return first ?? "";
  if (names.length === 2) return t("figures.range.two", { first, second });
  return t("figures.range.more", { first, count: names.length - 1 });
}
