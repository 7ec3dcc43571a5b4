import { rmSync, statSync } from "node:fs";
import { parseArgs } from "node:util";
import { unfinished, writeBackup } from "./backup/write-backup";
import { checkDatabaseUrl } from "./database-url";
import { visitEmbeddedDatabase } from "./embedded-database";
import { readEnvironment } from "./environment";
import { Problem } from "./problem";
import { onShutdown, shutDown, stopOnSignals } from "./shutdown";

const USAGE = "npm run backup -- FILE [--force]";

/** npm run backup: everything that the app keeps, as it is at this moment, in one file; instances go on meanwhile. */
export async function main(args: string[]): Promise<void> {
  const { file, force } = readArguments(args);
  stopOnSignals();
  try {
    if (readEnvironment().isEmbedded) await visitEmbeddedDatabase();
    else await checkDatabaseUrl(process.env.DATABASE_URL as string);
    onShutdown(async () => rmSync(unfinished(file), { force: true }));
    const begun = performance.now();
    const options = { isReplacing: force, at: new Date() };
    const { heads, tables } = await writeBackup(process.env.DATABASE_URL as string, file, options);
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    console.log(
      `${file}: ${rows} rows of ${tables.length} tables, ${heads.revisions} revisions in ${heads.chains} chains; ${(statSync(file).size / 1e6).toFixed(1)} MB in ${seconds} s, read back and whole.`,
    );
    console.log("Keep it as secret as the database: e-mail addresses and hashes of passwords are in it.");
  } catch (error) {
    const { code, syscall, message } = error as NodeJS.ErrnoException;
    // Of the file, not of a connection.
    if (!syscall || syscall === "connect") throw error;
    throw new Problem(`${file} could not be written (${code ?? message}).`, { cause: error });
  } finally {
    await shutDown();
  }
}

function readArguments(args: string[]) {
  try {
    const options = { force: { type: "boolean", default: false } } as const;
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [file, ...more] = positionals;
    if (!file || more.length > 0) throw new Error("it takes one file");
    return { file, force: values.force };
  } catch (error) {
    throw new Problem(`${(error as Error).message}; write: ${USAGE}`);
  }
}
