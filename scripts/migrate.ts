import { applyMigrations, MigrationFailed } from "../lib/db/migrate";
import { checkDatabaseUrl } from "./database-url";
import { visitEmbeddedDatabase } from "./embedded-database";
import { readEnvironment } from "./environment";
import { Problem } from "./problem";
import { shutDown, stopOnSignals } from "./shutdown";

/** Applies the migrations that the database lacks and names them. */
export async function migrate(databaseUrl: string, report: (line: string) => void): Promise<string[]> {
  try {
    return await applyMigrations(databaseUrl, { report });
  } catch (error) {
    throw new Problem(explain(error as Error), { cause: error });
  }
}

function explain(error: Error): string {
  if (error instanceof MigrationFailed) {
    return `${error.message}\nNothing of it was kept; correct it, then start again.`;
  }
  // Prisma's code for tables that no migration of ours has made.
  if ((error as { code?: string }).code === "P3005") {
    return "The database in DATABASE_URL has tables of something else; give Counterclaim an empty one of its own.";
  }
  return `The migrations could not be applied: ${error.message.split("\n", 1)[0]}`;
}

/** npm run db:migrate */
export async function main(): Promise<void> {
  stopOnSignals();
  try {
    const { isEmbedded } = readEnvironment();
    if (isEmbedded) await visitEmbeddedDatabase();
    else await checkDatabaseUrl(process.env.DATABASE_URL as string);
    const applied = await migrate(process.env.DATABASE_URL as string, console.log);
    console.log(applied.length ? `Applied:\n${applied.join("\n")}` : "Every migration is applied already.");
  } finally {
    await shutDown();
  }
}
