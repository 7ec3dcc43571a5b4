import "server-only";
import { Prisma } from "../../prisma/generated/client";
import { listClaims } from "../claims/list-claims";
import { ListClaims } from "../claims/schema";
import type { ClaimRow } from "../claims/types";
import { db } from "../db/client";
import { publicClaimant, publicMeasure, published } from "../publishing/gate";
import { publishedClaimSql } from "../publishing/gate-sql";
import { selectMatches } from "../search/matching-records";
import type { Lane } from "../vocabulary";
import type { ChosenClaimant, ChosenMeasure } from "./types";

/** So many of each are offered. */
const OFFERED_MAX = 12;

/** What can be added to a comparison for what was typed, the best first, each with how many current figures it brings. */
export type CompareMatches = {
  claimants: (ChosenClaimant & { count: number })[];
  measures: (ChosenMeasure & { count: number })[];
  claims: ClaimRow[];
};

const currentFigure = {
  ...published,
  type: "figure",
  lifecycle: "current",
  standing: { not: "disowned" },
} as const satisfies Prisma.ClaimWhereInput;

/** A claim that a comparison can draw: a public, current figure (R34). One after the other, of the names that were found. */
const DRAWN = Prisma.sql`
  from claim c join event e on e.id = c.event_id
  where ${publishedClaimSql} and c.type = 'figure' and c.lifecycle = 'current' and c.standing <> 'disowned'`;

/**
 * The claimants, measures and figures whose names or words resemble what was typed: only those of published figures. A
 * measure is found by its event's name, too. A bounded number of queries.
 */
export async function findCompareMatches(typed: string): Promise<CompareMatches> {
  const [claimants, measures, claims] = await Promise.all([
    listClaimants(typed),
    listMeasures(typed),
    listClaims(ListClaims.parse({ q: typed, type: "figure" }), OFFERED_MAX),
  ]);
  return { claimants, measures, claims: claims.rows };
}

async function listClaimants(typed: string): Promise<CompareMatches["claimants"]> {
  const names = Prisma.sql`
    select id, name, search_name, true as "isLabel" from claimant
    union all select claimant_id, name, search_name, false from claimant_alias`;
  const drawn = Prisma.sql`select n.id where (select true ${DRAWN} and c.claimant_id = n.id limit 1)`;
  const matches = await selectMatches(typed, names, drawn, Prisma.sql`false`, OFFERED_MAX);
  const ids = matches.map(({ id }) => id);
  const [rows, counts] = await Promise.all([
    db().claimant.findMany({
      where: { id: { in: ids }, ...publicClaimant },
      select: { id: true, slug: true, name: true },
    }),
    db().claim.groupBy({
      by: ["claimantId"],
      where: { ...currentFigure, claimantId: { in: ids } },
      _count: true,
    }),
  ]);
  return ids.flatMap((id) => {
    const row = rows.find((claimant) => claimant.id === id);
    const count = counts.find(({ claimantId }) => claimantId === id)?._count ?? 0;
    return row ? [{ slug: row.slug, name: row.name, count }] : [];
  });
}

async function listMeasures(typed: string): Promise<CompareMatches["measures"]> {
  const names = Prisma.sql`
    select id, label as name, search_name(label) as search_name, true as "isLabel" from measure
    union all select m.id, e.title, e.search_name, false from measure m join event e on e.id = m.event_id
    union all select m.id, a.name, a.search_name, false from measure m join event_alias a on a.event_id = m.event_id`;
  const drawn = Prisma.sql`select n.id where (select true ${DRAWN} and c.measure_id = n.id limit 1)`;
  const matches = await selectMatches(typed, names, drawn, Prisma.sql`false`, OFFERED_MAX);
  const ids = matches.map(({ id }) => id);
  const [rows, counts] = await Promise.all([
    db().measure.findMany({
      where: { id: { in: ids }, ...publicMeasure },
      select: { id: true, slug: true, label: true, event: { select: { slug: true, title: true } } },
    }),
    db().claim.groupBy({
      by: ["measureId", "lane"],
      where: { ...currentFigure, measureId: { in: ids } },
      orderBy: { lane: "asc" },
      _count: true,
    }),
  ]);
  return ids.flatMap((id) => {
    const row = rows.find((measure) => measure.id === id);
    const lanes = counts.filter(({ measureId }) => measureId === id);
    return row ? lanes.map(({ lane, _count }) => ({ ...inLane(row, lane), count: _count })) : [];
  });
}

type MeasureRow = { slug: string; label: string; event: { slug: string; title: string } };

function inLane({ slug, label, event }: MeasureRow, lane: Lane): ChosenMeasure {
  const measure = lane === "estimate" ? `${slug}-estimates` : slug;
  return { event: event.slug, measure, label, eventTitle: event.title, lane };
}
