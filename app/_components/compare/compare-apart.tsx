import type { ComparedGroup, CompareView, GroupsApart } from "@/lib/compare/types";
import { tellComparison, tellDifferences } from "@/lib/format/comparison";
import { translator } from "@/lib/format/messages";
import { RelationWord } from "../figures/relation-shape";

type Props = { view: CompareView; locale: string };

/** So many pairs of the page are told at once; more are a click away. */
const PAIRS_OPEN_MAX = 8;

/** What is not set on one axis, and why: every two groups, and every pair across them with its dates (R6, R11). */
export function CompareApart({ view: { groups, apart }, locale }: Props) {
  const t = translator(locale);
  if (apart.length === 0) return null;
  const isOpen = apart.reduce((count, { pairs }) => count + pairs.length, 0) <= PAIRS_OPEN_MAX;
  return (
    <section className="mt-14">
      <h2 className="text-2xl">{t("compare.apart.title")}</h2>
      <p className="text-muted mt-1 measure-text">{t("compare.apart.lead")}</p>
      <ol className="mt-4 border-t border-rule">
        {apart.map((pair) => {
          const [one, other] = [groups[pair.one], groups[pair.other]];
          return one && other ? (
            <li key={`${one.anchor} ${other.anchor}`} className="border-b border-rule py-4">
              <Apart apart={pair} one={one} other={other} isOpen={isOpen} locale={locale} />
            </li>
          ) : null;
        })}
      </ol>
    </section>
  );
}

function Apart({
  apart: { differs, pairs },
  one,
  other,
  isOpen,
  locale,
}: {
  apart: GroupsApart;
  one: ComparedGroup;
  other: ComparedGroup;
  isOpen: boolean;
  locale: string;
}) {
  const t = translator(locale);
  const sentences = pairs.map((pair) => tellComparison(pair.comparison, pair.one, pair.other, locale));
  const isWithin = one.event.slug === other.event.slug;
  const name = ({ measure, event }: ComparedGroup) =>
    isWithin ? measure.label : t("compare.apart.of", { label: measure.label, event: event.title });
  return (
    <>
      <h3 className="font-sans text-base">
        <bdi>{t("compare.apart.groups", { one: name(one), other: name(other) })}</bdi>
      </h3>
      <p className="relation-head small mt-1">
        <RelationWord relation="incomparable" locale={locale} />
        <span className="font-normal text-muted">
          {t("compare.apart.differ", { differences: tellDifferences(differs, locale) })}
        </span>
      </p>
      <details className="small mt-1" open={isOpen}>
        <summary>{t("compare.apart.pairs", { count: pairs.length })}</summary>
        <ol className="pairs">
          {sentences.map((sentence) => (
            <li key={sentence} className="measure-text">
              {sentence}
            </li>
          ))}
        </ol>
      </details>
    </>
  );
}
