const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** A time in words: `count` of hours for two days, and of days after that. */
export type Waited = { unit: "minutes" | "hours" | "days"; count: number };

/** How long it is from one instant to another, both in ms since 1970 UTC. */
export function waited(since: number, now: number): Waited {
  const elapsed = now - since;
  if (elapsed < HOUR_MS) return { unit: "minutes", count: 0 };
  if (elapsed < 2 * DAY_MS) return { unit: "hours", count: Math.floor(elapsed / HOUR_MS) };
  return { unit: "days", count: Math.floor(elapsed / DAY_MS) };
}
