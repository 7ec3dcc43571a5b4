import { describe, expect, test } from "vitest";
import { findAssessing } from "../../lib/assessments/desk-assessing";
import { findAssessmentValues } from "../../lib/assessments/desk-assessment-values";
import { listCorroborations } from "../../lib/assessments/desk-corroboration";
import { listDeskAssessments } from "../../lib/claims/desk-assessments";
import { INDEPENDENCE_TESTS } from "../../lib/vocabulary";
import { anEditor } from "../factories/cast";
import {
  aClaim,
  anAssessment,
  aPublishedClaim,
  aStatement,
  publicFigures,
  publish,
  readClaim,
} from "../factories/claims";
import { anEstimateFrom } from "../factories/past-the-commands";
import { queriesOf } from "../factories/read-back";
import { aClaimant, aMeasure, anEvent, aReport } from "../factories/records";

describe("before a claim is corroborated", () => {
  test("R12: every standing figure of others for the same measure is shown with its six tests, the best first", async () => {
    const [east, west, elsewhere] = [await aClaimant(), await aClaimant(), await aClaimant()];
    const parties = [east, west].map(({ id: claimantId }, at) => ({
      claimantId,
      side: at === 0 ? "east" : "west",
      role: null,
    }));
    const event = await anEvent({ parties });
    const common = { eventId: event.id, measureId: await aMeasure(event.id) };
    const own = await aPublishedClaim({ ...common, claimantId: east.id, n: 63 });
    const incompatible = await aPublishedClaim({
      ...common,
      claimantId: elsewhere.id,
      n: 400,
      stated: "2026-06-01",
    });
    const best = await aPublishedClaim({ ...common, claimantId: west.id, n: 63, stated: "2026-06-20" });
    await aPublishedClaim({ ...common, claimantId: east.id, n: 64 });
    const refuted = await aPublishedClaim({ ...common, n: 63 });
    await anAssessment(refuted.id, { status: "refuted" });
    await aClaim({ ...common, n: 63 });

    const found = await listCorroborations(await anEditor(), own.publicId);
    expect(found).toMatchObject({ count: 2, independentCount: 1, nothing: null });
    expect(found?.candidates.map(({ id, isIndependent }) => [id, isIndependent])).toEqual([
      [best.id, true],
      [incompatible.id, false],
    ]);
    for (const { tests } of found?.candidates ?? []) {
      expect(tests.map(({ test }) => test)).toEqual([...INDEPENDENCE_TESTS]);
      for (const { evidence } of tests) expect(evidence.code).toBeTruthy();
    }
    expect(found?.candidates[1]?.tests.filter(({ passed }) => !passed)).toMatchObject([
      { test: "compatible" },
    ]);
  });

  test("what can corroborate nothing says why, and what is not published is not looked at", async () => {
    const editor = await anEditor();
    const [alone] = await publicFigures({ n: 63 });
    const statement = await publish(await aStatement());
    expect(await listCorroborations(editor, alone.publicId)).toMatchObject({
      candidates: [],
      nothing: "alone",
    });
    expect(await listCorroborations(editor, statement.publicId)).toMatchObject({ nothing: "statement" });
    expect(await listCorroborations(editor, (await aClaim()).publicId)).toBeNull();
    expect(await listCorroborations(editor, "nosuchid")).toBeNull();
  });

  test("the tests take the same number of queries for two figures as for nine, at most eleven", async () => {
    const editor = await anEditor();
    const counts: number[] = [];
    for (const others of [1, 8]) {
      const given = await Promise.all(
        Array.from({ length: others }, async (_, at) => ({ n: 63 + at, claimantId: (await aClaimant()).id })),
      );
      const [own] = await publicFigures({ n: 63 }, ...given);
      counts.push((await queriesOf(() => listCorroborations(editor, own.publicId))).length);
    }
    expect(counts[1]).toBe(counts[0]);
    expect(counts[0]).toBeLessThanOrEqual(11);
  });
});

test("what an assessment touches is told before it is made: range, corroborations and best estimates", async () => {
  const editor = await anEditor();
  const [claim, rests, contested] = await publicFigures(
    { n: 63 },
    { n: 63, claimantId: (await aClaimant()).id, stated: "2026-06-20" },
    { n: 400, claimantId: (await aClaimant()).id, stated: "2026-07-20" },
  );
  await anAssessment(rests.id, { status: "corroborated", corroboratingId: claim.id });
  await anEstimateFrom(claim.measureId ?? "", rests.id);
  await anEstimateFrom(claim.measureId ?? "", claim.id);
  expect(await findAssessing(editor, claim.id)).toMatchObject({
    isInRange: true,
    entersUnlessRefuted: true,
    endCount: 1,
    contested: { nearest: { publicId: contested.publicId }, count: 1 },
    corroborates: [{ publicId: rests.publicId }],
    corroboratesCount: 1,
    estimates: [{ raw: "about 80" }],
  });
  await anAssessment(claim.id, { status: "refuted" });
  expect(await findAssessing(editor, claim.id)).toMatchObject({
    isInRange: false,
    entersUnlessRefuted: true,
    corroborates: [],
    estimates: [],
  });
});

test("an assessment is shown and begun again with all that it says, also while its event is not public", async () => {
  const [claim, reportId, editor] = [await aPublishedClaim(), await aReport(), await anEditor()];
  const evidence = {
    kind: "document",
    stance: "speaks_against",
    reportId,
    url: "https://example.org/list",
    archiveUrl: "https://archive.example/list",
    note: "Three of them are alive.",
  } as const;
  await anAssessment(claim.id, { evidence: [evidence] });
  await anAssessment(claim.id, { status: "refuted", reason: "They are alive." });
  const [newest, earlier] = await listDeskAssessments(editor, claim.id);
  expect(newest).toMatchObject({ number: 2, status: "refuted", staleSince: null });
  const { reportId: _, ...shown } = evidence;
  expect(earlier).toMatchObject({
    number: 1,
    evidence: [{ ...shown, report: { publicId: expect.any(String) } }],
  });
  expect(await findAssessmentValues(editor, claim.id, 1)).toMatchObject({
    number: 1,
    status: "documented",
    evidence: [{ ...evidence, fileId: null }],
  });
  expect(await findAssessmentValues(editor, claim.id, null)).toMatchObject({ number: 2 });
  expect(await findAssessmentValues(editor, (await readClaim(claim.id)).eventId, null)).toBeNull();
});
