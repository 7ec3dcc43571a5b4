import type { DocumentedMinimumView, EventPage, MeasureView, RangeEndView } from "@/lib/events/types";
import { translator } from "@/lib/format/messages";
import type { ChartModel } from "../figures/chart-model";
import { figureName } from "../figures/figure-name";
import { endClaimants, endText, rangeEnds, rangeText } from "../figures/range-words";
import { tellDate } from "../ui/date-text";
import { eventWords } from "./picture-words";

/** A picture in words, for those who do not see it: its title, and every figure with its claimant, date and status. */
export function tellPicture(
  event: EventPage,
  measure: MeasureView,
  { range, groups }: ChartModel,
  withAnonymous: boolean,
  locale: string,
): { title: string; description: string } {
  const t = translator(locale);
  const documented = measure.documentedMinimum[0];
  const figures = groups.flatMap((group) => group.figures);
  const caption = withAnonymous ? "figures.range.captionAll" : "figures.range.caption";
  const lines = [
    ...(range
      ? [
          t(caption, { range: rangeText(range, locale, "to") }),
          ...rangeEnds(range).map((end) => tellEnd(end, locale)),
        ]
      : [t("figures.range.noneWhy")]),
    ...(documented ? [tellDocumented(documented, locale)] : []),
    ...figures.map((figure) => figureName(figure, measure.kinds, t, locale)),
  ];
  return {
    title: t("chartImage.description", { measure: measure.label, ...eventWords(event, locale) }),
    description: lines.join("\n"),
  };
}

/** The headline of an event in one line: its range with those who stand at its ends, and its documented minimum. */
export function tellHeadline(headline: MeasureView | undefined, locale: string): string {
  const t = translator(locale);
  if (!headline) return t("event.noFigures");
  const { label, range } = headline;
  const documented = headline.documentedMinimum[0];
  const ends = range ? rangeEnds(range).map((end) => tellEnd(end, locale)) : [t("figures.range.noneWhy")];
  const told = [t("chartImage.cardRange", { measure: label }), ...ends];
  return [...told, ...(documented ? [tellDocumented(documented, locale)] : [])].join("; ");
}

/** "89: Russian Ministry of Defence, stated 4 January 2023": one end of a range, with all that a number needs. */
export function tellEnd(end: RangeEndView, locale: string): string {
  const t = translator(locale);
  const first = end.claims[0];
  return t("chartImage.rangeEnd", {
    words: endText(end, locale),
    claimants: endClaimants(end, t),
    date: first ? tellDate(first.stated, locale) : "",
  });
}

/** What a documented minimum rests on, whose it is and since when. */
export function tellMinimum({ basis, claim }: DocumentedMinimumView, locale: string): string {
  const t = translator(locale);
  return t("chartImage.minimumFrom", {
    basis: t(`figures.documented.${basis}`),
    claimant: claim.claimant.name,
    date: tellDate(claim.stated, locale),
  });
}

/** The documented minimum with its claimant and date. */
function tellDocumented({ n, basis, claim }: DocumentedMinimumView, locale: string): string {
  const t = translator(locale);
  return t("feeds.minimum", {
    words: claim.raw ?? String(n),
    basis: t(`figures.documented.${basis}`),
    claimant: claim.claimant.name,
    date: tellDate(claim.stated, locale),
  });
}
