import "server-only";
import { parseSetCookieHeader, splitSetCookieHeader, toCookieOptions } from "better-auth/cookies";
import { primary } from "../db/client";
import type { Actor } from "./actor";
import { auth } from "./auth";
import { Email } from "./schema";
import { takeAttempt } from "./throttle";

/** A cookie to set with the answer. Its value is not escaped. */
export type SetCookie = { name: string; value: string } & ReturnType<typeof toCookieOptions>;

export type SignIn =
  | { state: "signed_in"; cookies: SetCookie[] }
  /** One answer for an unknown address, a wrong password and a suspended account. */
  | { state: "refused" }
  | { state: "too_many"; retryAfterSeconds: number };

/**
 * Begins a session for who gives the right password: a new one, and the one that the browser had before ends.
 * `address` is the client's, for the limiter alone. Takes as long for an unknown e-mail as for a known one.
 */
export async function signIn(
  given: { email: string; password: string },
  address: string,
  headers: Headers,
): Promise<SignIn> {
  const email = Email.safeParse(given.email);
  const attempt = await takeAttempt(email.success ? email.data : "", address);
  if (!attempt.isAllowed) return { state: "too_many", retryAfterSeconds: attempt.retryAfterSeconds };

  // What is no address is asked for all the same, so that it takes its time.
  const body = {
    email: email.success ? email.data : "nobody@counterclaim.invalid",
    password: given.password.slice(0, 128),
  };
  const answer = await auth().api.signInEmail({ body, headers, asResponse: true });
  if (!answer.ok) return { state: "refused" };
  await attempt.forgive();
  await endSessionOf(headers);
  return { state: "signed_in", cookies: cookiesOf(answer) };
}

/** Ends the session of a request. Returns what takes its cookie away. */
export async function signOut(headers: Headers): Promise<SetCookie[]> {
  return cookiesOf(await auth().api.signOut({ headers, asResponse: true }));
}

/** Who is signed in, by the request's cookie; null where nobody is, or no longer may be. */
export async function findActor(headers: Headers): Promise<(Actor & { sessionId: string }) | null> {
  const found = await auth().api.getSession({ headers });
  if (!found) return null;
  const actor = await primary().actor.findUnique({
    where: { id: found.user.id },
    select: { id: true, kind: true, name: true, role: true, suspendedAt: true },
  });
  if (!actor || actor.suspendedAt !== null) return null;
  const { suspendedAt: _, ...who } = actor;
  return { ...who, sessionId: found.session.id };
}

async function endSessionOf(headers: Headers): Promise<void> {
  const before = await auth().api.getSession({ headers });
  if (before) await primary().session.deleteMany({ where: { id: before.session.id } });
}

/** The cookies that an answer of the sign-in library sets. */
export function cookiesOf({ headers }: { headers: Headers }): SetCookie[] {
  const made = headers.getSetCookie().flatMap((header) => splitSetCookieHeader(header));
  return made.flatMap((header) =>
    [...parseSetCookieHeader(header)].map(([name, attributes]) => ({
      ...toCookieOptions(attributes),
      name,
      value: decodeURIComponent(attributes.value),
    })),
  );
}
