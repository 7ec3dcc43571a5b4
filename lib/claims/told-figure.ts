import "server-only";
import type { Prisma } from "../../prisma/generated/client";
import { db } from "../db/client";
import { measureSelect } from "../measures/measures";
import { published } from "../publishing/gate";
import type { Quantity } from "../quantity/quantity";
import { figureSelect, toFigure } from "./figures";
import { asOfOf, statedOf, wordingOf } from "./refs";
import type { ClaimRef } from "./types";

const claimSelect = {
  ...figureSelect,
  publicId: true,
  claimant: { select: { slug: true, name: true, kind: true } },
  measure: { select: measureSelect },
  event: { select: { slug: true, title: true } },
  wordingLanguage: true,
  wordingTranslation: true,
  wordingTranslatedBy: true,
  isForecast: true,
  statedEdtf: true,
  statedZone: true,
  asOfEdtf: true,
  asOfZone: true,
} as const satisfies Prisma.ClaimSelect;

type ToldClaim = Prisma.ClaimGetPayload<{ select: typeof claimSelect }>;

/** A figure as tables tell it: in its own words, whose it is and when it was stated, with what it counts. */
export type ToldFigure = Pick<ClaimRef, "publicId" | "claimant" | "stated" | "asOf"> & {
  quantity: Quantity;
  wording: ReturnType<typeof wordingOf>;
  measure: { slug: string; label: string };
};

/** Published claims by id, with all that tables tell of them; those that are not public are left out (R34). */
export async function listToldClaims(ids: readonly string[]): Promise<Map<string, ToldClaim>> {
  if (ids.length === 0) return new Map();
  const rows = await db().claim.findMany({
    where: { id: { in: [...new Set(ids)] }, ...published },
    select: claimSelect,
  });
  return new Map(rows.map((row) => [row.id, row]));
}

/** Null for a statement. */
export function toToldFigure(row: ToldClaim): ToldFigure | null {
  const figure = toFigure(row);
  if (!figure || !row.measure) return null;
  const { publicId, claimant, measure } = row;
  return {
    publicId,
    claimant: { slug: claimant.slug, name: claimant.name },
    stated: statedOf(row),
    asOf: asOfOf(row),
    quantity: figure.quantity,
    wording: wordingOf(row),
    measure: { slug: measure.slug, label: measure.label },
  };
}
