import { db } from "../lib/db/client.ts";
import { verifyHistory } from "../lib/history/verify-history.ts";
import { checkDatabaseUrl } from "./database-url.ts";
import { visitEmbeddedDatabase } from "./embedded-database.ts";
import { readEnvironment } from "./environment.ts";
import { generateClient } from "./generate.ts";
import { shutDown, stopOnSignals } from "./shutdown.ts";

// Of one moment, also while somebody writes; as long as it takes.
const snapshot = { isolationLevel: "RepeatableRead", timeout: 24 * 3600 * 1000 } as const;

/** npm run history:verify: walks every chain of revisions and names each place where one does not hold; 1 if any. */
export async function main(): Promise<number> {
  stopOnSignals();
  try {
    await generateClient();
    if (readEnvironment().isEmbedded) await visitEmbeddedDatabase();
    else await checkDatabaseUrl(process.env.DATABASE_URL as string);

    const { revisions, chains, breaks } = await db().$transaction(verifyHistory, snapshot);
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
