import { describe, expect, test } from "vitest";
import { acceptInvitation, invitePerson } from "../../lib/accounts/invite-person";
import { makePasswordLink } from "../../lib/accounts/passwords";
import { hashOfSecret } from "../../lib/auth/secrets";
import { signIn } from "../../lib/auth/sessions";
import { db } from "../../lib/db/client";
import { Conflict, Invalid } from "../../lib/errors";
import type { Role } from "../../lib/vocabulary";
import { anAccount } from "../factories/accounts";
import { anAdmin } from "../factories/cast";
import { tick, unique } from "../factories/clock";
import { lastRevisionOf, race, refusalOf } from "../factories/read-back";

const PASSWORD = "four words nobody guesses";

async function anInvitation(role: Role = "journalist") {
  const [email, now] = [`${unique("invited")}@newsroom.example`, tick()];
  return { email, now, secret: await invitePerson(await anAdmin(), { email, role }, now) };
}

const accept = (secret: string, now: Date, given: { name?: string; password?: string } = {}) =>
  acceptInvitation({ secret, name: "Iryna Shevchenko", password: PASSWORD, ...given }, now);

describe("acceptInvitation", () => {
  test("opens an account in the role of the invitation, and both stand in the history", async () => {
    const { email, secret } = await anInvitation("editor");
    const now = tick();
    const actor = await accept(secret, now, { name: " Iryna Shevchenko " });
    expect(actor).toMatchObject({ kind: "person", name: "Iryna Shevchenko", role: "editor", email });
    expect(await lastRevisionOf(actor.id)).toMatchObject({
      action: "actor.registered",
      version: 1,
      actorId: actor.id,
      at: now,
      changes: { name: [null, "Iryna Shevchenko"], role: [null, "editor"] },
    });
    const link = await db().oneTimeLink.findUniqueOrThrow({ where: { hash: hashOfSecret(secret) } });
    expect(link.usedAt).toEqual(now);
    expect(await lastRevisionOf(link.id)).toMatchObject({
      action: "invitation.accepted",
      version: 2,
      actorId: actor.id,
      changes: { actorId: [null, actor.id] },
    });
    const entered = await signIn({ email, password: PASSWORD }, "192.0.2.1", new Headers());
    expect(entered.state).toBe("signed_in");
  });

  test("gives no other role and no other address than the invitation's", async () => {
    const { secret, email } = await anInvitation();
    const forged = { secret, name: "I", password: PASSWORD, role: "admin", email: "other@newsroom.example" };
    const { error, leftNothing } = await refusalOf(() => acceptInvitation(forged, tick()));
    expect(error).toBeInstanceOf(Invalid);
    expect(leftNothing).toBe(true);
    expect(await db().user.count({ where: { email } })).toBe(0);
  });

  test("is refused to whoever holds another link, or none", async () => {
    const { id } = await anAccount();
    const ofPassword = await makePasswordLink(await anAdmin(), { id }, tick());
    for (const secret of [ofPassword, "guessed", ""]) {
      const { error, leftNothing } = await refusalOf(() => accept(secret, tick()));
      expect(error).toBeInstanceOf(Conflict);
      expect(leftNothing).toBe(true);
    }
  });

  test("is refused after seven days", async () => {
    const { secret, now } = await anInvitation();
    const late = new Date(now.getTime() + 7 * 24 * 3600 * 1000);
    const { error, leftNothing } = await refusalOf(() => accept(secret, late));
    expect(error).toBeInstanceOf(Conflict);
    expect(leftNothing).toBe(true);
  });

  test("with a short password or without a name leaves nothing behind, and the link works still", async () => {
    const { secret } = await anInvitation();
    for (const given of [{ password: "too short" }, { name: "  " }]) {
      const { error, leftNothing } = await refusalOf(() => accept(secret, tick(), given));
      expect(error).toBeInstanceOf(Invalid);
      expect((error as Invalid).fields).toHaveProperty(Object.keys(given)[0] ?? "");
      expect(leftNothing).toBe(true);
    }
    expect(await accept(secret, tick())).toMatchObject({ role: "journalist" });
  });

  test("twice at once opens one account", async () => {
    const { secret, email } = await anInvitation();
    const now = tick();
    const { won, errors } = await race(accept(secret, now), accept(secret, now));
    expect(won).toBe(1);
    expect(errors).toEqual([expect.any(Conflict)]);
    expect(await db().user.count({ where: { email } })).toBe(1);
  });
});
