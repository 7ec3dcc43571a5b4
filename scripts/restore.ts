import { parseArgs } from "node:util";
import { type Backup, openBackup } from "./backup/open-backup";
import { restoreBackup } from "./backup/restore-backup";
import { tryBackup } from "./backup/try-backup";
import { checkDatabaseUrl } from "./database-url";
import { visitEmbeddedDatabase } from "./embedded-database";
import { readEnvironment } from "./environment";
import { generateClient } from "./generate";
import { migrate } from "./migrate";
import { Problem } from "./problem";
import { forgetSeed } from "./seed";
import { shutDown, stopOnSignals } from "./shutdown";

const USAGE = "npm run restore -- FILE [--replace | --trial]";

/**
 * npm run restore: puts a backup into the database of the app; with --trial into one that is dropped again, to see
 * whether it could be. Ends with 1 where its history does not hold.
 */
export async function main(args: string[]): Promise<number> {
  const { file, replace, trial } = readArguments(args);
  stopOnSignals();
  try {
    const backup = await openBackup(file);
    const { isEmbedded } = readEnvironment();
    if (isEmbedded) await visitEmbeddedDatabase();
    else await checkDatabaseUrl(process.env.DATABASE_URL as string);
    return await (trial ? tryIt(backup) : restore(backup, replace, isEmbedded));
  } catch (error) {
    throw explained(error as Error & { code?: string; table?: string });
  } finally {
    await shutDown();
  }
}

function readArguments(args: string[]) {
  const flag = { type: "boolean", default: false } as const;
  try {
    const options = { replace: flag, trial: flag };
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [file, ...more] = positionals;
    if (!file || more.length > 0) throw new Error("it takes one file");
    if (values.replace && values.trial) throw new Error("a trial replaces nothing");
    return { file, ...values };
  } catch (error) {
    throw new Problem(`${(error as Error).message}; write: ${USAGE}`);
  }
}

async function restore(backup: Backup, isReplacing: boolean, isEmbedded: boolean): Promise<number> {
  const url = process.env.DATABASE_URL as string;
  const leftOut = await restoreBackup(url, backup, { isReplacing });
  // A start would take what is there for a demonstration that was cut off, and make it anew.
  if (isEmbedded) forgetSeed();
  if (leftOut.length > 0) console.log(`Left out, since no migration makes them: ${leftOut.join(", ")}.`);
  const applied = await migrate(url, console.log);
  tell(backup, "Restored");
  if (applied.length > 0) console.log(`Migrations applied since: ${applied.join(", ")}.`);
  console.log("Everybody signs in again. npm run history:verify walks its history.");
  return 0;
}

async function tryIt(backup: Backup): Promise<number> {
  await generateClient();
  const breaks = await tryBackup(process.env.DATABASE_URL as string, backup);
  tell(backup, "Could be restored");
  for (const { chainId, number, problem } of breaks)
    console.log(`Chain ${chainId}, revision ${number}: ${problem}.`);
  console.log(
    breaks.length === 0 ? "The history holds." : `The history is broken in ${breaks.length} places.`,
  );
  return breaks.length > 0 ? 1 : 0;
}

function tell({ manifest: { tables, heads, madeAt } }: Backup, done: string): void {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  console.log(
    `${done}, as it was at ${madeAt}: ${rows} rows of ${tables.length} tables, ${heads.revisions} revisions in ${heads.chains} chains, each ending where it did.`,
  );
}

/** What PostgreSQL refused, in words: nothing of the restore stays. */
function explained(error: Error & { code?: string; table?: string }): Error {
  if (error instanceof Problem || !/^[0-9A-Z]{5}$/.test(error.code ?? "")) return error;
  if (error.code === NOT_ALLOWED)
    return new Problem(
      `PostgreSQL does not allow it (${error.message}): the role of DATABASE_URL must own what is in the database, and be allowed to create databases for a trial. Nothing was changed.`,
      { cause: error },
    );
  const place = error.table ? `${error.table}: ` : "";
  return new Problem(`PostgreSQL refused it (${place}${error.message}). Nothing was changed.`, {
    cause: error,
  });
}

const NOT_ALLOWED = "42501";
