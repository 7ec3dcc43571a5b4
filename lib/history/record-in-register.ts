import "server-only";
import type { SubjectKind } from "../../prisma/generated/enums";
import type { Actor } from "../auth/actor";
import type { Transaction } from "../db/client";
import { inTransaction } from "../db/transaction";
import type { Json } from "./digest";
import { type HeldChain, holdChain, recordRevision } from "./record-revision";
import { type Action, REGISTER } from "./schema";

/**
 * Makes a record that belongs to no one event and seals its first revision into the register chain, in one
 * transaction. Returns the new id.
 */
export async function recordInRegister(
  actor: Actor,
  now: Date,
  action: Action,
  subjectKind: SubjectKind,
  make: (tx: Transaction) => Promise<{ id: string; after: Record<string, Json> }>,
): Promise<string> {
  return inTransaction(async (tx) => {
    const chain = await holdRegister(tx);
    const { id, after } = await make(tx);
    await recordRevision(tx, chain, actor, {
      at: now,
      action,
      subjectKind,
      subjectId: id,
      version: 1,
      after,
    });
    return id;
  });
}

/** Locks the chain of all records outside events for this transaction. */
export async function holdRegister(tx: Transaction): Promise<HeldChain> {
  const chain = await holdChain(tx, REGISTER);
  if (!chain) throw new Error("The register chain is missing: apply the migrations.");
  return chain;
}
