// Of long downloads at once, on this instance and by one address: each holds a connection to the database now and then.
const ALL_MAX = 12;
const ONE_ADDRESS_MAX = 3;

/** When somebody who was refused may come again. */
export const RETRY_AFTER_SECONDS = 30;

// Bundled more than once into what one process runs.
const kept = globalThis as { counterclaimDownloads?: Map<string, number> };

/** Takes a place for a long download: what gives it back, once or oftener; or null, where there is none for this address. */
export function takePlace(address: string): (() => void) | null {
  kept.counterclaimDownloads ??= new Map();
  const taken = kept.counterclaimDownloads;
  const all = [...taken.values()].reduce((sum, n) => sum + n, 0);
  const mine = taken.get(address) ?? 0;
  if (all >= ALL_MAX || mine >= ONE_ADDRESS_MAX) return null;
  taken.set(address, mine + 1);
  let isTaken = true;
  return () => {
    if (!isTaken) return;
    isTaken = false;
    const left = (taken.get(address) ?? 1) - 1;
    if (left > 0) taken.set(address, left);
    else taken.delete(address);
  };
}
