import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { expect, test } from "vitest";
import { db } from "../../lib/db/client";
import { verifyHistory } from "../../lib/history/verify-history";

test("a writer killed in the middle of a write leaves all that it acknowledged, and nothing half done", async () => {
  const acknowledged: string[] = [];
  for (let round = 0; round < 3; round += 1) acknowledged.push(...(await logAndKill(15 + round)));

  const claims = await db().claim.findMany({ include: { attributions: true } });
  const logged = new Set(claims.map(({ id }) => id));
  expect(acknowledged.length).toBeGreaterThanOrEqual(48);
  expect(acknowledged.filter((id) => !logged.has(id))).toEqual([]);
  expect(claims.filter(({ attributions }) => attributions.length !== 2)).toEqual([]);
  const revisions = await db().revision.count({ where: { action: "claim.logged" } });
  expect(revisions).toBe(claims.length);
  expect((await verifyHistory(db())).breaks).toEqual([]);
}, 60_000);

/** Starts a writer, kills it with SIGKILL after so many acknowledgements, and returns the ids that it acknowledged. */
async function logAndKill(after: number): Promise<string[]> {
  const command = ["--conditions=react-server", "--import", "tsx", "tests/support/log-until-killed.ts"];
  const writer = spawn(process.execPath, command, { stdio: ["ignore", "pipe", "inherit"] });
  const exited = once(writer, "exit");
  const ids: string[] = [];
  for await (const id of createInterface(writer.stdout)) {
    ids.push(id);
    if (ids.length === after) writer.kill("SIGKILL");
  }
  await exited;
  return ids;
}
