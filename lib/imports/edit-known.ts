import "server-only";
import type { Actor } from "../auth/actor";
import { changedNames, valuesOf } from "../claims/claim-row";
import { checkEdited, type HeldClaim, writeEdited } from "../claims/edit-claim";
import { assertMayEdit } from "../claims/may-change";
import { EditedClaim } from "../claims/schema";
import type { Transaction } from "../db/client";
import { AppError } from "../errors";
import { parseInput } from "../forms/parse-input";
import type { Edited, KnownClaim } from "./decide-batch";

type Held = Pick<HeldClaim, "chain" | "event">;

/**
 * What a changed cell does to the claim that an import made of it before: an edit by the rules of editing, while the
 * claim is as the import left it. `write`: null in a dry run.
 */
export async function editKnown(
  tx: Transaction,
  held: Held,
  actor: Actor,
  known: KnownClaim,
  input: EditedClaim,
  write: { now: Date } | null,
): Promise<Edited> {
  const claim = await tx.claim.findUniqueOrThrow({ where: { id: known.id } });
  const isAsLeft =
    claim.version === known.version && claim.eventId === held.event.id && claim.mergedIntoId === null;
  if (!isAsLeft || claim.recordStatus === "published") return { did: "kept", sentence: null };
  try {
    assertMayEdit(actor, claim);
  } catch (error) {
    return { did: "kept", sentence: sentenceOf(error) };
  }
  try {
    const values = parseInput(EditedClaim, input);
    if (changedNames(valuesOf(claim), values).length === 0) return { did: "same", version: claim.version };
    await checkEdited(tx, { ...held, claim }, values);
    if (!write) return { did: "changed", version: claim.version };
    const version = await writeEdited(tx, { ...held, claim }, actor, "claim.edited", values, write.now);
    return { did: "changed", version };
  } catch (error) {
    return { did: "refused", sentence: sentenceOf(error) };
  }
}

function sentenceOf(error: unknown): string {
  if (!(error instanceof AppError)) throw error;
  return error.message;
}
