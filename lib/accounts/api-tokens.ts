import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { MakeApiToken, OfPerson } from "../auth/schema";
import { hashOfSecret, newSecret } from "../auth/secrets";
import { primary } from "../db/client";
import { inTransaction } from "../db/transaction";
import { Conflict, NotFound } from "../errors";
import { parseInput } from "../forms/parse-input";
import { recordRevision } from "../history/record-revision";
import type { ApiScope } from "../vocabulary";
import { holdRegister } from "./open-account";

const PREFIX = "cct_";
const SHOWN = PREFIX.length + 6;

/** Makes a token for a program that acts for a person. Returns it: it is stored as a digest, so it is shown this once. */
export async function makeApiToken(actor: Actor, input: MakeApiToken, now: Date): Promise<string> {
  authorise(actor, "api_token:make");
  const { actorId, name, scopes } = parseInput(MakeApiToken, input);
  const token = PREFIX + newSecret();

  await inTransaction(async (tx) => {
    const chain = await holdRegister(tx);
    const owner = await tx.actor.findUnique({
      where: { id: actorId, suspendedAt: null, user: { isNot: null } },
    });
    if (!owner) throw new NotFound("account");
    const { id } = await tx.apiToken.create({
      data: {
        actorId,
        name,
        scopes,
        prefix: token.slice(0, SHOWN),
        hash: hashOfSecret(token),
        createdAt: now,
      },
    });
    await recordRevision(tx, chain, actor, {
      at: now,
      action: "api_token.made",
      subjectKind: "api_token",
      subjectId: id,
      version: 1,
      after: { actorId, name, scopes },
    });
  });
  return token;
}

/** Takes a token back, for good. */
export async function revokeApiToken(actor: Actor, input: OfPerson, now: Date): Promise<void> {
  authorise(actor, "api_token:revoke");
  const { id } = parseInput(OfPerson, input);

  await inTransaction(async (tx) => {
    const chain = await holdRegister(tx);
    const token = await tx.apiToken.findUnique({ where: { id } });
    if (!token) throw new NotFound("token");
    if (token.revokedAt) throw new Conflict("This token is revoked already.");
    await tx.apiToken.update({ where: { id }, data: { revokedAt: now } });
    await recordRevision(tx, chain, actor, {
      at: now,
      action: "api_token.revoked",
      subjectKind: "api_token",
      subjectId: id,
      version: 2,
      before: { isRevoked: false },
      after: { isRevoked: true },
    });
  });
}

// Last use is told to the minute, so that a busy program does not write at each request.
const USE_MS = 60_000;

/** Whom a token acts for, and what it may do; null for one that is unknown or revoked, or whose person is suspended. */
export async function findTokenActor(
  token: string,
  now: Date,
): Promise<{ actor: Actor; scopes: ApiScope[] } | null> {
  if (!token.startsWith(PREFIX)) return null;
  const row = await primary().apiToken.findUnique({
    where: { hash: hashOfSecret(token), revokedAt: null },
    select: {
      id: true,
      scopes: true,
      lastUsedAt: true,
      actor: { select: { id: true, kind: true, name: true, role: true, suspendedAt: true } },
    },
  });
  if (!row || row.actor.suspendedAt) return null;
  if (!row.lastUsedAt || now.getTime() - row.lastUsedAt.getTime() > USE_MS)
    await primary().apiToken.update({ where: { id: row.id }, data: { lastUsedAt: now } });
  const { suspendedAt: _, ...actor } = row.actor;
  return { actor, scopes: row.scopes };
}
