import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import type { Measured } from "./bench/measured";
import { generateClient } from "./generate";
import { Problem } from "./problem";
import { isShuttingDown, shutDown, stopOnSignals } from "./shutdown";

type Part = (options: readonly string[]) => Promise<Measured[]> | Measured[];

// Loaded only when they are wanted: they need the database's client, which may not be there yet.
const PARTS: Record<string, Part> = {
  rules: async () => (await import("./bench/measure-rules")).measureRules(),
  stored: async () => (await import("./bench/measure-reads")).measureKept(),
  reads: async () => (await import("./bench/measure-reads")).measureUnkept(),
  create: async () => (await import("./bench/measure-writes")).measureCreating(),
  desk: async () => (await import("./bench/measure-writes")).measureJournalists(),
  search: async () => (await import("./bench/measure-reads")).measureSearches(),
  export: async () => (await import("./bench/measure-reads")).measureExports(),
  import: async () => (await import("./bench/measure-writes")).measureImports(),
  backup: async () => (await import("./bench/measure-backup")).measureBackup(),
  instances: async (options) => (await import("./bench/measure-instances")).measureInstances(options),
  noisy: async (options) => (await import("./bench/measure-noisy")).measureNoisy(options),
  memory: async (options) => (await import("./bench/memory")).measureMemory(options),
  million: async () => (await import("./bench/million")).measureMillion(),
  plans: async (options) => (await import("./bench/plans")).measurePlans(options),
};
/** Asked for by name alone: they make many claims first, where nobody did. */
const LARGE = ["million", "plans", "backup"];

/**
 * npm run bench [-- PART]: how fast it is, each beside its bar; 1 where one fails. All parts, where none is named: then as a
 * table in Markdown, each part in a process of its own.
 */
export async function main([part, ...options]: string[]): Promise<number> {
  stopOnSignals();
  try {
    const rows = part === undefined ? await measureAll() : await measureOne(part, options);
    if (part === undefined) console.log(tableOf(rows));
    for (const { what, value, bar, holds } of part === undefined ? [] : rows)
      console.log(`${holds ? "ok  " : "SLOW"} ${what.padEnd(66)} ${value.padStart(10)}  (${bar})`);
    return rows.every(({ holds }) => holds) ? 0 : 1;
  } finally {
    await shutDown();
  }
}

/** With `--json FILE` last, what was measured is written there as well. */
async function measureOne(name: string, options: readonly string[]): Promise<Measured[]> {
  const part = PARTS[name];
  if (!part) throw new Problem(`There is no part ${name}; say one of ${Object.keys(PARTS).join(", ")}.`);
  await generateClient();
  const at = options.indexOf("--json");
  const rows = await part(at === -1 ? options : options.slice(0, at));
  if (at !== -1) writeFileSync(options[at + 1] as string, JSON.stringify(rows));
  return rows;
}

async function measureAll(): Promise<Measured[]> {
  const folder = mkdtempSync(join(tmpdir(), "counterclaim-bench-"));
  const all: Measured[] = [];
  for (const name of Object.keys(PARTS).filter((part) => !LARGE.includes(part))) {
    if (isShuttingDown()) break;
    console.log(`\n${name}`);
    const file = join(folder, `${name}.json`);
    await runPart(name, file);
    try {
      all.push(...JSON.parse(readFileSync(file, "utf8")));
    } catch {
      all.push({ what: `part ${name}`, value: "failed", bar: "see above", holds: false });
    }
  }
  rmSync(folder, { recursive: true, force: true });
  return all;
}

function runPart(name: string, file: string): Promise<void> {
  const command = ["--conditions=react-server", "scripts/run.mjs", "bench", name, "--json", file];
  const child = spawn(process.execPath, command, { stdio: "inherit" });
  return new Promise((resolve) => child.once("close", () => resolve()));
}

/** The results as docs/benchmarks.md keeps them. */
function tableOf(rows: readonly Measured[]): string {
  const machine = `${cpus().length} cores (${cpus()[0]?.model.trim()}), ${Math.round(totalmem() / 1e9)} GB, Node ${process.version}`;
  return [
    `\n${new Date().toISOString().slice(0, 10)}, ${machine}`,
    "",
    "| What | Measured | Bar | |",
    "|---|--:|---|---|",
    ...rows.map(
      ({ what, value, bar, holds }) => `| ${what} | ${value} | ${bar} | ${holds ? "holds" : "**missed**"} |`,
    ),
  ].join("\n");
}
