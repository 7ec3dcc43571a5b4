import { describe, expect, test } from "vitest";
import { findTokenActor, makeApiToken, revokeApiToken } from "../../lib/accounts/api-tokens";
import { listAccounts } from "../../lib/accounts/desk-accounts";
import { changeRole, reinstatePerson, suspendPerson } from "../../lib/accounts/manage-person";
import type { MakeApiToken } from "../../lib/auth/schema";
import { hashOfSecret } from "../../lib/auth/secrets";
import { db } from "../../lib/db/client";
import { Conflict, Forbidden, Invalid, NotFound } from "../../lib/errors";
import { anAccount } from "../factories/accounts";
import { anAdmin, anEditor } from "../factories/cast";
import { tick } from "../factories/clock";
import { lastRevisionOf, race, refusalOf } from "../factories/read-back";

async function aToken(given: Partial<MakeApiToken> = {}) {
  const owner = await anAccount();
  const now = tick();
  const input = { actorId: owner.id, name: "Nightly import", scopes: ["read", "log"], ...given };
  const token = await makeApiToken(await anAdmin(), input as MakeApiToken, now);
  const { id } = await db().apiToken.findUniqueOrThrow({ where: { hash: hashOfSecret(token) } });
  return { owner, token, id, now };
}

const lastUseOf = async (id: string) =>
  (await db().apiToken.findUniqueOrThrow({ where: { id } })).lastUsedAt?.getTime() ?? null;

describe("makeApiToken", () => {
  test("makes a token of which a digest alone is stored, and leaves its revision", async () => {
    const { token, id, owner, now } = await aToken();
    expect(token).toMatch(/^cct_[\w-]{43}$/);
    const row = await db().apiToken.findUniqueOrThrow({ where: { id } });
    expect(row).toMatchObject({
      prefix: token.slice(0, 10),
      lastUsedAt: null,
      revokedAt: null,
      createdAt: now,
    });
    expect(JSON.stringify(row)).not.toContain(token.slice(10));
    expect(await lastRevisionOf(id)).toMatchObject({
      action: "api_token.made",
      version: 1,
      actorId: (await anAdmin()).id,
      at: now,
      subjectKind: "api_token",
      changes: { actorId: [null, owner.id], name: [null, "Nightly import"], scopes: [null, ["read", "log"]] },
    });
    expect(JSON.stringify(await db().revisionContent.findMany())).not.toContain(token);
  });

  test("is refused to an editor", async () => {
    const [editor, { id }] = [await anEditor(), await anAccount()];
    const make = () => makeApiToken(editor, { actorId: id, name: "Mine", scopes: ["read"] }, tick());
    const { error, leftNothing } = await refusalOf(make);
    expect(error).toBeInstanceOf(Forbidden);
    expect(leftNothing).toBe(true);
  });

  test.each([
    ["without a scope", { scopes: [] }, Invalid],
    ["with a scope twice", { scopes: ["read", "read"] as const }, Invalid],
    ["with a scope that there is not", { scopes: ["everything"] as unknown as ["read"] }, Invalid],
    ["without a name", { name: " " }, Invalid],
    ["for nobody", { actorId: "0198c0de-0000-7000-8000-000000000000" }, NotFound],
  ])("%s leaves nothing behind", async (_, given, expected) => {
    const [admin, { id }] = [await anAdmin(), await anAccount()];
    const input = { actorId: id, name: "Nightly import", scopes: ["read"], ...given } as MakeApiToken;
    const { error, leftNothing } = await refusalOf(() => makeApiToken(admin, input, tick()));
    expect(error).toBeInstanceOf(expected);
    expect(leftNothing).toBe(true);
  });

  test("for somebody who is being suspended: no token of theirs works, whoever was first", async () => {
    const [admin, { id }, now] = [await anAdmin(), await anAccount(), tick()];
    let token = "";
    const make = makeApiToken(admin, { actorId: id, name: "Late", scopes: ["read"] }, now).then((made) => {
      token = made;
    });
    await race(make, suspendPerson(admin, { id, version: 1 }, now));
    expect(await findTokenActor(token, now)).toBeNull();
  });
});

describe("findTokenActor", () => {
  test("says whom a token acts for in the role that they have now, and in which scopes", async () => {
    const { token, owner } = await aToken();
    await changeRole(await anAdmin(), { id: owner.id, version: 1, role: "editor" }, tick());
    expect(await findTokenActor(token, tick())).toEqual({
      actor: { id: owner.id, kind: "person", name: owner.name, role: "editor" },
      scopes: ["read", "log"],
    });
  });

  test("notes the last use to the minute, and not each request", async () => {
    const { token, id, now } = await aToken();
    const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
    for (const [seconds, noted] of [
      [10, 10],
      [40, 10],
      [70, 10],
      [71, 71],
    ] as const) {
      await findTokenActor(token, later(seconds));
      expect(await lastUseOf(id)).toBe(later(noted).getTime());
    }
  });

  test("knows none that is revoked, suspended, cut short, changed or stored", async () => {
    const [admin, { token, id, owner }] = [await anAdmin(), await aToken()];
    for (const forged of ["", "cct_", token.slice(0, -1), `${token}x`, token.slice(4), hashOfSecret(token)])
      expect(await findTokenActor(forged, tick())).toBeNull();
    await suspendPerson(admin, { id: owner.id, version: 1 }, tick());
    expect(await findTokenActor(token, tick())).toBeNull();
    await reinstatePerson(admin, { id: owner.id, version: 2 }, tick());
    expect(await findTokenActor(token, tick())).not.toBeNull();
    await revokeApiToken(admin, { id }, tick());
    expect(await findTokenActor(token, tick())).toBeNull();
  });
});

describe("revokeApiToken", () => {
  test("takes a token back for good, which stays listed, and leaves its revision", async () => {
    const [admin, { id, owner }] = [await anAdmin(), await aToken()];
    const now = tick();
    await revokeApiToken(admin, { id }, now);
    expect(await lastRevisionOf(id)).toMatchObject({
      action: "api_token.revoked",
      version: 2,
      actorId: admin.id,
      changes: { isRevoked: [false, true] },
    });
    const { tokens } = await listAccounts(admin, now);
    expect(tokens.find((token) => token.id === id)).toMatchObject({
      owner: owner.name,
      isOwnerSuspended: false,
      revokedAt: now.getTime(),
    });
  });

  test("is refused to an editor, of a token that there is not, and a second time", async () => {
    const [admin, editor, { id }] = [await anAdmin(), await anEditor(), await aToken()];
    const byEditor = await refusalOf(() => revokeApiToken(editor, { id }, tick()));
    expect(byEditor).toEqual({ error: expect.any(Forbidden), leftNothing: true });
    const nobodys = { id: "0198c0de-0000-7000-8000-000000000000" };
    const missing = await refusalOf(() => revokeApiToken(admin, nobodys, tick()));
    expect(missing).toEqual({ error: expect.any(NotFound), leftNothing: true });
    await revokeApiToken(admin, { id }, tick());
    const again = await refusalOf(() => revokeApiToken(admin, { id }, tick()));
    expect(again).toEqual({ error: expect.any(Conflict), leftNothing: true });
  });

  test("twice at once happens once", async () => {
    const [admin, { id }] = [await anAdmin(), await aToken()];
    const { won, errors } = await race(
      revokeApiToken(admin, { id }, tick()),
      revokeApiToken(admin, { id }, tick()),
    );
    expect(won).toBe(1);
    expect(errors).toEqual([expect.any(Conflict)]);
  });
});
