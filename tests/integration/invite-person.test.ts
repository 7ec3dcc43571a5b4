import { describe, expect, test } from "vitest";
import { listAccounts } from "../../lib/accounts/desk-accounts";
import { acceptInvitation, invitePerson } from "../../lib/accounts/invite-person";
import { findInvitation } from "../../lib/accounts/open-links";
import { hashOfSecret } from "../../lib/auth/secrets";
import { db } from "../../lib/db/client";
import { Conflict, Forbidden, Invalid } from "../../lib/errors";
import { anAccount } from "../factories/accounts";
import { anAdmin, anEditor } from "../factories/cast";
import { tick, unique } from "../factories/clock";
import { lastRevisionOf, race, refusalOf } from "../factories/read-back";

const DAY_MS = 24 * 3600 * 1000;
const anAddress = () => `${unique("invited")}@newsroom.example`;

describe("invitePerson", () => {
  test("makes a link for seven days, of which a digest alone is stored, and leaves its revision without the address", async () => {
    const [admin, now, email] = [await anAdmin(), tick(), anAddress()];
    const secret = await invitePerson(admin, { email: ` ${email.toUpperCase()} `, role: "editor" }, now);
    const link = await db().oneTimeLink.findUniqueOrThrow({ where: { hash: hashOfSecret(secret) } });
    expect(link).toMatchObject({
      kind: "invitation",
      email,
      role: "editor",
      madeById: admin.id,
      usedAt: null,
    });
    expect(link.expiresAt.getTime() - now.getTime()).toBe(7 * DAY_MS);
    expect(JSON.stringify(await db().oneTimeLink.findMany())).not.toContain(secret);
    expect(await lastRevisionOf(link.id)).toMatchObject({
      action: "invitation.made",
      version: 1,
      actorId: admin.id,
      at: now,
      subjectKind: "invitation",
      chainId: "register",
      changes: { role: [null, "editor"] },
    });
    expect(JSON.stringify(await db().revisionContent.findMany())).not.toContain(email);
  });

  test("is open to admins until it is used or too old, and the page of accounts names it as long", async () => {
    const [admin, now, email] = [await anAdmin(), tick(), anAddress()];
    const secret = await invitePerson(admin, { email, role: "journalist" }, now);
    expect(await findInvitation(secret, now)).toEqual({ email, role: "journalist" });
    const openAt = async (at: Date) => {
      const { invitations } = await listAccounts(admin, at);
      return invitations.some((invitation) => invitation.email === email);
    };
    expect(await openAt(now)).toBe(true);
    const late = new Date(now.getTime() + 7 * DAY_MS);
    expect(await findInvitation(secret, late)).toBeNull();
    expect(await openAt(late)).toBe(false);
  });

  test("is refused to an editor", async () => {
    const editor = await anEditor();
    const invite = () => invitePerson(editor, { email: anAddress(), role: "journalist" }, tick());
    const { error, leftNothing } = await refusalOf(invite);
    expect(error).toBeInstanceOf(Forbidden);
    expect(leftNothing).toBe(true);
  });

  test.each([
    ["whose address has an account", async () => (await anAccount()).email, Conflict],
    ["without an address", async () => "nobody", Invalid],
  ])("of somebody %s leaves nothing behind", async (_, addressOf, expected) => {
    const [admin, email] = [await anAdmin(), await addressOf()];
    const { error, leftNothing } = await refusalOf(() =>
      invitePerson(admin, { email, role: "journalist" }, tick()),
    );
    expect(error).toBeInstanceOf(expected);
    expect(leftNothing).toBe(true);
  });

  test("of one address twice opens one account, whichever link is used first", async () => {
    const [admin, email] = [await anAdmin(), anAddress()];
    const invite = () => invitePerson(admin, { email, role: "journalist" }, tick());
    const secrets = await Promise.all([invite(), invite()]);
    const given = { name: "Iryna Shevchenko", password: "four words nobody guesses" };
    const accept = (secret: string) => acceptInvitation({ secret, ...given }, tick());
    const { won, errors } = await race(...secrets.map(accept));
    expect(won).toBe(1);
    expect(errors).toEqual([expect.any(Conflict)]);
    expect(await db().user.count({ where: { email } })).toBe(1);
  });
});
