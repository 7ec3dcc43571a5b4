import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { Prisma } from "../../prisma/generated/client";
import { primary, type Transaction } from "./client";

/**
 * Of a request that must be done once: what its transaction says before and after its work, or, where that was done before,
 * what the work returned then.
 */
export type Once =
  | { begin(tx: Transaction): Promise<void>; end(tx: Transaction, returned: unknown): Promise<void> }
  | { returned: unknown };

const requests = new AsyncLocalStorage<Once>();

/** Runs a request whose one unit of work must be done once: what keeps that in mind stands or falls with the work. */
export function doingOnce<T>(once: Once, run: () => Promise<T>): Promise<T> {
  return requests.run(once, run);
}

/**
 * Runs one unit of work whole or not at all. A deadlock or a serialisation failure is tried once more: nothing
 * of the first try remains, so the work may run again from its beginning. `timeout`: in ms, after which it is given up.
 */
export async function inTransaction<T>(work: (tx: Transaction) => Promise<T>, timeout = 15_000): Promise<T> {
  const once = requests.getStore();
  if (once && "returned" in once) return once.returned as T;
  const whole = once ? (tx: Transaction) => framed(tx, once, work) : work;
  const limits = { maxWait: 10_000, timeout };
  try {
    return await primary().$transaction(whole, limits);
  } catch (error) {
    if (!isRetryable(error)) throw error;
    return await primary().$transaction(whole, limits);
  }
}

async function framed<T>(
  tx: Transaction,
  { begin, end }: Exclude<Once, { returned: unknown }>,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  await begin(tx);
  const returned = await work(tx);
  await end(tx, returned);
  return returned;
}

/** For work that computes many events again, in ms. */
export const MANY_EVENTS_MS = 60_000;

function isRetryable(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2034";
}
