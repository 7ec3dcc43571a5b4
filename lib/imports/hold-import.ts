import "server-only";
import type { Actor } from "../auth/actor";
import { can } from "../auth/authorise";
import type { Transaction } from "../db/client";
import { Conflict, Forbidden, NotFound, StaleVersion } from "../errors";

/**
 * Locks an import for this transaction and reads it, or throws NotFound. Where the register is held too, it is held
 * first; the chains of events are held after.
 */
export async function lockImport(tx: Transaction, where: { id: string } | { publicId: string }) {
  const found = await tx.import.findUnique({ where, select: { id: true } });
  if (!found) throw new NotFound("import");
  await tx.$queryRaw`select 1 from import where id = ${found.id}::uuid for update`;
  return tx.import.findUniqueOrThrow({ where: { id: found.id } });
}

/** The same for a person, who read a version of it (R33) and may go on with it: it is theirs. */
export async function holdImport(
  tx: Transaction,
  actor: Actor,
  { publicId, version }: { publicId: string; version: number },
) {
  const held = await lockImport(tx, { publicId });
  if (held.sha256 === "") throw new NotFound("import");
  if (held.uploadedById !== actor.id)
    throw new Forbidden("A colleague uploaded this file: only they can go on with it.");
  if (held.version !== version) throw new StaleVersion("import");
  return held;
}

/** An import is undone by who made it, or by an editor. */
export function mayUndo(actor: Actor, { uploadedById }: { uploadedById: string }): boolean {
  return uploadedById === actor.id || can(actor.role, "claim:edit_of_others");
}

type State = Awaited<ReturnType<typeof lockImport>>["state"];

/** Conflict unless it stands in one of these states. */
export function assertState(held: { state: State }, states: readonly State[], sentence: string): void {
  if (!states.includes(held.state)) throw new Conflict(sentence);
}
