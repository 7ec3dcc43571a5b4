import "server-only";
import { randomBytes } from "node:crypto";
import type { SubjectKind } from "../../prisma/generated/enums";
import type { Actor } from "../auth/actor";
import type { Transaction } from "../db/client";
import { digestsOf, type FieldContent, GENESIS, hashOf, type Json } from "./digest";
import type { Action } from "./schema";

/** A chain that this transaction holds: nobody else can append to it until the transaction ends. */
export type HeldChain = { id: string; length: number; headHash: string };

export type Change = {
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
 * Locks several chains for this transaction, by their ids; those that are not on file are left out. In the order of
 * their ids, so that no two who hold several wait for each other; who also holds the register holds that one first.
 */
export async function holdChains(tx: Transaction, ids: readonly string[]): Promise<Map<string, HeldChain>> {
  if (ids.length === 0) return new Map();
  const chains = await tx.$queryRaw<HeldChain[]>`
    select id, length, head_hash as "headHash" from chain where id = any(${ids}) order by id for update`;
  return new Map(chains.map((chain) => [chain.id, chain]));
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
  const { fields, ...sealed } = seal(chain, actor, change);
  await tx.revision.create({ data: { ...sealed, content: { create: { fields } } } });
  await advance(tx, chain);
}

/** Appends one revision for each change, in their order, in as many statements as for a few of them. */
export async function recordRevisions(
  tx: Transaction,
  chain: HeldChain,
  actor: Actor,
  changes: readonly Change[],
): Promise<void> {
  for (let start = 0; start < changes.length; start += BATCH) {
    const rows = changes.slice(start, start + BATCH).map((change) => seal(chain, actor, change));
    const made = await tx.revision.createManyAndReturn({
      data: rows.map(({ fields: _, ...sealed }) => sealed),
      select: { id: true, number: true },
    });
    const idOf = new Map(made.map(({ id, number }) => [number, id]));
    await tx.revisionContent.createMany({
      data: rows.map(({ number, fields }) => ({ revisionId: idOf.get(number) ?? "", fields })),
    });
  }
  if (changes.length > 0) await advance(tx, chain);
}

/** A statement takes a bounded number of values, and a revision has a dozen. */
const BATCH = 500;

/** Seals a change to the end of a held chain, in memory. */
function seal(chain: HeldChain, actor: Actor, change: Change) {
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
  chain.length = sealed.number;
  chain.headHash = hash;
  return { ...sealed, hash, fields };
}

async function advance(tx: Transaction, { id, length, headHash }: HeldChain): Promise<void> {
  await tx.chain.update({ where: { id }, data: { length, headHash } });
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
