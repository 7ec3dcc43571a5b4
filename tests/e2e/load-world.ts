import { execFileSync } from "node:child_process";

/**
 * Runs a program of tests/support that writes through the commands into the database of the running server, and gives
 * what it tells after "MADE ". In a process of its own, as the commands refuse to load outside the server without its
 * condition; its factories count from a number of its own, so that no two make records of one address.
 */
export function loadWorld<T>(program: string): T {
  const { E2E_DATA_DIR: DATA_DIR = ".data/e2e/by-hand" } = process.env;
  const args = ["--conditions=react-server", "--import", "tsx", `tests/support/${program}.ts`];
  const FACTORIES_FROM = String(Math.floor(Math.random() * 1e9));
  const env = { ...process.env, DATA_DIR, FACTORIES_FROM, NODE_OPTIONS: "" };
  const told = execFileSync(process.execPath, args, { env, encoding: "utf8" });
  return JSON.parse(/^MADE (.*)$/m.exec(told)?.[1] ?? "");
}
