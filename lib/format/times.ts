import { formatLocaleOf, translator } from "./messages";
import { formatFigure } from "./numbers";

/** The least that is told with two decimals; what is nearer to one is less than it. */
const LEAST_TOLD = 1.01;

/** How many times one number is another: "4 times", "about 4.5 times"; what was rounded says so. */
export function tellTimes(times: number, locale: string): string {
  const t = translator(locale);
  const told = (n: number) => formatFigure(n, formatLocaleOf(locale));
  if (times < LEAST_TOLD) return t("compare.times.less", { n: told(LEAST_TOLD) });
  const rounded = roundedTimes(times);
  return t(rounded === times ? "compare.times.exact" : "compare.times.about", { n: told(rounded) });
}

function roundedTimes(times: number): number {
  if (times >= 10) return Math.round(times);
  const places = times < 1.1 ? 100 : 10;
  return Math.round(times * places) / places;
}
