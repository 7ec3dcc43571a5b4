import "server-only";
import { Prisma } from "../../prisma/generated/client";
import { db, type Transaction } from "./client";

/**
 * Runs one unit of work whole or not at all. A deadlock or a serialisation failure is tried once more: nothing
 * of the first try remains, so the work may run again from its beginning.
 */
export async function inTransaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  try {
    return await db().$transaction(work, limits);
  } catch (error) {
    if (!isRetryable(error)) throw error;
    return await db().$transaction(work, limits);
  }
}

const limits = { maxWait: 10_000, timeout: 15_000 };

function isRetryable(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2034";
}
