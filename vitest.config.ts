import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: {
    // The package throws outside the server; the tests call what it guards on purpose.
    alias: {
      "server-only": new URL("./tests/support/empty.ts", import.meta.url).pathname,
      // As the app's files name each other.
      "@": new URL("./", import.meta.url).pathname.replace(/\/$/, ""),
    },
  },
  test: {
    maxWorkers: 2,
    // The files of one worker share what they import: tests/support/own-database.ts parts what must be apart.
    isolate: false,
    projects: [
      {
        extends: true,
        // A zone with an odd offset that changes sides of the date line's day: code that forgets zones fails here.
        test: { name: "unit", include: ["tests/unit/**/*.test.ts"], env: { TZ: "Pacific/Chatham" } },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          globalSetup: ["tests/support/template-database.ts"],
          setupFiles: ["tests/support/own-database.ts"],
          testTimeout: 20_000,
          hookTimeout: 20_000,
        },
      },
      { extends: true, test: { name: "contract", include: ["tests/contract/**/*.test.ts"] } },
    ],
  },
});
