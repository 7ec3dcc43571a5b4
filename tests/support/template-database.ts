import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import type { TestProject } from "vitest/node";
import { applyMigrations } from "../../lib/db/migrate";
import { isRunning } from "../../scripts/child";
import { dataFolder, removeEmbeddedPostgres, startEmbeddedPostgres } from "../../scripts/postgres/embedded";
import { databaseUrlFor, templateName } from "./fresh-database";

declare module "vitest" {
  interface ProvidedContext {
    serverUrl: string;
  }
}

// Lost with the machine's power, which a test does not mind, and several times as fast.
const careless = ["fsync=off", "synchronous_commit=off", "full_page_writes=off"];

/** Before the integration tests: one database with all migrations applied, which each test file then copies. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const { serverUrl, stop } = process.env.TEST_DATABASE_URL
    ? { serverUrl: process.env.TEST_DATABASE_URL, stop: async () => {} }
    : await startOwnServer();
  await makeTemplate(serverUrl);
  project.provide("serverUrl", serverUrl);
  return stop;
}

// Each run has its own server, so that two runs at once do not meet; what a killed run left is cleared away.
async function startOwnServer() {
  const runs = join(dataFolder(), "test");
  for (const pid of existsSync(runs) ? readdirSync(runs) : []) {
    if (!isRunning(Number(pid))) await removeEmbeddedPostgres(join(runs, pid));
  }
  const folder = join(runs, String(process.pid));
  const cluster = await startEmbeddedPostgres(folder, careless);
  return {
    serverUrl: cluster.url("postgres"),
    stop: async () => {
      await cluster.stop();
      await removeEmbeddedPostgres(folder);
    },
  };
}

async function makeTemplate(serverUrl: string): Promise<void> {
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(`drop database if exists ${templateName} with (force)`);
  await client.query(`create database ${templateName}`);
  await client.end();
  await applyMigrations(databaseUrlFor(serverUrl, templateName));
}
