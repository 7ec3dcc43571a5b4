import "server-only";
import { isDeepStrictEqual } from "node:util";
import type { Db, Transaction } from "../db/client";
import { readInputs } from "./read-inputs";
import { type DerivedClaim, deriveFrom, type EventInputs, type EventSummary, RULES_VERSION } from "./rules";
import { flagStaleCorroborations } from "./stale-corroborations";

/** What is kept beside one claim, in the columns of its row. */
type ClaimColumns = { id: string; isContested: boolean; reportCount: number; derived: DerivedClaim };

/**
 * Computes again what is kept beside an event and its published claims, in the transaction of the command that
 * changed an input. Only claims whose derived fields changed are written.
 */
export async function deriveEvent(tx: Transaction, eventId: string, now: Date): Promise<void> {
  const { summary, stale, inputs, claims } = await computeDerived(tx, eventId);
  const row = { summary: summary as object, rulesVersion: RULES_VERSION, computedAt: now };
  await tx.eventDerived.upsert({ where: { eventId }, create: { eventId, ...row }, update: row });
  await flagStaleCorroborations(tx, eventId, inputs, claims, now);
  if (stale.length === 0) return;

  // One statement for all: a figure that was added changes who contests each of its rivals.
  await tx.$executeRaw`
    update claim set is_contested = fresh."isContested", report_count = fresh."reportCount", derived = fresh.derived
    from jsonb_to_recordset(${JSON.stringify(stale)}::jsonb)
      as fresh(id uuid, "isContested" boolean, "reportCount" integer, derived jsonb)
    where claim.id = fresh.id`;
}

/** What should be stored beside an event, from its published claims alone, and the claims that it differs at. */
export async function computeDerived(
  db: Db,
  eventId: string,
): Promise<{
  summary: EventSummary;
  stale: ClaimColumns[];
  inputs: EventInputs;
  claims: ReadonlyMap<string, DerivedClaim>;
}> {
  const inputs = await readInputs(db, eventId);
  const stored = await db.claim.findMany({
    where: { eventId, recordStatus: "published", mergedIntoId: null },
    select: { id: true, isContested: true, reportCount: true, derived: true },
    orderBy: { number: "asc" },
  });
  const { summary, claims, reportsOf } = deriveFrom(inputs);
  const stale = stored.flatMap((row): ClaimColumns[] => {
    const derived = claims.get(row.id);
    if (!derived) return [];
    const fresh = {
      id: row.id,
      isContested: derived.contest !== null,
      reportCount: reportsOf.get(row.id)?.size ?? 0,
      derived,
    };
    return isDeepStrictEqual(row, fresh) ? [] : [fresh];
  });
  return { summary, stale, inputs, claims };
}
