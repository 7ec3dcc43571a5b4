import { db } from "../../lib/db/client";
import { verifyHistory } from "../../lib/history/verify-history";
import type { CaseFile } from "./case-file";
import { readCase } from "./case-state";
import { checkExpectation, expectationsOf, type Outcome } from "./check-case";
import { loadCase, openDesk } from "./load-case";

/** The clock of the cases begins here, so that two runs write the same history. */
const START = new Date("2026-11-01T08:00:00Z");

/**
 * Loads every event of a file into the database at DATABASE_URL and tells, line by line, whether what it expects
 * follows. Returns how many expectations were met, and how many not.
 */
export async function runCases(
  file: CaseFile,
  say: (line: string) => void,
): Promise<{ met: number; failed: number }> {
  const counts = { met: 0, failed: 0 };
  const tell = (event: string, { name, state, expected, got }: Outcome) => {
    if (state === "ok") counts.met += 1;
    if (state === "FAIL") counts.failed += 1;
    say(`${state.padEnd(4)} ${event} | ${name} | expected: ${expected} | got: ${got}`);
  };
  const refused = (name: string, got: string): Outcome => ({
    name,
    state: "FAIL",
    expected: "accepted",
    got,
  });

  for (const problem of file.unread) tell("-", refused("the shape of the file", problem));
  const desk = await openDesk(START);
  for (const event of file.events) {
    const loaded = await loadCase(event, desk);
    for (const notice of loaded.notices) say(`info ${event.slug} | ${notice}`);
    for (const refusal of loaded.refusals) tell(event.slug, refused("records", refusal));
    if (loaded.refusals.length === 0)
      tell(event.slug, { name: "records", state: "ok", expected: "accepted", got: "accepted" });

    const state = await readCase(loaded);
    for (const expectation of expectationsOf(event)) tell(event.slug, checkExpectation(expectation, state));
  }
  tell("-", await historyHolds());
  await db().$disconnect();
  return counts;
}

async function historyHolds(): Promise<Outcome> {
  const { breaks } = await verifyHistory(db());
  const got = breaks.length === 0 ? "unbroken" : `broken in ${breaks.length} places`;
  return { name: "history", state: breaks.length === 0 ? "ok" : "FAIL", expected: "unbroken", got };
}
