import { describe, expect, test } from "vitest";
import { reinstatePerson, suspendPerson } from "../../lib/accounts/manage-person";
import { Conflict, Forbidden, NotFound, StaleVersion } from "../../lib/errors";
import { anAccount, aSession, storedAccount } from "../factories/accounts";
import { anAdmin, anEditor } from "../factories/cast";
import { tick } from "../factories/clock";
import { lastRevisionOf, race, refusalOf } from "../factories/read-back";

describe("suspendPerson", () => {
  test("ends every session of a person, and leaves its revision and their name", async () => {
    const [admin, person, bystander] = [await anAdmin(), await anAccount(), await anAccount()];
    for (const { id } of [person, person, bystander]) await aSession(id, tick());
    const now = tick();
    await suspendPerson(admin, { id: person.id, version: 1 }, now);
    expect(await storedAccount(person.id)).toMatchObject({
      name: "Maryna Kovalenko",
      suspendedAt: now,
      version: 2,
      user: { sessions: [] },
    });
    expect((await storedAccount(bystander.id)).user?.sessions).toHaveLength(1);
    expect(await lastRevisionOf(person.id)).toMatchObject({
      action: "actor.suspended",
      version: 2,
      actorId: admin.id,
      at: now,
      changes: { isSuspended: [false, true] },
    });
  });

  test("can be taken back, which leaves its revision too", async () => {
    const [admin, { id }, now] = [await anAdmin(), await anAccount(), tick()];
    await suspendPerson(admin, { id, version: 1 }, tick());
    await reinstatePerson(admin, { id, version: 2 }, now);
    expect(await storedAccount(id)).toMatchObject({ suspendedAt: null, version: 3 });
    expect(await lastRevisionOf(id)).toMatchObject({
      action: "actor.reinstated",
      version: 3,
      changes: { isSuspended: [true, false] },
    });
  });

  test.each([
    ["by an editor", anEditor, {}, Forbidden],
    ["of a version that somebody else changed (R33)", anAdmin, { version: 2 }, StaleVersion],
    ["of nobody", anAdmin, { id: "0198c0de-0000-7000-8000-000000000000" }, NotFound],
  ])("%s is refused and leaves nothing behind", async (_, anActor, given, expected) => {
    const [actor, { id }] = [await anActor(), await anAccount()];
    await aSession(id, tick());
    for (const command of [suspendPerson, reinstatePerson]) {
      const { error, leftNothing } = await refusalOf(() =>
        command(actor, { id, version: 1, ...given }, tick()),
      );
      expect(error).toBeInstanceOf(expected);
      expect(leftNothing).toBe(true);
    }
  });

  test("of oneself, of somebody suspended and of nobody suspended is refused in words", async () => {
    const [admin, own, person] = [await anAdmin(), await anAccount({ role: "admin" }), await anAccount()];
    const oneself = await refusalOf(() => suspendPerson(own, { id: own.id, version: 1 }, tick()));
    expect(oneself.error).toEqual(new Conflict("You cannot suspend yourself: ask another admin."));
    expect(oneself.leftNothing).toBe(true);
    const early = await refusalOf(() => reinstatePerson(admin, { id: person.id, version: 1 }, tick()));
    expect(early.error).toEqual(new Conflict("Maryna Kovalenko is not suspended."));
    await suspendPerson(admin, { id: person.id, version: 1 }, tick());
    const again = await refusalOf(() => suspendPerson(admin, { id: person.id, version: 2 }, tick()));
    expect(again.error).toEqual(new Conflict("Maryna Kovalenko is suspended already."));
  });

  test("by two admins at once happens once", async () => {
    const [admin, other, { id }] = [await anAdmin(), await anAccount({ role: "admin" }), await anAccount()];
    const suspend = (actor: typeof admin) => suspendPerson(actor, { id, version: 1 }, tick());
    const { won, errors } = await race(suspend(admin), suspend(other));
    expect(won).toBe(1);
    expect(errors).toEqual([expect.any(StaleVersion)]);
  });
});
