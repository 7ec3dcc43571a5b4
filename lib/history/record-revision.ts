import "server-only";
import { setImmediate } from "node:timers/promises";
import type { SubjectKind } from "../../prisma/generated/enums";
import type { Actor } from "../auth/actor";
import type { Transaction } from "../db/client";
import { insertionOf, insertRows, Written } from "../db/insert-rows";
import { newId, newSalt } from "../db/new-id";
import { RAISED, told } from "./announce";
import { digestsJson, type FieldContent, GENESIS, hashWith, type Json } from "./digest";
import { reachOf } from "./reach";
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
export function recordRevision(
  tx: Transaction,
  chain: HeldChain,
  actor: Actor,
  change: Change,
): Promise<void> {
  return recordRevisions(tx, chain, actor, [change]);
}

/**
 * Appends one revision for each change, in their order, a few hundred in a statement; `before` is waited for first. While
 * the database writes one lot, the next is sealed. The last lot moves the head of the chain, and tells every instance
 * what readers can see of the changes when the transaction commits.
 */
export async function recordRevisions(
  tx: Transaction,
  chain: HeldChain,
  actor: Actor,
  changes: readonly Change[],
  before: Promise<void> = Promise.resolve(),
): Promise<void> {
  if (changes.length === 0) return before;
  const whole = Math.floor((changes.length - 1) / LOT) * LOT;
  let sent = before;
  for (let start = 0; start < whole; start += LOT) {
    const lot = changes.slice(start, start + LOT).map((change) => sealAsRow(chain, actor, change));
    await sent;
    sent = insertRevisions(tx, lot);
    // It is waited for, and then fails, in the next round.
    sent.catch(() => {});
    // What was begun is sent off before this process is busy again.
    await setImmediate();
  }
  const last = changes.slice(whole).map((change) => sealAsRow(chain, actor, change));
  await sent;
  await appendLast(tx, chain, last, changes);
}

const LOT = 125;

type SealedRow = ReturnType<typeof sealAsRow>;

function sealAsRow(chain: HeldChain, actor: Actor, change: Change) {
  const { fields, digests, ...sealed } = seal(chain, actor, change);
  const id = newId();
  return { row: { id, ...sealed, digests: new Written(digests) }, content: { revisionId: id, fields } };
}

async function insertRevisions(tx: Transaction, lot: readonly SealedRow[]): Promise<void> {
  await insertRows(
    tx,
    "revision",
    lot.map(({ row }) => row),
  );
  await insertRows(
    tx,
    "revision_content",
    lot.map(({ content }) => content),
  );
}

/** In one statement: each is a way to the database and back, while nobody else can write to the event. */
async function appendLast(
  tx: Transaction,
  { id, length, headHash }: HeldChain,
  lot: readonly SealedRow[],
  changes: readonly Change[],
): Promise<void> {
  const revisions = insertionOf(
    "revision",
    lot.map(({ row }) => row),
  );
  const contents = insertionOf(
    "revision_content",
    lot.map(({ content }) => content),
  );
  const reach = reachOf(id, changes);
  if (reach === null) {
    await tx.$executeRaw`
      with appended as (${revisions}), kept as (${contents})
      update chain set length = ${length}, head_hash = ${headHash} where id = ${id}`;
    return;
  }
  const isBlanked = changes.some(({ action }) => action === "redaction.made");
  await tx.$executeRaw`
    with appended as (${revisions}), kept as (${contents}), raised as (
      update chain set length = ${length}, head_hash = ${headHash}, ${RAISED} where id = ${id}
      returning id, content_version, event_id)
    ${told(reach, isBlanked)}`;
}

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
    previousHash: chain.headHash,
  };
  const digests = digestsJson(fields);
  const hash = hashWith(sealed, digests);
  chain.length = sealed.number;
  chain.headHash = hash;
  return { ...sealed, digests, hash, fields };
}

function changedFields(
  before: Record<string, Json>,
  after: Record<string, Json>,
): Record<string, FieldContent> {
  const fields: Record<string, FieldContent> = {};
  for (const [name, value] of Object.entries(after)) {
    const old = before[name] ?? null;
    if (JSON.stringify(old) === JSON.stringify(value)) continue;
    fields[name] = { before: old, after: value, salt: newSalt() };
  }
  return fields;
}
