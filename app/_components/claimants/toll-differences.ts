import type { TollFigure, TollStep } from "@/lib/claims/toll-types";
import { parseEdtf } from "@/lib/dates/edtf";
import { type Translate, translator } from "@/lib/format/messages";
import { tellDate } from "../ui/date-text";

/** What is counted otherwise than before, part by part: "Area: Derna; now the whole coast" (R22). */
export function differenceWords(
  { differs }: TollStep,
  older: TollFigure,
  newer: TollFigure,
  locale: string,
): string[] {
  const t = translator(locale);
  return differs.map((part) =>
    t("tollTimeline.table.counted", {
      part: t(`tollTimeline.part.${part}`),
      before: partWords(part, older, t, locale),
      after: partWords(part, newer, t, locale),
    }),
  );
}

function partWords(
  part: TollStep["differs"][number],
  { measure, lane }: TollFigure,
  t: Translate,
  locale: string,
): string {
  const { scope } = measure;
  switch (part) {
    case "kinds":
      return measure.kinds.map((kind) => t(`kind.${kind}.word`)).join(` ${t("figures.or")} `);
    case "personClass":
      return t(`personClass.${scope.personClass}.label`);
    case "cause":
      return t(`cause.${scope.cause}.label`);
    case "total":
      return t(`total.${scope.total}.label`);
    case "lane":
      return t(`lane.${lane}.label`);
    case "unit":
      return measure.unit;
    case "measure":
      return measure.label;
    case "period":
      return scope.period === null ? t("tollTimeline.part.notGiven") : tellPeriod(scope.period, locale);
    default:
      return scope[part] ?? t("tollTimeline.part.notGiven");
  }
}

function tellPeriod(edtf: string, locale: string): string {
  const read = parseEdtf(edtf, "UTC");
  return read.ok ? tellDate(read.date, locale) : edtf;
}
