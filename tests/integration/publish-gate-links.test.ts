import { beforeAll, describe, expect, test } from "vitest";
import { findClaimant } from "../../lib/claimants/queries";
import { findClaim } from "../../lib/claims/queries";
import { supersedeClaim } from "../../lib/claims/supersede-claim";
import { findEvent } from "../../lib/events/queries";
import { findPublication } from "../../lib/publications/queries";
import { findReport } from "../../lib/reports/queries";
import { anEditor } from "../factories/cast";
import {
  aClaim,
  anAssessment,
  aPublishedClaim,
  aPublishedEvent,
  attributionInput,
  makePublic,
  publish,
  readClaim,
} from "../factories/claims";
import { tick, unique } from "../factories/clock";
import { aClaimant, aMeasure, anEvent, aPublication, aReport } from "../factories/records";
import { aWorld, everyWayOut, type World } from "../factories/ways-out";

describe("R34: a published claim does not lead to", () => {
  let known: World;
  beforeAll(async () => {
    known = await aWorld(await aPublishedEvent());
    await publish(known.claim);
  });

  test("a draft that is measured against it", async () => {
    const draft = await aClaim({
      eventId: known.event.id,
      measureId: known.measureId,
      relativeToId: known.claim.id,
      n: 3,
    });
    expect(JSON.stringify(await everyWayOut(known))).not.toContain(draft.publicId);
  });

  test("a draft that it is measured against", async () => {
    const draft = await aClaim({ eventId: known.event.id, measureId: known.measureId, n: 400 });
    const relative = await aPublishedClaim({
      eventId: known.event.id,
      measureId: known.measureId,
      relativeToId: draft.id,
      raw: "far fewer",
      quantity: { qualifier: "relative", low: null, high: 399 },
    });
    const page = await findClaim(relative.publicId);
    expect(page?.figure?.relativeTo).toBeNull();
    expect(JSON.stringify([page, await findEvent(known.event.slug)])).not.toContain(draft.publicId);
    await publish(draft);
    expect((await findClaim(relative.publicId))?.figure?.relativeTo?.publicId).toBe(draft.publicId);
  });

  test("the drafts of its claimant, or of its report, elsewhere", async () => {
    const hidden = await anEvent({ title: unique("Hidden event") });
    const attributions = [attributionInput(known.report.id)];
    const elsewhere = await aClaim({
      eventId: hidden.id,
      claimantId: known.claim.claimantId,
      n: 77,
      attributions,
    });
    const seen = JSON.stringify(await everyWayOut(known));
    expect(seen).not.toContain(elsewhere.publicId);
    expect(seen).not.toContain(hidden.slug);
    const { counts, reports } = (await findPublication(known.slugs[1] ?? "", null)) ?? {};
    expect(counts).toEqual({ reports: 1, claims: 1, misreports: 0 });
    expect(reports?.map(({ claimCount }) => claimCount)).toEqual([1]);
  });

  test("a body that is on no page of its own", async () => {
    const parent = await aClaimant();
    const event = await aPublishedEvent();
    const claimant = await aClaimant({ parentId: parent.id });
    const claim = await aClaim({ eventId: event.id, claimantId: claimant.id });
    expect(await findClaimant(parent.slug)).toBeNull();
    await publish(claim);
    expect((await findClaimant(claimant.slug))?.partOf?.slug).toBe(parent.slug);
    expect(await findClaimant(parent.slug)).not.toBeNull();
  });

  test("a publication that is on no page of its own", async () => {
    const via = await aPublication();
    const claimant = await aClaimant({ kind: "unnamed", viaPublicationId: via.id });
    await publish(
      await aClaim({ eventId: known.event.id, measureId: known.measureId, claimantId: claimant.id, n: 21 }),
    );
    expect((await findClaimant(claimant.slug))?.viaPublication?.slug).toBe(via.slug);
    expect(await findPublication(via.slug, null)).not.toBeNull();
  });

  test("a report of its evidence that is on no page of its own", async () => {
    const evidence = { kind: "document", stance: "supports", url: null, note: "See there." } as const;
    const reportId = await aReport();
    await anAssessment(known.claim.id, { evidence: [{ ...evidence, reportId }] });
    const shown = (await findClaim(known.claim.publicId))?.assessments[0]?.evidence[0]?.report;
    expect(shown).not.toBeNull();
    expect(await findReport(shown?.publicId ?? "")).not.toBeNull();
  });

  test("a link between claims until both are public", async () => {
    const event = await anEvent();
    const common = {
      eventId: event.id,
      claimantId: (await aClaimant()).id,
      measureId: await aMeasure(event.id),
    };
    const [older, newer] = [
      await aPublishedClaim({ ...common, n: 1 }),
      await aPublishedClaim({ ...common, n: 2 }),
    ];
    const ends = { older: { id: older.id, version: 4 }, newer: { id: newer.id, version: 4 }, note: null };
    await supersedeClaim(await anEditor(), ends, tick());
    expect(await findClaim(older.publicId)).toBeNull();
    await makePublic(event);
    const page = await findClaim(older.publicId);
    expect(page?.supersededBy.map(({ publicId }) => publicId)).toEqual([newer.publicId]);
    expect((await readClaim(older.id)).lifecycle).toBe("superseded");
  });
});
