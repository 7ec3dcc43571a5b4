import { db } from "../lib/db/client.ts";
import { refreshDerived, verifyDerived } from "../lib/events/verify-derived.ts";
import { checkDatabaseUrl } from "./database-url.ts";
import { visitEmbeddedDatabase } from "./embedded-database.ts";
import { readEnvironment } from "./environment.ts";
import { generateClient } from "./generate.ts";
import { shutDown, stopOnSignals } from "./shutdown.ts";

/**
 * npm run derive:verify: computes what is kept beside every event again and names each difference; 1 if any. With
 * "refresh" it derives again what earlier rules left, as a start does by itself.
 */
export async function main([what]: string[]): Promise<number> {
  stopOnSignals();
  try {
    await generateClient();
    if (readEnvironment().isEmbedded) await visitEmbeddedDatabase();
    else await checkDatabaseUrl(process.env.DATABASE_URL as string);
    return what === "refresh" ? await refresh() : await verify();
  } finally {
    await db().$disconnect();
    await shutDown();
  }
}

async function verify(): Promise<number> {
  const { events, differences } = await verifyDerived();
  for (const { event, problem } of differences) console.log(`Event ${event}: ${problem}.`);
  const verdict =
    differences.length === 0
      ? "all that is kept beside them is in step"
      : `${differences.length} differences`;
  console.log(`Published events checked: ${events}; ${verdict}.`);
  return differences.length > 0 ? 1 : 0;
}

async function refresh(): Promise<number> {
  const refreshed = await refreshDerived(new Date());
  console.log(`Events derived again: ${refreshed}.`);
  return 0;
}
