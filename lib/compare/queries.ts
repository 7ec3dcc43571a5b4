import "server-only";
import { listPublishedRefs } from "../claims/published-refs";
import { db } from "../db/client";
import { toMeasure } from "../measures/measures";
import { published } from "../publishing/gate";
import { type ComparedRow, comparedSelect, namedBy, toComparedFigure } from "./figure-rows";
import { findChosenClaimants, findChosenMeasures, listKeptClaims } from "./find-chosen";
import { type CurrentFigures, laneKey, listCurrent, meantBy } from "./list-current";
import { compareView } from "./rules";
import { COMPARED_MAX, type CompareChoice } from "./schema";
import type { ChosenClaimant, ChosenMeasure, CompareView, LeftOut } from "./types";

/** What was chosen, as it is called today, and what of it is compared. */
export type ComparePage = {
  claims: { publicId: string; raw: string | null; claimant: string }[];
  claimants: ChosenClaimant[];
  measures: ChosenMeasure[];
  view: CompareView;
  leftOut: LeftOut[];
};

/**
 * The published figures that a reader chose, set against each other: the claims named, whatever became of them, and the
 * current figures of the claimants, of the measures, or of the claimants in the measures. At most COMPARED_MAX; what is
 * left out is told. A bounded number of queries, whatever was chosen.
 */
export async function findComparison(choice: CompareChoice): Promise<ComparePage> {
  const [claimIds, claimants, measures] = await Promise.all([
    listKeptClaims(choice.claims),
    findChosenClaimants(choice.claimants),
    findChosenMeasures(choice.measures),
  ]);
  const named = await listNamed(claimIds);
  const drawn = named.filter(({ measure }) => measure !== null).slice(0, COMPARED_MAX);
  const meant = meantBy(claimants.chosen, measures.chosen, choice);
  const found = meant && (await listCurrent(meant, claimIds, COMPARED_MAX - drawn.length));
  const namedIds = new Set(named.map(({ publicId }) => publicId));
  return {
    claims: named.map((row) => ({
      publicId: row.publicId,
      raw: row.measure && row.wording,
      claimant: row.claimant.name,
    })),
    claimants: claimants.chosen,
    measures: measures.chosen,
    view: await viewOf([...drawn, ...(found?.rows ?? [])]),
    leftOut: [
      ...claimIds.filter((id) => !namedIds.has(id)).map((claim) => ({ why: "no_claim", claim }) as const),
      ...claimants.missing.map((claimant) => ({ why: "no_claimant", claimant }) as const),
      ...measures.missing.map((measure) => ({ why: "no_measure", measure }) as const),
      ...named.flatMap(statementLeftOut),
      ...(found ? withoutFigure(found, claimants.chosen, measures.chosen) : []),
    ],
  };
}

function withoutFigure(
  found: CurrentFigures,
  claimants: readonly (ChosenClaimant & { id: string })[],
  measures: readonly (ChosenMeasure & { id: string })[],
): LeftOut[] {
  return [
    ...claimants
      .filter(({ id }) => !found.claimantIds.has(id))
      .map((claimant) => ({ why: "claimant_without_figure", claimant }) as const),
    ...measures
      .filter(({ id, lane }) => !found.measureKeys.has(laneKey(id, lane)))
      .map((measure) => ({ why: "measure_without_figure", measure }) as const),
    ...(found.beyond > 0 ? [{ why: "beyond", count: found.beyond } as const] : []),
  ];
}

function statementLeftOut({ publicId, measure, claimant }: ComparedRow): LeftOut[] {
  return measure ? [] : [{ why: "statement", claim: publicId, claimant: claimant.name }];
}

/** The claims at these addresses that are public, in their order. */
async function listNamed(publicIds: readonly string[]): Promise<ComparedRow[]> {
  const rows = await db().claim.findMany({
    where: { publicId: { in: [...publicIds] }, ...published },
    select: comparedSelect,
  });
  const byId = new Map(rows.map((row) => [row.publicId, row]));
  return publicIds.flatMap((id) => byId.get(id) ?? []);
}

async function viewOf(rows: readonly ComparedRow[]): Promise<CompareView> {
  const eventIds = [...new Set(rows.map(({ eventId }) => eventId))];
  const [refs, parties] = await Promise.all([
    listPublishedRefs(rows.flatMap(namedBy)),
    db().party.findMany({
      where: { eventId: { in: eventIds }, side: { not: null } },
      select: { eventId: true, claimantId: true, side: true },
    }),
  ]);
  const sideOf = new Map(parties.map((party) => [`${party.eventId} ${party.claimantId}`, party.side]));
  const sidesOf = new Map(
    rows.map(({ eventId, event }) => {
      const own = parties.filter((party) => party.eventId === eventId).flatMap(({ side }) => side ?? []);
      return [event.slug, [...new Set(own)].sort()];
    }),
  );
  const figures = rows.flatMap(
    (row) => toComparedFigure(row, refs, sideOf.get(`${row.eventId} ${row.claimantId}`) ?? null) ?? [],
  );
  return compareView(figures, {
    measures: rows.flatMap(({ measure }) => (measure ? [toMeasure(measure)] : [])),
    sidesOf,
  });
}
