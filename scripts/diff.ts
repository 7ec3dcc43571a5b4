import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { diffMigration, migrationsDirectory } from "../lib/db/migrate";
import { migrate } from "./migrate";
import { dropDatabase, ensureDatabase } from "./postgres/cluster";
import { dataFolder, startEmbeddedPostgres } from "./postgres/embedded";
import { Problem } from "./problem";
import { onShutdown, shutDown, stopOnSignals } from "./shutdown";

/** npm run db:diff -- NAME: writes the migration that leads from all earlier ones to prisma/schema.prisma. */
export async function main([name = ""]: string[]): Promise<void> {
  if (!/^[a-z0-9_]+$/.test(name)) {
    throw new Problem(
      "Say what the migration does, in small letters: npm run db:diff -- add_report_language",
    );
  }
  stopOnSignals();
  try {
    const sql = await diffOnScratchDatabase();
    if (sql === null) {
      console.log("The migrations lead to prisma/schema.prisma already; nothing was written.");
      return;
    }
    const file = join(migrationsDirectory, `${timestamp()}_${name}`, "migration.sql");
    mkdirSync(join(file, ".."), { recursive: true });
    writeFileSync(file, sql);
    console.log(`Wrote ${file}; read it before applying it with npm run db:migrate.`);
  } finally {
    await shutDown();
  }
}

// A PostgreSQL of its own, so that the database in use is neither needed nor touched.
async function diffOnScratchDatabase(): Promise<string | null> {
  const cluster = await startEmbeddedPostgres(join(dataFolder(), "scratch"), ["fsync=off"]);
  onShutdown(cluster.stop);
  await dropDatabase(cluster, "scratch");
  await ensureDatabase(cluster, "scratch");
  await migrate(cluster.url("scratch"), console.log);
  return diffMigration(cluster.url("scratch"));
}

// In the form that Prisma gives its own: 20260504093000.
function timestamp(): string {
  return new Date().toISOString().replace(/\D/g, "").slice(0, 14);
}
