import "server-only";
import type { Prisma } from "../../prisma/generated/client";
import { countPositions, type Position, positionTo } from "../claimants/rules";
import { db } from "../db/client";
import { pageOf } from "../db/page-of";
import { groupBy } from "../group-by";
import { published } from "../publishing/gate";
import { documentedMinima } from "../quantity/documented-minimum";
import type { Figure } from "../quantity/quantity";
import type { Basis } from "../vocabulary";
import { figureSelect, toFigure } from "./figures";
import { listToldClaims, type ToldFigure, toToldFigure } from "./told-figure";

/** So many figures stand on a page. */
const AGAINST_MINIMUM_PER_PAGE = 20;

/** One current figure beside the documented minimum of its measure and lane (R9). */
export type AgainstMinimum = {
  event: { slug: string; title: string };
  figure: ToldFigure;
  minimum: ToldFigure & { basis: Basis };
  position: Position;
};

export type AgainstMinimumPage = {
  counts: Record<Position, number>;
  total: number;
  rows: AgainstMinimum[];
  next: string | null;
};

const standing = {
  ...published,
  type: "figure",
  lifecycle: "current",
  standing: { not: "disowned" },
} as const satisfies Prisma.ClaimWhereInput;
const documented: Prisma.ClaimWhereInput = {
  ...standing,
  basis: { in: ["named_list", "physical_count"] },
};

/**
 * How a claimant's own current figures stand to the documented minimum of what they count, the latest stated first,
 * from a cursor on; a figure of a measure without one is left out (R9). All are counted. A bounded number of queries.
 */
export async function listAgainstMinimum(
  claimantSlug: string,
  after: string | null = null,
): Promise<AgainstMinimumPage> {
  const own = await db().claim.findMany({
    where: {
      AND: [{ claimant: { slug: claimantSlug } }, { measure: { claims: { some: documented } } }],
      ...standing,
    },
    select: figureSelect,
    orderBy: [{ statedEarliest: "desc" }, { id: "desc" }],
  });
  const minima = await minimaOf([...new Set(own.flatMap(({ measureId }) => measureId ?? []))]);
  const compared = own.flatMap((row) => {
    const figure = toFigure(row);
    const minimum = figure && minima.get(laneKey(figure));
    if (!figure || !minimum) return [];
    return [{ id: row.id, at: row.statedEarliest, minimum, position: positionTo(minimum, figure) }];
  });

  const { rows, next } = pageOf(compared, after, AGAINST_MINIMUM_PER_PAGE);
  const claims = await listToldClaims(rows.flatMap(({ id, minimum }) => [id, minimum.id]));
  return {
    counts: countPositions(compared.map(({ position }) => position)),
    total: compared.length,
    rows: rows.flatMap(({ id, minimum, position }) => {
      const claim = claims.get(id);
      const [figure, least] = [id, minimum.id].map((one) => {
        const told = claims.get(one);
        return told ? toToldFigure(told) : null;
      });
      if (!claim || !figure || !least) return [];
      return [{ event: claim.event, figure, minimum: { ...least, basis: minimum.basis }, position }];
    }),
    next,
  };
}

/** The greatest documented count of each measure and lane (R9). */
async function minimaOf(measureIds: readonly string[]): Promise<Map<string, Figure>> {
  const rows = await db().claim.findMany({
    where: { ...documented, measureId: { in: [...measureIds] } },
    select: figureSelect,
  });
  const figures = rows.flatMap((row) => toFigure(row) ?? []);
  return new Map(
    [...groupBy(figures, laneKey)].flatMap(([key, group]) => {
      const [greatest] = documentedMinima(group);
      const figure = group.find(({ id }) => id === greatest?.figureId);
      return figure ? [[key, figure] as const] : [];
    }),
  );
}

const laneKey = ({ measureId, lane }: Figure) => `${measureId} ${lane}`;
