import type { BesideFigure, TollFigure, TollMoment, TollStep } from "@/lib/claims/toll-types";
import type { UncertainDate } from "@/lib/dates/edtf";
import { wallOf } from "@/lib/dates/edtf";
import { readEdtf } from "@/lib/dates/edtf-text";
import type { DateForm } from "@/lib/format/dates";
import { dateFormat } from "@/lib/format/locale";
import { dateWords, formatLocaleOf, translator } from "@/lib/format/messages";
import { formatFigure } from "@/lib/format/numbers";
import { isCrossed } from "../figures/grammar";
import { noteWords, rawWords } from "../timeline/figure-words";
import { tellDate } from "../ui/date-text";
import type { TollTexts } from "./toll-plot";

type AnyFigure = TollFigure | BesideFigure;

/** When a figure stands on the axis: "4 Jan", or "as of 4 Jan"; without the year where the axis tells it. */
function shortMoment({ date, dateKind }: TollMoment, isYearTold: boolean, locale: string): string {
  const told = (isYearTold ? dayWithoutYear(date, locale) : null) ?? tellDate(date, locale, "short");
  return dateKind === "as_of" ? translator(locale)("tollTimeline.asOf", { date: told }) : told;
}

function dayWithoutYear({ edtf }: UncertainDate, locale: string): string | null {
  const read = readEdtf(edtf);
  if (typeof read === "string" || read.kind !== "point") return null;
  const { precision, year, month, day, isApproximate, isUncertain } = read.point;
  if (precision !== "day" && precision !== "time") return null;
  const words = dateWords(locale);
  const format = dateFormat(formatLocaleOf(locale), { timeZone: "UTC", day: "numeric", month: "short" });
  const plain = format.format(wallOf(year, month, day));
  const about = isApproximate ? words("aboutShort", { date: plain }) : plain;
  return isUncertain ? words("uncertainShort", { date: about }) : about;
}

/** "stated 4 January 2023", "as of 3 January 2023, stated 4 January 2023". */
function momentWords(
  { date, dateKind, stated }: TollMoment,
  locale: string,
  form: DateForm = "long",
): string {
  const t = translator(locale);
  const said = t("tollTimeline.stated", { date: tellDate(stated, locale, form) });
  if (dateKind === "stated") return said;
  return t("tollTimeline.asOfStated", { date: tellDate(date, locale, form), stated: said });
}

/** The full accessible name of a mark: who, how many of what, when, and in which states it stands. */
export function markName(
  figure: AnyFigure,
  claimant: string,
  measureLabel: string | null,
  locale: string,
): string {
  const t = translator(locale);
  const words = noteWords(figure, locale);
  const states = [
    words,
    t(`verification.${figure.verification}.label`),
    isCrossed(figure.standing, figure.lifecycle) ? null : t(`lifecycle.${figure.lifecycle}.label`),
  ];
  return t("tollTimeline.name", {
    claimant,
    figure: measureLabel ? `${figure.quantity.raw}, ${measureLabel}` : figure.quantity.raw,
    date: momentWords(figure, locale),
    states: states.filter((state) => state !== null).join(", "),
  });
}

/** Why a figure fell, each reason once: the decision's, and those of the reports, which may differ (R20). */
function reasonWords({ downwardReason, reportedReasons }: TollStep, locale: string): string {
  const t = translator(locale);
  const reasons = [downwardReason ?? [], reportedReasons.map(({ reason }) => reason)].flat();
  const told = [...new Set(reasons)].map((reason) => t(`downwardReason.${reason}.label`));
  return told.length > 0 ? told.join("; ") : t("downwardReason.not_given.label");
}

/** What a step says on the chart itself; null where the line alone says it. */
function stepWords(step: TollStep, newer: TollFigure | undefined, locale: string): string | null {
  const t = translator(locale);
  if (step.kind === "replaces") return t("tollTimeline.breakLabel", { measure: newer?.measure.label ?? "" });
  if (step.isDownward) return t("tollTimeline.downLabel", { reasons: reasonWords(step, locale) });
  if (step.kind === "undecided")
    return t(step.isOrdered ? "tollTimeline.undecidedLabel" : "tollTimeline.unorderedLabel");
  if (step.kind === "both_stand") return t("tollTimeline.bothStandLabel");
  return step.kind === "adds" ? t("tollTimeline.addsLabel") : null;
}

/** What a drawing says, in the words of a locale. */
export function tollTexts(locale: string): TollTexts {
  return {
    value: (value) => formatFigure(value, formatLocaleOf(locale)),
    raw: (figure) => rawWords(figure, locale),
    note: (figure) => noteWords(figure, locale),
    moment: (moment, isYearTold) => shortMoment(moment, isYearTold, locale),
    step: (step, newer) => stepWords(step, newer, locale),
    theEvent: translator(locale)("tollTimeline.theEvent"),
  };
}
