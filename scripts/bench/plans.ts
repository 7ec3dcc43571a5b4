import { Client } from "pg";
import { db } from "../../lib/db/client";
import { claimsAsked, openBenchData } from "./data/database";
import { deskPaths } from "./desk-paths";
import type { Measured } from "./measured";
import { type Path, publicPaths } from "./paths";
import { type Explained, explain, recordQueries } from "./recorded-queries";

/** A table of fewer rows may be read from end to end: it costs less than an index. */
const LARGE_ROWS = 10_000;

/**
 * Every public read of a million claims (or --claims so many) with its time, its queries and the slowest of them: it fails
 * where one reads a large table from end to end. --desk asks those of the desk instead; --verbose writes out the statements.
 */
export async function measurePlans(options: readonly string[]): Promise<Measured[]> {
  const pathsOf = options.includes("--desk") ? deskPaths : publicPaths;
  const planned = await benchPlans(claimsAsked(options), pathsOf);
  return planned.map(({ name, ms, failure, queries, blocks, slowest, scanned }) => {
    const tables = [...new Set(scanned.map(({ table }) => table))];
    if (options.includes("--verbose"))
      for (const { table, text } of scanned)
        console.log(`${name} reads ${table} from end to end:\n${text}\n`);
    const told = `${queries} queries, ${blocks} blocks, the slowest ${slowest?.ms.toFixed(1) ?? 0} ms`;
    return {
      what: name,
      value: `${ms.toFixed(1)} ms`,
      bar: failure ?? (tables.length === 0 ? told : `${told}; from end to end: ${tables.join(", ")}`),
      holds: failure === null && tables.length === 0,
    };
  });
}

type Planned = {
  name: string;
  ms: number;
  /** Why it gave no answer. */
  failure: string | null;
  queries: number;
  blocks: number;
  slowest: Explained | undefined;
  /** Large tables that were read from end to end, with the statement that did. */
  scanned: { table: string; text: string }[];
};

/** How PostgreSQL answers what every path asks of so many claims. Each path is asked once before it counts. */
async function benchPlans(claims: number, pathsOf: () => Promise<Path[]>): Promise<Planned[]> {
  const url = await openBenchData(claims);
  const client = new Client({ connectionString: url });
  await client.connect();
  const large = await listLarge(client);
  const planned: Planned[] = [];
  for (const path of await pathsOf()) planned.push(await plan(client, large, path));
  await client.end();
  await db().$disconnect();
  return planned;
}

async function plan(client: Client, large: ReadonlySet<string>, { name, ask }: Path): Promise<Planned> {
  let [ms, failure] = [0, null as string | null];
  const sent = await recordQueries(async () => {
    try {
      await ask();
      const start = performance.now();
      await ask();
      ms = performance.now() - start;
    } catch (error) {
      failure = `${error}`.trim().split("\n").at(-1) ?? "it failed";
    }
  });
  const explained: Explained[] = [];
  // What was asked first was asked again, and the second time counts.
  for (const one of failure ? sent : sent.slice(sent.length / 2)) {
    const told = await explain(client, one);
    if (told) explained.push(told);
  }
  return {
    name,
    ms,
    failure,
    queries: explained.length,
    blocks: explained.reduce((sum, { blocks }) => sum + blocks, 0),
    slowest: explained.toSorted((a, b) => b.ms - a.ms)[0],
    scanned: explained.flatMap(({ scanned, text }) =>
      scanned.filter((table) => large.has(table)).map((table) => ({ table, text })),
    ),
  };
}

async function listLarge(client: Client): Promise<Set<string>> {
  const { rows } = await client.query<{ name: string }>(
    "select relname as name from pg_class where relkind = 'r' and reltuples > $1",
    [LARGE_ROWS],
  );
  return new Set(rows.map(({ name }) => name));
}
