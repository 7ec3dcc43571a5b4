import { z } from "zod";
import type { ComparePage } from "../../compare/queries";
import { type ComparedClaim, tellComparison } from "../../format/comparison";
import { DEFAULT_LOCALE } from "../../format/messages";
import { type AcrossComparison, MEASURE_PARTS } from "../../quantity/compare";
import { LANES } from "../../vocabulary";
import { ClaimRef, claimRef } from "./claim-ref";
import { eventRef, measureRef, Quantity, quantityResource, Ref } from "./parts";

const Compared = z.strictObject({
  ...ClaimRef.shape,
  event: Ref,
  measure: Ref,
  lane: z.enum(LANES),
  quantity: Quantity,
});

const Pair = z
  .strictObject({
    claims: z.tuple([z.string(), z.string()]).meta({ description: "Their ids." }),
    relation: z.enum(["compatible", "incompatible", "incomparable"]),
    why: z
      .string()
      .meta({ description: "One sentence in English: which relation, why, and as of when each holds." }),
    overlap: z
      .strictObject({ low: z.number().nullable(), high: z.number().nullable() })
      .nullable()
      .meta({ description: "What both cover when compared; null bounds are unbounded." }),
    gap: z
      .strictObject({ above: z.number(), below: z.number() })
      .nullable()
      .meta({ description: "Between the high of the smaller and the low of the greater." }),
    differs: z.array(z.enum([...MEASURE_PARTS, "measure", "lane", "not_stated", "event"])),
  })
  .meta({ description: "How two figures stand to each other." });

export const ComparisonResource = z
  .strictObject({
    claims: z.array(Compared),
    pairs: z.array(Pair).meta({ description: "Each two once." }),
    leftOut: z.array(z.strictObject({ id: z.string(), why: z.enum(["no_claim", "statement"]) })),
  })
  .meta({ description: "Figures set against each other, each pair by itself. There is never an average." });
export type ComparisonResource = z.input<typeof ComparisonResource>;

/** The chosen claims, compared each with each (R6), across measures and events too. */
export function comparisonResource({ view, leftOut }: ComparePage): ComparisonResource {
  const within = view.groups.flatMap(({ claims, pairs }) =>
    pairs.flatMap(({ one, other, comparison }) => {
      const [a, b] = [claims[one], claims[other]];
      return a && b ? [pairOf(comparison, a, b)] : [];
    }),
  );
  const across = view.apart.flatMap(({ pairs }) =>
    pairs.map(({ one, other, comparison }) => pairOf(comparison, one, other)),
  );
  return {
    claims: view.groups.flatMap(({ event, measure, lane, figures }) =>
      figures.map((figure) => ({
        ...claimRef({ ...figure, raw: figure.quantity.raw, qualifier: figure.quantity.qualifier }),
        event: eventRef(event),
        measure: measureRef(event.slug, measure),
        lane,
        quantity: quantityResource(figure.quantity),
      })),
    ),
    pairs: [...within, ...across],
    leftOut: leftOut.flatMap((left) =>
      left.why === "no_claim" || left.why === "statement" ? [{ id: left.claim, why: left.why }] : [],
    ),
  };
}

function pairOf(
  comparison: AcrossComparison,
  one: ComparedClaim,
  other: ComparedClaim,
): z.input<typeof Pair> {
  return {
    claims: [one.publicId, other.publicId],
    relation: comparison.relation,
    why: tellComparison(comparison, one, other, DEFAULT_LOCALE),
    overlap: comparison.relation === "compatible" ? comparison.overlap : null,
    gap: comparison.relation === "incompatible" ? comparison.gap : null,
    differs: comparison.relation === "incomparable" ? comparison.differs : [],
  };
}
