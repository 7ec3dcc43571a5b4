import "server-only";
import { randomBytes } from "node:crypto";
import type { SubjectKind } from "../../prisma/generated/enums";
import type { Actor } from "../auth/actor";
import type { Transaction } from "../db/client";
import { digestsOf, type FieldContent, GENESIS, hashOf, type Json } from "./digest";
import type { Action } from "./schema";

/** A chain that this transaction holds: nobody else can append to it until the transaction ends. */
export type HeldChain = { id: string; length: number; headHash: string };

type Change = {
  at: Date;
  action: Action;
  subjectKind: SubjectKind;
  subjectId: string;
  /** The version of the subject that this change makes. */
  version: number;
  /** The subject's fields before (empty when it is new) and after. Equal fields are left out. */
  before?: Record<string, Json>;
  after: Record<string, Json>;
};

/** Begins the chain of a new event. */
export async function beginChain(tx: Transaction, eventId: string): Promise<HeldChain> {
  const chain = { id: eventId, length: 0, headHash: GENESIS };
  await tx.chain.create({ data: { ...chain, eventId } });
  return chain;
}

/**
 * Locks a chain for this transaction. Writers of one event take turns here, before they read anything, so that
 * what they decide on is still true when they write, and no two can wait for each other.
 */
export async function holdChain(tx: Transaction, id: string): Promise<HeldChain | null> {
  const [chain] = await tx.$queryRaw<HeldChain[]>`
    select id, length, head_hash as "headHash" from chain where id = ${id} for update`;
  return chain ?? null;
}

/**
 * Appends one revision to a held chain, in the transaction of the change that it records. There is no write
 * without it.
 */
export async function recordRevision(
  tx: Transaction,
  chain: HeldChain,
  actor: Actor,
  change: Change,
): Promise<void> {
  const fields = changedFields(change.before ?? {}, change.after);
  const sealed = {
    chainId: chain.id,
    number: chain.length + 1,
    at: change.at,
    actorId: actor.id,
    actorRole: actor.role,
    action: change.action,
    subjectKind: change.subjectKind,
    subjectId: change.subjectId,
    version: change.version,
    digests: mapValues(fields, digestsOf),
    previousHash: chain.headHash,
  };
  const hash = hashOf(sealed);
  await tx.revision.create({ data: { ...sealed, hash, content: { create: { fields } } } });
  await tx.chain.update({ where: { id: chain.id }, data: { length: sealed.number, headHash: hash } });
  chain.length = sealed.number;
  chain.headHash = hash;
}

function changedFields(
  before: Record<string, Json>,
  after: Record<string, Json>,
): Record<string, FieldContent> {
  const fields: Record<string, FieldContent> = {};
  for (const [name, value] of Object.entries(after)) {
    const old = before[name] ?? null;
    if (JSON.stringify(old) === JSON.stringify(value)) continue;
    fields[name] = { before: old, after: value, salt: randomBytes(16).toString("base64url") };
  }
  return fields;
}

function mapValues<A, B>(record: Record<string, A>, map: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
