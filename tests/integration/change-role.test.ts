import { describe, expect, test } from "vitest";
import { changeRole, suspendPerson } from "../../lib/accounts/manage-person";
import type { Actor } from "../../lib/auth/actor";
import { db } from "../../lib/db/client";
import { Conflict, Forbidden, Invalid, NotFound, StaleVersion } from "../../lib/errors";
import { anAccount, storedAccount } from "../factories/accounts";
import { anAdmin, anEditor } from "../factories/cast";
import { tick } from "../factories/clock";
import { lastRevisionOf, race, refusalOf } from "../factories/read-back";

type Admin = Actor & { version: number };

const admins = (): Promise<Admin[]> =>
  db().actor.findMany({
    where: { role: "admin", suspendedAt: null, user: { isNot: null } },
    select: { id: true, kind: true, name: true, role: true, version: true },
  });

// First, while nobody else has an account as admin: who acts in the other tests has none.
describe("there is always an admin", () => {
  test("two admins who take each other's role at once: one wins, and stays", async () => {
    const [one, other] = [await anAccount({ role: "admin" }), await anAccount({ role: "admin" })];
    const demote = (actor: Actor, { id }: Actor) =>
      changeRole(actor, { id, version: 1, role: "editor" }, tick());
    const { won, errors } = await race(demote(one, other), demote(other, one));
    expect(won).toBe(1);
    expect(errors).toEqual([new Conflict("This is the last admin: make somebody else one first.")]);
    expect(await admins()).toHaveLength(1);
  });

  test("the last one stays one, whoever would have it otherwise", async () => {
    const [admin, [last]] = [await anAdmin(), await admins()];
    const { id, version } = last as { id: string; version: number };
    for (const attempt of [
      () => changeRole(admin, { id, version, role: "journalist" }, tick()),
      () => suspendPerson(admin, { id, version }, tick()),
    ]) {
      const { error, leftNothing } = await refusalOf(attempt);
      expect(error).toEqual(new Conflict("This is the last admin: make somebody else one first."));
      expect(leftNothing).toBe(true);
    }
  });

  test("two who suspend each other at once: one wins, and stays", async () => {
    await anAccount({ role: "admin" });
    const [one, other] = (await admins()) as [Admin, Admin];
    const suspend = (actor: Admin, { id, version }: Admin) => suspendPerson(actor, { id, version }, tick());
    const { won, errors } = await race(suspend(one, other), suspend(other, one));
    expect(won).toBe(1);
    expect(errors).toEqual([expect.any(Conflict)]);
    expect(await admins()).toHaveLength(1);
  });
});

describe("changeRole", () => {
  test("gives a person another role and leaves its revision in the register", async () => {
    const [admin, person, now] = [await anAdmin(), await anAccount(), tick()];
    await changeRole(admin, { id: person.id, version: 1, role: "editor" }, now);
    expect(await storedAccount(person.id)).toMatchObject({ role: "editor", version: 2 });
    expect(await lastRevisionOf(person.id)).toMatchObject({
      action: "actor.role_changed",
      version: 2,
      actorId: admin.id,
      at: now,
      subjectKind: "actor",
      chainId: "register",
      changes: { role: ["journalist", "editor"] },
    });
  });

  test.each([
    ["by an editor", anEditor, {}, Forbidden],
    ["to the role that they have", anAdmin, { role: "journalist" }, Conflict],
    ["to a role that there is not", anAdmin, { role: "owner" }, Invalid],
    ["of a version that somebody else changed (R33)", anAdmin, { version: 2 }, StaleVersion],
    ["of nobody", anAdmin, { id: "0198c0de-0000-7000-8000-000000000000" }, NotFound],
  ])("%s is refused and leaves nothing behind", async (_, anActor, given, expected) => {
    const [actor, { id }] = [await anActor(), await anAccount()];
    const input = { id, version: 1, role: "editor", ...given } as Parameters<typeof changeRole>[1];
    const { error, leftNothing } = await refusalOf(() => changeRole(actor, input, tick()));
    expect(error).toBeInstanceOf(expected);
    expect(leftNothing).toBe(true);
  });

  test("twice at once from the same version: one wins (R33)", async () => {
    const [admin, { id }] = [await anAdmin(), await anAccount()];
    const change = (role: "editor" | "admin") => changeRole(admin, { id, version: 1, role }, tick());
    const { won, errors } = await race(change("editor"), change("admin"));
    expect(won).toBe(1);
    expect(errors).toEqual([expect.any(StaleVersion)]);
  });
});
