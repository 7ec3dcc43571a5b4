import { describe, expect, test } from "vitest";
import { getAccount, getOwnAccount } from "../../lib/accounts/desk-accounts";
import { endOtherSessions, endOwnSession, endSessions } from "../../lib/accounts/manage-person";
import { Forbidden, Invalid } from "../../lib/errors";
import { anAccount, aSession, storedAccount } from "../factories/accounts";
import { anAdmin, anEditor } from "../factories/cast";
import { tick } from "../factories/clock";
import { race, refusalOf } from "../factories/read-back";

const sessionsOf = async (id: string) => (await storedAccount(id)).user?.sessions.map((one) => one.id) ?? [];

describe("endSessions", () => {
  test("ends every session of a person, and of nobody else", async () => {
    const [admin, person, bystander] = [await anAdmin(), await anAccount(), await anAccount()];
    for (const { id } of [person, person, bystander]) await aSession(id, tick());
    expect(await endSessions(admin, { id: person.id })).toBe(2);
    expect(await sessionsOf(person.id)).toEqual([]);
    expect(await sessionsOf(bystander.id)).toHaveLength(1);
  });

  test("is refused to an editor, and leaves the sessions", async () => {
    const [editor, { id }] = [await anEditor(), await anAccount()];
    await aSession(id, tick());
    const { error, leftNothing } = await refusalOf(() => endSessions(editor, { id }));
    expect(error).toBeInstanceOf(Forbidden);
    expect(leftNothing).toBe(true);
  });

  test("of what is no account is refused", async () => {
    const admin = await anAdmin();
    expect((await refusalOf(() => endSessions(admin, { id: "everybody" }))).error).toBeInstanceOf(Invalid);
  });

  test("by two admins at once ends each once", async () => {
    const [admin, { id }] = [await anAdmin(), await anAccount()];
    for (let made = 0; made < 3; made += 1) await aSession(id, tick());
    const ended: number[] = [];
    const end = () => endSessions(admin, { id }).then((count) => ended.push(count));
    expect((await race(end(), end())).won).toBe(2);
    expect(ended.reduce((sum, count) => sum + count, 0)).toBe(3);
  });
});

describe("one's own sessions", () => {
  test("are ended one by one, or all but the one in use", async () => {
    const person = await anAccount();
    const [first, here, third] = [
      await aSession(person.id, tick()),
      await aSession(person.id, tick()),
      await aSession(person.id, tick()),
    ];
    await endOwnSession(person, { id: first });
    expect(new Set(await sessionsOf(person.id))).toEqual(new Set([here, third]));
    await endOtherSessions(person, { id: here });
    expect(await sessionsOf(person.id)).toEqual([here]);
  });

  test("are nobody else's to end, not even by an admin", async () => {
    const [owner, admin] = [await anAccount(), await anAccount({ role: "admin" })];
    const session = await aSession(owner.id, tick());
    for (const attempt of [
      () => endOwnSession(admin, { id: session }),
      () => endOtherSessions(admin, { id: "0198c0de-0000-7000-8000-000000000000" }),
    ]) {
      expect(await refusalOf(attempt)).toEqual({ error: null, leftNothing: true });
    }
  });

  test("are listed while they last, to oneself; an admin sees how many, and since when", async () => {
    const [admin, person] = [await anAdmin(), await anAccount()];
    const began = tick();
    const id = await aSession(person.id, began);
    const late = new Date(began.getTime() + 25 * 3600 * 1000);
    expect((await getOwnAccount(person, began)).sessions).toMatchObject([{ id, createdAt: began.getTime() }]);
    expect((await getOwnAccount(person, late)).sessions).toEqual([]);
    expect(await getAccount(admin, person.id, began)).toMatchObject({
      email: person.email,
      sessions: 1,
      lastSignedInAt: began.getTime(),
    });
    expect(await getAccount(admin, person.id, late)).toMatchObject({ sessions: 0, lastSignedInAt: null });
  });

  test("an account that is not there, is no account, or is asked for by an editor is not shown", async () => {
    const [admin, editor, person] = [await anAdmin(), await anEditor(), await anAccount()];
    for (const id of ["nobody", "0198c0de-0000-7000-8000-000000000000", admin.id])
      expect(await getAccount(admin, id, tick())).toBeNull();
    await expect(getAccount(editor, person.id, tick())).rejects.toThrow(Forbidden);
  });
});
