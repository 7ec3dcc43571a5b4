import { rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { createAccount } from "../../lib/accounts/open-account";
import type { Actor } from "../../lib/auth/actor";
import { logClaim } from "../../lib/claims/log-claim";
import { db } from "../../lib/db/client";
import { connect, listTables, readHeads } from "../backup/database";
import { openBackup } from "../backup/open-backup";
import { onScratchDatabase } from "../cases/scratch-database";
import { run } from "../child";
import { dataFolder } from "../postgres/embedded";
import { copyBenchData } from "./data/database";
import { inputOf, type Stage, setStage } from "./stage";

const CLAIMS = 200_000;
export const WRITERS = 10;
/** How long they write before the backup begins. */
const WARM_MS = 5_000;

type Told = { seconds: number; peakBytes: number };

export type BackupLoad = {
  backup: Told;
  restore: Told;
  bytes: number;
  claims: number;
  /** Claims logged a second, before the backup and while it was made. */
  rateBefore: number;
  rateMeanwhile: number;
  /** Tables whose restored rows are not as many as there were, chains that end elsewhere, and claims saved before that are gone. */
  differences: string[];
  isHistoryWhole: boolean;
};

/**
 * Backs up 200,000 claims while ten people log more, and restores them into another PostgreSQL with its ordinary settings, each
 * in a process of its own; then asks both whether what was restored is what was there at one moment.
 */
export async function benchBackup(): Promise<BackupLoad> {
  const file = join(dataFolder(), `bench-${process.pid}.backup`);
  const { url, drop } = await copyBenchData(CLAIMS);
  process.env.DATABASE_URL = url;
  try {
    const writers = await beginWriting();
    await new Promise((done) => setTimeout(done, WARM_MS));
    const savedBefore = [...writers.saved];
    const backup = await inProcess(url, "backup", file);
    const meanwhile = writers.saved.length - savedBefore.length;
    await writers.stop();
    await db().$disconnect();
    const restored = await onScratchDatabase(async () => {
      const target = process.env.DATABASE_URL as string;
      const restore = await inProcess(target, "restore", file);
      const differences = await compare({ source: url, target, file, savedBefore });
      const verify = ["--conditions=react-server", "scripts/run.mjs", "verify-history"];
      const { code, output } = await run(process.execPath, verify, {
        env: { ...process.env, DATABASE_URL: target },
      });
      if (code !== 0) console.log(output);
      return { restore, ...differences, isHistoryWhole: code === 0 };
    }, []);
    const rates = {
      rateBefore: savedBefore.length / (WARM_MS / 1000),
      rateMeanwhile: meanwhile / backup.seconds,
    };
    return { backup, bytes: statSync(file).size, ...rates, ...restored };
  } finally {
    rmSync(file, { force: true });
    await drop();
  }
}

/** Ten people log claims, each of an event of their own, as fast as they are answered. */
async function beginWriting(): Promise<{ saved: string[]; stop(): Promise<void> }> {
  const person = {
    name: "Bench",
    email: "bench@newsroom.example",
    password: "a password of the measurement",
  };
  const actor: Actor = await createAccount({ ...person, role: "journalist" }, new Date());
  const stages: Stage[] = [];
  for (let at = 0; at < WRITERS; at += 1) stages.push(await setStage(actor, `backed-up-${at}`));
  const saved: string[] = [];
  let isOver = false;
  const writing = stages.map(async (stage, at) => {
    for (let n = 0; !isOver; n += 1) saved.push(await logClaim(actor, inputOf(stage, at, n), new Date()));
  });
  return {
    saved,
    async stop() {
      isOver = true;
      await Promise.all(writing);
    },
  };
}

async function inProcess(url: string, script: string, file: string): Promise<Told> {
  const command = ["--conditions=react-server", "scripts/run.mjs", "bench/measured-process", script, file];
  const { code, output } = await run(process.execPath, command, {
    env: { ...process.env, DATABASE_URL: url },
  });
  if (code !== 0) throw new Error(`npm run ${script} ended with ${code}:\n${output}`);
  console.log(output.trim());
  return JSON.parse(output.trim().split("\n").at(-1) ?? "");
}

type Compared = { source: string; target: string; file: string; savedBefore: readonly string[] };

async function compare({ source, target, file, savedBefore }: Compared) {
  const backup = await openBackup(file);
  const { manifest } = backup;
  backup.close();
  const [there, here] = [await connect(source), await connect(target)];
  const differences: string[] = [];
  const made = new Set((await listTables(here)).map(({ name }) => name));
  for (const { name, rows } of manifest.tables) {
    if (!made.has(name)) continue;
    const counted = await here.query(`select count(*)::int as rows from ${here.escapeIdentifier(name)}`);
    if (counted.rows[0].rows !== rows)
      differences.push(`${name} has ${counted.rows[0].rows} rows, not ${rows}`);
  }
  const heads = await readHeads(here);
  if (JSON.stringify(heads) !== JSON.stringify(manifest.heads)) differences.push("the heads of the chains");

  // What was a chain's last revision at that moment is still one of its revisions where the others went on writing.
  const ends = await here.query(
    "select array_agg(id) as ids, array_agg(length) as lengths, array_agg(head_hash) as hashes from chain",
  );
  const { ids, lengths, hashes } = ends.rows[0];
  const elsewhere = await there.query(
    `select id from unnest($1::text[], $2::int[], $3::text[]) as head (id, length, hash)
    where length > 0 and not exists (
      select from revision where chain_id = head.id and number = length and revision.hash = head.hash)`,
    [ids, lengths, hashes],
  );
  differences.push(...elsewhere.rows.map(({ id }) => `chain ${id} ends elsewhere`));
  const lost = await here.query(
    "select count(*)::int as n from unnest($1::uuid[]) as saved (id) where not exists (select from claim where claim.id = saved.id)",
    [savedBefore],
  );
  if (lost.rows[0].n > 0) differences.push(`${lost.rows[0].n} claims saved before the backup`);
  const claims = await here.query("select count(*)::int as n from claim");
  await there.end();
  await here.end();
  return { differences, claims: claims.rows[0].n as number };
}
