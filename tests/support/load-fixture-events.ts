import { assessClaim } from "../../lib/assessments/assess-claim";
import { decideOneOrigin } from "../../lib/claims/decline-link";
import { db } from "../../lib/db/client";
import { loadCase, openDesk } from "../../scripts/cases/load-case";
import { visitEmbeddedDatabase } from "../../scripts/embedded-database";
import { shutDown } from "../../scripts/shutdown";
import { CASES, caseEvent } from "../fixtures/case-files";

// Loads the events of the acceptance cases that it does not have yet into the embedded database of DATA_DIR, also
// while a server runs on it. A clock before that of the demonstration keeps the demonstration first in every list.
await visitEmbeddedDatabase();
const desk = await openDesk(new Date("2026-10-01T08:00:00Z"));
try {
  const stored = await db().event.findMany({ select: { slug: true } });
  for (const name of CASES.filter((name) => !stored.some(({ slug }) => slug === name))) {
    const { refusals, ids } = await loadCase(caseEvent(name), desk);
    if (refusals.length > 0) throw new Error(`${name}: ${refusals.join(" ")}`);
    if (name === "olenivka-2022") await corroborate(ids.claim);
  }
} finally {
  await db().$disconnect();
  await shutDown();
}

// So that the browser tests meet a corroborated figure: an editor of these tests, not of the world, finds that the two
// counts of the injured were made apart. The suspicion on those of the killed stays open.
async function corroborate(ids: ReadonlyMap<string, string>): Promise<void> {
  const { editor, tick } = desk;
  const [claimId, corroboratingId] = [ids.get("pg_injured_130") ?? "", ids.get("bezsonov_injured_130") ?? ""];
  const note = "Decided for a test: the two counts are taken to have been made apart.";
  await decideOneOrigin(editor, { claims: [claimId, corroboratingId], state: "declined", note }, tick());
  const { version } = await db().claim.findUniqueOrThrow({ where: { id: claimId } });
  const assessment = { status: "corroborated", reason: "Set for a test.", whatWouldChange: null } as const;
  await assessClaim(editor, { claimId, version, corroboratingId, ...assessment, evidence: [] }, tick());
}
