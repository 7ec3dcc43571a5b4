import type { MeasureView } from "@/lib/events/types";
import { translator } from "@/lib/format/messages";
import { isRelated } from "@/lib/quantity/relations";
import { type ChartChoice, choiceHref } from "./chart-model";
import { relationsAnchor } from "./relation-anchors";

type Props = { measure: MeasureView; choice: ChartChoice; path: string; locale: string };

/** Opens the comparison of each figure of a measure with each other, or closes it. One figure has nothing to compare. */
export function RelationsSwitch({ measure: { slug, figures }, choice, path, locale }: Props) {
  if (figures.filter(isRelated).length < 2) return null;
  const t = translator(locale);
  return choice.relations === slug ? (
    <a className="no-print" href={choiceHref(path, { ...choice, relations: null }, slug)}>
      {t("relations.close")}
    </a>
  ) : (
    <a className="no-print" href={choiceHref(path, { ...choice, relations: slug }, relationsAnchor(slug))}>
      {t("relations.open")}
    </a>
  );
}
