import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { findFreePort } from "../environment";
import { NO_LIMITS } from "../no-limits";
import { dataFolder, removeEmbeddedPostgres } from "../postgres/embedded";
import { onShutdown } from "../shutdown";
import { startCommand } from "../start-command";

/** A whole Counterclaim of its own, on this machine alone, with the demonstration in it. */
export interface DeskServer {
  address: string;
  dataDir: string;
  pid: number | undefined;
}

/**
 * Starts one with new data and waits until it serves; it is stopped, and its data go, at the end. `settings`: in place of
 * no limits.
 */
export async function startDeskServer(settings: Record<string, string> = NO_LIMITS): Promise<DeskServer> {
  const dataDir = join(dataFolder(), "bench");
  await removeEmbeddedPostgres(dataDir);
  const port = await findFreePort();
  const child = spawn(process.execPath, startCommand().args, {
    env: {
      ...startCommand().env,
      ...settings,
      DATABASE_URL: "",
      HOST: "127.0.0.1",
      SITE_URL: "",
      DATA_DIR: dataDir,
      PORT: String(port),
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  onShutdown(async () => {
    await stop(child);
    await removeEmbeddedPostgres(dataDir);
  });
  await served(child);
  return { address: `http://127.0.0.1:${port}`, dataDir, pid: child.pid };
}

function served(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = "";
    child.stdout?.on("data", (chunk: Buffer) => {
      said += chunk;
      if (said.includes("Counterclaim is at ")) resolve();
    });
    child.once("close", (code) => reject(new Error(`The server ended with ${code}:\n${said}`)));
  });
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once("close", () => resolve());
    child.kill("SIGINT");
  });
}
