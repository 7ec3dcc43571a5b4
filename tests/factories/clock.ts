/**
 * The clock of the tests: it begins at one fixed instant and moves a minute with each reading, so that no test
 * depends on the hour at which it runs and no two changes happen at once.
 */
export function tick(): Date {
  now += 60_000;
  return new Date(now);
}
const START = Date.parse("2026-05-04T08:00:00Z");
let now = START;

/** Sets the clock back, for a test file whose worker has run others before. */
export function startClock(): void {
  now = START;
}

// Programs that write to one database beside each other each count from elsewhere.
let made = Number(process.env.FACTORIES_FROM ?? 0);

/** A word that no other record of this test run has: for addresses and names that must differ. */
export function unique(word: string): string {
  made += 1;
  return `${word}-${made}`;
}
