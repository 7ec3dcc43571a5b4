import { spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { logClaim } from "../../lib/claims/log-claim";
import { db } from "../../lib/db/client";
import { applyMigrations, readMigrations } from "../../lib/db/migrate";
import { LEFT_OUT, type Manifest } from "../../scripts/backup/manifest";
import { openBackup } from "../../scripts/backup/open-backup";
import { restoreBackup } from "../../scripts/backup/restore-backup";
import { writeBackup } from "../../scripts/backup/write-backup";
import { anAccount, aSession } from "../factories/accounts";
import { aJournalist } from "../factories/cast";
import { anAssessment, aPublishedClaim, figureInput } from "../factories/claims";
import { tick } from "../factories/clock";
import { anEvidenceFile } from "../factories/evidence-files";
import { databaseUrlFor } from "../support/fresh-database";

const serverUrl = inject("serverUrl");
const folder = mkdtempSync(join(tmpdir(), "backup-"));
const file = join(folder, "whole.backup");
const acknowledged = { before: [] as string[], all: [] as string[] };
let saved: Manifest;
/** What the backup was restored to; damaged by the later tests. */
let restored: string;
/** What it was restored to, and over. */
let occupied: string;

// While four people log claims, each of an event of its own.
beforeAll(async () => {
  const claim = await aPublishedClaim({ raw: "twelve\tof\nthem \\ é" });
  await anAssessment(claim.id);
  await anEvidenceFile();
  await aSession((await anAccount()).id, tick());
  const actor = await aJournalist();
  const inputs = [];
  for (let at = 0; at < 4; at += 1) inputs.push(await figureInput());
  let isOver = false;
  const writing = inputs.map(async (input) => {
    for (let n = 1; !isOver; n += 1)
      acknowledged.all.push(
        await logClaim(
          actor,
          {
            ...input,
            wording: { ...input.wording, text: String(n) },
            quantity: { ...input.quantity, low: n, high: n },
          },
          tick(),
        ),
      );
  });
  while (acknowledged.all.length < 8) await new Promise((done) => setTimeout(done, 10));
  acknowledged.before = [...acknowledged.all];
  saved = await backUp(process.env.DATABASE_URL as string, file);
  isOver = true;
  await Promise.all(writing);
  restored = await aDatabase();
  expect(await restore(restored, file)).toEqual([]);
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  for (const name of made) await ask(serverUrl, `drop database if exists ${name} with (force)`);
});

describe("a backup while others write", () => {
  test("is of one moment: each chain ends in a revision that was its last one, and what was saved before is in it", async () => {
    expect(acknowledged.all.length).toBeGreaterThan(acknowledged.before.length);
    const claims = await ask(restored, "select id from claim");
    const ids = new Set(claims.map(({ id }) => id));
    expect(acknowledged.before.filter((id) => !ids.has(id))).toEqual([]);
    const heads = await ask(restored, `select id, length, head_hash from chain where length > 0`);
    for (const { id, length, head_hash } of heads)
      expect(
        await db().revision.count({ where: { chainId: id, number: Number(length), hash: head_hash } }),
      ).toBe(1);
    const logged = await ask(restored, "select from revision where action = 'claim.logged'");
    expect(logged.length).toBe(claims.length);
  });

  test("restores to the same rows, byte for byte, in a schema as the migrations make it", async () => {
    const again = await backUp(restored, join(folder, "again.backup"));
    // The chains are marked as changed for readers, for instances to hear of it.
    const rows = ({ tables }: Manifest) => tables.filter(({ name }) => name !== "chain");
    expect(rows(again)).toEqual(rows(saved));
    expect(again.heads).toEqual(saved.heads);
    expect(await schemaOf(restored)).toEqual(await schemaOf(process.env.DATABASE_URL as string));
    expect(
      await ask(restored, `select from chain where content_xact > pg_current_xact_id()::text::bigint`),
    ).toEqual([]);
  });

  test("leaves out who is signed in, and can be read by nobody else", async () => {
    expect(await ask(process.env.DATABASE_URL as string, "select from session")).toHaveLength(1);
    for (const table of LEFT_OUT) expect(await ask(restored, `select from ${table}`)).toEqual([]);
    expect(await ask(restored, "select from credential")).toHaveLength(1);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(existsSync(`${file}.part`)).toBe(false);
  });

  test("has no sequence that a restore would have to set", async () => {
    expect(await ask(restored, "select from pg_sequences where schemaname = 'public'")).toEqual([]);
  });
});

test("npm run restore -- FILE --trial names the one revision that was changed before the backup, and leaves nothing", async () => {
  await ask(restored, "alter table revision disable trigger all");
  const [{ chain_id: chain } = {}] = await ask(
    restored,
    "update revision set action = 'claim.superseded' where action = 'claim.published' returning chain_id",
  );
  const changed = join(folder, "changed.backup");
  await backUp(restored, changed);
  const { status, said } = trial(changed);
  expect(said).toMatch(new RegExp(`Chain ${chain}, revision \\d+: its hash does not fit what it says`));
  expect(said).toContain("The history is broken in 1 places.");
  expect(status).toBe(1);
  const names = await ask(serverUrl, "select datname from pg_database");
  expect(names.filter(({ datname }) => datname?.startsWith("counterclaim_trial"))).toEqual([]);
}, 60_000);

test("a file is not replaced unless that is asked for", async () => {
  const before = readFileSync(file);
  await expect(backUp(process.env.DATABASE_URL as string, file)).rejects.toThrow("is there already");
  expect(readFileSync(file).equals(before)).toBe(true);
});

test("a file of which one byte was changed, or the end is missing, is refused", async () => {
  const bytes = readFileSync(file);
  const wrong = join(folder, "wrong.backup");
  const refusal = async (changed: Buffer) => {
    writeFileSync(wrong, changed);
    await expect(openBackup(wrong)).rejects.toThrow("is not a whole backup");
  };
  for (let at = 0; at < bytes.length; at += Math.ceil(bytes.length / 97)) {
    const changed = Buffer.from(bytes);
    changed[at] = (changed[at] as number) ^ 1;
    await refusal(changed);
  }
  for (const length of [0, 63, 64, 1_000, bytes.length - 1]) await refusal(bytes.subarray(0, length));
});

describe("an occupied database", () => {
  let before: Manifest;
  beforeAll(async () => {
    occupied = await aDatabase();
    await restore(occupied, file);
    await ask(
      occupied,
      "insert into rate_limit values ('theirs', 1, null); update user_account set name = 'Other'",
    );
    before = await backUp(occupied, join(folder, "occupied.backup"));
  });
  const isUntouched = async () => {
    const { tables, heads } = await backUp(occupied, join(folder, "occupied.backup"), true);
    expect({ tables, heads }).toEqual({ tables: before.tables, heads: before.heads });
    expect(await schemaOf(occupied)).toEqual(await schemaOf(process.env.DATABASE_URL as string));
    expect(await ask(occupied, "select key from rate_limit")).toEqual([{ key: "theirs" }]);
  };

  test("is refused, and stays as it was", async () => {
    await expect(restore(occupied, file)).rejects.toThrow("holds records already");
    await isUntouched();
  });

  test("is refused while an instance uses it", async () => {
    const instance = new Client({ connectionString: occupied });
    await instance.connect();
    await expect(restore(occupied, file, true)).rejects.toThrow("is in use (1 other");
    await instance.end();
    await isUntouched();
  });

  test("stays as it was where a restore fails in its middle, or at its end", async () => {
    await ask(
      restored,
      "alter table claim disable trigger all; delete from claim where published_at is not null",
    );
    const dangling = join(folder, "dangling.backup");
    await backUp(restored, dangling);
    await expect(restore(occupied, dangling, true)).rejects.toThrow("violates foreign key constraint");
    await isUntouched();

    const backup = await openBackup(file);
    const short = {
      ...backup,
      rows: (table: Parameters<typeof backup.rows>[0]) => halfOf(backup.rows(table)),
    };
    await expect(restoreBackup(occupied, short, { isReplacing: true })).rejects.toThrow();
    backup.close();
    await isUntouched();
  });

  test("is replaced where that is asked for", async () => {
    await restore(occupied, file, true);
    expect((await ask(occupied, "select name from user_account"))[0]).not.toEqual({ name: "Other" });
    expect(await ask(occupied, "select key from rate_limit")).toEqual([]);
  });
});

test("a database with tables of something else is refused", async () => {
  const other = await aDatabase();
  await ask(other, "create table invoice (id int)");
  await expect(restore(other, file, true)).rejects.toThrow("not of this Counterclaim (invoice)");
});

describe("of other migrations", () => {
  test("an older backup is restored at its own, and the later ones can be applied", async () => {
    const directory = join(folder, "older");
    const [...names] = (await readMigrations()).map(({ name }) => name);
    const last = names.pop() as string;
    mkdirSync(directory);
    for (const name of [...names, "migration_lock.toml"])
      cpSync(join("prisma/migrations", name), join(directory, name), { recursive: true });
    const older = await aDatabase();
    await applyMigrations(older, { directory });
    await ask(older, "insert into publisher_family (id, name) values (gen_random_uuid(), 'Kept')").catch(
      () => {},
    );
    const olderFile = join(folder, "older.backup");
    await backUp(older, olderFile);

    await restore(occupied, olderFile, true);
    expect(await schemaOf(occupied)).toEqual(await schemaOf(older));
    expect(await applyMigrations(occupied)).toEqual([last]);
    expect(await schemaOf(occupied)).toEqual(await schemaOf(process.env.DATABASE_URL as string));
  });

  test("a newer one is refused", async () => {
    await ask(
      restored,
      "insert into _prisma_migrations (id, checksum, finished_at, migration_name) values ('x', 'x', now(), '29990101000000_later')",
    );
    await backUp(restored, join(folder, "newer.backup"));
    await expect(restore(await aDatabase(), join(folder, "newer.backup"))).rejects.toThrow(
      "migrations that this version does not have (29990101000000_later)",
    );
  });
});

async function backUp(url: string, path: string, isReplacing = false): Promise<Manifest> {
  return writeBackup(url, path, { isReplacing, at: new Date() });
}

async function restore(url: string, path: string, isReplacing = false): Promise<string[]> {
  const backup = await openBackup(path);
  return restoreBackup(url, backup, { isReplacing }).finally(backup.close);
}

async function* halfOf(rows: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  for await (const chunk of rows) yield chunk.subarray(0, chunk.length / 2);
}

function trial(path: string): { status: number | null; said: string } {
  const command = ["--conditions=react-server", "scripts/run.mjs", "restore", path, "--trial"];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    encoding: "utf8",
    env: process.env,
  });
  return { status, said: stdout + stderr };
}

const made: string[] = [];

/** An empty database of the same server. */
async function aDatabase(): Promise<string> {
  const name = `backup_${process.pid}_${made.length}`;
  made.push(name);
  await ask(serverUrl, `create database ${name}`);
  return databaseUrlFor(serverUrl, name);
}

async function ask(url: string, sql: string): Promise<Record<string, string>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Everything that migrations make, as PostgreSQL describes it. */
function schemaOf(url: string): Promise<unknown[]> {
  return ask(
    url,
    `select 'column' as kind, table_name || '.' || column_name || ' ' || udt_name || coalesce(column_default, '') || is_nullable
        || coalesce(generation_expression, '') as told from information_schema.columns where table_schema = 'public'
    union all select 'constraint', conrelid::regclass || ' ' || conname || pg_get_constraintdef(oid) from pg_constraint
        where connamespace = 'public'::regnamespace
    union all select 'index', indexdef from pg_indexes where schemaname = 'public'
    union all select 'trigger', tgenabled::text || pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
    union all select 'value', enumtypid::regtype || ' ' || enumlabel || row_number() over (partition by enumtypid order by enumsortorder)
        from pg_enum
    union all select 'function', pg_get_functiondef(p.oid) from pg_proc p where pronamespace = 'public'::regnamespace
        and prolang <> (select oid from pg_language where lanname = 'c')
    order by 1, 2`,
  );
}
