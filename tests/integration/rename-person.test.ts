import { describe, expect, test } from "vitest";
import { renamePerson } from "../../lib/accounts/manage-person";
import { Forbidden, Invalid, NotFound, StaleVersion } from "../../lib/errors";
import { anAccount, storedAccount } from "../factories/accounts";
import { anEditor } from "../factories/cast";
import { tick } from "../factories/clock";
import { lastRevisionOf, race, refusalOf } from "../factories/read-back";

describe("renamePerson", () => {
  test("changes one's own name, at once in what one wrote before, and leaves its revision", async () => {
    const [person, now] = [await anAccount(), tick()];
    await renamePerson(person, { version: 1, name: " Maryna Shevchenko " }, now);
    expect(await storedAccount(person.id)).toMatchObject({
      name: "Maryna Shevchenko",
      version: 2,
      user: { name: "Maryna Shevchenko" },
    });
    expect(await lastRevisionOf(person.id)).toMatchObject({
      action: "actor.renamed",
      version: 2,
      actorId: person.id,
      at: now,
      changes: { name: ["Maryna Kovalenko", "Maryna Shevchenko"] },
    });
  });

  test("to the same name changes nothing", async () => {
    const person = await anAccount();
    const same = await refusalOf(() => renamePerson(person, { version: 1, name: person.name }, tick()));
    expect(same).toEqual({ error: null, leftNothing: true });
  });

  test("is for oneself alone: there is no way to name somebody else", async () => {
    const [person, other] = [await anAccount(), await anAccount()];
    const input = { version: 1, name: "Somebody Else", id: other.id };
    const { error, leftNothing } = await refusalOf(() => renamePerson(person, input, tick()));
    expect(error).toBeInstanceOf(Invalid);
    expect(leftNothing).toBe(true);
  });

  test("is refused to a role that there is not", async () => {
    const stranger = { ...(await anAccount()), role: "reader" as "journalist" };
    const { error, leftNothing } = await refusalOf(() =>
      renamePerson(stranger, { version: 1, name: "A Reader" }, tick()),
    );
    expect(error).toBeInstanceOf(Forbidden);
    expect(leftNothing).toBe(true);
  });

  test.each([
    ["without a name", { name: "   " }, Invalid],
    ["of a version that was changed elsewhere (R33)", { version: 2 }, StaleVersion],
  ])("%s leaves nothing behind", async (_, given, expected) => {
    const person = await anAccount();
    const input = { version: 1, name: "Maryna Shevchenko", ...given };
    const { error, leftNothing } = await refusalOf(() => renamePerson(person, input, tick()));
    expect(error).toBeInstanceOf(expected);
    expect(leftNothing).toBe(true);
  });

  test("is not for who is on file and has no account", async () => {
    const editor = await anEditor();
    const { error } = await refusalOf(() => renamePerson(editor, { version: 1, name: "T. Berg" }, tick()));
    expect(error).toBeInstanceOf(NotFound);
  });

  test("twice at once from the same version: one wins (R33)", async () => {
    const person = await anAccount();
    const rename = (name: string) => renamePerson(person, { version: 1, name }, tick());
    const { won, errors } = await race(rename("Maryna One"), rename("Maryna Two"));
    expect(won).toBe(1);
    expect(errors).toEqual([expect.any(StaleVersion)]);
  });
});
