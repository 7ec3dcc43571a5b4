import type { Break } from "../../lib/history/verify-history";
import { migrate } from "../migrate";
import { onShutdown } from "../shutdown";
import { connect } from "./database";
import type { Backup } from "./open-backup";
import { restoreBackup } from "./restore-backup";

const snapshot = { isolationLevel: "RepeatableRead", timeout: 24 * 3600 * 1000 } as const;

/**
 * Restores a backup into a new database of the same server, brings that up to the migrations of now, walks its whole
 * history, and drops it. Returns the places where the history does not hold. The role must be allowed to create databases.
 */
export async function tryBackup(url: string, backup: Backup): Promise<Break[]> {
  const name = `counterclaim_trial_${process.pid}`;
  const client = await connect(url);
  onShutdown(async () => {
    await client.query(`drop database if exists ${name} with (force)`);
    await client.end();
  });
  await client.query(`create database ${name}`);
  const trial = new URL(url);
  trial.pathname = `/${name}`;
  process.env.DATABASE_URL = trial.href;
  await restoreBackup(trial.href, backup, { isReplacing: false });
  await migrate(trial.href, () => {});
  // The app's own client asks the database of DATABASE_URL, from its first use on.
  const { db } = await import("../../lib/db/client");
  const { verifyHistory } = await import("../../lib/history/verify-history");
  const { breaks } = await db().$transaction(verifyHistory, snapshot);
  await db().$disconnect();
  return breaks;
}
