import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import type { SqlDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import { Pool } from "pg";
import { PrismaClient } from "../../prisma/generated/client";
import { env } from "../env";
import { readingAdapter } from "./reading-adapter";
import { replicaShared } from "./replica-shared";
import { statementName } from "./statement-name";

/** What both the client and a transaction can do: queries take either. */
export type Db = Omit<PrismaClient, "$connect" | "$disconnect" | "$on" | "$transaction" | "$extends">;
export type Transaction = Db;

/**
 * The client to read with: that of the primary, except while an anonymous reader is answered where there is a replica
 * (`onReplica`). What is written through it is written to the primary all the same.
 */
export function db(): PrismaClient {
  return replicaShared().readers.getStore() ? readingClient() : primary();
}

/**
 * The primary's client, whoever asks: for what is counted, or must be found in the moment after it was written. Made
 * when it is first used, since a build imports this file without a database.
 */
export function primary(): PrismaClient {
  if (kept.counterclaimDb) return kept.counterclaimDb;
  kept.counterclaimPool = newPool(env().DATABASE_URL);
  kept.counterclaimDb = newClient(
    new PrismaPg(kept.counterclaimPool, { disposeExternalPool: true, statementNameGenerator }),
  );
  return kept.counterclaimDb;
}
// On globalThis, because a reload in development would otherwise open a new pool each time.
const kept = globalThis as {
  counterclaimDb?: PrismaClient;
  counterclaimPool?: Pool;
  counterclaimReadingDb?: PrismaClient;
};

function readingClient(): PrismaClient {
  const { DATABASE_REPLICA_URL: replicaUrl } = env();
  if (!replicaUrl) return primary();
  kept.counterclaimReadingDb ??= newReadingClient(replicaUrl);
  return kept.counterclaimReadingDb;
}

function newReadingClient(replicaUrl: string): PrismaClient {
  primary();
  const shared = replicaShared();
  // A replica that was made a primary of its own must not be written to by us.
  const replica = newPool(replicaUrl, "-c default_transaction_read_only=on");
  const onPrimary = new PrismaPg(kept.counterclaimPool as Pool, { statementNameGenerator });
  const onReplica = new PrismaPg(replica, { disposeExternalPool: true, statementNameGenerator });
  const client = newClient(readingAdapter(shared, onReplica, onPrimary));
  shared.close = async () => {
    kept.counterclaimReadingDb = undefined;
    shared.close = async () => {};
    await client.$disconnect();
  };
  return client;
}

// The type asks for a name of every statement; the driver takes none for one that is not kept.
const statementNameGenerator = ({ sql }: { sql: string }) => statementName(sql) as string;

function newPool(connectionString: string, options = ""): Pool {
  return new Pool({
    connectionString,
    max: env().DATABASE_POOL_MAX,
    connectionTimeoutMillis: 5_000,
    // adapter-pg reads a timestamptz as the session shows it, so the session must be in UTC.
    // A database that hangs must not hold pages for ever: it ends a statement itself, or else we give up on it.
    options: `-c TimeZone=UTC -c statement_timeout=15000 ${options}`,
    query_timeout: 20_000,
  });
}

function newClient(adapter: SqlDriverAdapterFactory): PrismaClient {
  // Tests count queries by these events; nobody else listens.
  return new PrismaClient({
    adapter,
    log: process.env.NODE_ENV === "test" ? [{ emit: "event", level: "query" }] : [],
  });
}
