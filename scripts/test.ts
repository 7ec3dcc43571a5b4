import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildApp } from "./build";
import { isRunning, run } from "./child";
import { findChromium } from "./chromium";
import { findFreePort } from "./environment";
import { generateClient } from "./generate";
import { dataFolder, removeEmbeddedPostgres } from "./postgres/embedded";
import { Problem } from "./problem";
import { onShutdown, shutDown, stopOnSignals } from "./shutdown";

const vitestParts = ["unit", "integration", "contract"];
const parts = [...vitestParts, "e2e"];

/** What is read of the two runners' reports. */
interface Report {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
}

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** npm test [-- PART [FILE …]]: everything, or one of unit, integration, contract and e2e. Needs nothing but npm ci. */
export async function main([part, ...files]: string[]): Promise<number> {
  if (part && !parts.includes(part))
    throw new Problem(
      `There is no part ${part} of the tests; say one of ${parts.join(", ")}, or none for all.`,
    );
  stopOnSignals();
  const reports = mkdtempSync(join(tmpdir(), "counterclaim-test-"));
  onShutdown(async () => rmSync(reports, { recursive: true }));
  const wants = (...names: string[]) => !part || names.includes(part);

  try {
    if (await generateClient()) console.log("Generated the Prisma client.");
    const results: Counts[] = [];
    // The start is tested with the real build, once made for both; a start waits for one that is being made.
    await Promise.all([
      wants("integration", "e2e") && buildApp(say),
      wants(...vitestParts) &&
        runVitest(part, files, join(reports, "vitest.json")).then((counts) => results.push(counts)),
    ]);
    if (wants("e2e")) results.push(await runPlaywright(files, join(reports, "playwright.json")));

    const sum = (key: keyof Counts) => results.reduce((total, counts) => total + counts[key], 0);
    console.log(`\n${sum("passed")} passed, ${sum("failed")} failed, ${sum("skipped")} skipped`);
    return sum("failed") > 0 ? 1 : 0;
  } finally {
    await shutDown();
  }
}

async function runVitest(part: string | undefined, files: string[], report: string): Promise<Counts> {
  const projects = part ? ["--project", part] : [];
  const args = [
    "run",
    ...projects,
    ...files,
    "--passWithNoTests",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ];
  const { code } = await run(process.execPath, ["node_modules/vitest/vitest.mjs", ...args], {
    inherit: true,
  });
  return count(code, report, ({ numPassedTests, numFailedTests, numPendingTests, numTodoTests }) => ({
    passed: numPassedTests,
    failed: numFailedTests,
    skipped: numPendingTests + numTodoTests,
  }));
}

async function runPlaywright(files: string[], report: string): Promise<Counts> {
  const folder = await clearDemonstrationFolder();
  onShutdown(() => removeEmbeddedPostgres(folder));
  const env = {
    ...process.env,
    CHROMIUM_PATH: await findChromium(say),
    E2E_PORT: String(await findFreePort()),
    E2E_DATA_DIR: folder,
    E2E_REPORT: report,
  };
  const args = ["test", ...files, "--pass-with-no-tests"];
  const { code } = await run(process.execPath, ["node_modules/@playwright/test/cli.js", ...args], {
    inherit: true,
    env,
  });
  return count(code, report, ({ stats }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
  }));
}

// Each run begins with new demonstration data, in a folder of its own; those of killed runs are cleared away.
async function clearDemonstrationFolder(): Promise<string> {
  const runs = join(dataFolder(), "e2e");
  for (const pid of existsSync(runs) ? readdirSync(runs) : []) {
    if (!isRunning(Number(pid))) await removeEmbeddedPostgres(join(runs, pid));
  }
  return join(runs, String(process.pid));
}

// A runner that fails without a failed test (a file that does not load, a server that does not start) counts as one.
function count(code: number, report: string, read: (json: Report) => Counts): Counts {
  const counts = existsSync(report)
    ? read(JSON.parse(readFileSync(report, "utf8")))
    : { passed: 0, failed: 0, skipped: 0 };
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function say(line: string): void {
  console.log(`  ${line}`);
}
