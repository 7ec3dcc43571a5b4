import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { explainRefusals, type Refusals } from "../db/refusals";
import { inTransaction } from "../db/transaction";
import { deriveEvent } from "../events/derive-event";
import { parseInput } from "../forms/parse-input";
import { recordRevision } from "../history/record-revision";
import { holdClaim } from "./move-claim";
import { assertSupersedes } from "./rules";
import { SupersedeClaim } from "./schema";

/**
 * Accepts that a claimant's newer figure takes the place of its older one (R18-R20). Both stay visible; only the
 * newer one enters ranges from now on.
 */
export async function supersedeClaim(actor: Actor, input: SupersedeClaim, now: Date): Promise<void> {
  authorise(actor, "claim:supersede");
  const decision = parseInput(SupersedeClaim, input);

  await explainRefusals(REFUSALS, () =>
    inTransaction(async (tx) => {
      const { chain, event, claim: older } = await holdClaim(tx, decision.older.id, decision.older.version);
      const { claim: newer } = await holdClaim(tx, decision.newer.id, decision.newer.version);
      const parents = await tx.claimant.findMany({
        where: { id: { in: [older.claimantId, newer.claimantId] } },
        select: { id: true, parentId: true },
      });
      assertSupersedes(newer, older, decision, parents);

      const link = {
        kind: "supersedes",
        fromClaimId: newer.id,
        toClaimId: older.id,
        state: "accepted",
        downwardReason: decision.downwardReason,
        speaksForBoth: decision.speaksForBoth,
        note: decision.note,
      } as const;
      const { id, version } = await tx.claimLink.upsert({
        where: {
          kind_fromClaimId_toClaimId: { kind: link.kind, fromClaimId: newer.id, toClaimId: older.id },
        },
        create: { ...link, decidedBy: actor.id, decidedAt: now },
        update: { ...link, decidedBy: actor.id, decidedAt: now, version: { increment: 1 } },
        select: { id: true, version: true },
      });
      await tx.claim.update({
        where: { id: older.id },
        data: { lifecycle: "superseded", version: older.version + 1 },
      });
      await recordRevision(tx, chain, actor, {
        at: now,
        action: "claim_link.accepted",
        subjectKind: "claim_link",
        subjectId: id,
        version,
        after: link,
      });
      await recordRevision(tx, chain, actor, {
        at: now,
        action: "claim.superseded",
        subjectKind: "claim",
        subjectId: older.id,
        version: older.version + 1,
        before: { lifecycle: older.lifecycle },
        after: { lifecycle: "superseded", supersededBy: newer.publicId },
      });
      await tx.event.update({ where: { id: event.id }, data: { changedAt: now } });
      await deriveEvent(tx, event.id, now);
    }),
  );
}

const REFUSALS: Refusals = {
  claim_link_one_successor: "This figure has a successor already: undo that link first.",
};
