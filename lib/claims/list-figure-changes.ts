import "server-only";
import { countChanges, type Direction, directionOf, sizeOf } from "../claimants/rules";
import { db } from "../db/client";
import { pageOf } from "../db/page-of";
import { groupBy } from "../group-by";
import { toMeasure } from "../measures/measures";
import { publishedAttribution } from "../publishing/gate";
import type { Quantity } from "../quantity/quantity";
import { kindOfMove } from "../quantity/revision";
import type { DownwardReason } from "../vocabulary";
import type { FigureChange, FigureChangesPage } from "./figure-change-types";
import { toFigure, toQuantity } from "./figures";
import { type SaidNumbers, type SelectedChange, selectFigureChanges } from "./select-figure-changes";
import { listToldClaims, toToldFigure } from "./told-figure";

/** So many changes stand on a page. */
export const CHANGES_PER_PAGE = 20;

/**
 * How a claimant's own published figures were revised, the latest change first, from a cursor on: whose place another
 * figure took (R18, R22), and what was taken back or denied (R23, R24). All are counted, whatever the page shows. What
 * we entered in error is left out. A bounded number of queries.
 */
export async function listFigureChanges(
  claimantSlug: string,
  after: string | null = null,
): Promise<FigureChangesPage> {
  const found = (await selectFigureChanges(claimantSlug)).map(toCounted);
  const { rows, next } = pageOf(found, after, CHANGES_PER_PAGE);
  const [claims, reasons, corrections] = await Promise.all([
    listToldClaims(rows.flatMap(({ fromId, toId }) => (toId ? [fromId, toId] : [fromId]))),
    listReasons(rows.flatMap(({ direction, toId }) => (direction === "down" && toId ? [toId] : []))),
    listCorrections(rows.flatMap(({ id, toId }) => (toId === null ? [id] : []))),
  ]);
  const view = { claims, reasons, corrections };
  return { counts: countChanges(found), rows: rows.flatMap((row) => toView(row, view) ?? []), next };
}

type Counted = Omit<SelectedChange, "from" | "to"> & {
  direction: Direction;
  from: Quantity;
  to: Quantity | null;
};

function toCounted({ from, to, ...row }: SelectedChange): Counted {
  const [before, after] = [quantityOf(from), to && quantityOf(to)];
  return { ...row, from: before, to: after, direction: directionOf(row.kind, before, after) };
}

/** What counting looks at: the words themselves are read of the page's rows alone. */
function quantityOf(said: SaidNumbers): Quantity {
  const quantity = toQuantity({ ...said, wording: "" });
  if (!quantity) throw new Error("A figure has no quantity.");
  return quantity;
}

type Reason = {
  claimId: string;
  reason: DownwardReason;
  report: FigureChange["reportedReasons"][0]["report"];
};

/** Why figures fell, by each report that says so, by claim (R20). */
async function listReasons(claimIds: readonly string[]): Promise<Map<string, Reason[]>> {
  const rows = await db().attribution.findMany({
    where: { ...publishedAttribution, claimId: { in: [...claimIds] }, downwardReason: { not: null } },
    select: {
      claimId: true,
      downwardReason: true,
      report: { select: { publicId: true, publication: { select: { name: true } } } },
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  const reasons = rows.flatMap(({ claimId, downwardReason, report }) =>
    downwardReason === null
      ? []
      : [
          {
            claimId,
            reason: downwardReason,
            report: { publicId: report.publicId, publicationName: report.publication.name },
          },
        ],
  );
  return groupBy(reasons, ({ claimId }) => claimId);
}

async function listCorrections(ids: readonly string[]) {
  const rows = await db().correction.findMany({
    where: { id: { in: [...ids] }, publishedAt: { not: null } },
    select: { id: true, reason: true, correctedAt: true },
  });
  return new Map(rows.map(({ id, reason, correctedAt }) => [id, { reason, at: correctedAt.getTime() }]));
}

type Found = {
  claims: Awaited<ReturnType<typeof listToldClaims>>;
  reasons: Map<string, Reason[]>;
  corrections: Awaited<ReturnType<typeof listCorrections>>;
};

function toView(row: Counted, { claims, reasons, corrections }: Found): FigureChange | null {
  const [older, newer] = [claims.get(row.fromId), row.toId === null ? undefined : claims.get(row.toId)];
  const from = older && toToldFigure(older);
  if (!older || !from || (row.toId !== null && !newer)) return null;
  return {
    id: row.id,
    kind: row.kind,
    event: older.event,
    from,
    to: newer ? toToldFigure(newer) : null,
    direction: row.direction,
    size: sizeOf(row.direction, row.from, row.to),
    differs: row.kind === "replaced" && newer ? differencesOf(older, newer) : [],
    reason: row.direction === "down" ? (row.reason ?? "not_given") : null,
    reportedReasons: (reasons.get(row.toId ?? "") ?? []).map(({ reason, report }) => ({ reason, report })),
    note: row.note,
    correction: corrections.get(row.id) ?? null,
  };
}

type Told = Found["claims"] extends Map<string, infer Claim> ? Claim : never;

function differencesOf(older: Told, newer: Told): FigureChange["differs"] {
  const [before, after] = [toFigure(older), toFigure(newer)];
  if (!before || !after) return [];
  const measures = [older, newer].flatMap(({ measure }) => (measure ? [toMeasure(measure)] : []));
  return kindOfMove(before, after, measures).differs;
}
