import { db } from "../../lib/db/client";
import type { Qualifier } from "../../lib/vocabulary";
import { visitEmbeddedDatabase } from "../../scripts/embedded-database";
import { shutDown } from "../../scripts/shutdown";
import { aPublishedClaim, attributionInput, makePublic } from "../factories/claims";
import { aClaimant, aMeasure, anEvent, aReport } from "../factories/records";

/** A public event with a hundred figures of one measure, and the slugs of both. */
export type CrowdedEvent = { slug: string; measure: string };

const FIGURES = 100;

// Of every length and in two scripts: names are what does not fit.
const NAMES = [
  "Ministry of Health",
  "وزارة الصحة في الولاية الشمالية",
  "Joint operations command of the northern and eastern provinces, press office",
  "Observatory",
];

type Worded = { raw: string; qualifier: Qualifier; low: number | null; high: number | null };

const WORDED: readonly ((n: number) => Worded)[] = [
  (n) => ({ raw: String(n), qualifier: "exact", low: n, high: n }),
  (n) => ({ raw: `at least ${n}`, qualifier: "at_least", low: n, high: null }),
  (n) => ({ raw: `up to ${n}`, qualifier: "up_to", low: null, high: n }),
  (n) => ({ raw: `${n} to ${2 * n}`, qualifier: "between", low: n, high: 2 * n }),
  (n) => ({ raw: `about ${n}`, qualifier: "about", low: n, high: n }),
];

async function aCrowdedEvent(): Promise<CrowdedEvent> {
  const event = await anEvent({ title: `Flood with many counts ${crypto.randomUUID().slice(0, 8)}` });
  const measureId = await aMeasure(event.id, { slug: "killed", label: "People killed in the flood" });
  const attributions = [attributionInput(await aReport())];
  for (let i = 0; i < FIGURES; i += 1) {
    const worded = WORDED[i % WORDED.length] as (typeof WORDED)[number];
    const { raw, ...quantity } = worded(1 + ((i * 37) % 900));
    const claimant = await aClaimant({ name: `${NAMES[i % NAMES.length]} ${i + 1}` });
    const stated = new Date(Date.UTC(2026, 4, 4 + (i % 25))).toISOString().slice(0, 10);
    const of = { eventId: event.id, measureId, claimantId: claimant.id };
    await aPublishedClaim({ ...of, raw, quantity, stated, attributions });
  }
  await makePublic(event);
  return { slug: event.slug, measure: "killed" };
}

// Into the embedded database of DATA_DIR, also while a server runs on it.
await visitEmbeddedDatabase();
try {
  console.log(`MADE ${JSON.stringify(await aCrowdedEvent())}`);
} finally {
  await db().$disconnect();
  await shutDown();
}
