import { expect, test } from "vitest";
import { db } from "../../lib/db/client";
import { computeDerived } from "../../lib/events/derive-event";
import type { EventSummary } from "../../lib/events/rules";
import {
  aClaim,
  anAssessment,
  aPublishedClaim,
  aStatement,
  attributionInput,
  makePublic,
  publish,
  readClaim,
  supersede,
} from "../factories/claims";
import { aClaimant, aMeasure, anEvent, aPublication, aReport } from "../factories/records";

async function stored(eventId: string): Promise<EventSummary | undefined> {
  const row = await db().eventDerived.findUnique({ where: { eventId } });
  return row?.summary as EventSummary | undefined;
}

/** What is kept beside an event and its claims is what would be computed now. */
async function expectInStep(eventId: string): Promise<EventSummary> {
  const { summary, stale } = await computeDerived(db(), eventId);
  expect(stale).toEqual([]);
  // By way of JSON, as the database keeps it.
  expect(await stored(eventId)).toEqual(JSON.parse(JSON.stringify(summary)));
  return summary;
}

test("what lists show of an event stays in step with its claims through each change", async () => {
  const event = await anEvent();
  const [killed, injured] = [await aMeasure(event.id), await aMeasure(event.id, { kinds: ["injured"] })];
  const [ministry, mayor] = [await aClaimant(), await aClaimant()];
  const unnamed = await aClaimant({ kind: "unnamed", viaPublicationId: (await aPublication()).id });
  const shared = await aReport();
  const common = { eventId: event.id, measureId: killed };

  const first = await aPublishedClaim({ ...common, claimantId: ministry.id, n: 63 });
  expect(await stored(event.id)).toBeUndefined();
  await makePublic(event);
  expect(await expectInStep(event.id)).toMatchObject({
    headlineMeasureId: killed,
    figureCount: 1,
    counts: { claimants: 1, origins: 1, notFound: 0, reports: 1 },
    contestedCount: 0,
    verificationCounts: { unverified: 1 },
  });

  await aClaim({ ...common, claimantId: mayor.id, n: 5000 });
  expect(await expectInStep(event.id)).toMatchObject({ figureCount: 1, contestedCount: 0 });

  const rival = await aPublishedClaim({
    ...common,
    claimantId: mayor.id,
    n: 400,
    attributions: [attributionInput(shared), attributionInput(shared, { locator: "caption" })],
  });
  expect(await expectInStep(event.id)).toMatchObject({
    counts: { claimants: 2, origins: 2, notFound: 0, reports: 2 },
    contestedCount: 2,
  });
  expect(await readClaim(first.id)).toMatchObject({ isContested: true, reportCount: 1 });
  expect(await readClaim(rival.id)).toMatchObject({ isContested: true, reportCount: 1 });

  await publish(
    await aStatement({ eventId: event.id, claimantId: mayor.id, attributions: [attributionInput(shared)] }),
  );
  await aPublishedClaim({ ...common, claimantId: unnamed.id, n: 500 });
  await aPublishedClaim({ eventId: event.id, measureId: injured, claimantId: mayor.id, n: 300 });
  expect(await expectInStep(event.id)).toMatchObject({
    figureCount: 4,
    statementCount: 1,
    counts: { claimants: 3, origins: 3, reports: 4 },
  });

  const second = await aPublishedClaim({ ...common, claimantId: ministry.id, n: 89, stated: "2026-05-06" });
  await supersede(first, second);
  const after = await expectInStep(event.id);
  expect(after.ranges.find(({ measureId }) => measureId === killed)).toMatchObject({
    low: { value: 89, figureIds: [second.id] },
    high: { value: 400, figureIds: [rival.id] },
    withAnonymous: { high: { value: 500 } },
    leftOut: expect.arrayContaining([{ figureId: first.id, reason: "superseded" }]),
  });
  expect(after.verificationCounts).toEqual({ unverified: 5 });
  expect((await readClaim(first.id)).isContested).toBe(false);

  await anAssessment(rival.id, { status: "refuted" });
  const refuted = await expectInStep(event.id);
  expect(refuted.verificationCounts).toEqual({ unverified: 4, refuted: 1 });
  expect(refuted.ranges.find(({ measureId }) => measureId === killed)?.high?.value).toBe(89);

  const list = { ...common, claimantId: (await aClaimant()).id, basis: "named_list" } as const;
  const named = await aPublishedClaim({
    ...list,
    raw: "at least 92",
    n: 92,
    quantity: { qualifier: "at_least", high: null },
  });
  const last = await expectInStep(event.id);
  expect(last.ranges.find(({ measureId }) => measureId === killed)?.documentedMinima).toMatchObject([
    { figureId: named.id, n: 92, exceeds: [second.id] },
  ]);
});

test("a change in one event leaves what is kept beside another alone", async () => {
  const [one, other] = [await aPublishedClaim(), await aPublishedClaim()];
  await makePublic({ id: one.eventId });
  await makePublic({ id: other.eventId });
  const before = await db().eventDerived.findUniqueOrThrow({ where: { eventId: other.eventId } });
  await aPublishedClaim({ eventId: one.eventId, measureId: one.measureId ?? "", n: 4 });
  expect(await db().eventDerived.findUniqueOrThrow({ where: { eventId: other.eventId } })).toEqual(before);
  await expectInStep(one.eventId);
});
