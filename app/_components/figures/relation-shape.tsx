import { translator } from "@/lib/format/messages";
import type { Comparison } from "@/lib/quantity/compare";

export type Relation = Comparison["relation"];

/**
 * The relation of two figures as a shape: two bars that overlap, two bars with a gap between them, two different
 * things. It always stands with the word.
 */
function RelationShape({ relation }: { relation: Relation }) {
  return (
    <svg
      className={`relation-shape is-${relation}`}
      width="28"
      height="14"
      viewBox="0 0 28 14"
      aria-hidden="true"
    >
      {relation === "compatible" ? <Overlapping /> : null}
      {relation === "incompatible" ? <Apart /> : null}
      {relation === "incomparable" ? <Unlike /> : null}
    </svg>
  );
}

function Overlapping() {
  return (
    <>
      <rect className="mark-band" x="9" width="10" height="14" />
      <path className="mark-line" d="M1 4H19M9 10H27" />
    </>
  );
}

function Apart() {
  return <path className="mark-line" d="M1 4H11M17 10H27" />;
}

function Unlike() {
  return (
    <>
      <circle className="mark-line" cx="6" cy="7" r="4.5" />
      <rect className="mark-line" x="18" y="2.5" width="9" height="9" />
    </>
  );
}

/** The shape with its word. */
export function RelationWord({ relation, locale }: { relation: Relation; locale: string }) {
  return (
    <>
      <RelationShape relation={relation} />
      <span>{translator(locale)(`relations.${relation}.label`)}</span>
    </>
  );
}
