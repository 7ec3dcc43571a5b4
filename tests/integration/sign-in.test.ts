import { beforeAll, describe, expect, test } from "vitest";
import { suspendPerson } from "../../lib/accounts/manage-person";
import { createAccount } from "../../lib/accounts/open-account";
import { changePassword, makePasswordLink, resetPassword } from "../../lib/accounts/passwords";
import { findActor, type SignIn, signIn, signOut } from "../../lib/auth/sessions";
import { db } from "../../lib/db/client";
import { Conflict, Invalid } from "../../lib/errors";
import { anAdmin } from "../factories/cast";
import { tick, unique } from "../factories/clock";

const PASSWORD = "a long password of somebody";

async function anAccount() {
  const email = `${unique("person")}@newsroom.example`;
  const actor = await createAccount(
    { name: "Maryna Kovalenko", email, role: "journalist", password: PASSWORD },
    tick(),
  );
  return { email, actor };
}

// Each test asks from an address of its own, so that the limit of one does not reach another.
let addresses = 0;
const address = () => `192.0.2.${addresses++}`;

function browser(done?: SignIn): Headers {
  if (done?.state !== "signed_in") return new Headers();
  return new Headers({
    cookie: done.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join("; "),
  });
}

const enter = (email: string, password: string, from = address(), headers = new Headers()) =>
  signIn({ email, password }, from, headers);

describe("signing in", () => {
  test("begins a session that says who acts, and signing out ends it", async () => {
    const { email, actor } = await anAccount();
    const headers = browser(await enter(email.toUpperCase(), PASSWORD));
    expect(await findActor(headers)).toMatchObject({
      id: actor.id,
      name: "Maryna Kovalenko",
      role: "journalist",
    });
    await signOut(headers);
    expect(await findActor(headers)).toBeNull();
  });

  test("sets a cookie that no script reads, that other sites do not send, and that is Secure", async () => {
    const { email } = await anAccount();
    const done = await enter(email, PASSWORD);
    expect(done.state === "signed_in" && done.cookies).toEqual([
      expect.objectContaining({
        name: "__Secure-counterclaim.session_token",
        httpOnly: true,
        sameSite: "lax",
        secure: true,
        path: "/",
      }),
    ]);
  });

  test("keeps neither address nor browser's address, and stores the password as a hash alone", async () => {
    const { email, actor } = await anAccount();
    await enter(email, PASSWORD);
    const session = await db().session.findFirstOrThrow({ where: { userId: actor.id } });
    expect(session.ipAddress || null).toBeNull();
    const { password } = await db().credential.findFirstOrThrow({ where: { userId: actor.id } });
    expect(password).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$/);
  });

  test("begins a new session each time, and ends the one that the browser had", async () => {
    const { email, actor } = await anAccount();
    const first = browser(await enter(email, PASSWORD));
    const second = browser(await enter(email, PASSWORD, address(), first));
    expect(second.get("cookie")).not.toBe(first.get("cookie"));
    expect(await findActor(first)).toBeNull();
    expect((await findActor(second))?.id).toBe(actor.id);
  });

  test("gives one answer for an unknown address, a wrong password, a suspended account and no address at all", async () => {
    const { email } = await anAccount();
    const suspended = await anAccount();
    await suspendPerson(await anAdmin(), { id: suspended.actor.id, version: 1 }, tick());
    const answers = [
      await enter("nobody@newsroom.example", PASSWORD),
      await enter(email, "not the password at all"),
      await enter(suspended.email, PASSWORD),
      await enter("no address", PASSWORD),
    ];
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set(['{"state":"refused"}']),
    );
  });

  test("takes as long for an unknown address as for a known one", async () => {
    const { email } = await anAccount();
    const times = { known: [] as number[], unknown: [] as number[] };
    for (let i = 0; i < 4; i += 1) {
      for (const [kind, who] of [
        ["known", email],
        ["unknown", `nobody${i}@newsroom.example`],
      ] as const) {
        const begun = performance.now();
        await enter(who, "not the password at all");
        times[kind].push(performance.now() - begun);
      }
    }
    const [known, unknown] = [Math.min(...times.known), Math.min(...times.unknown)];
    // One hash each, of some hundred milliseconds: without it an unknown address would take a few.
    expect(Math.max(known, unknown) / Math.min(known, unknown)).toBeLessThan(1.6);
    expect(unknown).toBeGreaterThan(50);
  });

  test("is refused after five failures for one account from one address, also with the right password, and not from another", async () => {
    const { email } = await anAccount();
    const from = address();
    for (let i = 0; i < 5; i += 1)
      expect((await enter(email, "wrong password here", from)).state).toBe("refused");
    const late = await enter(email, PASSWORD, from);
    expect(late).toMatchObject({ state: "too_many" });
    expect(late.state === "too_many" && late.retryAfterSeconds).toBeGreaterThan(60);
    expect((await enter(email, PASSWORD, address())).state).toBe("signed_in");
    const keys = await db().rateLimit.findMany({ select: { key: true } });
    expect(JSON.stringify(keys)).not.toMatch(/newsroom|192\.0\.2/);
  });

  test("a forged or foreign cookie is nobody's", async () => {
    const { email } = await anAccount();
    const headers = browser(await enter(email, PASSWORD));
    const forged = (headers.get("cookie") ?? "").replace(/token=(...)/, "token=AAA");
    expect(await findActor(new Headers({ cookie: forged }))).toBeNull();
    const { token } = await db().session.findFirstOrThrow({ where: { user: { email } } });
    // Who reads the table has the token, and not the signature.
    const unsigned = `__Secure-counterclaim.session_token=${token}`;
    expect(await findActor(new Headers({ cookie: unsigned }))).toBeNull();
  });

  test("a suspended person's session ends at once", async () => {
    const { email, actor } = await anAccount();
    const headers = browser(await enter(email, PASSWORD));
    await suspendPerson(await anAdmin(), { id: actor.id, version: 1 }, tick());
    expect(await findActor(headers)).toBeNull();
  });
});

describe("a password", () => {
  let account: Awaited<ReturnType<typeof anAccount>>;
  beforeAll(async () => {
    account = await anAccount();
  });

  test("that is changed ends every session but the new one of this browser", async () => {
    const elsewhere = browser(await enter(account.email, PASSWORD));
    const here = browser(await enter(account.email, PASSWORD));
    const wrong = changePassword(
      account.actor,
      { currentPassword: "not this one", newPassword: "another long password" },
      here,
    );
    await expect(wrong).rejects.toThrow(Invalid);
    const cookies = await changePassword(
      account.actor,
      { currentPassword: PASSWORD, newPassword: "another long password" },
      here,
    );
    expect(await findActor(elsewhere)).toBeNull();
    expect(await findActor(here)).toBeNull();
    expect((await findActor(browser({ state: "signed_in", cookies })))?.id).toBe(account.actor.id);
    expect((await enter(account.email, PASSWORD)).state).toBe("refused");
    expect((await enter(account.email, "another long password")).state).toBe("signed_in");
  });

  test("that is short is refused", async () => {
    const short = createAccount(
      { name: "A", email: "a@newsroom.example", role: "editor", password: "short" },
      tick(),
    );
    await expect(short).rejects.toThrow(/at least 12 characters/);
  });

  test("that is forgotten is set anew by a link that works once, and every session ends", async () => {
    const { email, actor } = await anAccount();
    const headers = browser(await enter(email, PASSWORD));
    const older = await makePasswordLink(await anAdmin(), { id: actor.id }, tick());
    const now = tick();
    const secret = await makePasswordLink(await anAdmin(), { id: actor.id }, now);
    await expect(resetPassword({ secret: older, password: "by the older link" }, now)).rejects.toThrow(
      Conflict,
    );
    const tooLate = new Date(now.getTime() + 25 * 3600 * 1000);
    await expect(resetPassword({ secret, password: "a day too late now" }, tooLate)).rejects.toThrow(
      Conflict,
    );
    await resetPassword({ secret, password: "remembered this time" }, now);
    expect(await findActor(headers)).toBeNull();
    await expect(resetPassword({ secret, password: "a second time no" }, now)).rejects.toThrow(Conflict);
    expect((await enter(email, "remembered this time")).state).toBe("signed_in");
    expect(JSON.stringify(await db().oneTimeLink.findMany())).not.toContain(secret);
  });

  test("is set anew by one of two who use the same link at once", async () => {
    const { actor } = await anAccount();
    const now = tick();
    const secret = await makePasswordLink(await anAdmin(), { id: actor.id }, now);
    const outcomes = await Promise.allSettled([
      resetPassword({ secret, password: "the first of the two" }, now),
      resetPassword({ secret, password: "the second of the two" }, now),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});
