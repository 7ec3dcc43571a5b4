import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Client, type Pool } from "pg";
import { openSchemaEngine, type ScriptFailure } from "./schema-engine";

export const migrationsDirectory = "prisma/migrations";
const schemaFile = "prisma/schema.prisma";

/** A migration that PostgreSQL refused. Nothing of it stays: each migration is one transaction. */
export class MigrationFailed extends Error {
  constructor(
    readonly migration: string,
    readonly failure: ScriptFailure,
  ) {
    const place = failure.line ? `, line ${failure.line}` : "";
    const why = [failure.message, failure.detail, failure.hint].filter(Boolean).join(". ");
    super(`Migration ${migration}${place}: ${why}`);
    this.name = "MigrationFailed";
  }
}

type Queryable = Client | Pool;

export interface Migration {
  name: string;
  sql: string;
  checksum: string;
}

interface AppliedMigration {
  name: string;
  checksum: string;
}

// Any number will do for ours, as long as every instance takes the same one; the other is Prisma's.
export const lockKey = 7_203_911_443;
const engineLockKey = 72_707_369;

/**
 * Brings a database up to the migrations in the directory and names those it applied. Instances that start at the
 * same time wait for each other; the first one does the work.
 */
export async function applyMigrations(
  databaseUrl: string,
  { directory = migrationsDirectory, report = (_line: string) => {} } = {},
): Promise<string[]> {
  return withLock(databaseUrl, async (client) => {
    const migrations = await readMigrations(directory);
    const applied = await listApplied(client);
    for (const name of namesEdited(migrations, applied)) {
      report(`Migration ${name} was edited after it was applied; the database keeps what it ran.`);
    }
    if (namesPending(migrations, applied).length === 0) return [];

    await forgetFailedAttempts(client, report);
    return runEngine(databaseUrl, directory, migrations);
  });
}

/** The migrations in the directory that a database lacks; empty when it is up to date. */
export async function listPendingMigrations(
  client: Queryable,
  directory = migrationsDirectory,
): Promise<string[]> {
  return namesPending(await readMigrations(directory), await listApplied(client));
}

/**
 * The SQL that leads from a database, with all migrations applied, to the schema; null when they agree. The
 * database is a scratch one: it is only read here, but should hold nothing that the migrations did not make.
 */
export async function diffMigration(scratchUrl: string, schemaPath = schemaFile): Promise<string | null> {
  const schema = { path: schemaPath, content: await readFile(schemaPath, "utf8") };
  const { engine, close } = await openSchemaEngine(scratchUrl, schema);
  try {
    const { exitCode, stdout } = await engine.diff({
      from: { tag: "schemaDatasource", files: [schema], configDir: "." },
      to: { tag: "schemaDatamodel", files: [schema] },
      script: true,
      exitCode: true,
      filters: noFilters,
    });
    return exitCode === 2 ? stdout : null;
  } finally {
    await close();
  }
}

const noFilters = { externalTables: [], externalEnums: [] };

async function withLock<T>(databaseUrl: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    // Held by the session, so a crash releases it.
    await client.query("select pg_advisory_lock($1)", [lockKey]);
    return await work(client);
  } finally {
    await client.end();
  }
}

/** The migrations in the directory, in the order in which they are applied. */
export async function readMigrations(directory = migrationsDirectory): Promise<Migration[]> {
  const entries = await readdir(directory, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(join(directory, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}

async function listApplied(client: Queryable): Promise<AppliedMigration[]> {
  if (!(await hasHistory(client))) return [];
  const { rows } = await client.query<AppliedMigration>(`
    select migration_name as name, checksum from _prisma_migrations
    where finished_at is not null and rolled_back_at is null`);
  return rows;
}

async function hasHistory(client: Queryable): Promise<boolean> {
  const { rows } = await client.query("select to_regclass('_prisma_migrations') is not null as exists");
  return rows[0].exists;
}

function namesPending(migrations: Migration[], applied: AppliedMigration[]): string[] {
  const done = new Set(applied.map(({ name }) => name));
  return migrations.map(({ name }) => name).filter((name) => !done.has(name));
}

function namesEdited(migrations: Migration[], applied: AppliedMigration[]): string[] {
  const checksums = new Map(applied.map(({ name, checksum }) => [name, checksum]));
  return migrations
    .filter(({ name, checksum }) => checksums.has(name) && checksums.get(name) !== checksum)
    .map(({ name }) => name);
}

// The engine refuses to go on after a failed migration, because elsewhere one may stay half applied. Here each is
// one transaction, so a failed one left nothing and may simply be tried again. The lock is the engine's own: one
// that another program is applying right now looks the same and must not be touched.
async function forgetFailedAttempts(client: Client, report: (line: string) => void): Promise<void> {
  if (!(await hasHistory(client))) return;
  await client.query("select pg_advisory_lock($1)", [engineLockKey]);
  const { rows } = await client.query<{ name: string }>(`
    update _prisma_migrations set rolled_back_at = now()
    where finished_at is null and rolled_back_at is null
    returning migration_name as name`);
  await client.query("select pg_advisory_unlock($1)", [engineLockKey]);
  for (const { name } of rows)
    report(`Migration ${name} failed before and left nothing behind; trying it again.`);
}

async function runEngine(databaseUrl: string, directory: string, migrations: Migration[]): Promise<string[]> {
  const { engine, lastFailure, close } = await openSchemaEngine(databaseUrl);
  try {
    const { appliedMigrationNames } = await engine.applyMigrations({
      migrationsList: {
        baseDir: directory,
        lockfile: {
          path: "migration_lock.toml",
          content: await readFile(join(directory, "migration_lock.toml"), "utf8"),
        },
        shadowDbInitScript: "",
        migrationDirectories: migrations.map(({ name, sql }) => ({
          path: name,
          migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
        })),
      },
      filters: noFilters,
    });
    return appliedMigrationNames;
  } catch (error) {
    const failure = lastFailure();
    const failed = migrations.find(({ sql }) => sql === failure?.script);
    if (!failure || !failed) throw error;
    throw new MigrationFailed(failed.name, failure);
  } finally {
    await close();
  }
}
