import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeEach, describe, expect, inject, test } from "vitest";
import { applyMigrations, diffMigration, listPendingMigrations } from "../../lib/db/migrate";
import { databaseUrlFor } from "../support/fresh-database";

// A database without any table, and migrations of the test's own: what is tried here is the way they are applied.
const serverUrl = inject("serverUrl");
const name = `migrations_${process.pid}`;
const databaseUrl = databaseUrlFor(serverUrl, name);
let directory: string;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), "migrations-"));
  writeFileSync(join(directory, "migration_lock.toml"), 'provider = "postgresql"\n');
  await query(serverUrl, `drop database if exists ${name} with (force)`);
  await query(serverUrl, `create database ${name}`);
});
afterAll(() => query(serverUrl, `drop database if exists ${name} with (force)`));

test("migrations are applied in the order of their names, once", async () => {
  write("2_second", "alter table person add column age int;");
  write("1_first", "create table person (name text);");
  expect(await applyMigrations(databaseUrl, { directory })).toEqual(["1_first", "2_second"]);
  expect(await applyMigrations(databaseUrl, { directory })).toEqual([]);
});

test("a function with semicolons in its body is one statement", async () => {
  write(
    "1_function",
    "create function two() returns int language plpgsql as $$ begin perform 1; return 2; end; $$;",
  );
  await applyMigrations(databaseUrl, { directory });
  expect(await query(databaseUrl, "select two()")).toEqual([{ two: 2 }]);
});

describe("a migration that fails", () => {
  beforeEach(() => {
    write("1_good", "create table person (name text);");
    write("2_bad", "create table half (id int);\nalter table person\n  add column age nosuchtype;");
  });

  test("names itself, the line and the reason in the database's words", async () => {
    const failing = applyMigrations(databaseUrl, { directory });
    await expect(failing).rejects.toThrow('Migration 2_bad, line 3: type "nosuchtype" does not exist');
  });

  test("keeps those before it and leaves nothing of itself", async () => {
    await applyMigrations(databaseUrl, { directory }).catch(() => {});
    const [tables] = await query(
      databaseUrl,
      "select to_regclass('person')::text as person, to_regclass('half')::text as half",
    );
    expect(tables).toEqual({ person: "person", half: null });
    const client = new Client({ connectionString: databaseUrl });
    await client.connect();
    expect(await listPendingMigrations(client, directory)).toEqual(["2_bad"]);
    await client.end();
  });

  test("is applied once it is mended, saying that it failed before", async () => {
    await applyMigrations(databaseUrl, { directory }).catch(() => {});
    write("2_bad", "create table half (id int);");
    const said: string[] = [];
    const applied = await applyMigrations(databaseUrl, { directory, report: (line) => said.push(line) });
    expect(applied).toEqual(["2_bad"]);
    expect(said.join()).toContain("2_bad failed before");
  });
});

test("several instances that start at once apply each migration once", async () => {
  write("1_slow", "create table person (name text); select pg_sleep(0.3);");
  const applied = await Promise.all([1, 2, 3].map(() => applyMigrations(databaseUrl, { directory })));
  expect(applied.flat()).toEqual(["1_slow"]);
});

test("a migration that was edited after it was applied is pointed out and left alone", async () => {
  write("1_first", "create table person (name text);");
  await applyMigrations(databaseUrl, { directory });
  write("1_first", "create table people (name text);");
  const said: string[] = [];
  expect(await applyMigrations(databaseUrl, { directory, report: (line) => said.push(line) })).toEqual([]);
  expect(said.join()).toContain("1_first was edited");
});

test("the migrations of this project lead to its schema", async () => {
  await applyMigrations(databaseUrl);
  expect(await diffMigration(databaseUrl)).toBeNull();
});

function write(migration: string, sql: string): void {
  mkdirSync(join(directory, migration), { recursive: true });
  writeFileSync(join(directory, migration, "migration.sql"), sql);
}

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}
