import "server-only";
import { Prisma } from "../../prisma/generated/client";
import { primary, type Transaction } from "./client";

/**
 * Runs one unit of work whole or not at all. A deadlock or a serialisation failure is tried once more: nothing
 * of the first try remains, so the work may run again from its beginning. `timeout`: in ms, after which it is given up.
 */
export async function inTransaction<T>(work: (tx: Transaction) => Promise<T>, timeout = 15_000): Promise<T> {
  const limits = { maxWait: 10_000, timeout };
  try {
    return await primary().$transaction(work, limits);
  } catch (error) {
    if (!isRetryable(error)) throw error;
    return await primary().$transaction(work, limits);
  }
}

/** For work that computes many events again, in ms. */
export const MANY_EVENTS_MS = 60_000;

function isRetryable(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2034";
}
