import { beforeAll, describe, expect, test } from "vitest";
import { attachReport } from "../../lib/attributions/attach-report";
import { findCitedClaim, findCitedEvent } from "../../lib/citations/find-cited";
import { amendClaim } from "../../lib/claims/amend-claim";
import { toInput, valuesOf } from "../../lib/claims/claim-row";
import { retractClaim } from "../../lib/claims/withdraw-claim";
import { db } from "../../lib/db/client";
import { inTransaction } from "../../lib/db/transaction";
import { deriveEvent } from "../../lib/events/derive-event";
import { findEvent } from "../../lib/events/queries";
import { type ChangedClaim, listChangedClaims } from "../../lib/feeds/changed-claims";
import { listChangedEvents } from "../../lib/feeds/changed-events";
import { findFollowedClaimant, findFollowedPublication } from "../../lib/feeds/find-followed";
import { mergeDuplicate } from "../../lib/merges/merge-duplicate";
import { redactField } from "../../lib/redactions/redact-field";
import { anAdmin, anEditor } from "../factories/cast";
import {
  aClaim,
  anAssessment,
  aPublishedClaim,
  attributionInput,
  makePublic,
  read,
  readClaim,
  type StoredClaim,
  supersede,
} from "../factories/claims";
import { tick, unique } from "../factories/clock";
import { aClaimant, aMeasure, anEvent, aPublication, aReport } from "../factories/records";

const secret = unique("secret");
let event: Awaited<ReturnType<typeof anEvent>>;
let claimant: Awaited<ReturnType<typeof aClaimant>>;
let publication: Awaited<ReturnType<typeof aPublication>>;
let [first, second, carried] = [] as unknown as [StoredClaim, StoredClaim, StoredClaim];

// One claimant's two figures and a rival's, which a publication carries; a draft, and a claim of an event to come.
beforeAll(async () => {
  [event, claimant, publication] = [await anEvent(), await aClaimant(), await aPublication()];
  const [rival, measureId] = [await aClaimant(), await aMeasure(event.id)];
  const common = { eventId: event.id, claimantId: claimant.id, measureId };
  const attributions = [attributionInput(await aReport({ publicationId: publication.id }))];
  first = await aPublishedClaim({ ...common, n: 63 });
  second = await aPublishedClaim({ ...common, n: 89 });
  carried = await aPublishedClaim({ ...common, claimantId: rival.id, n: 400, attributions });
  await makePublic(event);
  await aClaim({ ...common, n: 7, raw: `seven ${secret}`, attributions });
  const later = await anEvent({ title: `Event ${secret}` });
  const elsewhere = { eventId: later.id, measureId: await aMeasure(later.id) };
  await aPublishedClaim({ ...common, ...elsewhere, n: 8, raw: `eight ${secret}`, attributions });
});

const ofEvent = () => listChangedClaims({ eventId: event.id });
const ofClaimant = () => listChangedClaims({ claimantId: claimant.id });
const ofPublication = () => listChangedClaims({ publicationId: publication.id });
const everyFeed = async () =>
  JSON.stringify([await ofEvent(), await ofClaimant(), await ofPublication(), await listChangedEvents()]);
const at = (claims: ChangedClaim[], { publicId }: { publicId: string }) =>
  claims.find((claim) => claim.publicId === publicId);
const brief = (claims: ChangedClaim[]) => claims.map(({ publicId, action }) => [publicId, action]);

describe("what a feed tells of claims", () => {
  test("is each public claim of an event, of a claimant or of a publication's reports, and none other (R34)", async () => {
    const ids = (claims: ChangedClaim[]) => claims.map(({ publicId }) => publicId).toSorted();
    expect(ids(await ofEvent())).toEqual([first, second, carried].map(({ publicId }) => publicId).toSorted());
    expect(ids(await ofClaimant())).toEqual([first, second].map(({ publicId }) => publicId).toSorted());
    expect(ids(await ofPublication())).toEqual([carried.publicId]);
    expect(await everyFeed()).not.toContain(secret);
  });

  test("is public since its event is, where the event came after it", async () => {
    const { publishedAt } = await db().event.findUniqueOrThrow({ where: { id: event.id } });
    for (const claim of await ofEvent())
      expect(claim).toMatchObject({ published: publishedAt?.getTime(), updated: publishedAt?.getTime() });
  });

  test("does not change when nothing changed, nor when it is only computed again", async () => {
    const before = await everyFeed();
    await inTransaction((tx) => deriveEvent(tx, event.id, tick()));
    expect(await everyFeed()).toBe(before);
  });

  test("changes when a claim is superseded, assessed, corrected or redacted, and for that claim alone", async () => {
    const others = async (but: StoredClaim) =>
      (await ofEvent()).filter(({ publicId }) => publicId !== but.publicId);
    const change = async (claim: StoredClaim, work: () => Promise<unknown>) => {
      const [before, rest] = [at(await ofEvent(), claim), await others(claim)];
      await work();
      const [newest] = await ofEvent();
      expect(newest?.publicId).toBe(claim.publicId);
      expect(newest?.updated).toBeGreaterThan(before?.updated ?? Number.NaN);
      expect(newest?.published).toBe(before?.published);
      expect(await others(claim)).toEqual(rest);
      return newest;
    };
    expect(await change(first, () => supersede(first, second))).toMatchObject({
      action: "claim.superseded",
      lifecycle: "superseded",
    });
    expect(await change(carried, () => anAssessment(carried.id))).toMatchObject({
      action: "claim.assessed",
      verification: "documented",
    });
    expect(await change(second, () => amend(second))).toMatchObject({ action: "claim.amended" });
    expect(await change(second, () => retract(second))).toMatchObject({ lifecycle: "retracted" });
    const order = { subjectKind: "claim", field: "wording", reason: "A court's order." } as const;
    const redact = async () => redactField(await anAdmin(), { ...order, subjectId: first.id }, tick());
    expect(await change(first, redact)).toMatchObject({
      action: "redaction.made",
      wording: { text: "[redacted]" },
    });
  });

  test("of a publication, changes too when one of its reports comes to carry a claim", async () => {
    const [inEvent, { version }] = [at(await ofEvent(), second), await readClaim(second.id)];
    const reportId = await aReport({ publicationId: publication.id, title: "Both figures" });
    const input = { claimId: second.id, version, attribution: attributionInput(reportId), reason: null };
    await attachReport(await anEditor(), input, tick());
    expect(brief(await ofPublication())).toEqual([
      [second.publicId, "attribution.published"],
      [carried.publicId, "claim.assessed"],
    ]);
    expect(at(await ofPublication(), second)?.reports).toMatchObject([{ title: "Both figures" }]);
    // The claim itself is the same.
    expect(at(await ofEvent(), second)).toMatchObject({ updated: inEvent?.updated, action: inEvent?.action });
  });

  test("has at most so many entries, those that changed last", async () => {
    const all = await ofEvent();
    expect(brief(await listChangedClaims({ eventId: event.id }, 2))).toEqual(brief(all.slice(0, 2)));
  });
});

describe("what the feed of the site tells of events", () => {
  test("is when readers last saw something change, and the range of its headline as it now is", async () => {
    const found = (await listChangedEvents(500)).find(({ id }) => id === event.id);
    const page = await findEvent(event.slug);
    expect(found?.row).toMatchObject({ slug: event.slug, changedAt: page?.changedAt });
    expect(found?.publishedAt).toBe(page?.publishedAt);
  });
});

describe("what is named in the address of a feed", () => {
  test("is found while it is public, and then alone (R34)", async () => {
    const [hidden, silent] = [await aClaimant(), await aPublication()];
    expect(await findFollowedClaimant(claimant.slug)).toMatchObject({ id: claimant.id });
    expect(await findFollowedPublication(publication.slug)).toMatchObject({ id: publication.id });
    expect(await findFollowedClaimant(hidden.slug)).toBeNull();
    expect(await findFollowedPublication(silent.slug)).toBeNull();
    expect(await findFollowedClaimant("No Slug")).toBeNull();
  });
});

describe("what is cited", () => {
  test("is the present version of a claim, and when it came to be", async () => {
    const { version } = await readClaim(second.id);
    const { at } = await db().revision.findFirstOrThrow({ where: { subjectId: second.id, version } });
    expect(await findCitedClaim(second.publicId)).toMatchObject({ version, changedAt: at.getTime() });
    // A report that came to carry it since leaves its version as it was.
    expect(at.getTime()).toBe(atUpdated(await ofEvent()));
  });

  test("is the version of an event that readers see, whatever colleagues did since", async () => {
    const cited = await findCitedEvent(event.slug, tick().getTime());
    const shown = await db().revision.findFirstOrThrow({
      where: { chainId: event.id, action: "attribution.published" },
      orderBy: { number: "desc" },
    });
    await aClaim({ eventId: event.id, measureId: second.measureId ?? "" });
    expect(cited?.version).toBe(shown.number);
    expect(await findCitedEvent(event.slug, tick().getTime())).toEqual(cited);
    expect(await findCitedEvent("no-such-event", tick().getTime())).toBeNull();
  });

  test("nothing that is not public, nor a duplicate of another (R34)", async () => {
    const draft = await aClaim({ eventId: event.id, measureId: second.measureId ?? "" });
    expect(await findCitedClaim(draft.publicId)).toBeNull();
    const { version } = await readClaim(carried.id);
    const twin = await aPublishedClaim({
      eventId: event.id,
      claimantId: carried.claimantId,
      measureId: carried.measureId ?? "",
      n: 401,
      stated: "2026-05-05",
    });
    const kept = { id: carried.id, version };
    const input = { duplicate: read(twin), kept, reason: "One statement.", note: null };
    await mergeDuplicate(await anEditor(), input, tick());
    expect(await findCitedClaim(twin.publicId)).toBeNull();
    expect(at(await ofEvent(), twin)).toBeUndefined();
  });
});

const atUpdated = (claims: ChangedClaim[]) => at(claims, second)?.updated;

async function amend({ id }: StoredClaim): Promise<void> {
  const claim = await readClaim(id);
  const values = { ...toInput(valuesOf(claim)), basis: "count" as const };
  await amendClaim(await anEditor(), { ...read(claim), claim: values, reason: "They counted." }, tick());
}

async function retract({ id }: StoredClaim): Promise<void> {
  const { version } = await readClaim(id);
  await retractClaim(await anEditor(), { claimId: id, version, reason: "Taken back." }, tick());
}
