import "server-only";
import { boss, type ImportQueue } from "./boss";

/** Asks a worker to take an import up. What gets lost on the way is found by the worker's own look around. */
export async function sendImportJob(queue: ImportQueue, importId: string): Promise<void> {
  const begun = await boss();
  await begun.send(queue, { importId }, { singletonKey: importId });
}
