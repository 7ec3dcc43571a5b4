import type { ClaimRef, EarlierFigure, FigureClaim } from "@/lib/claims/types";
import type { DateForm } from "@/lib/format/dates";
import type { Translate } from "@/lib/format/messages";
import type { MeasureKind } from "@/lib/vocabulary";
import { tellDate } from "../ui/date-text";

/** "89 killed", "up to 10 units, destroyed or damaged": a figure in its own words, with what it counts. */
function figureWithKinds(raw: string, kinds: readonly MeasureKind[], t: Translate): string {
  const what = [...new Set(kinds.map((kind) => t(`kind.${kind}.word`)))].join(` ${t("figures.or")} `);
  return /\p{Nd}$/u.test(raw) ? `${raw} ${what}` : `${raw}, ${what}`;
}

/** The full accessible name of a mark: who, how many, when, and in which states it stands. */
export function figureName(
  figure: Pick<
    FigureClaim,
    "claimant" | "quantity" | "stated" | "standing" | "verification" | "contested" | "lifecycle"
  >,
  kinds: readonly MeasureKind[],
  t: Translate,
  locale: string,
): string {
  const states = [
    figure.standing === "disowned" ? t("standing.disowned.label") : null,
    t(`verification.${figure.verification}.label`),
    figure.contested ? t("figures.contested") : null,
    t(`lifecycle.${figure.lifecycle}.label`),
  ];
  return t("figures.name", {
    claimant: figure.claimant.name,
    figure: figureWithKinds(figure.quantity.raw, kinds, t),
    date: tellDate(figure.stated, locale),
    states: states.filter((state) => state !== null).join(", "),
  });
}

export function earlierName(claimant: string, earlier: EarlierFigure, t: Translate, locale: string): string {
  return t("figures.nameEarlier", {
    claimant,
    figure:
      earlier.lifecycle === "replaced"
        ? `${earlier.quantity.raw}, ${earlier.measureLabel}`
        : earlier.quantity.raw,
    date: tellDate(earlier.stated, locale),
    states: `${t(`verification.${earlier.verification}.label`)}, ${t(`lifecycle.${earlier.lifecycle}.label`)}`,
  });
}

/** A claim referred to in a sentence: its wording, claimant and date, never the number alone. */
export function referredTo(ref: ClaimRef, locale: string, form: DateForm = "long") {
  return { raw: ref.raw ?? "", claimant: ref.claimant.name, date: tellDate(ref.stated, locale, form) };
}

export const claimHref = (locale: string, publicId: string) => `/${locale}/claims/${publicId}`;
