import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { run } from "./child";
import type { Environment } from "./environment";
import { dataFolder } from "./postgres/embedded";
import { Problem } from "./problem";
import { checkSecrets } from "./secrets";

const HOW = "set AUTH_SECRET to 32 random bytes or more, such as openssl rand -base64 32";

/**
 * Sets what signing in needs: a secret of this installation, which the demonstration makes and keeps beside its data,
 * and whether cookies travel over plain http to this machine alone. Refuses secrets that can be guessed.
 */
export function setAuthSettings({ isEmbedded, host }: Environment): string {
  const isLoopback = ["127.0.0.1", "localhost", "::1"].includes(host) && isLocalSite();
  process.env.IS_LOOPBACK = String(isLoopback);
  process.env.HAS_DEMONSTRATION_ACCOUNTS = String(isEmbedded && isLoopback);
  const { AUTH_SECRET } = process.env;
  if (AUTH_SECRET && AUTH_SECRET.length < 32) throw new Problem(`AUTH_SECRET is too short: ${HOW}.`);
  if (!(isEmbedded && isLoopback)) checkSecrets(process.env);
  if (AUTH_SECRET) return "AUTH_SECRET is set";
  if (!isEmbedded) throw new Problem(`AUTH_SECRET is not set, and nobody can sign in without it: ${HOW}.`);
  process.env.AUTH_SECRET = keptSecret();
  return "a secret of its own, kept beside the data";
}

function isLocalSite(): boolean {
  const { SITE_URL } = process.env;
  return !SITE_URL || ["localhost", "127.0.0.1", "[::1]"].includes(new URL(SITE_URL).hostname);
}

function keptSecret(): string {
  const file = join(dataFolder(), "auth-secret");
  if (!existsSync(file)) {
    mkdirSync(dataFolder(), { recursive: true });
    writeFileSync(file, randomBytes(32).toString("base64"), { mode: 0o600 });
  }
  return readFileSync(file, "utf8").trim();
}

/**
 * Sees to it that the ready accounts are there in the demonstration on this machine, and nowhere else. The check is
 * one query; making them needs the app's own code, which loads in a process of its own.
 */
export async function keepDemonstrationAccounts(databaseUrl: string): Promise<string> {
  const wanted = process.env.HAS_DEMONSTRATION_ACCOUNTS === "true";
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query(COUNT).finally(() => client.end());
  const found = rows[0].found as number;
  if (wanted ? found === 3 : found === 0) return wanted ? "ready" : "none";
  const command = [
    "--conditions=react-server",
    "scripts/run.mjs",
    "demonstration-accounts",
    wanted ? "make" : "remove",
  ];
  const { code, output } = await run(process.execPath, command, { env: process.env });
  if (code !== 0)
    throw new Problem(`The ready accounts could not be ${wanted ? "made" : "removed"}:\n${output.trim()}`);
  return output.trim();
}

const COUNT = "select count(*)::int as found from user_account where email like '%@demonstration.invalid'";
