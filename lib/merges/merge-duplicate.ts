import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { decideLink } from "../claims/decline-link";
import { holdClaim } from "../claims/move-claim";
import type { Transaction } from "../db/client";
import { inTransaction } from "../db/transaction";
import { tellReadersOf } from "../events/tell-readers";
import { parseInput } from "../forms/parse-input";
import type { HeldChain } from "../history/record-revision";
import { planDuplicate } from "./plan-duplicate";
import { assertNone } from "./rules";
import { type DuplicateMoved, MergeDuplicate } from "./schema";
import { keepMerge, recordChanges, tellOfMerge, type Work } from "./steps";

/**
 * Makes one of two claims, because a person says that they are the same (R27, R28): the reports that carry the duplicate
 * carry the other one from now on, nothing shows the duplicate, and its address leads to the one that is kept. Refused
 * where something rests on the duplicate. Can be undone. Returns the merge's id.
 */
export async function mergeDuplicate(actor: Actor, input: MergeDuplicate, now: Date): Promise<string> {
  authorise(actor, "claim_link:decide");
  const { duplicate, kept, reason, note } = parseInput(MergeDuplicate, input);

  return inTransaction(async (tx) => {
    const { chain, event, claim: from } = await holdClaim(tx, duplicate.id, duplicate.version);
    const { claim: into } = await holdClaim(tx, kept.id, kept.version);
    const { moving, problems } = await planDuplicate(tx, from, into);
    assertNone(problems);

    const work: Work = { tx, actor, now, chains: new Map([[event.id, chain]]) };
    const isPublic = into.recordStatus === "published";
    const moved = await moveAttributions(work, chain, from.id, into.id, moving, isPublic);
    // What is computed of it is computed no more: it contests nothing.
    const state = { mergedIntoId: into.id, isContested: false };
    await tx.claim.update({ where: { id: from.id }, data: { ...state, version: from.version + 1 } });
    await recordChanges(work, chain, "claim.merged", "claim", [
      { id: from.id, version: from.version, after: { mergedInto: into.publicId } },
    ]);
    await acceptLink(tx, chain, actor, from.id, into.id, note, now);
    const id = await keepMerge(work, chain, {
      kind: "merge",
      subjectKind: "claim",
      fromId: from.id,
      intoId: into.id,
      reason,
      moved,
    });
    // Readers saw two claims, or only one that more reports carry now.
    if (from.recordStatus === "published") await tellOfMerge(work, [event.id], reason, into.id);
    else if (isPublic) await tellReadersOf(tx, [event.id], now);
    return id;
  });
}

type Moving = { id: string; version: number; publishedAt: Date | null };

/** Under a public claim every report is public that carries it. */
async function moveAttributions(
  work: Work,
  chain: HeldChain,
  fromId: string,
  intoId: string,
  moving: readonly Moving[],
  isPublic: boolean,
): Promise<DuplicateMoved> {
  const { tx, now } = work;
  const hidden = moving.filter(({ publishedAt }) => isPublic && publishedAt === null);
  const ids = moving.map(({ id }) => id);
  await tx.attribution.updateMany({
    where: { id: { in: ids } },
    data: { claimId: intoId, version: { increment: 1 } },
  });
  await tx.attribution.updateMany({
    where: { id: { in: hidden.map(({ id }) => id) } },
    data: { publishedAt: now },
  });
  await recordChanges(
    work,
    chain,
    "attribution.moved",
    "attribution",
    moving.map(({ id, version, publishedAt }) => ({
      id,
      version,
      before: { claimId: fromId, isPublished: publishedAt !== null },
      after: { claimId: intoId, isPublished: publishedAt !== null || isPublic },
    })),
  );
  return { attributions: ids };
}

/** A pair has one link, whichever of the two was asked about first. */
async function acceptLink(
  tx: Transaction,
  chain: HeldChain,
  actor: Actor,
  duplicateId: string,
  keptId: string,
  note: string | null,
  now: Date,
): Promise<void> {
  const link = { kind: "duplicate_of", fromClaimId: duplicateId, toClaimId: keptId, note } as const;
  await decideLink(tx, chain, actor, { ...link, state: "accepted" }, now);
  const other = await tx.claimLink.findFirst({
    where: { kind: "duplicate_of", fromClaimId: keptId, toClaimId: duplicateId, state: "proposed" },
    select: { fromClaimId: true, toClaimId: true },
  });
  if (other) await decideLink(tx, chain, actor, { ...link, ...other, state: "declined" }, now);
}
