import type { CompareChoice } from "@/lib/compare/schema";
import type { Spread } from "@/lib/compare/spread";
import type { ComparedFigure, ComparedGroup, ComparedPair } from "@/lib/compare/types";
import { formatLocaleOf, translator } from "@/lib/format/messages";
import { formatFigure } from "@/lib/format/numbers";
import { tellTimes } from "@/lib/format/times";
import { RelationKey } from "../figures/relation-key";
import { RelationMatrix } from "../figures/relation-matrix";
import { RELATIONS, RelationReasons } from "../figures/relation-reasons";
import { CompareChart } from "./compare-chart";

type Props = { group: ComparedGroup; choice: CompareChoice; path: string; locale: string };

/** Figures that count the same: on one axis, then each against each, with why, as of when, and how far apart (R6). */
export function CompareGroup({ group, choice, path, locale }: Props) {
  const t = translator(locale);
  const { anchor, measure, event, claims, pairs, figures } = group;
  const relations = { label: measure.label, claims, pairs };
  // Of one pair the sentence says all.
  const occurring = RELATIONS.filter((relation) =>
    pairs.some(({ comparison }) => comparison.relation === relation),
  );
  return (
    <section id={anchor} className="mt-14 min-w-0">
      <h2 className="text-2xl border-b border-rule pb-3">
        <bdi>{measure.label}</bdi>
      </h2>
      <p className="small text-muted mt-2 mb-4">
        {t.rich("compare.group.of", {
          count: figures.length,
          event: () => (
            <a href={`/${locale}/events/${event.slug}#${measure.slug}`}>
              <bdi>{event.title}</bdi>
            </a>
          ),
        })}
        {group.lane === "estimate" ? ` ${t("compare.group.estimates")}` : null}
      </p>
      <CompareChart group={group} choice={choice} path={path} locale={locale} />
      <section className="relations mt-8">
        <h3 className="text-xl">{t("compare.group.each")}</h3>
        {pairs.length > 1 ? (
          <>
            <div className="small">
              <RelationKey relations={occurring} locale={locale} />
            </div>
            <RelationMatrix
              relations={relations}
              caption={t("compare.group.caption", { measure: measure.label })}
              locale={locale}
            />
          </>
        ) : null}
        {pairs.some(({ spread }) => spread !== null) ? (
          <p className="small text-muted mt-3 measure-text">{t("compare.group.spreadNote")}</p>
        ) : null}
        <RelationReasons
          relations={relations}
          noteOf={(pair) => {
            const own = pairs.find(({ one, other }) => one === pair.one && other === pair.other);
            return own ? <PairNotes pair={own} figures={figures} locale={locale} /> : null;
          }}
          locale={locale}
        />
      </section>
    </section>
  );
}

/** How far apart the numbers of a pair are, and which of the two no longer stands. */
function PairNotes({
  pair: { one, other, spread },
  figures,
  locale,
}: {
  pair: ComparedPair;
  figures: ComparedFigure[];
  locale: string;
}) {
  const past = [figures[one], figures[other]].flatMap((figure) => (figure ? pastWords(figure, locale) : []));
  return (
    <>
      {spread ? <p className="mt-1">{spreadWords(spread, [figures[one], figures[other]], locale)}</p> : null}
      {past.map((words) => (
        <p key={words} className="mt-1">
          {words}
        </p>
      ))}
    </>
  );
}

/** How many times the least number is in the greatest; and whose words both are, where they are those of one alone. */
function spreadWords(
  { least, greatest, times, bothIn }: Spread,
  pair: readonly (ComparedFigure | undefined)[],
  locale: string,
): string {
  const told = (n: number) => formatFigure(n, formatLocaleOf(locale));
  const numbers = { least: told(least), greatest: told(greatest), times: tellTimes(times, locale) };
  const own = bothIn === null ? undefined : pair[bothIn];
  return own
    ? translator(locale)("compare.group.spreadInOne", { ...numbers, raw: own.quantity.raw })
    : translator(locale)("compare.group.spread", numbers);
}

function pastWords({ quantity: { raw }, lifecycle, standing }: ComparedFigure, locale: string): string[] {
  const t = translator(locale);
  return [
    ...(standing === "disowned" ? [t("compare.group.disowned", { raw })] : []),
    ...(lifecycle === "current"
      ? []
      : [t("compare.group.notCurrent", { raw, state: t(`lifecycle.${lifecycle}.label`) })]),
  ];
}
