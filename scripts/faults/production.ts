import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { buildApp } from "../build";
import { findFreePort } from "../environment";
import { onShutdown } from "../shutdown";
import { startCommand } from "../start-command";
import type { Target } from "./fault-kinds";
import { keepApp } from "./kept-app";
import { keepDatabase } from "./kept-database";
import { openLine } from "./line";

const SECRET = "a secret of the fault tests alone, which nobody else uses";

/** The production server, as `npm start` starts it, with its worker, by a line that can be cut to a PostgreSQL of its own. */
export async function startProduction(): Promise<Target> {
  await buildApp(console.log);
  const folder = mkdtempSync(join(tmpdir(), "counterclaim-clock-"));
  onShutdown(async () => rmSync(folder, { recursive: true }));
  const clock = join(folder, "shift");
  const setClock = (ms: number) => writeFileSync(clock, String(ms));
  setClock(0);
  const database = await keepDatabase();
  const line = await openLine(database.url);
  onShutdown(line.close);
  Object.assign(process.env, { DATABASE_URL: database.url, AUTH_SECRET: SECRET });
  const port = await findFreePort();
  const env = {
    ...startCommand().env,
    DATABASE_URL: line.url,
    AUTH_SECRET: SECRET,
    HOST: "127.0.0.1",
    PORT: String(port),
    SITE_URL: "",
    API_WRITES_PER_MINUTE: "1000000",
    API_READS_PER_MINUTE: "1000000",
    FAULT_CLOCK: clock,
    NODE_OPTIONS: `--import ${pathToFileURL("scripts/faults/shifted-clock.mjs")}`,
  };
  return { app: keepApp({ args: startCommand().args, env, port }), database, line, setClock };
}
