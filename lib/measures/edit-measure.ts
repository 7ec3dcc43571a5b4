import "server-only";
import { isDeepStrictEqual } from "node:util";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { assertMayEditRecord } from "../auth/may-edit";
import type { Transaction } from "../db/client";
import { explainRefusals } from "../db/refusals";
import { inTransaction } from "../db/transaction";
import { Conflict, Invalid, NotFound, StaleVersion } from "../errors";
import { holdEvent } from "../events/move-event";
import { tellReadersOf } from "../events/tell-readers";
import { parseInput } from "../forms/parse-input";
import { recordRevision } from "../history/record-revision";
import { published } from "../publishing/gate";
import { figureRefusals } from "../quantity/consistency";
import { checkWhole, MEASURE_REFUSALS } from "./define-measure";
import { measureColumns, measureFields, type ParsedMeasure, storedFields } from "./measure-row";
import { EditMeasure } from "./schema";

/**
 * Puts new values of a measure in place of its old ones. A public measure needs an editor, and a reason. Conflict where
 * a claim would not fit what is counted then (R31), or a figure would have taken the place of another total (R21).
 */
export async function editMeasure(actor: Actor, input: EditMeasure, now: Date): Promise<void> {
  authorise(actor, "record:edit");
  const { id, version, reason, ...measure } = parseInput(EditMeasure, input);

  await explainRefusals(MEASURE_REFUSALS, () =>
    inTransaction(async (tx) => {
      const { chain, event, stored } = await holdMeasure(tx, id, version);
      const isPublic = (await tx.claim.count({ where: { measureId: id, ...published } })) > 0;
      assertMayEditRecord(actor, isPublic, reason);
      const [before, after] = [storedFields(stored), measureFields(measure)];
      if (isDeepStrictEqual(before, after)) throw new Conflict("Nothing was changed.");
      await checkWhole(tx, event.id, measure.partOfId);
      await checkNoCycle(tx, event.id, id, measure.partOfId);
      await checkFigures(tx, id, measure, event.occurredEarliest);
      await checkTotals(tx, id, measure);

      await tx.measure.update({ where: { id }, data: { ...measureColumns(measure), version: version + 1 } });
      await recordRevision(tx, chain, actor, {
        at: now,
        action: "measure.edited",
        subjectKind: "measure",
        subjectId: id,
        version: version + 1,
        before,
        after: { ...after, reason },
      });
      await tellReadersOf(tx, [event.id], now);
    }),
  );
}

/** Locks the history of a measure's event for this transaction, then reads it; StaleVersion as R33 asks. */
async function holdMeasure(tx: Transaction, id: string, version: number) {
  const found = await tx.measure.findUnique({ where: { id }, select: { eventId: true } });
  if (!found) throw new NotFound("measure");
  const held = await holdEvent(tx, found.eventId);
  const stored = await tx.measure.findUniqueOrThrow({ where: { id } });
  if (stored.version !== version || stored.eventId !== found.eventId) throw new StaleVersion("measure");
  if (stored.mergedIntoId)
    throw new Conflict("This measure was merged into another: change that one, or undo the merge.");
  return { ...held, stored };
}

/** A part is never, at whatever distance, a part of itself (R31). */
async function checkNoCycle(
  tx: Transaction,
  eventId: string,
  id: string,
  partOfId: string | null,
): Promise<void> {
  const measures = await tx.measure.findMany({ where: { eventId }, select: { id: true, partOfId: true } });
  const wholeOf = new Map(measures.map((measure) => [measure.id, measure.partOfId]));
  for (let whole = partOfId; whole; whole = wholeOf.get(whole) ?? null) {
    if (whole === id) throw new Invalid({ partOfId: "That measure is itself a part of this one." });
  }
}

async function checkFigures(
  tx: Transaction,
  measureId: string,
  measure: ParsedMeasure,
  eventBegins: Date,
): Promise<void> {
  const rows = await tx.claim.findMany({
    where: { measureId, lifecycle: { not: "entry_error" }, recordStatus: { not: "archived" } },
    select: {
      publicId: true,
      wording: true,
      qualifier: true,
      low: true,
      high: true,
      central: true,
      reading: true,
      statedLatest: true,
      isForecast: true,
    },
    orderBy: { number: "asc" },
  });
  const counted = { kinds: measure.kinds, periodEarliest: measure.period?.earliest ?? null };
  const misfits = rows.filter(({ wording, qualifier, reading, low, high, central, ...row }) => {
    if (qualifier === null || reading === null) return false;
    const quantity = { raw: wording, qualifier, low, high, central, reading };
    const figure = { quantity, statedLatest: row.statedLatest.getTime(), isForecast: row.isForecast };
    return figureRefusals(figure, counted, eventBegins.getTime()).length > 0;
  });
  if (misfits.length === 0) return;
  const names = misfits.slice(0, NAMED_MAX).map(({ publicId }) => publicId);
  throw new Conflict(
    `These claims would not fit this measure: ${names.join(", ")}. A count of people is whole, and none is stated before its period begins.`,
  );
}

const NAMED_MAX = 5;

/** R21: what took the place of a figure counts the same kind of total. */
async function checkTotals(tx: Transaction, measureId: string, { total }: ParsedMeasure): Promise<void> {
  const other = { measure: { id: { not: measureId }, total: { not: total } } };
  const link = await tx.claimLink.findFirst({
    where: {
      kind: "replaces",
      state: "accepted",
      OR: [
        { fromClaim: { measureId }, toClaim: other },
        { toClaim: { measureId }, fromClaim: other },
      ],
    },
    select: { fromClaim: { select: { publicId: true } }, toClaim: { select: { publicId: true } } },
  });
  if (!link) return;
  throw new Conflict(
    `Claim ${link.fromClaim.publicId} took the place of claim ${link.toClaim.publicId}, and a running total and an increment never take each other's place: undo that link first.`,
  );
}
