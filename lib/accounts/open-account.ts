import "server-only";
import { randomUUID } from "node:crypto";
import type { Actor } from "../auth/actor";
import { hashPassword } from "../auth/password";
import { CreateAccount } from "../auth/schema";
import type { Transaction } from "../db/client";
import { explainRefusals, type Refusals } from "../db/refusals";
import { inTransaction } from "../db/transaction";
import { NotFound } from "../errors";
import { parseInput } from "../forms/parse-input";
import { type HeldChain, holdChain, recordRevision } from "../history/record-revision";
import { REGISTER } from "../history/schema";
import type { Role } from "../vocabulary";

/**
 * Puts a person on file with a way to sign in. For set-up only: nobody needs to be signed in, and the person stands
 * in the history as the one who registered themselves. Returns the actor.
 */
export async function createAccount(input: CreateAccount, now: Date): Promise<Actor> {
  const { password, ...person } = parseInput(CreateAccount, input);
  const hash = await hashPassword(password);
  return explainRefusals(REFUSALS, () =>
    inTransaction(async (tx) => openAccount(tx, await holdRegister(tx), { ...person, hash }, now)),
  );
}

/** Gives somebody who is on file already, and has no account, a way to sign in. For set-up only. */
export async function openAccountOf(
  actorId: string,
  given: { email: string; password: string },
  now: Date,
): Promise<void> {
  const actor = await inTransaction((tx) => tx.actor.findUnique({ where: { id: actorId } }));
  if (!actor) throw new NotFound("person");
  const { email, password } = parseInput(CreateAccount, { ...given, name: actor.name, role: actor.role });
  const hash = await hashPassword(password);
  await explainRefusals(REFUSALS, () => inTransaction((tx) => putAccount(tx, actor, email, hash, now)));
}

export const REFUSALS: Refusals = {
  user_account_email_key: "There is an account with this e-mail address already.",
};

/** The chain of records outside events, held for this transaction. */
export async function holdRegister(tx: Transaction): Promise<HeldChain> {
  const chain = await holdChain(tx, REGISTER);
  if (!chain) throw new Error("The register chain is missing: apply the migrations.");
  return chain;
}

/** Registers a new person and opens their account, within a transaction that holds the register. */
export async function openAccount(
  tx: Transaction,
  chain: HeldChain,
  { hash, email, ...person }: { name: string; role: Role; email: string; hash: string },
  now: Date,
): Promise<Actor> {
  const actor: Actor = { id: randomUUID(), kind: "person", ...person };
  await tx.actor.create({ data: { ...actor, createdAt: now } });
  await recordRevision(tx, chain, actor, {
    at: now,
    action: "actor.registered",
    subjectKind: "actor",
    subjectId: actor.id,
    version: 1,
    // The e-mail address is the account's, and never the history's.
    after: { name: actor.name, role: actor.role },
  });
  await putAccount(tx, actor, email, hash, now);
  return actor;
}

async function putAccount(
  tx: Transaction,
  { id, name }: { id: string; name: string },
  email: string,
  hash: string,
  now: Date,
): Promise<void> {
  const dates = { createdAt: now, updatedAt: now };
  await tx.user.create({
    data: {
      id,
      name,
      email,
      ...dates,
      credentials: { create: { accountId: id, providerId: "credential", password: hash, ...dates } },
    },
  });
}
