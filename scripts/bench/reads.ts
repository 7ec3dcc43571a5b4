import { spawn } from "node:child_process";
import { once } from "node:events";
import { db } from "../../lib/db/client";
import { env } from "../../lib/env";
import { visitEmbeddedDatabase } from "../embedded-database";
import { onShutdown } from "../shutdown";
import { startDeskServer } from "./desk-server";
import { FORTY_CLAIMS, fillFortyClaims } from "./forty-claims";
import { compareLoads, type Measured } from "./load";

export type ReadTimes = { what: string; percentMin: number; read: Measured; bare: Measured }[];

const READS = [
  {
    what: "40 claims with their claimants, as JSON",
    percentMin: 15,
    path: `/api/v1/claims?event=${FORTY_CLAIMS}&limit=40`,
    bare: "/claims",
  },
  { what: "the page of their event", percentMin: 5, path: `/en/events/${FORTY_CLAIMS}`, bare: "/page" },
  {
    what: "a filtered list of 50 claims, as JSON",
    percentMin: 20,
    path: "/api/v1/claims?type=figure&limit=50",
    bare: "/list",
  },
  {
    what: "a search, as JSON",
    percentMin: 30,
    path: "/api/v1/search?q=ministry",
    bare: "/search?q=ministry",
  },
] as const;

/** Until what renders is compiled by the engine, which it is after some thousand times. */
const WARM_UP_SECONDS = 12;

/**
 * What is rendered anew for each request, beside a bare Node server that gives the same claims from the same database by
 * statements written by hand.
 */
export async function benchReads(): Promise<ReadTimes> {
  // Nothing is kept.
  process.env.KEPT_MEGABYTES = "0";
  const { address, dataDir, pid } = await startDeskServer();
  process.env.DATA_DIR = dataDir;
  await visitEmbeddedDatabase();
  await fillFortyClaims();
  await db().$disconnect();
  const bareServer = await startBare();
  const times: ReadTimes = [];
  for (const { what, percentMin, path, bare: barePath } of READS) {
    const { read, bare } = await compareLoads(
      [
        { name: "bare", origin: bareServer.origin, path: () => barePath, pid: bareServer.pid },
        { name: "read", origin: address, path: () => path, pid },
      ],
      { warmUpSeconds: WARM_UP_SECONDS },
    );
    times.push({ what, percentMin, read, bare });
  }
  return times;
}

async function startBare() {
  const { DATABASE_URL, DATABASE_POOL_MAX } = env();
  const given = ["scripts/bench/bare-server.mjs", DATABASE_URL, String(DATABASE_POOL_MAX), FORTY_CLAIMS];
  const child = spawn(process.execPath, given, { stdio: ["ignore", "pipe", "inherit"] });
  onShutdown(async () => {
    child.kill();
  });
  const [port] = await once(child.stdout, "data");
  return { origin: `http://127.0.0.1:${String(port).trim()}`, pid: child.pid };
}
