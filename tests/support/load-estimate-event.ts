import { db } from "../../lib/db/client";
import { visitEmbeddedDatabase } from "../../scripts/embedded-database";
import { shutDown } from "../../scripts/shutdown";
import { aPublishedClaim, makePublic } from "../factories/claims";
import { aClaimant, aMeasure, anEvent } from "../factories/records";

/** A public event with two figures of one measure, by the public ids of its claims. */
export type EstimateEvent = { slug: string; low: string; high: string };

async function anEventToEstimate(): Promise<EstimateEvent> {
  const event = await anEvent({ title: `Collapse that is estimated ${crypto.randomUUID()}` });
  const measureId = await aMeasure(event.id, { slug: "killed", label: "People killed in the collapse" });
  const common = { eventId: event.id, measureId };
  const [ministry, hospital] = [
    await aClaimant({ name: "Ministry that estimates" }),
    await aClaimant({ name: "Hospital that counts" }),
  ];
  const low = await aPublishedClaim({ ...common, claimantId: ministry.id, n: 63 });
  const high = await aPublishedClaim({ ...common, claimantId: hospital.id, n: 400 });
  await makePublic(event);
  return { slug: event.slug, low: low.publicId, high: high.publicId };
}

// Into the embedded database of DATA_DIR, also while a server runs on it.
await visitEmbeddedDatabase();
try {
  console.log(`MADE ${JSON.stringify(await anEventToEstimate())}`);
} finally {
  await db().$disconnect();
  await shutDown();
}
