import { join } from "node:path";
import { Client } from "pg";
import { migrate } from "../../migrate";
import { type Cluster, dropDatabase, ensureDatabase } from "../../postgres/cluster";
import { dataFolder, startEmbeddedPostgres } from "../../postgres/embedded";
import { dropIndexes } from "../../postgres/unburdened";
import { Problem } from "../../problem";
import { onShutdown } from "../../shutdown";
import { makeData } from "./make-data";

/** Fast to fill, of data that can be made again; memory as docs/operations.md advises it for a small server. */
const SETTINGS = [
  "fsync=off",
  "synchronous_commit=off",
  "full_page_writes=off",
  "shared_buffers=1GB",
  "effective_cache_size=4GB",
  "maintenance_work_mem=512MB",
  "max_wal_size=4GB",
  "random_page_cost=1.1",
];

export type Made = { events: number; reports: number; seconds: number; url: string };

/** Makes a database of so many claims anew, as counterclaim_bench_<claims>, and sets DATABASE_URL to it. */
export async function makeBenchData(claims: number): Promise<Made> {
  const cluster = await openCluster();
  const name = nameOf(claims);
  const start = performance.now();
  await dropDatabase(cluster, name);
  await ensureDatabase(cluster, name);
  const url = cluster.url(name);
  await migrate(url, () => {});
  const client = new Client({ connectionString: url });
  await client.connect();
  // The chain of the register is put in with all others.
  await client.query("set session_replication_role = replica; delete from chain");
  const makeIndexes = await dropIndexes(client);
  const made = await makeData(url, claims, (done) => {
    if (Math.floor(done / 50_000) > Math.floor((done - 2_000) / 50_000))
      console.log(`${done} claims, ${((performance.now() - start) / 1000).toFixed(0)} s`);
  });
  await makeIndexes();
  await client.query("vacuum analyze");
  await client.query(`create table if not exists bench_data_is_whole ()`);
  await client.end();
  process.env.DATABASE_URL = url;
  return { ...made, seconds: (performance.now() - start) / 1000, url };
}

/** Opens the database of so many claims, made before or now, and sets DATABASE_URL to it. */
export async function openBenchData(claims: number): Promise<string> {
  const cluster = await openCluster();
  const url = cluster.url(nameOf(claims));
  const isWhole = await hasData(url);
  if (!isWhole) {
    console.log(`Making ${claims} claims first; npm run bench:data -- --claims ${claims} makes them anew.`);
    await makeBenchData(claims);
  }
  await migrate(url, () => {});
  process.env.DATABASE_URL = url;
  return url;
}

/** A copy of the database of so many claims, for what writes into it; `drop` takes it away. */
export async function copyBenchData(claims: number): Promise<{ url: string; drop(): Promise<void> }> {
  await openBenchData(claims);
  const cluster = await openCluster();
  const copy = `${nameOf(claims)}_copy`;
  await dropDatabase(cluster, copy);
  const client = new Client({ connectionString: cluster.url("postgres") });
  await client.connect();
  await client.query(`create database ${copy} template ${nameOf(claims)} strategy file_copy`);
  await client.end();
  return { url: cluster.url(copy), drop: () => dropDatabase(cluster, copy) };
}

function nameOf(claims: number): string {
  return `counterclaim_bench_${claims}`;
}

async function hasData(url: string): Promise<boolean> {
  const client = new Client({ connectionString: url });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query("select to_regclass('bench_data_is_whole') is not null as whole");
    return rows[0].whole;
  } catch (error) {
    if ((error as { code?: string }).code === "3D000") return false;
    throw error;
  } finally {
    await client.end().catch(() => {});
  }
}

let opened: Promise<Cluster> | undefined;

/** A PostgreSQL of its own, in DATA_DIR/bench-data: nobody's records are near. */
function openCluster(): Promise<Cluster> {
  opened ??= startEmbeddedPostgres(join(dataFolder(), "bench-data"), SETTINGS).then((cluster) => {
    if (cluster.beginning !== "adopted") onShutdown(cluster.stop);
    return cluster;
  });
  return opened;
}

/** The number of claims that a command was asked for: --claims 1000000. */
export function claimsAsked(args: readonly string[]): number {
  const at = args.indexOf("--claims");
  const claims = Number(at < 0 ? 1_000_000 : args[at + 1]);
  if (!Number.isInteger(claims) || claims < 1_000)
    throw new Problem("Say how many claims as a whole number of at least 1000: --claims 10000.");
  return claims;
}
