import type { Client } from "pg";
import { type Migration, readMigrations } from "../../lib/db/migrate";
import { Problem } from "../problem";
import { listTables, ofNoExtension } from "./database";
import type { Manifest } from "./manifest";

/** As Prisma makes it, which applies migrations only to a whole database and by a connection of its own. */
const MIGRATIONS_TABLE = `create table _prisma_migrations (
  id varchar(36) primary key not null, checksum varchar(64) not null, finished_at timestamptz,
  migration_name varchar(255) not null, logs text, rolled_back_at timestamptz,
  started_at timestamptz not null default now(), applied_steps_count integer not null default 0)`;

/** The migrations that a backup was made with; throws Problem where this version of the app does not know one. */
export async function migrationsOf({ migrations, version }: Manifest): Promise<Migration[]> {
  const known = await readMigrations();
  const names = new Set(migrations.map(({ name }) => name));
  for (const { name } of known) names.delete(name);
  if (names.size > 0)
    throw new Problem(
      `The backup is of Counterclaim ${version} with migrations that this version does not have (${[...names].join(", ")}); restore it with that version or a later one.`,
    );
  return known.filter(({ name }) => migrations.some((one) => one.name === name));
}

/** Throws Problem where the database has a table that no migration makes: it is of something else, or of a newer version. */
export async function refuseForeignTables(client: Client): Promise<void> {
  const own = new Set(
    (await readMigrations()).flatMap(({ sql }) => [...sql.matchAll(CREATE_TABLE)].map(([, name]) => name)),
  );
  const foreign = (await listTables(client)).filter(
    ({ name }) => name !== "_prisma_migrations" && !own.has(name),
  );
  if (foreign.length > 0)
    throw new Problem(
      `The database has tables that are not of this Counterclaim (${foreign.map(({ name }) => name).join(", ")}); restore into a database of its own.`,
    );
}

const CREATE_TABLE = /CREATE TABLE (?:IF NOT EXISTS )?"?(\w+)"?/gi;

/** Takes away what migrations made, and makes it anew as it was with these, all within the transaction that is open. */
export async function remakeSchema(client: Client, migrations: readonly Migration[]): Promise<void> {
  for (const list of [TABLES, ROUTINES, TYPES]) {
    const { rows } = await client.query<{ drop: string }>(list);
    for (const { drop } of rows) await client.query(drop);
  }
  // Jobs are of the records that were there; a worker makes their schema again.
  await client.query("drop schema if exists pgboss cascade");
  for (const sql of withValuesOfTypes(migrations.map(({ sql }) => sql))) await client.query(sql);
  await client.query(MIGRATIONS_TABLE);
}

const TABLES = `select format('drop table %I cascade', relname) as drop from pg_class c
  where relnamespace = 'public'::regnamespace and relkind = 'r' and ${ofNoExtension("pg_class", "c")}`;
const ROUTINES = `select format('drop routine %s cascade', oid::regprocedure) as drop from pg_proc p
  where pronamespace = 'public'::regnamespace and ${ofNoExtension("pg_proc", "p")}`;
const TYPES = `select format('drop type %I cascade', typname) as drop from pg_type t
  where typnamespace = 'public'::regnamespace and typtype = 'e' and ${ofNoExtension("pg_type", "t")}`;

/**
 * The migrations with each value that a later one adds to a type put in where the type is made: before PostgreSQL 17 no
 * transaction can use a value that it added itself.
 */
function withValuesOfTypes(migrations: readonly string[]): string[] {
  const added = new Map<string, string[]>();
  const without = migrations.map((sql) =>
    sql.replace(ADD_VALUE, (_, type: string, value: string) => {
      added.set(type, [...(added.get(type) ?? []), value]);
      return "";
    }),
  );
  return without.map((sql) =>
    sql.replace(CREATE_ENUM, (made, type: string) => [made, ...(added.get(type) ?? [])].join(", ")),
  );
}

const ADD_VALUE = /ALTER TYPE "(\w+)" ADD VALUE ('[^']*');/g;
/** But for its closing bracket. */
const CREATE_ENUM = /CREATE TYPE "(\w+)" AS ENUM \([^)]*/g;
