import "server-only";
import { hashOfSecret } from "../auth/secrets";
import { primary } from "../db/client";
import type { Role } from "../vocabulary";

/** For whom an invitation is, while it can be used: what its page shows. Null otherwise. */
export async function findInvitation(
  secret: string,
  now: Date,
): Promise<{ email: string; role: Role } | null> {
  const link = await primary().oneTimeLink.findUnique({
    where: { hash: hashOfSecret(secret), kind: "invitation", usedAt: null, expiresAt: { gt: now } },
    select: { email: true, role: true },
  });
  return link?.email && link.role ? { email: link.email, role: link.role } : null;
}

/** Whether a link to set a new password can be used. Whose it is, is told to nobody. */
export async function isPasswordLinkOpen(secret: string, now: Date): Promise<boolean> {
  const where = {
    hash: hashOfSecret(secret),
    kind: "password",
    usedAt: null,
    expiresAt: { gt: now },
  } as const;
  return (await primary().oneTimeLink.count({ where })) === 1;
}
