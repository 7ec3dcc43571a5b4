import "server-only";
import { betterAuth } from "better-auth";
import { prismaAdapter } from "better-auth/adapters/prisma";
import { primary } from "../db/client";
import { env } from "../env";
import { siteUrl } from "../format/site-url";
import { hashPassword, verifyPassword } from "./password";

const SESSION_DAYS = 14;

/**
 * The sign-in library, wrapped: only lib/auth knows it. It keeps sessions in the database and compares passwords;
 * accounts and roles are ours. None of its own addresses is served.
 */
export function auth(): Auth {
  kept.counterclaimAuth ??= newAuth();
  return kept.counterclaimAuth;
}
type Auth = ReturnType<typeof newAuth>;
const kept = globalThis as { counterclaimAuth?: Auth };

function newAuth() {
  const secret = env().AUTH_SECRET;
  // The library would fall back on one that everybody can read.
  if (!secret) throw new Error("AUTH_SECRET is not set: nobody can sign in.");
  return betterAuth({
    appName: "Counterclaim",
    baseURL: siteUrl(),
    trustedOrigins: [new URL(siteUrl()).origin],
    secret,
    database: prismaAdapter(primary(), { provider: "postgresql", transaction: true }),
    telemetry: { enabled: false },
    logger: { disabled: true },
    emailAndPassword: {
      enabled: true,
      // Accounts are opened by invitation, through a command of ours that leaves its revision.
      disableSignUp: true,
      minPasswordLength: 12,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    account: { modelName: "credential" },
    verification: { modelName: "signInProof" },
    session: {
      expiresIn: SESSION_DAYS * 24 * 3600,
      // A session ends when it was said to end; pages that are read cannot set a cookie to prolong it.
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
    },
    // Attempts are counted in front of it, by account and by address, in the database.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: "counterclaim",
      useSecureCookies: !env().IS_LOOPBACK,
      database: { generateId: "uuid" },
      ipAddress: { disableIpTracking: true },
    },
    databaseHooks: { session: { create: { before: async ({ userId }) => mayBegin(userId) } } },
  });
}

// Who is suspended proves who they are in vain, and takes as long to be refused as with a wrong password.
async function mayBegin(userId: string): Promise<boolean> {
  const actor = await primary().actor.findUnique({ where: { id: userId }, select: { suspendedAt: true } });
  return actor !== null && actor.suspendedAt === null;
}
