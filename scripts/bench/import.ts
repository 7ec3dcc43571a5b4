import { createWriteStream, rmSync } from "node:fs";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { Client } from "pg";
import { registerActor } from "../../lib/auth/register-actor";
import { createClaimant } from "../../lib/claimants/create-claimant";
import { db } from "../../lib/db/client";
import { createEvent } from "../../lib/events/create-event";
import { verifyHistory } from "../../lib/history/verify-history";
import { defineMeasure } from "../../lib/measures/define-measure";
import { createPublication } from "../../lib/publications/create-publication";
import { fileReport } from "../../lib/reports/file-report";
import { onScratchDatabase } from "../cases/scratch-database";
import { run } from "../child";
import { WORKER_FLAGS } from "../keep-worker";
import { dataFolder } from "../postgres/embedded";
import { copyRows } from "./copy-rows";

const CLAIMS = 100_000;
const CLAIMANTS = 5;
const MEASURES = 20;
const BARE = "import_bare";

export type ImportLoad = {
  claims: number;
  seconds: number;
  peakBytes: number;
  bareSeconds: number;
  historyBreaks: number;
};

/**
 * How long 100,000 claims of a CSV take with their history, on a database with its ordinary settings, in a process of
 * their own; how much memory it had at most; and how long PostgreSQL takes for a bare COPY of the very same rows into
 * the same tables with the same indexes and constraints, right after it.
 */
export function benchImport(): Promise<ImportLoad> {
  return onScratchDatabase(async () => {
    const url = process.env.DATABASE_URL ?? "";
    const file = join(dataFolder(), `bench-import-${process.pid}.csv`);
    try {
      const actorId = await setStage();
      await writeCsv(file);
      await db().$disconnect();
      await onServer(url, `drop database if exists ${BARE}`, `create database ${BARE} template cases`);
      const args = [...WORKER_FLAGS, "scripts/run.mjs", "bench/import-process", file, actorId];
      const { code, output } = await run(process.execPath, args);
      if (code !== 0) throw new Error(`The process that logs ended with ${code}:\n${output}`);
      const told = JSON.parse(output.trim().split("\n").at(-1) ?? "") as {
        seconds: number;
        peakBytes: number;
      };
      const bareSeconds = await copyBare(url, `${file}.copy`);
      const claims = await db().claim.count();
      const { breaks } = await db().$transaction(verifyHistory, {
        isolationLevel: "RepeatableRead",
        timeout: 600_000,
      });
      await db().$disconnect();
      return { claims, ...told, bareSeconds, historyBreaks: breaks.length };
    } finally {
      rmSync(file, { force: true });
      await onServer(url, `drop database if exists ${BARE}`);
    }
  }, []);
}

/** All that the claims name. Returns the id of who logs them. */
async function setStage(): Promise<string> {
  const now = new Date();
  const actor = await registerActor({ name: "Bench", role: "editor" }, now);
  for (let n = 0; n < CLAIMANTS; n += 1)
    await createClaimant(
      actor,
      {
        slug: `claimant-${n}`,
        name: `Claimant ${n}`,
        kind: "government_body",
        parentId: null,
        publicationId: null,
        viaPublicationId: null,
      },
      now,
    );
  const place = { name: "Dnipro", country: "UA", latitude: null, longitude: null };
  const occurred = { edtf: "2014-01-01/2016-12-31", zone: "UTC" };
  const eventId = await createEvent(
    actor,
    { slug: "measured", title: "A measured event", summary: "It is measured.", place, occurred },
    now,
  );
  for (let n = 0; n < MEASURES; n += 1)
    await defineMeasure(
      actor,
      {
        eventId,
        slug: `measure-${n}`,
        label: `Killed in area ${n}`,
        kinds: ["killed"],
        unit: "people",
        personClass: "unspecified",
        demographic: null,
        nationality: null,
        area: `Area ${n}`,
        period: null,
        cause: "unspecified",
        total: "running_total",
      },
      now,
    );
  const publication = { slug: "daily", name: "Daily", family: null, country: null };
  const publicationId = await createPublication(actor, publication, now);
  const url = "https://daily.example/figures";
  const web = { publicationId, medium: "web", url, title: "Figures", language: "en" } as const;
  await fileReport(actor, { ...web, published: null, isRead: true, note: null }, now);
  return actor.id;
}

/** A figure of each claimant and measure for each of 1,000 days. */
async function writeCsv(file: string): Promise<void> {
  const out = createWriteStream(file);
  out.write("day,claimant,measure,killed\n");
  const perDay = CLAIMANTS * MEASURES;
  for (let n = 0; n < CLAIMS; n += 1) {
    const day = new Date(Date.UTC(2014, 0, 1 + Math.floor(n / perDay))).toISOString().slice(0, 10);
    out.write(`${day},claimant-${n % CLAIMANTS},measure-${Math.floor(n / CLAIMANTS) % MEASURES},${n}\n`);
  }
  out.end();
  await finished(out);
}

/** What an import writes of claims, in an order in which each row finds the rows that it names. */
const TABLES = [
  { table: "import", where: "true" },
  { table: "claim", where: "true" },
  { table: "attribution", where: "true" },
  { table: "revision", where: "action in ('claim.logged', 'attribution.attached')" },
  {
    table: "revision_content",
    where:
      "revision_id in (select id from revision where action in ('claim.logged', 'attribution.attached'))",
  },
  { table: "imported_record", where: "true" },
];

async function copyBare(url: string, file: string): Promise<number> {
  const [from, to] = [new Client(url), new Client(onDatabase(url, BARE))];
  await Promise.all([from.connect(), to.connect()]);
  try {
    let ms = 0;
    for (const table of TABLES) ms += await copyRows(from, to, table, file);
    return ms / 1000;
  } finally {
    await Promise.all([from.end(), to.end()]);
  }
}

async function onServer(url: string, ...statements: readonly string[]): Promise<void> {
  const client = new Client(onDatabase(url, "postgres"));
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}

function onDatabase(url: string, name: string): string {
  return Object.assign(new URL(url), { pathname: `/${name}` }).href;
}
