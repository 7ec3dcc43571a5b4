import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { ChangeRole, OfPerson, RenamePerson, SuspendPerson } from "../auth/schema";
import type { Transaction } from "../db/client";
import { inTransaction } from "../db/transaction";
import { Conflict, NotFound, StaleVersion } from "../errors";
import { parseInput } from "../forms/parse-input";
import type { Json } from "../history/digest";
import { type HeldChain, recordRevision } from "../history/record-revision";
import type { Action } from "../history/schema";
import { holdRegister } from "./open-account";

/** Gives a person another role, from their next request on. The last admin stays one. */
export async function changeRole(actor: Actor, input: ChangeRole, now: Date): Promise<void> {
  authorise(actor, "account:change_role");
  const { id, version, role } = parseInput(ChangeRole, input);

  await inTransaction(async (tx) => {
    const { chain, person } = await holdPerson(tx, id, version);
    if (person.role === role) throw new Conflict(`${person.name} has this role already.`);
    if (role !== "admin") await assertAnotherAdmin(tx, person);
    await tx.actor.update({ where: { id }, data: { role, version: version + 1 } });
    await record(tx, chain, actor, person, "actor.role_changed", { role: person.role }, { role }, now);
  });
}

/** Keeps a person from signing in, and ends their sessions and tokens. What they wrote stays theirs. */
export async function suspendPerson(actor: Actor, input: SuspendPerson, now: Date): Promise<void> {
  authorise(actor, "account:suspend");
  const { id, version } = parseInput(SuspendPerson, input);

  await inTransaction(async (tx) => {
    const { chain, person } = await holdPerson(tx, id, version);
    if (id === actor.id) throw new Conflict("You cannot suspend yourself: ask another admin.");
    if (person.suspendedAt) throw new Conflict(`${person.name} is suspended already.`);
    await assertAnotherAdmin(tx, person);
    await tx.actor.update({ where: { id }, data: { suspendedAt: now, version: version + 1 } });
    await tx.session.deleteMany({ where: { userId: id } });
    const change = [{ isSuspended: false }, { isSuspended: true }] as const;
    await record(tx, chain, actor, person, "actor.suspended", ...change, now);
  });
}

/** Lets a suspended person sign in again. */
export async function reinstatePerson(actor: Actor, input: SuspendPerson, now: Date): Promise<void> {
  authorise(actor, "account:suspend");
  const { id, version } = parseInput(SuspendPerson, input);

  await inTransaction(async (tx) => {
    const { chain, person } = await holdPerson(tx, id, version);
    if (!person.suspendedAt) throw new Conflict(`${person.name} is not suspended.`);
    await tx.actor.update({ where: { id }, data: { suspendedAt: null, version: version + 1 } });
    const change = [{ isSuspended: true }, { isSuspended: false }] as const;
    await record(tx, chain, actor, person, "actor.reinstated", ...change, now);
  });
}

/** Changes the name under which one's own work stands in the history, past work included. */
export async function renamePerson(actor: Actor, input: RenamePerson, now: Date): Promise<void> {
  authorise(actor, "account:edit_own");
  const { version, name } = parseInput(RenamePerson, input);

  await inTransaction(async (tx) => {
    const { chain, person } = await holdPerson(tx, actor.id, version);
    if (person.name === name) return;
    await tx.actor.update({ where: { id: actor.id }, data: { name, version: version + 1 } });
    await tx.user.update({ where: { id: actor.id }, data: { name } });
    await record(tx, chain, actor, person, "actor.renamed", { name: person.name }, { name }, now);
  });
}

/** Ends every session of a person at once: they sign in again where they are. Returns how many ended. */
export async function endSessions(actor: Actor, input: OfPerson): Promise<number> {
  authorise(actor, "account:end_sessions");
  const { id } = parseInput(OfPerson, input);
  return inTransaction(async (tx) => (await tx.session.deleteMany({ where: { userId: id } })).count);
}

/** Ends one of one's own sessions, such as that of a lost telephone. */
export async function endOwnSession(actor: Actor, input: OfPerson): Promise<void> {
  authorise(actor, "account:edit_own");
  const { id } = parseInput(OfPerson, input);
  await inTransaction((tx) => tx.session.deleteMany({ where: { id, userId: actor.id } }));
}

/** Ends all of one's own sessions but the one that is given: that of this browser. */
export async function endOtherSessions(actor: Actor, input: OfPerson): Promise<void> {
  authorise(actor, "account:edit_own");
  const { id } = parseInput(OfPerson, input);
  await inTransaction((tx) => tx.session.deleteMany({ where: { userId: actor.id, id: { not: id } } }));
}

async function holdPerson(tx: Transaction, id: string, version: number) {
  const chain = await holdRegister(tx);
  const person = await tx.actor.findUnique({ where: { id, kind: "person", user: { isNot: null } } });
  if (!person) throw new NotFound("account");
  if (person.version !== version) throw new StaleVersion("account");
  return { chain, person };
}

type Person = Awaited<ReturnType<typeof holdPerson>>["person"];

// Without an admin nobody could make one again. The register is held, so that two cannot leave at once.
async function assertAnotherAdmin(tx: Transaction, { id, role }: Person): Promise<void> {
  if (role !== "admin") return;
  const others = { role: "admin", suspendedAt: null, user: { isNot: null }, id: { not: id } } as const;
  if ((await tx.actor.count({ where: others })) > 0) return;
  throw new Conflict("This is the last admin: make somebody else one first.");
}

async function record(
  tx: Transaction,
  chain: HeldChain,
  actor: Actor,
  { id, version }: Person,
  action: Action,
  before: Record<string, Json>,
  after: Record<string, Json>,
  now: Date,
): Promise<void> {
  const subject = { subjectKind: "actor", subjectId: id, version: version + 1 } as const;
  await recordRevision(tx, chain, actor, { at: now, action, ...subject, before, after });
}
