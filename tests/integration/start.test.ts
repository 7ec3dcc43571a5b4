import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Client } from "pg";
import { afterAll, describe, expect, test } from "vitest";
import { DEMONSTRATION_ACCOUNTS } from "../../lib/accounts/demonstration-accounts";
import { isRunningCommand } from "../../scripts/child";
import { removeEmbeddedPostgres, startEmbeddedPostgres } from "../../scripts/postgres/embedded";

// The start is tried from outside, as a person at a terminal meets it. Where the build is missing it is made first.
const minute = 60_000;
const started: Start[] = [];
const folders: string[] = [];

afterAll(async () => {
  for (const { child } of started) child.kill("SIGKILL");
  for (const folder of folders) await removeEmbeddedPostgres(folder);
}, minute);

// Of those that have one after the other: what the first start wrote is there for the later ones.
const data = newFolder();

test("two run side by side from one clone, each with its own data", { timeout: 5 * minute }, async () => {
  const both = [start({ DATA_DIR: data, AUTH_SECRET: "" }), start({ DATA_DIR: newFolder() })];
  const addresses = await Promise.all(both.map((one) => one.ready()));
  expect(new Set(addresses).size).toBe(2);
  for (const address of addresses) expect((await fetch(`${address}/en`)).status).toBe(200);
  expect(statSync(join(data, "auth-secret")).mode & 0o777).toBe(0o600);

  both[0]?.child.kill("SIGTERM");
  both[1]?.child.kill("SIGHUP");
  expect(await Promise.all(both.map((one) => one.ended()))).toEqual([0, 0]);
});

test("a start, a crash and a stop: what a second start finds each time; the ready accounts are there for this machine alone", {
  timeout: 5 * minute,
}, async () => {
  const first = start({ DATA_DIR: data, AUTH_SECRET: "" });
  const address = await first.ready();
  expect(await readyAccounts(data)).toEqual(DEMONSTRATION_ACCOUNTS.map(({ email }) => email).toSorted());
  expect(await (await fetch(`${address}/ready`)).json()).toEqual({ status: "ready", reason: null });

  const second = start({ DATA_DIR: data });
  expect(await second.ended()).toBe(1);
  expect(second.said()).toContain(`already running at ${address}`);

  first.child.kill("SIGKILL");
  await first.ended();
  const postgres = first.postgresPid();
  expect(isRunningCommand(postgres, "postgres")).toBe(true);
  const third = start({ DATA_DIR: data });
  await third.ready();
  expect(third.said()).toContain("taken over");
  expect(third.postgresPid()).toBe(postgres);

  process.kill(postgres, "SIGKILL");
  const failed = await fetch(`${await third.ready()}/en`);
  // 503 as soon as it is known that the database is away.
  expect([500, 503]).toContain(failed.status);
  const reference = failed.headers.get("x-request-id") ?? "";
  expect(await failed.text()).toContain(reference);
  expect(third.said()).toContain(reference);
  await expect.poll(() => third.said(), { timeout: minute }).toContain("starting it again");
  const isReady = async () => (await fetch(`${await third.ready()}/ready`)).status;
  await expect.poll(isReady, { timeout: minute, interval: 500 }).toBe(200);
  expect((await fetch(`${await third.ready()}/en`)).status).toBe(200);

  const again = third.postgresPid();
  third.child.kill("SIGKILL");
  process.kill(again, "SIGKILL");
  await third.ended();
  // Reached from other machines, it must not have accounts whose password everybody can read.
  const fourth = start({ DATA_DIR: data, HOST: "0.0.0.0" });
  await fourth.ready();
  expect(fourth.said()).toContain("recovered");
  expect(await readyAccounts(data)).toEqual([]);

  const last = fourth.postgresPid();
  fourth.child.kill("SIGINT");
  expect(await fourth.ended()).toBe(0);
  expect(isRunningCommand(last, "postgres")).toBe(false);
});

describe("a start that cannot work says in one sentence what to do", () => {
  test("a port that is taken", async () => {
    const server = createServer();
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const { port } = server.address() as { port: number };
    await expectRefusal(
      { PORT: String(port), DATA_DIR: newFolder() },
      `Port ${port} is in use by another program`,
    );
    server.close();
  });

  test("a data folder that cannot be written to", async () => {
    await expectRefusal({ DATA_DIR: join(resolve("package.json"), "data") }, "cannot be written to");
  });

  test.each([
    ["that is no address", "somewhere", "DATABASE_URL is not an address"],
    ["of another kind of database", "mysql://root@127.0.0.1/app", "only PostgreSQL will do"],
    [
      "where nobody answers",
      "postgresql://user:secret@127.0.0.1:9/app",
      "No PostgreSQL answers at 127.0.0.1:9",
    ],
  ])("a DATABASE_URL %s", async (_, databaseUrl, sentence) => {
    await expectRefusal({ DATABASE_URL: databaseUrl }, sentence);
  });

  test("a DATABASE_URL with a wrong password", async () => {
    const url = new URL(process.env.DATABASE_URL as string);
    url.password = "wrong";
    await expectRefusal({ DATABASE_URL: url.href }, "refused the user or password");
  });

  test.each([
    ["without an AUTH_SECRET", "", "AUTH_SECRET is not set, and nobody can sign in without it"],
    ["with an AUTH_SECRET that is short", "guessable", "AUTH_SECRET is too short"],
  ])("a DATABASE_URL %s", async (_, secret, sentence) => {
    const databaseUrl = process.env.DATABASE_URL as string;
    await expectRefusal({ DATABASE_URL: databaseUrl, AUTH_SECRET: secret }, sentence);
  });

  test("a Node.js that is too old", async () => {
    const pretend = "Object.defineProperty(process, 'versions', { value: { node: '18.20.8' } })";
    await expectRefusal(
      { NODE_OPTIONS: `--import "data:text/javascript,${encodeURIComponent(pretend)}"` },
      "needs Node.js 20.20 or newer",
    );
  });
});

async function expectRefusal(environment: Record<string, string>, sentence: string): Promise<void> {
  const refused = start(environment);
  expect(await refused.ended()).toBe(1);
  expect(refused.said()).toContain(sentence);
  expect(refused.said()).not.toMatch(/\n\s+at .*:\d+/);
}

/** The e-mail addresses that one can sign in with, asked of the running database of a data folder. */
async function readyAccounts(folder: string): Promise<string[]> {
  const cluster = await startEmbeddedPostgres(folder);
  expect(cluster.beginning).toBe("adopted");
  const client = new Client({ connectionString: cluster.url("counterclaim") });
  await client.connect();
  const { rows } = await client
    .query("select email from user_account order by email")
    .finally(() => client.end());
  return rows.map(({ email }) => email);
}

interface Start {
  child: ChildProcess;
  /** Everything written until now. */
  said(): string;
  /** The address, once it is printed. */
  ready(): Promise<string>;
  /** The exit code. */
  ended(): Promise<number>;
  postgresPid(): number;
}

function start(environment: Record<string, string>): Start {
  const child = spawn(process.execPath, ["scripts/run.mjs", "start"], {
    env: { ...process.env, DATABASE_URL: "", PORT: "0", HOST: "", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const listeners = new Set<() => void>();
  const collect = (chunk: Buffer) => {
    output += chunk;
    for (const listener of listeners) listener();
  };
  child.stdout.on("data", collect);
  child.stderr.on("data", collect);
  const exit = new Promise<number>((done) => child.once("close", (code) => done(code ?? -1)));

  const one: Start = {
    child,
    said: () => output,
    ended: () => exit,
    ready: () =>
      new Promise((done, fail) => {
        const look = () => {
          const address = /Counterclaim is at (\S+)/.exec(output)?.[1];
          if (address) done(address);
        };
        listeners.add(look);
        look();
        void exit.then((code) => fail(new Error(`The start ended with ${code}:\n${output}`)));
      }),
    postgresPid: () =>
      Number(
        readFileSync(join(/data in (\S+)/.exec(output)?.[1] ?? "", "postmaster.pid"), "utf8").split("\n")[0],
      ),
  };
  started.push(one);
  return one;
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "counterclaim-start-"));
  folders.push(folder);
  return folder;
}
