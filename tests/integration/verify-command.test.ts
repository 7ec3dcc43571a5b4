import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { db } from "../../lib/db/client";
import { aPublishedClaim } from "../factories/claims";

test("npm run history:verify says that the history holds, and names the revision that was changed", async () => {
  const { eventId } = await aPublishedClaim();
  expect(verify()).toMatchObject({ status: 0, said: expect.stringContaining("the history holds") });

  await db().$executeRaw`alter table revision disable trigger all`;
  await db()
    .$executeRaw`update revision set action = 'claim.superseded' where chain_id = ${eventId} and number = 2`;
  const { status, said } = verify();
  expect(status).toBe(1);
  expect(said).toContain(`Chain ${eventId}, revision 2: its hash does not fit what it says`);
}, 60_000);

function verify(): { status: number | null; said: string } {
  const command = ["--conditions=react-server", "scripts/run.mjs", "verify-history"];
  const { status, stdout } = spawnSync(process.execPath, command, { encoding: "utf8", env: process.env });
  return { status, said: stdout };
}
