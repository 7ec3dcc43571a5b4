import { db } from "../lib/db/client.ts";
import { verifyHistory } from "../lib/history/verify-history.ts";
import { checkDatabaseUrl } from "./database-url.ts";
import { visitEmbeddedDatabase } from "./embedded-database.ts";
import { readEnvironment } from "./environment.ts";
import { generateClient } from "./generate.ts";
import { shutDown, stopOnSignals } from "./shutdown.ts";

/** npm run history:verify: walks every chain of revisions and names each place where one does not hold; 1 if any. */
export async function main(): Promise<number> {
  stopOnSignals();
  try {
    await generateClient();
    if (readEnvironment().isEmbedded) await visitEmbeddedDatabase();
    else await checkDatabaseUrl(process.env.DATABASE_URL as string);

    const { revisions, chains, breaks } = await verifyHistory(db());
    for (const { chainId, number, problem } of breaks)
      console.log(`Chain ${chainId}, revision ${number}: ${problem}.`);
    const verdict =
      breaks.length === 0 ? "the history holds" : `the history is broken in ${breaks.length} places`;
    console.log(`${revisions} revisions in ${chains} chains: ${verdict}.`);
    return breaks.length > 0 ? 1 : 0;
  } finally {
    await db().$disconnect();
    await shutDown();
  }
}
