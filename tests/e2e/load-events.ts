import { execFile } from "node:child_process";
import { promisify } from "node:util";

/**
 * Before the browser tests, when the server is up: loads the contested events of the acceptance cases beside the
 * demonstration, so that the tests meet more than one event. In a process of its own, since the commands refuse to
 * load outside the server without its condition.
 */
export default async function loadEvents(): Promise<void> {
  const program = ["--conditions=react-server", "--import", "tsx", "tests/support/load-fixture-events.ts"];
  const { E2E_DATA_DIR: DATA_DIR = ".data/e2e/by-hand" } = process.env;
  const env = { ...process.env, DATA_DIR, NODE_OPTIONS: "" };
  const start = performance.now();
  await promisify(execFile)(process.execPath, program, { env });
  console.log(`Loaded the other events in ${((performance.now() - start) / 1000).toFixed(1)} s.`);
}
