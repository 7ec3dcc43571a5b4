import { existsSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { run } from "./child";
import { dataFolder } from "./postgres/embedded";
import { Problem } from "./problem";

// There while the demonstration data are being written. Found at a start, that start has only half of them before it.
const unfinished = () => join(dataFolder(), "demonstration-unfinished");

/** Whether an earlier start was interrupted while it filled the database, which is then best made again. */
export function isSeedUnfinished(): boolean {
  return existsSync(unfinished());
}

/** For a database that was filled otherwise since. */
export function forgetSeed(): void {
  rmSync(unfinished(), { force: true });
}

/** Fills a database that has no event with the demonstration data; says what it did. */
export async function seedDemonstration(databaseUrl: string): Promise<string> {
  if (await hasEvent(databaseUrl)) return "already there";
  writeFileSync(unfinished(), "");
  await runSeed(databaseUrl);
  rmSync(unfinished());
  return "written";
}

/** Runs prisma/seed.ts on a database. */
export async function runSeed(databaseUrl: string): Promise<void> {
  // The seed calls the app's own commands, which refuse to load outside the server without this condition.
  const { code, output } = await run(
    process.execPath,
    ["--conditions=react-server", "--import", "tsx", "prisma/seed.ts"],
    {
      env: { ...process.env, DATABASE_URL: databaseUrl },
    },
  );
  if (code !== 0)
    throw new Problem(`The demonstration data could not be written (prisma/seed.ts):\n${output.trim()}`);
}

async function hasEvent(databaseUrl: string): Promise<boolean> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query("select exists (select from event) as found");
    return rows[0].found;
  } finally {
    await client.end();
  }
}
