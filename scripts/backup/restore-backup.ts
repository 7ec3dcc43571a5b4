import { pipeline } from "node:stream/promises";
import type { Client } from "pg";
import { from } from "pg-copy-streams";
import { lockKey } from "../../lib/db/migrate";
import { withoutBurdens } from "../postgres/unburdened";
import { Problem } from "../problem";
import { columnList, connect, listTables, readHeads, type Table } from "./database";
import { migrationsOf, refuseForeignTables, remakeSchema } from "./make-schema";
import { LEFT_OUT, type Manifest } from "./manifest";
import type { Backup } from "./open-backup";

/**
 * Puts a backup into a database, at the migrations that it was made with, in one transaction: it is all there, row by
 * row and with every chain ending where it did, or the database is as it was. What is there already is replaced only
 * where that is asked for. Throws Problem for a backup of a newer version, a database that is occupied, in use or of
 * something else, and for rows that do not fit. Returns the tables of the backup that no migration makes: they are not
 * restored.
 */
export async function restoreBackup(
  url: string,
  backup: Backup,
  { isReplacing }: { isReplacing: boolean },
): Promise<string[]> {
  const { manifest } = backup;
  const migrations = await migrationsOf(manifest);
  const client = await connect(url);
  try {
    await client.query("begin");
    // A start that would apply migrations waits.
    await client.query("select pg_advisory_xact_lock($1)", [lockKey]);
    await refuseForeignTables(client);
    if (!isReplacing) await refuseOccupied(client);
    await refuseInUse(client);
    // Of somebody who comes in now, or has another role.
    await client.query("set local lock_timeout = '10s'");
    await remakeSchema(client, migrations);
    const strange = await compareTables(client, manifest);
    await load(client, backup, strange);
    const heads = await readHeads(client);
    if (heads.sha256 !== manifest.heads.sha256)
      throw new Problem("The chains of the history do not end where those of the backup did.");
    await client.query("analyze");
    await client.query("commit");
    return strange;
  } finally {
    // Without a commit, nothing of it stays.
    await client.end();
  }
}

async function refuseOccupied(client: Client): Promise<void> {
  // Migrations make the register's chain, and keep account of themselves.
  const kept = (await listTables(client)).filter(
    ({ name }) => !["_prisma_migrations", "chain", ...LEFT_OUT].includes(name),
  );
  for (const { name } of kept) {
    const { rows } = await client.query(
      `select exists (select from ${client.escapeIdentifier(name)}) as found`,
    );
    if (rows[0].found)
      throw new Problem(
        `The database holds records already (in ${name}); restore into an empty one, or add --replace to lose them for those of the backup.`,
      );
  }
}

async function refuseInUse(client: Client): Promise<void> {
  const { rows } = await client.query<{ found: number }>(
    `select count(*)::int as found from pg_stat_activity
    where datname = current_database() and usename = current_user and pid <> pg_backend_pid()
      and backend_type = 'client backend'`,
  );
  if (rows[0]?.found)
    throw new Problem(
      `The database is in use (${rows[0].found} other connections); stop every instance and worker first, then restore again.`,
    );
}

/** The tables of the backup that no migration makes; throws Problem where one that it makes has other columns. */
async function compareTables(client: Client, { tables }: Manifest): Promise<string[]> {
  const made = new Map(
    (await listTables(client)).map(({ name, columns }) => [name, JSON.stringify(columns)]),
  );
  for (const { name, columns } of tables)
    if (made.has(name) && made.get(name) !== JSON.stringify(columns))
      throw new Problem(
        `The backup's table ${name} has other columns than its migrations make; one of them was edited since.`,
      );
  return tables.map(({ name }) => name).filter((name) => !made.has(name));
}

async function load(client: Client, backup: Backup, strange: readonly string[]): Promise<void> {
  const made = (await listTables(client)).map(({ name }) => name);
  const tables = backup.manifest.tables.filter(({ name }) => !strange.includes(name));
  await withoutBurdens(client, made, async () => {
    // What migrations put in is in the backup as well.
    await client.query(`truncate ${made.map((name) => client.escapeIdentifier(name)).join(", ")}`);
    for (const table of tables) {
      const copy = client.query(from(copyStatement(client, table)));
      await pipeline(backup.rows(table), copy);
      if (copy.rowCount !== table.rows)
        throw new Problem(`Of ${table.rows} rows of ${table.name}, ${copy.rowCount} are there.`);
    }
    // Transactions are counted anew in another cluster: instances ask by this one what readers see changed.
    await client.query("update chain set content_xact = pg_current_xact_id()::text::bigint");
  });
}

const copyStatement = (client: Client, table: Table) =>
  `copy ${client.escapeIdentifier(table.name)} (${columnList(client, table)}) from stdin`;
