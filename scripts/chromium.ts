import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { run } from "./child";
import { Problem } from "./problem";

const installed = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** A Chromium for the browser tests: the machine's own, else Playwright's, else the system's package. */
export async function findChromium(report: (line: string) => void): Promise<string> {
  const found = firstWorking([process.env.CHROMIUM_PATH ?? "", ...installed, await playwrightsOwn()]);
  if (found) return found;

  report("there is no Chromium on this machine; downloading the one of Playwright");
  await run(process.execPath, ["node_modules/@playwright/test/cli.js", "install", "chromium"]);
  const downloaded = firstWorking([await playwrightsOwn()]);
  if (downloaded) return downloaded;

  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    report("that failed; installing the system's package chromium, which takes a minute or two");
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    await run("apt-get", ["update"], { env });
    await run("apt-get", ["install", "--yes", "--no-install-recommends", "chromium"], { env });
    const packaged = firstWorking(installed);
    if (packaged) return packaged;
  }
  throw new Problem(
    "The browser tests need Chromium and none could be installed; install it and set CHROMIUM_PATH to its program.",
  );
}

// Asked of Playwright when it is needed, because it reads its settings from the environment when it is loaded.
async function playwrightsOwn(): Promise<string> {
  const { chromium } = await import("@playwright/test");
  return chromium.executablePath();
}

// Found is not enough: Playwright's lacks libraries on many machines and then does not even tell its version.
function firstWorking(paths: string[]): string | undefined {
  return paths.find(
    (path) => path && existsSync(path) && spawnSync(path, ["--version", "--no-sandbox"]).status === 0,
  );
}
