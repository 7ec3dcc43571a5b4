import { createAccount } from "../../lib/accounts/open-account";
import type { Actor } from "../../lib/auth/actor";
import { db } from "../../lib/db/client";
import type { Role } from "../../lib/vocabulary";
import { tick, unique } from "./clock";

const PASSWORD = "a long password of somebody";

/** Somebody who can sign in, with the version of their record. */
export async function anAccount(
  given: { name?: string; role?: Role } = {},
): Promise<Actor & { email: string; version: number }> {
  const { name = "Maryna Kovalenko", role = "journalist" } = given;
  const email = `${unique("person")}@newsroom.example`;
  const actor = await createAccount({ name, email, role, password: PASSWORD }, tick());
  return { ...actor, email, version: 1 };
}

/** A session as signing in would begin it, without the second that a password takes. */
export async function aSession(userId: string, now: Date): Promise<string> {
  const token = unique("token");
  const expiresAt = new Date(now.getTime() + 24 * 3600 * 1000);
  const { id } = await db().session.create({
    data: { userId, token, expiresAt, createdAt: now, updatedAt: now, userAgent: "Mozilla/5.0" },
  });
  return id;
}

/** Their account as it is stored now. */
export function storedAccount(id: string) {
  return db().actor.findUniqueOrThrow({
    where: { id },
    select: {
      name: true,
      role: true,
      version: true,
      suspendedAt: true,
      user: { select: { name: true, sessions: { select: { id: true } } } },
    },
  });
}
