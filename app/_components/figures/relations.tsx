import type { RelationsView } from "@/lib/events/types";
import { tellDifferences } from "@/lib/format/comparison";
import { translator } from "@/lib/format/messages";
import { type ChartChoice, choiceHref } from "./chart-model";
import { FigureRefs } from "./figure-ref";
import { relationsAnchor } from "./relation-anchors";
import { RelationKey } from "./relation-key";
import { RelationMatrix } from "./relation-matrix";
import { RELATIONS, RelationReasons } from "./relation-reasons";

type Props = { relations: RelationsView; choice: ChartChoice; path: string; locale: string };

/** Of another measure, so many claims are named; the rest are a link away. */
const CLAIMS_NAMED_MAX = 6;

/** How the current figures of one measure stand to each other, and why the event's other figures do not compare (R6). */
export function Relations({ relations, choice, path, locale }: Props) {
  const t = translator(locale);
  const { slug, leftOutCount, others } = relations;
  return (
    <section id={relationsAnchor(slug)} className="relations mt-8 border-t border-rule pt-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="text-xl">{t("relations.title")}</h3>
        <a className="no-print small" href={choiceHref(path, { ...choice, relations: null }, slug)}>
          {t("relations.close")}
        </a>
      </div>
      <p className="mt-1 measure-text">{t("relations.intro")}</p>
      <Key relations={relations} locale={locale} />
      <RelationMatrix relations={relations} locale={locale} />
      {leftOutCount > 0 ? (
        <p className="small text-muted mt-2">{t("relations.leftOut", { count: leftOutCount })}</p>
      ) : null}
      <p className="small text-muted mt-2 measure-text">{t("relations.contestedNote")}</p>
      <RelationReasons relations={relations} locale={locale} />
      {others.length > 0 ? <Others others={others} locale={locale} /> : null}
    </section>
  );
}

/** What each word that occurs means. */
function Key({ relations: { pairs }, locale }: Pick<Props, "relations" | "locale">) {
  const occurring = RELATIONS.filter((relation) =>
    pairs.some(({ comparison }) => comparison.relation === relation),
  );
  return (
    <div className="small">
      <RelationKey relations={occurring} locale={locale} />
    </div>
  );
}

function Others({ others, locale }: { others: RelationsView["others"]; locale: string }) {
  const t = translator(locale);
  return (
    <section className="mt-6">
      <h4 className="font-sans text-base">{t("relations.others.title")}</h4>
      <dl className="small mt-2 grid gap-x-6 gap-y-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
        {others.map(({ slug, label, differs, claims }) => (
          <div key={slug} className="grid grid-cols-subgrid col-span-full">
            <dt>
              <a href={`#${slug}`}>
                <bdi>{label}</bdi>
              </a>
              <span className="block text-muted">
                {t("relations.others.differ", { differences: tellDifferences(differs, locale) })}
              </span>
            </dt>
            <dd>
              <FigureRefs claims={claims.slice(0, CLAIMS_NAMED_MAX)} locale={locale} />
              {claims.length > CLAIMS_NAMED_MAX ? (
                <a href={`#${slug}`}>
                  {t("relations.others.more", { count: claims.length - CLAIMS_NAMED_MAX })}
                </a>
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
