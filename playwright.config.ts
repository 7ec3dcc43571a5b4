import { defineConfig } from "@playwright/test";
import { NO_LIMITS } from "./scripts/no-limits";
import { startCommand } from "./scripts/start-command";

// Set by scripts/test.ts; the rest is for running Playwright by hand.
const {
  E2E_PORT = "3210",
  E2E_DATA_DIR = ".data/e2e/by-hand",
  E2E_REPORT,
  CHROMIUM_PATH = "/usr/bin/chromium",
} = process.env;
const address = `http://127.0.0.1:${E2E_PORT}`;

export default defineConfig({
  testDir: "tests",
  // api holds requests without a browser, one file for each endpoint.
  testMatch: ["e2e/**/*.spec.ts", "api/**/*.spec.ts"],
  // After the server is up.
  globalSetup: "./tests/e2e/load-events.ts",
  workers: 2,
  // A loaded machine takes its time; what hangs is found all the same.
  timeout: 60_000,
  fullyParallel: true,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: E2E_REPORT ? [["list"], ["json", { outputFile: E2E_REPORT }]] : [["list"]],
  outputDir: "test-results",
  use: {
    baseURL: address,
    browserName: "chromium",
    // Recording every step takes a third of the time; for one that fails, run it again with --trace on.
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: CHROMIUM_PATH,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  webServer: {
    command: `exec node ${startCommand().args.join(" ")}`,
    url: `${address}/ready`,
    env: {
      ...NO_LIMITS,
      MALLOC_ARENA_MAX: startCommand().env.MALLOC_ARENA_MAX ?? "",
      PORT: E2E_PORT,
      DATA_DIR: E2E_DATA_DIR,
      DATABASE_URL: "",
      HOST: "127.0.0.1",
      COUNTERCLAIM_PSEUDO_LOCALE: "1",
    },
    timeout: 240_000,
    gracefulShutdown: { signal: "SIGINT", timeout: 20_000 },
    stdout: "pipe",
  },
});
