import { expect, test } from "vitest";
import { listSources } from "./source-files";

// A noun builds on those before it. Nouns of one line know nothing of each other, but for what is named below.
const ORDER = [
  ["history", "auth"],
  ["accounts", "drafts", "evidence"],
  ["events"],
  ["claimants", "publications"],
  ["reports", "measures"],
  ["claims"],
  ["attributions"],
  ["assessments"],
  ["publishing", "proposals", "search", "merges", "error-reports"],
  ["imports", "articles"],
  ["queue"],
];

const rankOf = new Map(ORDER.flatMap((nouns, rank) => nouns.map((noun) => [noun, rank] as const)));

/**
 * Where the code goes against the order today, file by file: a page shows what builds on its noun, the summary of an
 * event is made of its claims. Each is a leaf, so that no cycle comes of it. This list may only become shorter.
 */
const AGAINST_THE_ORDER = [
  "lib/auth/register-actor.ts > lib/history/record-in-register.ts",
  "lib/claims/move-claim.ts > lib/publishing/rules.ts",
  "lib/claims/queries.ts > lib/attributions/queries.ts",
  "lib/events/event-page.ts > lib/claims/figures.ts",
  "lib/events/event-page.ts > lib/claims/refs.ts",
  "lib/events/event-page.ts > lib/measures/measures.ts",
  "lib/events/event-select.ts > lib/claims/figures.ts",
  "lib/events/event-select.ts > lib/claims/refs.ts",
  "lib/events/load-event.ts > lib/attributions/attribution-view.ts",
  "lib/events/load-event.ts > lib/measures/measures.ts",
  "lib/events/move-event.ts > lib/publishing/rules.ts",
  "lib/events/queries.ts > lib/claims/published-refs.ts",
  "lib/events/read-inputs.ts > lib/claimants/facts.ts",
  "lib/events/read-inputs.ts > lib/claims/figures.ts",
  "lib/events/read-inputs.ts > lib/measures/measures.ts",
  "lib/reports/queries.ts > lib/attributions/queries.ts",
  "lib/reports/queries.ts > lib/claims/refs.ts",
];

test("each noun builds on those before it, but for the reads that are named here", () => {
  const against = listSources("lib").flatMap(({ path, imports }) =>
    imports
      .filter(({ target, isType }) => !isType && isAgainstOrder(path, target))
      .map(({ target }) => `${path} > ${target}`),
  );
  expect(against.toSorted()).toEqual(AGAINST_THE_ORDER);
});

function isAgainstOrder(from: string, to: string): boolean {
  // Every public read passes the gate, whatever its noun; the gate itself builds on nothing.
  if (/^lib\/publishing\/gate(-sql)?\.ts$/.test(to)) return false;
  const [noun, other] = [from, to].map((path) => path.split("/")[1] ?? "");
  const [rank, otherRank] = [rankOf.get(noun ?? ""), rankOf.get(other ?? "")];
  if (noun === other || rank === undefined || otherRank === undefined) return false;
  return otherRank >= rank;
}
