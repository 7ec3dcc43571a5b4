import { groupBy } from "../group-by";
import { type AcrossComparison, ascending, compare, firstStated } from "../quantity/compare";
import { measureIdentity } from "../quantity/measure-identity";
import type { Measure } from "../quantity/quantity";
import { spreadOf } from "./spread";
import type { ComparedFigure, ComparedGroup, CompareMatrixRow, CompareView, GroupsApart } from "./types";

/** What is known of the events of the figures: their measures, and the sides of each by its slug. */
type Known = { measures: readonly Measure[]; sidesOf: ReadonlyMap<string, string[]> };

/**
 * Sets figures against each other: those that count the same in one event and lane on one axis, all others apart, with
 * why (R6, R11). The order in which the figures came changes nothing.
 */
export function compareView(figures: readonly ComparedFigure[], known: Known): CompareView {
  const groups = groupsOf(figures, known);
  return { groups, rows: matrixRows(groups), apart: groupsApart(groups, known.measures) };
}

/**
 * Compares two chosen figures by R6. Claims compete only within one event: what two of them count differs in it before
 * it differs in anything else, however alike their measures read.
 */
function compareAcross(
  one: ComparedFigure,
  other: ComparedFigure,
  measures: readonly Measure[],
): AcrossComparison {
  const comparison = compare(one.figure, other.figure, measures);
  if (one.event.slug === other.event.slug) return comparison;
  const also = comparison.relation === "incomparable" ? comparison.differs : [];
  return { relation: "incomparable", differs: ["event", ...also.filter((code) => code !== "not_stated")] };
}

/** By event in the order of its first stated figure, then in the order of its measures, counts before estimates. */
function groupsOf(figures: readonly ComparedFigure[], { measures, sidesOf }: Known): ComparedGroup[] {
  const identityOf = measureIdentity(measures);
  const ordered = figures.toSorted((a, b) => firstStated(a.figure, b.figure));
  const eventOrder = [...new Set(ordered.map(({ event }) => event.slug))];
  const keyOf = ({ event, figure }: ComparedFigure) =>
    JSON.stringify([event.slug, identityOf(figure.measureId), figure.lane]);
  return [...groupBy(ordered, keyOf).values()]
    .flatMap((own) => toGroup(own, measures, sidesOf))
    .sort(
      (a, b) =>
        eventOrder.indexOf(a.event.slug) - eventOrder.indexOf(b.event.slug) ||
        a.measure.position - b.measure.position ||
        ascending(a.lane, b.lane),
    );
}

function toGroup(
  figures: ComparedFigure[],
  measures: readonly Measure[],
  sidesOf: Known["sidesOf"],
): ComparedGroup[] {
  const [first] = figures;
  if (!first) return [];
  return [
    {
      anchor: `${first.event.slug}-${first.measure.slug}`,
      event: first.event,
      measure: first.measure,
      lane: first.lane,
      sides: sidesOf.get(first.event.slug) ?? [],
      figures,
      claims: figures.map(comparedClaim),
      pairs: figures.flatMap((one, at) =>
        figures.slice(at + 1).map((other, further) => {
          const comparison = compare(one.figure, other.figure, measures);
          const spread =
            comparison.relation === "incomparable" ? null : spreadOf(one.quantity, other.quantity);
          return { one: at, other: at + 1 + further, comparison, spread };
        }),
      ),
    },
  ];
}

function comparedClaim(figure: ComparedFigure) {
  const { publicId, claimant, quantity, stated, asOf, basis } = figure;
  return {
    publicId,
    claimant,
    raw: quantity.raw,
    qualifier: quantity.qualifier,
    stated,
    asOf,
    quantity,
    basis,
  };
}

/** The claimant of the first stated figure first. */
function matrixRows(groups: readonly ComparedGroup[]): CompareMatrixRow[] {
  const all = groups.flatMap(({ figures }) => figures).toSorted((a, b) => firstStated(a.figure, b.figure));
  return [...groupBy(all, ({ claimant }) => claimant.slug).values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const { claimant, isAnonymous } = first;
    const cells = groups.map(({ figures }) => figures.filter((figure) => own.includes(figure)));
    return [{ claimant, isAnonymous, cells }];
  });
}

function groupsApart(groups: readonly ComparedGroup[], measures: readonly Measure[]): GroupsApart[] {
  return groups.flatMap((group, one) =>
    groups.slice(one + 1).map((against, further) => {
      const pairs = group.figures.flatMap((figure) =>
        against.figures.map((rival) => ({
          one: comparedClaim(figure),
          other: comparedClaim(rival),
          comparison: compareAcross(figure, rival, measures),
        })),
      );
      const [first] = pairs;
      // What differs is what is counted, whatever was said of it; any pair stands for all.
      const differs = first?.comparison.relation === "incomparable" ? first.comparison.differs : [];
      return {
        one,
        other: one + 1 + further,
        differs: differs.filter((code) => code !== "not_stated"),
        pairs,
      };
    }),
  );
}
