import { failed } from "./fetch-stopped";

// Pages and actions may be bundled apart, so what they share hangs on globalThis.
const kept = globalThis as { counterclaimTurns?: Map<string, Promise<void>> };
kept.counterclaimTurns ??= new Map();
const turns = kept.counterclaimTurns;

/**
 * Does the work when all that was asked of the host before is done. Fails as busy where the signal is aborted
 * first; the work itself has to end at the signal.
 */
export async function inTurn<T>(host: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  const before = turns.get(host) ?? Promise.resolve();
  let finish = () => {};
  const mine = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const last = before.then(() => mine);
  turns.set(host, last);
  void last.then(() => {
    if (turns.get(host) === last) turns.delete(host);
  });

  try {
    await orAborted(before, signal, "busy");
    return await work();
  } finally {
    finish();
  }
}

/** What the promise gives, unless the signal is aborted first. */
export function orAborted<T>(
  promise: Promise<T>,
  signal: AbortSignal,
  problem: "busy" | "timed_out",
): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = () => reject(failed(problem));
    if (signal.aborted) return stop();
    signal.addEventListener("abort", stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", stop));
  });
}
