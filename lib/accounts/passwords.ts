import "server-only";
import { APIError } from "better-auth/api";
import type { Actor } from "../auth/actor";
import { auth } from "../auth/auth";
import { authorise } from "../auth/authorise";
import { hashPassword } from "../auth/password";
import { ChangePassword, Email, OfPerson, ResetPassword } from "../auth/schema";
import { hashOfSecret, newSecret } from "../auth/secrets";
import { cookiesOf, type SetCookie } from "../auth/sessions";
import { takeUse } from "../auth/throttle";
import { db } from "../db/client";
import { inTransaction } from "../db/transaction";
import { Conflict, Invalid, NotFound } from "../errors";
import { parseInput } from "../forms/parse-input";

const VALID_HOURS = 24;

/** Makes a link by which one person sets a new password, once, within a day. Returns its secret, to be shown once. */
export async function makePasswordLink(actor: Actor, input: OfPerson, now: Date): Promise<string> {
  authorise(actor, "account:make_password_link");
  const { id } = parseInput(OfPerson, input);
  if (!(await db().user.findUnique({ where: { id } }))) throw new NotFound("account");
  return keepPasswordLink(id, actor.id, now);
}

/**
 * Makes the same link for whoever gives an e-mail address, to be sent there and nowhere else. Null where no account
 * has it: the caller tells the two apart to nobody.
 */
export async function askForPasswordLink(
  given: string,
  now: Date,
): Promise<{ email: string; secret: string } | null> {
  const email = Email.safeParse(given);
  const user = email.success ? await db().user.findUnique({ where: { email: email.data } }) : null;
  if (!user) return null;
  return { email: user.email, secret: await keepPasswordLink(user.id, null, now) };
}

async function keepPasswordLink(actorId: string, madeById: string | null, now: Date): Promise<string> {
  const secret = newSecret();
  await inTransaction(async (tx) => {
    // A newer link takes the place of older ones.
    await tx.oneTimeLink.updateMany({
      where: { kind: "password", actorId, usedAt: null },
      data: { usedAt: now },
    });
    await tx.oneTimeLink.create({
      data: {
        kind: "password",
        hash: hashOfSecret(secret),
        actorId,
        madeById,
        madeAt: now,
        expiresAt: new Date(now.getTime() + VALID_HOURS * 3600 * 1000),
      },
    });
  });
  return secret;
}

/** Sets a new password by a one-time link. Every session of the account ends. */
export async function resetPassword(input: ResetPassword, now: Date): Promise<void> {
  const { secret, password } = parseInput(ResetPassword, input);
  const hash = await hashPassword(password);
  await inTransaction(async (tx) => {
    const used = await tx.oneTimeLink.updateManyAndReturn({
      where: { hash: hashOfSecret(secret), kind: "password", usedAt: null, expiresAt: { gt: now } },
      data: { usedAt: now },
    });
    const userId = used[0]?.actorId;
    if (!userId) throw new Conflict("This link was used already, or is too old: ask for another.");
    await tx.credential.updateMany({
      where: { userId, providerId: "credential" },
      data: { password: hash, updatedAt: now },
    });
    await tx.session.deleteMany({ where: { userId } });
  });
}

/**
 * Changes one's own password. Every session of the account ends, and a new one begins in this browser. Returns its
 * cookies.
 */
export async function changePassword(
  actor: Actor,
  input: ChangePassword,
  headers: Headers,
): Promise<SetCookie[]> {
  authorise(actor, "account:edit_own");
  const body = { ...parseInput(ChangePassword, input), revokeOtherSessions: true };
  // Whoever finds a browser signed in does not find the password by trying.
  if (!(await takeUse("password_change", actor.id)))
    throw new Conflict("You tried this many times just now. Try again in a quarter of an hour.");
  try {
    const answer = await auth().api.changePassword({ body, headers, returnHeaders: true });
    return cookiesOf(answer);
  } catch (error) {
    if (error instanceof APIError && error.body?.code === "INVALID_PASSWORD")
      throw new Invalid({ currentPassword: "This is not the password that you have now." }, { cause: error });
    throw error;
  }
}
