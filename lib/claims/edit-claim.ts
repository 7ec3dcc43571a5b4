import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import type { Transaction } from "../db/client";
import { explainRefusals } from "../db/refusals";
import { inTransaction } from "../db/transaction";
import { Conflict, Invalid } from "../errors";
import { parseInput } from "../forms/parse-input";
import { recordRevision } from "../history/record-revision";
import { CLAIM_REFUSALS, checkClaim } from "./check-claim";
import { changedNames, claimColumns, fieldsOf, valuesOf } from "./claim-row";
import { assertMayEdit, assertSameNature } from "./may-change";
import { holdClaim } from "./move-claim";
import { EditClaim, type ParsedValues } from "./schema";

/** Changes what was typed of a claim before its publication, by the rules of logging. Its record stays where it is. */
export async function editClaim(actor: Actor, input: EditClaim, now: Date): Promise<void> {
  authorise(actor, "claim:edit");
  const { id, version, claim } = parseInput(EditClaim, input);

  await explainRefusals(CLAIM_REFUSALS, () =>
    inTransaction(async (tx) => {
      const held = await holdClaim(tx, id, version);
      assertMayEdit(actor, held.claim);
      await checkEdited(tx, held, claim);
      await writeEdited(tx, held, actor, "claim.edited", claim, now);
    }),
  );
}

export type HeldClaim = Awaited<ReturnType<typeof holdClaim>>;

/**
 * Holds new values of a held claim against the rules of logging, and against what the claim is. Returns the names of
 * what changed; Conflict where nothing did.
 */
export async function checkEdited(
  tx: Transaction,
  { event, claim: stored }: HeldClaim,
  claim: ParsedValues,
): Promise<string[]> {
  assertSameNature(stored, claim);
  const changed = changedNames(valuesOf(stored), claim);
  if (changed.length === 0) throw new Conflict("Nothing was changed.");
  const isCarried = claim.isFromMemory || (await tx.attribution.count({ where: { claimId: stored.id } })) > 0;
  if (!isCarried) throw new Invalid({ isFromMemory: "Attach the report that carries this claim first." });
  await checkClaim(tx, event, claim, stored.id);
  return changed;
}

/** Writes new values of a held claim, with the revision that keeps the old ones. Returns the new version. */
export async function writeEdited(
  tx: Transaction,
  { chain, claim: stored }: HeldClaim,
  actor: Actor,
  action: "claim.edited" | "claim.amended",
  claim: ParsedValues,
  now: Date,
): Promise<number> {
  const version = stored.version + 1;
  await tx.claim.update({ where: { id: stored.id }, data: { ...claimColumns(claim), version } });
  await recordRevision(tx, chain, actor, {
    at: now,
    action,
    subjectKind: "claim",
    subjectId: stored.id,
    version,
    before: fieldsOf(valuesOf(stored)),
    after: fieldsOf(claim),
  });
  return version;
}
