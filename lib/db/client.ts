import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "../../prisma/generated/client";
import { env } from "../env";

/** What both the client and a transaction can do: queries take either. */
export type Db = Omit<PrismaClient, "$connect" | "$disconnect" | "$on" | "$transaction" | "$extends">;
export type Transaction = Db;

/**
 * The one client of this process, made when it is first used: a build imports this file without a database.
 * It is kept on globalThis, because a reload in development would otherwise open a new pool each time.
 */
export function db(): PrismaClient {
  kept.counterclaimDb ??= newClient();
  return kept.counterclaimDb;
}
const kept = globalThis as { counterclaimDb?: PrismaClient };

function newClient(): PrismaClient {
  const adapter = new PrismaPg({
    connectionString: env().DATABASE_URL,
    max: env().DATABASE_POOL_MAX,
    connectionTimeoutMillis: 5_000,
    // adapter-pg reads a timestamptz as the session shows it, so the session must be in UTC.
    // A database that hangs must not hold pages for ever: it ends a statement itself, or else we give up on it.
    options: "-c TimeZone=UTC -c statement_timeout=15000",
    query_timeout: 20_000,
  });
  // Tests count queries by these events; nobody else listens.
  return new PrismaClient({
    adapter,
    log: process.env.NODE_ENV === "test" ? [{ emit: "event", level: "query" }] : [],
  });
}
