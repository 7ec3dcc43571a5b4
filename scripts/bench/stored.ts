import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onShutdown } from "../shutdown";
import { startDeskServer } from "./desk-server";
import { compareLoads, type Measured } from "./load";

export type StoredTimes = { what: string; kept: Measured; bare: Measured }[];

const PATHS = {
  "an event's page": "/en/events/makiivka-2023",
  "an answer of the API": "/api/v1/claims?limit=40",
} as const;

/**
 * What is kept beside a bare Node server that sends the very same compressed bytes: the event page of the demonstration,
 * and forty claims as JSON.
 */
export async function benchStored(): Promise<StoredTimes> {
  const { address, pid } = await startDeskServer();
  const times: StoredTimes = [];
  for (const [what, path] of Object.entries(PATHS)) {
    const headers = { "accept-encoding": "br" };
    const bare = await startBare(await bytesOf(address + path));
    const { kept, bare: yardstick } = await compareLoads([
      { name: "bare", origin: bare.origin, path: () => path, headers, pid: bare.pid },
      { name: "kept", origin: address, path: () => path, headers, pid },
    ]);
    times.push({ what, kept, bare: yardstick });
  }
  return times;
}

/** As they travel: fetch would unpack them, unless it is told that nobody asked for them packed. */
async function bytesOf(url: string): Promise<{ body: Buffer; type: string }> {
  const { request } = await import("undici");
  const { headers, body } = await request(url, { headers: { "accept-encoding": "br" } });
  if (headers["content-encoding"] !== "br") throw new Error(`${url} was not compressed.`);
  return { body: Buffer.from(await body.arrayBuffer()), type: String(headers["content-type"]) };
}

async function startBare({ body, type }: { body: Buffer; type: string }) {
  const folder = mkdtempSync(join(tmpdir(), "counterclaim-bench-"));
  const file = join(folder, "body");
  writeFileSync(file, body);
  const headers = JSON.stringify({ "content-type": type, "content-encoding": "br" });
  const child = spawn(process.execPath, ["scripts/bench/bare-memory.mjs", file, headers], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onShutdown(async () => {
    child.kill();
    rmSync(folder, { recursive: true, force: true });
  });
  const [port] = await once(child.stdout, "data");
  return { origin: `http://127.0.0.1:${String(port).trim()}`, pid: child.pid };
}
