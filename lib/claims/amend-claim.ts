import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import type { Transaction } from "../db/client";
import { explainRefusals } from "../db/refusals";
import { inTransaction } from "../db/transaction";
import { tellReadersOf } from "../events/tell-readers";
import { parseInput } from "../forms/parse-input";
import { CLAIM_REFUSALS } from "./check-claim";
import { claimColumns } from "./claim-row";
import { checkEdited, type HeldClaim, writeEdited } from "./edit-claim";
import { assertKeepsLinks } from "./kept-links";
import { markAssessmentStale, markCorroboratedStale, markUsersStale } from "./mark-stale";
import { holdClaim } from "./move-claim";
import { assertPublished, type Superseding } from "./rules";
import { AmendClaim, type ParsedValues } from "./schema";
import { publishCorrection } from "./withdraw-claim";

/** Corrects our record of a published claim in the open: its old values stay readable, with the public reason (R24). */
export async function amendClaim(actor: Actor, input: AmendClaim, now: Date): Promise<void> {
  authorise(actor, "claim:amend");
  const { id, version, claim, reason } = parseInput(AmendClaim, input);

  await explainRefusals(CLAIM_REFUSALS, () =>
    inTransaction(async (tx) => {
      const held = await holdClaim(tx, id, version);
      await applyAmendment(tx, held, actor, claim, reason, now);
    }),
  );
}

/** The names of what an amendment of a held claim would change, once it is known that it can be made. */
export async function checkAmendment(
  tx: Transaction,
  held: HeldClaim,
  claim: ParsedValues,
): Promise<string[]> {
  assertPublished(held.claim);
  const changed = await checkEdited(tx, held, claim);
  await checkLinks(tx, held, claim);
  return changed;
}

/** Amends a held claim: its values, the public correction, and all that follows from them. */
export async function applyAmendment(
  tx: Transaction,
  held: HeldClaim,
  actor: Actor,
  claim: ParsedValues,
  reason: string,
  now: Date,
): Promise<void> {
  const changed = await checkAmendment(tx, held, claim);
  const claimVersion = await writeEdited(tx, held, actor, "claim.amended", claim, now);
  await publishCorrection(tx, held, actor, "amendment", reason, now, { claimVersion });
  if (changed.some((name) => INPUTS.includes(name))) await markUsersStale(tx, held.claim.id, now);
  if (changed.some((name) => ASSESSED.includes(name))) {
    await markAssessmentStale(tx, held.claim.id, now);
    await markCorroboratedStale(tx, held.claim.id, now);
  }
  await tellReadersOf(tx, [held.event.id], now);
}

/** What an estimate or a corroboration took from a claim (R10); the basis says in which lane it stands. */
const INPUTS = ["claimantId", "measureId", "quantity", "basis"];

/** What an editor assessed: who said what of whom, and when. */
const ASSESSED = [...INPUTS, "relativeToId", "wording", "stated", "asOf", "eventTime"];

/** What was decided of the claim and another must be true of its new values, too. */
async function checkLinks(tx: Transaction, { claim: stored }: HeldClaim, claim: ParsedValues): Promise<void> {
  const links = await tx.claimLink.findMany({
    where: { state: "accepted", OR: [{ fromClaimId: stored.id }, { toClaimId: stored.id }] },
    include: { fromClaim: true, toClaim: true },
    orderBy: { id: "asc" },
  });
  if (links.length === 0) return;

  const amended: Superseding = { ...stored, ...claimColumns(claim) };
  const kept = links.map(({ fromClaim, toClaim, ...link }) => {
    const isFrom = fromClaim.id === stored.id;
    return {
      ...link,
      from: isFrom ? amended : fromClaim,
      to: isFrom ? toClaim : amended,
      otherPublicId: (isFrom ? toClaim : fromClaim).publicId,
    };
  });
  const joined = kept.flatMap(({ from, to }) => [from, to]);
  const [claimants, measures] = await Promise.all([
    tx.claimant.findMany({
      where: { id: { in: joined.map(({ claimantId }) => claimantId) } },
      select: { id: true, parentId: true },
    }),
    tx.measure.findMany({
      where: { id: { in: joined.flatMap(({ measureId }) => measureId ?? []) } },
      select: { id: true, total: true },
    }),
  ]);
  assertKeepsLinks(kept, claimants, measures);
}
