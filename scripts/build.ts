import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./child";
import { contentHash, isNoted } from "./content-hash";
import { generateClient } from "./generate";
import { readHolder, release, tryLock, withLock } from "./lock";
import { Problem } from "./problem";

const stamp = ".next/sources.sha256";
const servers = ".next/servers";
const buildLock = "node_modules/.cache/counterclaim/build.lock";

// Everything that the build reads. A file outside these cannot make a build stale.
const sources = [
  "app",
  "lib",
  "messages",
  "public",
  "prisma/schema.prisma",
  "instrumentation.ts",
  "next.config.js",
];
const settings = ["postcss.config.mjs", "tsconfig.json", "package-lock.json"];

/** Builds the pages when their sources have changed since the last build; says whether it did. */
export async function buildApp(report: (line: string) => void): Promise<boolean> {
  const hash = contentHash([...sources, ...settings], process.env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY ?? "");
  const isBuilt = () => isNoted(stamp, hash) && existsSync(".next/BUILD_ID");
  if (isBuilt()) return false;

  const onWait = ({ pid }: { pid: number }) => report(`waiting for the build that process ${pid} is making`);
  return withLock(buildLock, onWait, async () => {
    // Perhaps the one we waited for has made it.
    if (isBuilt()) return false;
    refuseUnderRunningServers();

    report("building the pages, which takes about a minute; only needed after a change to the sources");
    // A build that read a database would serve one moment's data for ever: it gets none.
    const { DATABASE_URL: _, ...environment } = process.env;
    const { code, output } = await run(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
      env: { ...environment, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    });
    if (code !== 0) throw new Problem(`The build failed:\n${output.trim()}`);
    writeFileSync(stamp, hash);
    return true;
  });
}

/** Notes that this process serves the build, so that no other start replaces it underneath. */
export function noteServing(address: string): () => void {
  const file = join(servers, `${process.pid}.json`);
  try {
    release(file);
    tryLock(file, address);
  } catch {
    // Where we may not write, as in an image, nobody can replace the build either.
    return () => {};
  }
  return () => release(file);
}

function refuseUnderRunningServers(): void {
  if (!existsSync(servers)) return;
  const holder = readdirSync(servers)
    .map((name) => readHolder(join(servers, name)))
    .find(Boolean);
  if (holder) {
    throw new Problem(
      `The sources have changed, but ${holder.note} still serves the previous build from this folder; stop it first, then start again.`,
    );
  }
}

export async function main(): Promise<void> {
  await generateClient();
  console.log((await buildApp(console.log)) ? "Built." : "The build is up to date.");
}
