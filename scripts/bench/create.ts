import { randomBytes, randomUUID } from "node:crypto";
import { Pool, type PoolClient } from "pg";
import { createAccount } from "../../lib/accounts/open-account";
import type { Actor } from "../../lib/auth/actor";
import { logClaim } from "../../lib/claims/log-claim";
import { db } from "../../lib/db/client";
import { newPublicId } from "../../lib/db/public-id";
import { verifyDerived } from "../../lib/events/verify-derived";
import { verifyHistory } from "../../lib/history/verify-history";
import { onScratchDatabase } from "../cases/scratch-database";
import { inputOf, type Stage, setStage } from "./stage";

/** Claims logged in a second, 16 at once, as medians of five rounds: by the command, and as bare rows. */
export type CreateTimes = {
  command: number;
  bare: number;
  commandOnOneEvent: number;
  bareOnOneEvent: number;
  historyBreaks: number;
  derivedDifferences: number;
};

const AT_ONCE = 16;
const ROUNDS = 5;
const SECONDS = 3;

/**
 * How many claims a second the command logs, with its rules, its history and one report, beside a bare transaction by `pg` that
 * inserts the same rows: on sixteen events, and on one, where all writers take turns. PostgreSQL writes as it does in use.
 */
export function benchCreate(): Promise<CreateTimes> {
  return onScratchDatabase(async () => {
    const person = {
      name: "Bench",
      email: "bench@newsroom.example",
      password: "a password of the measurement",
    };
    const actor = await createAccount({ ...person, role: "journalist" }, new Date());
    const stages: Stage[] = [];
    for (let at = 0; at < AT_ONCE; at += 1) stages.push(await setStage(actor, `measured-${at}`));
    const pool = new Pool({ connectionString: process.env.DATABASE_URL, max: AT_ONCE });
    pool.on("error", () => {});
    const bareStages: Stage[] = [];
    for (let at = 0; at < AT_ONCE; at += 1) bareStages.push(await setStage(actor, `bare-${at}`));
    const bare = await bareWriter(pool, actor, bareStages[0] as Stage);

    let n = 0;
    const command = (stage: Stage, at: number) => logClaim(actor, inputOf(stage, at, ++n), new Date());
    const first = stages[0] as Stage;
    const ways = {
      command: (at: number) => command(stages[at] as Stage, at),
      bare: (at: number) => bare(bareStages[at] as Stage, at),
      commandOnOneEvent: (at: number) => command(first, at),
      bareOnOneEvent: (at: number) => bare(bareStages[0] as Stage, at),
    };
    const rates = await takeTurns(ways);
    await pool.end();
    // The bare rows have no history that could hold.
    const { breaks } = await db().$transaction(verifyHistory, { timeout: 600_000 });
    const own = breaks.filter(({ chainId }) => !bareStages.some(({ eventId }) => eventId === chainId));
    const { differences } = await verifyDerived();
    await db().$disconnect();
    return { ...rates, historyBreaks: own.length, derivedDifferences: differences.length };
  }, []);
}

async function takeTurns<Name extends string>(ways: Record<Name, (at: number) => Promise<unknown>>) {
  const names = Object.keys(ways) as Name[];
  const rates = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const name of names) {
      let done = 0;
      const end = performance.now() + SECONDS * 1000;
      await Promise.all(
        Array.from({ length: AT_ONCE }, async (_, at) => {
          while (performance.now() < end) {
            await ways[name](at);
            done += 1;
          }
        }),
      );
      // The first is to warm up.
      if (round > 0) rates.get(name)?.push(done / SECONDS);
    }
  const median = (values: number[]) =>
    values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] as number;
  return Object.fromEntries([...rates].map(([name, all]) => [name, median(all)])) as Record<Name, number>;
}

type Row = Record<string, unknown>;

/** Writes the rows of one claim that was logged again and again, under other ids, by statements written by hand. */
async function bareWriter(pool: Pool, actor: Actor, stage: Stage) {
  const claimId = await logClaim(actor, inputOf(stage, 0, 0), new Date());
  const one = async (sql: string): Promise<Row> => (await pool.query(sql, [claimId])).rows[0];
  const claim = await one("select * from claim where id = $1");
  const attribution = await one("select * from attribution where claim_id = $1");
  const revisions = (
    await pool.query<Row>("select * from revision where subject_id = any($1)", [[claimId, attribution.id]])
  ).rows;
  const contents = (
    await pool.query<Row>("select * from revision_content where revision_id = any($1)", [
      revisions.map(({ id }) => id),
    ])
  ).rows;
  let latest = 1_000_000;
  return async ({ eventId, measureId, claimantIds }: Stage, at: number): Promise<void> => {
    latest += 2;
    const number = latest;
    const [id, attributionId] = [randomUUID(), randomUUID()];
    const hash = randomBytes(32).toString("hex");
    await inBareTransaction(pool, async (client) => {
      await insert(client, "claim", {
        ...claim,
        id,
        public_id: newPublicId(),
        number,
        event_id: eventId,
        measure_id: measureId,
        claimant_id: claimantIds[at],
        submission_id: null,
      });
      await insert(client, "attribution", { ...attribution, id: attributionId, claim_id: id });
      for (const [i, revision] of revisions.entries()) {
        const revisionId = randomUUID();
        await insert(client, "revision", {
          ...revision,
          id: revisionId,
          chain_id: eventId,
          number: number + i,
          subject_id: i === 0 ? id : attributionId,
          hash: `${i}${hash.slice(1)}`,
        });
        await insert(client, "revision_content", { ...contents[i], revision_id: revisionId });
      }
      await client.query({
        name: "head",
        text: "update chain set length = $2, head_hash = $3 where id = $1",
        values: [eventId, number + 1, hash],
      });
    });
  };
}

async function inBareTransaction(pool: Pool, work: (client: PoolClient) => Promise<void>): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    await work(client);
    await client.query("commit");
  } finally {
    client.release();
  }
}

/** Columns that PostgreSQL computes. */
const COMPUTED = new Set(["search"]);

function insert(client: PoolClient, table: string, row: Row): Promise<unknown> {
  const names = Object.keys(row).filter((name) => !COMPUTED.has(name));
  const places = names.map((_, at) => `$${at + 1}`);
  const json = (value: unknown) =>
    typeof value === "object" && value !== null && !(value instanceof Date) && !Array.isArray(value)
      ? JSON.stringify(value)
      : value;
  return client.query({
    name: table,
    text: `insert into ${table} (${names.map((name) => `"${name}"`).join(", ")}) values (${places.join(", ")})`,
    values: names.map((name) => json(row[name])),
  });
}
