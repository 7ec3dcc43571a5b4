import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createAccount } from "../../lib/accounts/open-account";
import type { Actor } from "../../lib/auth/actor";
import { signIn } from "../../lib/auth/sessions";
import { logClaim } from "../../lib/claims/log-claim";
import { db } from "../../lib/db/client";
import { verifyDerived } from "../../lib/events/verify-derived";
import { verifyHistory } from "../../lib/history/verify-history";
import { visitEmbeddedDatabase } from "../embedded-database";
import { percentileOf, writeBare } from "./bare-rows";
import { openForm, sendForm } from "./desk-form";
import { startDeskServer } from "./desk-server";
import { inputOf, JOURNALISTS, type Stage, setStage } from "./stage";

const SECONDS = 30;
const TIMED_SECONDS = 8;
const PASSWORD = "a password of the measurement";

/** What came of the journalists' half minute, and how long the command takes beside a bare transaction. */
export interface DeskLoad {
  sent: number;
  saved: number;
  /** Refused in words, as when two are first at once. */
  conflicts: number;
  /** Anything else: an error of the server, or no answer. */
  errors: string[];
  lost: number;
  doubled: number;
  historyBreaks: number;
  derivedDifferences: number;
  commandP95: number;
  bareP95: number;
  answerP95: number;
}

/**
 * Twenty journalists log claims of one event at once for half a minute through the real server, on loopback; one
 * form in five is sent twice, as by an impatient finger. Then the command alone is timed beside the same rows without
 * a rule, twenty at once, one after the other in the same run.
 */
export async function benchDesk(): Promise<DeskLoad> {
  const { address, dataDir } = await startDeskServer();
  Object.assign(process.env, { DATA_DIR: dataDir, IS_LOOPBACK: "true" });
  await visitEmbeddedDatabase();
  process.env.AUTH_SECRET = readFileSync(join(dataDir, "auth-secret"), "utf8").trim();

  const people = await openAccounts();
  const stage = await setStage(people[0]?.actor as Actor);
  const counts = { sent: 0, conflicts: 0, errors: [] as string[], times: [] as number[] };
  const saved = new Map<string, Set<string>>();
  const end = Date.now() + SECONDS * 1000;
  await Promise.all(
    people.map(async ({ cookie }, at) => {
      const form = await openForm(address, cookie);
      for (let n = 0; Date.now() < end; n += 1) {
        const submissionId = randomUUID();
        const fields = fieldsOf(stage, at, n, submissionId);
        const presses = n % 5 === 0 ? 2 : 1;
        await Promise.all(
          Array.from({ length: presses }, async () => {
            counts.sent += 1;
            const began = performance.now();
            const answer = await sendForm(form, fields).catch((error: Error) => ({
              status: 0,
              savedAt: null,
              said: error.message,
            }));
            counts.times.push(performance.now() - began);
            if (answer.savedAt)
              saved.set(submissionId, (saved.get(submissionId) ?? new Set()).add(answer.savedAt));
            else if (answer.status === 200) counts.conflicts += 1;
            else counts.errors.push(`${answer.status} ${answer.said}`);
          }),
        );
      }
    }),
  );

  const stored = await db().claim.findMany({
    where: { eventId: stage.eventId },
    select: { submissionId: true, recordStatus: true },
  });
  const storedIds = stored.map(({ submissionId }) => submissionId ?? "");
  const { breaks } = await db().$transaction(verifyHistory, {
    isolationLevel: "RepeatableRead",
    timeout: 600_000,
  });
  const { differences } = await verifyDerived();
  const timed = await timeCommand(people.map(({ actor }) => actor));
  await db().$disconnect();
  return {
    sent: counts.sent,
    saved: saved.size,
    conflicts: counts.conflicts,
    errors: counts.errors,
    lost: [...saved.keys()].filter((id) => !storedIds.includes(id)).length,
    doubled:
      storedIds.length - new Set(storedIds).size + [...saved.values()].filter(({ size }) => size > 1).length,
    historyBreaks: breaks.length,
    derivedDifferences: differences.length,
    answerP95: percentileOf(counts.times, 95),
    ...timed,
  };
}

async function openAccounts(): Promise<{ actor: Actor; cookie: string }[]> {
  const people = [];
  for (let at = 0; at < JOURNALISTS; at += 1) {
    const email = `journalist-${at}@newsroom.example`;
    const actor = await createAccount(
      { name: `Journalist ${at}`, email, role: "journalist", password: PASSWORD },
      new Date(),
    );
    const done = await signIn({ email, password: PASSWORD }, `192.0.2.${at}`, new Headers());
    if (done.state !== "signed_in") throw new Error(`Signing in gave ${done.state}.`);
    const cookie = done.cookies.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join("; ");
    people.push({ actor, cookie });
  }
  return people;
}

function fieldsOf(stage: Stage, at: number, n: number, submissionId: string): Record<string, string> {
  return {
    submissionId,
    type: "figure",
    eventId: stage.eventId,
    reportId: stage.reportId,
    claimantId: stage.claimantIds[at] ?? "",
    measureId: stage.measureId,
    figure: String(1000 + n),
    stated: "2026-05-04",
    language: "en",
    basis: "unstated",
    standing: "reported",
    carries: "paraphrase",
    next: "look",
  };
}

/** Milliseconds at the 95th percentile of the command, and of the rows that it writes, in turns of equal length. */
async function timeCommand(actors: Actor[]): Promise<{ commandP95: number; bareP95: number }> {
  const stage = await setStage(actors[0] as Actor, "timed-event");
  const bareStage = await setStage(actors[0] as Actor, "bare-event");
  const commands: number[] = [];
  const bare: number[] = [];
  const turns = 4;
  let n = 0;
  for (let turn = 0; turn < turns; turn += 1) {
    const until = Date.now() + (TIMED_SECONDS * 1000) / turns;
    await together(actors, until, commands, (actor, at) =>
      logClaim(actor, inputOf(stage, at, n++), new Date()),
    );
    const next = Date.now() + (TIMED_SECONDS * 1000) / turns;
    await together(actors, next, bare, (actor, at) =>
      writeBare(bareStage.eventId, inputOf(bareStage, at, n++), actor),
    );
  }
  return { commandP95: percentileOf(commands, 95), bareP95: percentileOf(bare, 95) };
}

async function together(
  actors: Actor[],
  until: number,
  times: number[],
  work: (actor: Actor, at: number) => Promise<unknown>,
): Promise<void> {
  await Promise.all(
    actors.map(async (actor, at) => {
      while (Date.now() < until) {
        const began = performance.now();
        await work(actor, at);
        times.push(performance.now() - began);
      }
    }),
  );
}
