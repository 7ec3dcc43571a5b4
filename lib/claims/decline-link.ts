import "server-only";
import type { ClaimLink } from "../../prisma/generated/client";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import type { Transaction } from "../db/client";
import { inTransaction } from "../db/transaction";
import { Conflict, Invalid, NotFound } from "../errors";
import { deriveEvent } from "../events/derive-event";
import { holdEvent } from "../events/move-event";
import { parseInput } from "../forms/parse-input";
import { type HeldChain, recordRevision } from "../history/record-revision";
import { assertMayShareOrigin, assertMightBeOne, assertMightSupersede } from "./rules";
import { DecideOneOrigin, DeclineDuplicate, DeclineSupersession } from "./schema";

/** Remembers that a figure does not supersede another, or that nobody can tell, so that it is not asked again (R19). */
export async function declineSupersession(
  actor: Actor,
  input: DeclineSupersession,
  now: Date,
): Promise<void> {
  authorise(actor, "claim_link:decide");
  const { newer, older, state, note, version } = parseInput(DeclineSupersession, input);

  await inTransaction(async (tx) => {
    const held = await holdTwo(tx, newer.id, older.id, "newer");
    const [from, to] = held.claims;
    const claimants = await tx.claimant.findMany({
      where: { id: { in: [from.claimantId, to.claimantId] } },
      select: { id: true, parentId: true },
    });
    assertMightSupersede(from, to, claimants);

    const link = { kind: "supersedes", fromClaimId: from.id, toClaimId: to.id, state, note } as const;
    const seen = await findLink(tx, link);
    if (seen?.state === "accepted") throw new Conflict("This was accepted already: undo that link first.");
    assertSeen(seen, version);
    await decideLink(tx, held.chain, actor, link, now);
    await tellReaders(tx, held.event.id, now);
  });
}

/** Remembers that two claims are not the same, or that nobody can tell, so that it is not asked again (R28). */
export async function declineDuplicate(actor: Actor, input: DeclineDuplicate, now: Date): Promise<void> {
  authorise(actor, "claim_link:decide");
  const { duplicate, kept, state, note, version } = parseInput(DeclineDuplicate, input);

  await inTransaction(async (tx) => {
    const held = await holdTwo(tx, duplicate.id, kept.id, "kept");
    const [from, to] = held.claims;
    assertMightBeOne(from, to);

    const link = { kind: "duplicate_of", fromClaimId: from.id, toClaimId: to.id, state, note } as const;
    const seen = await findLink(tx, link);
    if (seen?.state === "accepted") throw new Conflict("This was accepted already: undo that link first.");
    assertSeen(seen, version);
    await decideLink(tx, held.chain, actor, link, now);
  });
}

/**
 * Decides whether the figures of two claimants have one origin (R16): accepted, they are one origin; declined, they
 * raise no alarm; unsure, the alarm stays open. Who read a decision can decide again (R33).
 */
export async function decideOneOrigin(actor: Actor, input: DecideOneOrigin, now: Date): Promise<void> {
  authorise(actor, "claim_link:decide");
  const { claims, state, note, version } = parseInput(DecideOneOrigin, input);

  await inTransaction(async (tx) => {
    const held = await holdTwo(tx, ...claims, "claims");
    assertMayShareOrigin(...held.claims);

    // The two are equals, so that their order must not make two links of one.
    const [fromClaimId = "", toClaimId = ""] = held.claims.map(({ id }) => id).toSorted();
    const link = { kind: "one_origin", fromClaimId, toClaimId, state, note } as const;
    assertSeen(await findLink(tx, link), version);
    await decideLink(tx, held.chain, actor, link, now);
    await tellReaders(tx, held.event.id, now);
  });
}

type Decision = Pick<ClaimLink, "kind" | "fromClaimId" | "toClaimId" | "state" | "note"> &
  Partial<Pick<ClaimLink, "downwardReason" | "speaksForBoth">>;

/**
 * Keeps a person's decision on how one claim stands to another, or that it is proposed for one, with its revision. The
 * chain must be held.
 */
export async function decideLink(
  tx: Transaction,
  chain: HeldChain,
  actor: Actor,
  link: Decision,
  now: Date,
): Promise<void> {
  const before = await findLink(tx, link);
  const isOpen = link.state === "proposed";
  const decided = { ...link, decidedBy: isOpen ? null : actor.id, decidedAt: isOpen ? null : now };
  const { id, version } = before
    ? await tx.claimLink.update({
        where: { id: before.id },
        data: { ...decided, version: before.version + 1 },
      })
    : await tx.claimLink.create({ data: decided });
  await recordRevision(tx, chain, actor, {
    at: now,
    action: LINK_ACTIONS[link.state],
    subjectKind: "claim_link",
    subjectId: id,
    version,
    before: before ?? {},
    after: link,
  });
}

const LINK_ACTIONS = {
  proposed: "claim_link.proposed",
  accepted: "claim_link.accepted",
  declined: "claim_link.declined",
  unsure: "claim_link.declined",
} as const;

/** The link that a decision is about, if it is on file; its decider and instant are those of its revision. */
function findLink(tx: Transaction, { kind, fromClaimId, toClaimId }: Decision) {
  return tx.claimLink.findUnique({
    where: { kind_fromClaimId_toClaimId: { kind, fromClaimId, toClaimId } },
    omit: { decidedBy: true, decidedAt: true },
  });
}

/** R33: a link carries no claim's version, so that a decision carries that of the one before it, or 0. */
function assertSeen(link: { version: number } | null, version: number): void {
  if ((link?.version ?? 0) === version) return;
  throw new Conflict("Somebody decided this after you opened it: look again.");
}

/** Locks the history of the event of two claims for this transaction, then reads them. */
async function holdTwo(tx: Transaction, firstId: string, secondId: string, field: string) {
  const found = await tx.claim.findUnique({ where: { id: firstId }, select: { eventId: true } });
  if (!found) throw new NotFound("claim");
  const { chain, event } = await holdEvent(tx, found.eventId);
  const first = await tx.claim.findUniqueOrThrow({ where: { id: firstId } });
  const second = await tx.claim.findUnique({ where: { id: secondId, eventId: event.id } });
  if (!second) throw new Invalid({ [field]: "Choose two claims of the same event." });
  return { chain, event, claims: [first, second] as const };
}

async function tellReaders(tx: Transaction, eventId: string, now: Date): Promise<void> {
  await tx.event.update({ where: { id: eventId }, data: { changedAt: now } });
  await deriveEvent(tx, eventId, now);
}
