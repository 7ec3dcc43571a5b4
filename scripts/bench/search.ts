import { Client } from "pg";
import { db } from "../../lib/db/client";
import { searchPublic } from "../../lib/search/public-search";
import { onScratchDatabase } from "../cases/scratch-database";

export const CLAIMS = 200_000;

/** Of every kind: a name, one with an error or in another script, a rare word, words of most claims, two of them, none. */
const TYPED = [
  "Ministry 17",
  "Minstry of Helth",
  "Міністерство",
  "Makiivka",
  "Макіївка",
  "Girkn",
  "killed",
  "people killed in the",
  "hospital",
  "63",
  "rare4711",
  "warehouse night",
  "nothinglikethis",
  "report about the flood",
  "Daily 12",
];

export type SearchTimes = { asked: number; p50: number; p95: number; max: number; slowest: string };

/**
 * How long searches take, in ms, in a scratch database with 200,000 published claims: each of fifteen searches twenty
 * times, after one to warm up, one after the other.
 */
export function benchSearch(): Promise<SearchTimes> {
  return onScratchDatabase(async () => {
    await fill();
    const times: { typed: string; ms: number }[] = [];
    for (let round = 0; round <= 20; round += 1)
      for (const typed of TYPED) {
        const start = performance.now();
        await searchPublic(typed);
        if (round > 0) times.push({ typed, ms: performance.now() - start });
      }
    await db().$disconnect();
    const sorted = times.toSorted((a, b) => a.ms - b.ms);
    const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
    return {
      asked: times.length,
      p50: at(0.5)?.ms ?? 0,
      p95: at(0.95)?.ms ?? 0,
      max: at(1)?.ms ?? 0,
      slowest: at(1)?.typed ?? "",
    };
  });
}

/** Rows straight into the tables: no rule of the product is measured here but how readers find them. */
const ROWS = [
  `insert into actor (id, kind, name, role, created_at) values (uuidv7(), 'system', 'Bench', 'admin', now())`,
  `insert into event (id, slug, title, summary, place_name, occurred_edtf, occurred_earliest, occurred_latest,
      occurred_zone, other_zones, record_status, created_at, published_at, status_since, changed_at)
    select uuidv7(), 'event-' || n, (array['Strike on the hospital in', 'Flood in', 'March through', 'Fire in'])[1 + n % 4]
      || ' ' || (array['Makiivka', 'Derna', 'Goma', 'Valencia', 'Khartoum'])[1 + n % 5] || ' ' || n,
      'It happened.', 'Place ' || n, '2026-05-04', '2026-05-04', '2026-05-05', 'UTC', '{}', 'published', now(), now(), now(), now()
    from generate_series(1, 2000) n`,
  `insert into claimant (id, slug, name, kind, created_at)
    select uuidv7(), 'claimant-' || n, (array['Ministry of Health', 'Mayor', 'Observatory', 'Igor Girkin', 'Міністерство оборони'])[1 + n % 5]
      || ' ' || n, 'government_body', now() from generate_series(1, 5000) n`,
  `insert into publication (id, slug, name, created_at)
    select uuidv7(), 'publication-' || n, (array['Daily', 'Weekly', 'Herald'])[1 + n % 3] || ' ' || n, now()
    from generate_series(1, 500) n`,
  `insert into report (id, public_id, publication_id, medium, title, is_read, created_at)
    select uuidv7(), 'r' || lpad(n::text, 8, '0'), p.id, 'web',
      'Report about the ' || (array['flood', 'strike', 'fire', 'march'])[1 + n % 4] || ' number ' || n, true, now()
    from generate_series(1, 100000) n
      join (select id, row_number() over () as number from publication) p on p.number = 1 + n % 500`,
  `insert into claim (id, public_id, event_id, claimant_id, type, topic, wording, wording_language, basis, lane,
      stated_edtf, stated_earliest, stated_latest, stated_zone, logged_at, logged_by_id, record_status, published_at,
      standing, number, status_since)
    select uuidv7(), 'c' || lpad(n::text, 8, '0'), e.id, k.id, 'statement', 'context',
      'At least ' || n % 977 || ' people killed in the ' || (array['hospital', 'school', 'market', 'warehouse'])[1 + n % 4]
        || case when n % 50 = 0 then ' at night' else '' end || case when n % 10000 = 0 then ' rare4711' else '' end,
      'en', 'unstated', 'count', '2026-05-04', '2026-05-04', '2026-05-05', 'UTC', now(), a.id, 'published',
      now() - n * interval '1 second', 'reported', n, now()
    from generate_series(1, ${CLAIMS}) n
      join (select id, row_number() over () as number from event) e on e.number = 1 + n % 2000
      join (select id, row_number() over () as number from claimant) k on k.number = 1 + n % 5000
      cross join actor a`,
  `insert into attribution (id, claim_id, report_id, carries, created_at, published_at)
    select uuidv7(), c.id, r.id, 'paraphrase', now(), now()
    from (select id, row_number() over () as number from claim) c
      join (select id, row_number() over () as number from report) r on r.number = 1 + c.number % 100000`,
  `vacuum analyze`,
];

/** Fills an empty database with these rows. */
// By a client of its own: the app's gives no statement the time that so many rows take.
export async function fill(): Promise<void> {
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  for (const rows of ROWS) await client.query(rows);
  await client.end();
}
