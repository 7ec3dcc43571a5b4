import { assessClaim } from "../lib/assessments/assess-claim";
import type { Actor } from "../lib/auth/actor";
import { registerActor } from "../lib/auth/register-actor";
import { createClaimant } from "../lib/claimants/create-claimant";
import { logClaim } from "../lib/claims/log-claim";
import { publishClaim, reviewClaim, submitClaim } from "../lib/claims/move-claim";
import { supersedeClaim } from "../lib/claims/supersede-claim";
import { db } from "../lib/db/client";
import { createEvent } from "../lib/events/create-event";
import { publishEvent, reviewEvent, submitEvent } from "../lib/events/move-event";
import { defineMeasure } from "../lib/measures/define-measure";
import { createPublication } from "../lib/publications/create-publication";
import { fileReport } from "../lib/reports/file-report";
import * as makiivka from "./seed/makiivka";
import { assessments, claims, type SeedClaim, supersessions } from "./seed/makiivka-claims";

/**
 * Loads the demonstration event through the commands, so that it has a real history: a demonstration journalist
 * logs, a demonstration editor publishes, by one fixed clock.
 */
async function seed(): Promise<void> {
  const journalist = await registerActor({ name: "Demonstration journalist", role: "journalist" }, tick());
  const editor = await registerActor({ name: "Demonstration editor", role: "editor" }, tick());

  const ids = await register(journalist);
  const eventId = await createDemonstrationEvent(journalist, ids);
  for (const { key, partOf, period, ...measure } of makiivka.measures) {
    const { zone } = makiivka.event.occurred;
    const input = {
      ...measure,
      eventId,
      partOfId: idOf(ids, partOf),
      period: period === null ? null : { edtf: period, zone },
    };
    ids.set(key, await defineMeasure(journalist, input, tick()));
  }
  for (const claim of claims)
    ids.set(claim.key, await logClaim(journalist, toInput(claim, eventId, ids), tick()));

  await publish(journalist, editor, eventId, ids);
  for (const { newer, older, ...decision } of supersessions) {
    await supersedeClaim(
      editor,
      { newer: await read(ids, newer), older: await read(ids, older), ...decision },
      tick(),
    );
  }
  for (const { claim, evidence, ...assessment } of assessments) {
    const { id, version } = await read(ids, claim);
    const items = evidence.map(({ report, ...item }) => ({ ...item, reportId: idOf(ids, report) }));
    await assessClaim(editor, { claimId: id, version, evidence: items, ...assessment }, tick());
  }
}

type Ids = Map<string, string>;

async function register(journalist: Actor): Promise<Ids> {
  const ids: Ids = new Map();
  for (const { key, ...publication } of makiivka.publications) {
    ids.set(`publication ${key}`, await createPublication(journalist, publication, tick()));
  }
  for (const { key, parent, publication, viaPublication, ...claimant } of makiivka.claimants) {
    const input = {
      ...claimant,
      parentId: idOf(ids, parent, "claimant"),
      publicationId: idOf(ids, publication, "publication"),
      viaPublicationId: idOf(ids, viaPublication, "publication"),
    };
    ids.set(`claimant ${key}`, await createClaimant(journalist, input, tick()));
  }
  for (const { key, publication, ...report } of makiivka.reports) {
    const publicationId = idOf(ids, publication, "publication");
    ids.set(key, await fileReport(journalist, { ...report, publicationId }, tick()));
  }
  return ids;
}

async function createDemonstrationEvent(journalist: Actor, ids: Ids): Promise<string> {
  const parties = makiivka.event.parties.map(({ claimant, ...party }) => ({
    ...party,
    claimantId: idOf(ids, claimant, "claimant"),
  }));
  return createEvent(journalist, { ...makiivka.event, parties }, tick());
}

function toInput({ key: _, claimant, attributions, ...claim }: SeedClaim, eventId: string, ids: Ids) {
  const common = {
    eventId,
    claimantId: idOf(ids, claimant, "claimant"),
    attributions: attributions.map(({ report, viaReport, viaClaimant, ...attribution }) => ({
      ...attribution,
      reportId: idOf(ids, report),
      viaReportId: idOf(ids, viaReport),
      viaClaimantId: idOf(ids, viaClaimant, "claimant"),
    })),
  };
  if (claim.type === "statement") return { ...claim, ...common };
  const { measure, relativeTo, ...figure } = claim;
  return { ...figure, ...common, measureId: idOf(ids, measure), relativeToId: idOf(ids, relativeTo) };
}

async function publish(journalist: Actor, editor: Actor, eventId: string, ids: Ids): Promise<void> {
  await submitEvent(journalist, { id: eventId, version: 1 }, tick());
  await reviewEvent(editor, { id: eventId, version: 2 }, tick());
  for (const { key } of claims) {
    const id = idOf(ids, key);
    await submitClaim(journalist, { id, version: 1 }, tick());
    await reviewClaim(editor, { id, version: 2 }, tick());
    await publishClaim(editor, { id, version: 3 }, tick());
  }
  await publishEvent(editor, { id: eventId, version: 3 }, tick());
}

function idOf(ids: Ids, key: string, noun?: string): string;
function idOf(ids: Ids, key: string | null, noun?: string): string | null;
function idOf(ids: Ids, key: string | null, noun?: string): string | null {
  if (key === null) return null;
  const id = ids.get(noun ? `${noun} ${key}` : key);
  if (!id) throw new Error(`The demonstration data names "${key}", which is not loaded before it is used.`);
  return id;
}

async function read(ids: Ids, key: string): Promise<{ id: string; version: number }> {
  return db().claim.findUniqueOrThrow({ where: { id: idOf(ids, key) }, select: { id: true, version: true } });
}

let now = Date.parse("2026-11-02T08:00:00Z");
function tick(): Date {
  now += 60_000;
  return new Date(now);
}

await seed();
await db().$disconnect();
