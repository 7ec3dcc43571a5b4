import { listClaims } from "../../lib/claims/list-claims";
import { ListClaims } from "../../lib/claims/schema";
import { db } from "../../lib/db/client";
import { findEvent } from "../../lib/events/queries";
import { searchPublic } from "../../lib/search/public-search";
import { percentileOf } from "./bare-rows";
import { openBenchData } from "./data/database";
import { FORTY } from "./data/plans-of-events";
import type { Measured } from "./measured";
import { claimantPage, farCursor } from "./paths";

const FEW = 10_000;
const MANY = 1_000_000;
const ROUNDS = 5;
/** Each so often in a round. */
const TIMES = 8;

/** At most so many times as long of many claims as of few, by the 95th percentile. */
const BARS = {
  "filtered list, first page": 2,
  "page 1,000 of the list": 2,
  search: 2,
  "page of a claimant": 2,
  "page of an event of forty claims": 1.3,
} as const;
type Read = keyof typeof BARS;

const TYPED = ["Ministry of Health", "Міністерство", "hospital", "rescue workers", "nothinglikethis", "63"];
const FILTERS = [
  { claimant: "claimant-3" },
  { kind: "missing" },
  { verification: "refuted" },
  { event: FORTY },
  { contested: "yes", type: "figure" },
];

/** How much longer reads of a million claims take than of ten thousand, in alternating rounds. */
export async function measureMillion(): Promise<Measured[]> {
  const times = new Map<string, number[]>();
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const claims of [FEW, MANY]) {
      await openBenchData(claims);
      const asked = await timeReads();
      await db().$disconnect();
      forgetClient();
      if (round === 0) continue;
      for (const [read, ms] of asked) {
        const key = `${read} ${claims}`;
        times.set(key, [...(times.get(key) ?? []), ...ms]);
      }
    }
  return (Object.keys(BARS) as Read[]).map((read) => {
    const [few, many] = [FEW, MANY].map((claims) => percentileOf(times.get(`${read} ${claims}`) ?? [], 95));
    const ratio = (many ?? 0) / (few || 1);
    return {
      what: `${read}, of 1,000,000 claims`,
      value: `${ratio.toFixed(2)} times`,
      bar: `at most ${BARS[read]}; 95th percentiles ${few?.toFixed(1)} and ${many?.toFixed(1)} ms`,
      holds: ratio <= BARS[read],
    };
  });
}

/** The app reads its settings, and makes its client, once a process; here it is to ask another database. */
function forgetClient(): void {
  const kept = globalThis as { counterclaimDb?: unknown; counterclaimEnv?: unknown };
  delete kept.counterclaimDb;
  delete kept.counterclaimEnv;
}

async function timeReads(): Promise<[Read, number[]][]> {
  const [far, claimants] = [await farCursor(), await someClaimants()];
  const reads: Record<Read, (() => Promise<unknown>)[]> = {
    "filtered list, first page": FILTERS.map((query) => () => listClaims(ListClaims.parse(query))),
    "page 1,000 of the list": [() => listClaims(ListClaims.parse({ after: far }))],
    search: TYPED.map((typed) => () => searchPublic(typed)),
    "page of a claimant": claimants.map((slug) => () => claimantPage(slug)),
    "page of an event of forty claims": [() => findEvent(FORTY)],
  };
  const times: [Read, number[]][] = [];
  for (const [read, asks] of Object.entries(reads)) {
    for (const ask of asks) await ask();
    const own: number[] = [];
    for (let nth = 0; nth < TIMES; nth += 1)
      for (const ask of asks) {
        const start = performance.now();
        await ask();
        own.push(performance.now() - start);
      }
    times.push([read as Read, own]);
  }
  return times;
}

/** Claimants by how much they claim, from the hundredth part that claims most to those that claim little. */
async function someClaimants(): Promise<string[]> {
  const rows = await db().$queryRaw<{ slug: string }[]>`
    with ranked as (
      select k.slug, row_number() over (order by count(*) desc, k.slug) as place, count(*) over () as among
      from claim c join claimant k on k.id = c.claimant_id
      where c.record_status = 'published' group by k.slug)
    select slug from ranked
    where place = any(select greatest(1, (among * share)::int)
      from unnest(array[0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9]) share)`;
  return rows.map(({ slug }) => slug);
}
