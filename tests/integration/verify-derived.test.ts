import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { db } from "../../lib/db/client";
import { aPublishedClaim, makePublic } from "../factories/claims";

function derived(what: string): { status: number | null; said: string } {
  const command = ["--conditions=react-server", "scripts/run.mjs", "derived", what];
  const { status, stdout } = spawnSync(process.execPath, command, { encoding: "utf8", env: process.env });
  return { status, said: stdout };
}

test("npm run derive:verify names what is out of step, and what earlier rules left is derived again", async () => {
  const claim = await aPublishedClaim();
  await makePublic({ id: claim.eventId });
  await db().claim.update({ where: { id: claim.id }, data: { reportCount: 7 } });
  await db().eventDerived.update({
    where: { eventId: claim.eventId },
    data: { summary: { figureCount: 9 }, rulesVersion: 0 },
  });
  const wrong = derived("verify");
  expect(wrong.status).toBe(1);
  expect(wrong.said).toContain("its summary differs in figureCount");
  expect(wrong.said).toContain(`what is kept beside claim ${claim.publicId} differs`);

  expect(derived("refresh").said).toContain("Events derived again: 1");
  expect(derived("verify")).toMatchObject({ status: 0, said: expect.stringContaining("is in step") });
  expect(derived("refresh").said).toContain("Events derived again: 0");
}, 60_000);
