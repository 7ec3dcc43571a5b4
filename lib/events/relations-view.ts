import type { ClaimRef } from "../claims/types";
import type { ComparedClaim } from "../format/comparison";
import type { Figure, Measure } from "../quantity/quantity";
import { relationsOf } from "../quantity/relations";
import type { MeasureView, RelationsView } from "./types";

/** What is known of an event's claims, by their ids, and of what they count. */
type Known = {
  figures: ReadonlyMap<string, Figure>;
  refs: ReadonlyMap<string, ClaimRef>;
  measuresOfRules: readonly Measure[];
};

/**
 * The relations of the measure and lane at an anchor of the event's page, with their claims named (R6). Null where there
 * is none at it, or fewer than two current figures.
 */
export function relationsView(
  slug: string | null,
  views: readonly Pick<MeasureView, "id" | "lane" | "slug" | "label">[],
  { figures, refs, measuresOfRules }: Known,
): RelationsView | null {
  const view = views.find((candidate) => candidate.slug === slug);
  if (!view) return null;
  const found = relationsOf([...figures.values()], measuresOfRules, { measureId: view.id, lane: view.lane });
  if (found.pairs.length === 0) return null;

  const placeOf = new Map(found.figures.map(({ id }, place) => [id, place]));
  return {
    slug: view.slug,
    label: view.label,
    claims: found.figures.flatMap((figure) => comparedClaim(figure, refs)),
    pairs: found.pairs.map(({ one, other, comparison }) => ({
      one: placeOf.get(one.id) ?? 0,
      other: placeOf.get(other.id) ?? 0,
      comparison,
    })),
    leftOutCount: found.leftOutCount,
    others: views.flatMap(({ id, lane, slug: at, label }) =>
      found.others
        .filter((other) => other.measureId === id && other.lane === lane)
        .map((other) => ({
          slug: at,
          label,
          differs: other.differs,
          claims: other.figures.flatMap((figure) => refs.get(figure.id) ?? []),
        })),
    ),
  };
}

function comparedClaim({ id, quantity, basis }: Figure, refs: Known["refs"]): ComparedClaim[] {
  const ref = refs.get(id);
  return ref ? [{ ...ref, quantity, basis }] : [];
}
