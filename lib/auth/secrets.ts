import { createHash, randomBytes } from "node:crypto";

/** A secret that nobody guesses, for a link or a token: 32 random bytes as letters, digits, - and _. */
export function newSecret(): string {
  return randomBytes(32).toString("base64url");
}

/** What is stored of a secret: SHA-256 in hex. It is long and random, so that no slow hash is needed. */
export function hashOfSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}
