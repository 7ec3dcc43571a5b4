import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { attributionColumns, attributionFields, attributionOf } from "../claims/attribution-row";
import { assertMayAttach } from "../claims/may-change";
import { publishCorrection } from "../claims/withdraw-claim";
import type { Transaction } from "../db/client";
import { explainRefusals } from "../db/refusals";
import { inTransaction } from "../db/transaction";
import { Conflict, Invalid, NotFound, StaleVersion } from "../errors";
import { holdEvent } from "../events/move-event";
import { tellReadersOf } from "../events/tell-readers";
import { parseInput } from "../forms/parse-input";
import { recordRevision } from "../history/record-revision";
import { keepViaProposals } from "../links/keep-via-proposals";
import { checkAttribution, REFUSALS } from "./attach-report";
import { EditAttribution } from "./schema";

/**
 * Changes how a report carries a claim. Of a published one the old values stay readable, with the public reason (R24);
 * where the change says what the report got wrong, as a misreport (R25).
 */
export async function editAttribution(actor: Actor, input: EditAttribution, now: Date): Promise<void> {
  authorise(actor, "report:attach");
  const { id, version, attribution, reason } = parseInput(EditAttribution, input);

  await explainRefusals(REFUSALS, () =>
    inTransaction(async (tx) => {
      const { row, ...held } = await holdAttribution(tx, id, version);
      assertMayAttach(actor, held.claim);
      const [before, after] = [attributionFields(attributionOf(row)), attributionFields(attribution)];
      if (JSON.stringify(before) === JSON.stringify(after)) throw new Conflict("Nothing was changed.");
      await checkAttribution(tx, row.claimId, attribution, id);

      const attributionVersion = version + 1;
      const data = { ...attributionColumns(attribution), version: attributionVersion };
      await tx.attribution.update({ where: { id }, data });
      await recordRevision(tx, held.chain, actor, {
        at: now,
        action: "attribution.edited",
        subjectKind: "attribution",
        subjectId: id,
        version: attributionVersion,
        before,
        after,
      });
      if (row.publishedAt === null) return;

      if (reason === null) throw new Invalid({ reason: "Say why: readers see it." });
      const says = attribution.misreport !== null && attribution.misreport !== row.misreport;
      const kind = says ? "misreport" : "amendment";
      await publishCorrection(tx, held, actor, kind, reason, now, { attributionId: id, attributionVersion });
      await keepViaProposals(tx, held.event.id, now);
      await tellReadersOf(tx, [held.event.id], now);
    }),
  );
}

/** Locks the history of an attribution's event for this transaction, then reads it with its claim. */
async function holdAttribution(tx: Transaction, id: string, version: number) {
  const found = await tx.attribution.findUnique({
    where: { id },
    select: { claim: { select: { eventId: true } } },
  });
  if (!found) throw new NotFound("attribution");
  const { chain, event } = await holdEvent(tx, found.claim.eventId);
  const { claim, ...row } = await tx.attribution.findUniqueOrThrow({
    where: { id },
    include: { claim: true },
  });
  // Its claim may have gone to another event between the two reads, where another chain is held.
  if (row.version !== version || claim.eventId !== event.id) throw new StaleVersion("attribution");
  if (claim.mergedIntoId)
    throw new Conflict("Its claim was found to be a duplicate of another: take that back first.");
  return { chain, event, claim, row };
}
