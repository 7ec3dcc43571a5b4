import type { ReactNode } from "react";
import type { RelationsView } from "@/lib/events/types";
import { tellComparison } from "@/lib/format/comparison";
import { translator } from "@/lib/format/messages";
import { pairAnchor } from "./relation-anchors";
import { type Relation, RelationWord } from "./relation-shape";

type Pair = RelationsView["pairs"][number];
type Props = {
  relations: Pick<RelationsView, "claims" | "pairs">;
  /** What is told of a pair beyond its relation. */
  noteOf?: (pair: Pair) => ReactNode;
  locale: string;
};

/** What cannot hold together comes first. */
export const RELATIONS = [
  "incompatible",
  "compatible",
  "incomparable",
] as const satisfies readonly Relation[];

/** Every pair with the sentence that says which relation it has, why, and as of when (R6). */
export function RelationReasons({ relations, noteOf, locale }: Props) {
  const { claims, pairs } = relations;
  return RELATIONS.map((relation) => {
    const own = pairs.filter(({ comparison }) => comparison.relation === relation);
    if (own.length === 0) return null;
    return (
      <section key={relation} className="mt-5">
        <h4 className="relation-head font-sans text-base">
          <RelationWord relation={relation} locale={locale} />
          <span className="text-muted font-normal">
            {translator(locale)("relations.pairs", { count: own.length })}
          </span>
        </h4>
        <ol className="pairs small">
          {own.map((pair) => {
            const [one, other] = [claims[pair.one], claims[pair.other]];
            return one && other ? (
              <li key={pairAnchor(one, other)} id={pairAnchor(one, other)}>
                <span className="pair-figures" aria-hidden="true">
                  <bdi className="figure">{one.raw}</bdi> <bdi className="figure">{other.raw}</bdi>
                </span>
                <div>
                  <p>{tellComparison(pair.comparison, one, other, locale)}</p>
                  {noteOf?.(pair)}
                </div>
              </li>
            ) : null;
          })}
        </ol>
      </section>
    );
  });
}
