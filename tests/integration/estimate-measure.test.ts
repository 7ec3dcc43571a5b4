import { describe, expect, test } from "vitest";
import { amendClaim } from "../../lib/claims/amend-claim";
import { toInput, valuesOf } from "../../lib/claims/claim-row";
import { findClaimEffects } from "../../lib/claims/desk-effects";
import { disownClaim } from "../../lib/claims/disown-claim";
import { retractClaim } from "../../lib/claims/withdraw-claim";
import { db } from "../../lib/db/client";
import { Conflict, Forbidden, Invalid, StaleVersion } from "../../lib/errors";
import { listStandingEstimates } from "../../lib/estimates/desk-estimates";
import { findMeasureToEstimate } from "../../lib/estimates/desk-measure";
import { estimateMeasure } from "../../lib/estimates/estimate-measure";
import type { EstimateMeasure } from "../../lib/estimates/schema";
import { withdrawEstimate } from "../../lib/estimates/withdraw-estimate";
import { findEvent } from "../../lib/events/queries";
import { verifyHistory } from "../../lib/history/verify-history";
import { aJournalist, anEditor } from "../factories/cast";
import {
  aClaim,
  anAssessment,
  aPublishedClaim,
  publicFigures,
  read,
  readClaim,
  type StoredClaim,
  supersede,
} from "../factories/claims";
import { tick } from "../factories/clock";
import { lastRevisionOf, race, refusalOf, storedRange } from "../factories/read-back";
import { aClaimant } from "../factories/records";

const figures = async () => publicFigures({ n: 80 }, { n: 300, claimantId: (await aClaimant()).id });

function estimateOf(claims: readonly StoredClaim[], given: Partial<EstimateMeasure> = {}): EstimateMeasure {
  return {
    measureId: claims[0]?.measureId ?? "",
    number: 0,
    raw: "about 150",
    method: "The count of the ministry, which saw one of the two wings.",
    inputs: claims.map(({ id }) => id),
    ...given,
  };
}

/** What readers see of the measure of a claim. */
async function shown(claim: StoredClaim) {
  const { slug } = await db().event.findUniqueOrThrow({ where: { id: claim.eventId } });
  const page = await findEvent(slug);
  const measure = page?.measures.find(({ id }) => id === claim.measureId);
  return { page, estimates: measure?.estimates ?? [], range: measure?.range ?? null };
}

describe("estimateMeasure", () => {
  test("R10: an estimate is public at once with its method, inputs, author and date, and moves no range", async () => {
    const claims = await figures();
    const [editor, now] = [await anEditor(), tick()];
    const id = await estimateMeasure(editor, estimateOf(claims), now);

    const { estimates, range } = await shown(claims[0]);
    expect(estimates).toEqual([
      {
        number: 1,
        raw: "about 150",
        method: "The count of the ministry, which saw one of the two wings.",
        by: editor.name,
        at: now.getTime(),
        staleSince: null,
        inputs: claims.map(({ publicId }) => expect.objectContaining({ publicId, lifecycle: "current" })),
      },
    ]);
    expect([range?.low.value, range?.high.value]).toEqual([80, 300]);
    expect(await storedRange(claims[0].measureId)).toEqual([80, 300]);
    expect(await db().bestEstimate.findUniqueOrThrow({ where: { id } })).toMatchObject({
      qualifier: "about",
      low: 150,
      high: 150,
      publishedAt: now,
    });
    expect(await lastRevisionOf(id)).toMatchObject({
      action: "best_estimate.made",
      version: 1,
      actorId: editor.id,
      chainId: claims[0].eventId,
      changes: { raw: [null, "about 150"], inputs: [null, claims.map(({ publicId }) => publicId)] },
    });
    expect((await verifyHistory(db())).breaks).toEqual([]);
  });

  test("a journalist makes none, and nothing is written", async () => {
    const [claims, journalist] = [await figures(), await aJournalist()];
    const { error, leftNothing } = await refusalOf(() =>
      estimateMeasure(journalist, estimateOf(claims), tick()),
    );
    expect(error).toBeInstanceOf(Forbidden);
    expect(leftNothing).toBe(true);
  });

  test.each([
    ["no number", { raw: "dozens" }, "raw"],
    ["nothing readable", { raw: "a lot" }, "raw"],
    ["two readings", { raw: "at least 100 to 300" }, "raw"],
    ["no method", { method: " " }, "method"],
    ["no inputs", { inputs: [] }, "inputs"],
  ])("R1, R10: an estimate with %s is refused at its field", async (_, given, field) => {
    const [claims, editor] = [await figures(), await anEditor()];
    const { error, leftNothing } = await refusalOf(() =>
      estimateMeasure(editor, estimateOf(claims, given), tick()),
    );
    expect(error).toBeInstanceOf(Invalid);
    expect(Object.keys((error as Invalid).fields)).toEqual([field]);
    expect(leftNothing).toBe(true);
  });

  test("R10: what was taken back, refuted, disowned, unpublished or of another measure is no input", async () => {
    const editor = await anEditor();
    const [stands, retracted, disowned, refuted, older] = await publicFigures(
      { n: 80 },
      { n: 81, claimantId: (await aClaimant()).id },
      { n: 82, claimantId: (await aClaimant()).id },
      { n: 83, claimantId: (await aClaimant()).id },
      { n: 70, stated: "2026-05-03" },
    );
    const { eventId, measureId } = stands;
    const draft = await aClaim({ eventId, measureId: measureId ?? "", n: 84 });
    const elsewhere = await aPublishedClaim({ eventId, n: 85 });
    const reason = "It was not theirs.";
    await retractClaim(editor, { claimId: retracted.id, version: retracted.version, reason }, tick());
    await disownClaim(
      editor,
      { claimId: disowned.id, version: disowned.version, reason, note: null },
      tick(),
    );
    await anAssessment(refuted.id, { status: "refuted" });
    await supersede(older, stands);

    for (const [claim, why] of [
      [retracted, "was retracted by its claimant"],
      [disowned, "is disowned by its claimant"],
      [refuted, "is refuted"],
      [older, "was superseded by a later figure"],
      [draft, "is not published"],
      [elsewhere, "is no figure of this measure"],
    ] as const) {
      const input = estimateOf([stands, claim], { measureId: measureId ?? "" });
      const error = await estimateMeasure(editor, input, tick()).catch((refusal: unknown) => refusal);
      expect((error as Invalid).fields).toEqual({ inputs: `Claim ${claim.publicId} ${why}.` });
    }
    const offered = await findMeasureToEstimate(
      editor,
      (await db().event.findUniqueOrThrow({ where: { id: eventId } })).slug,
      (await db().measure.findUniqueOrThrow({ where: { id: measureId ?? "" } })).slug,
    );
    expect(offered?.candidates.map(({ id }) => id)).toEqual([stands.id]);
  });

  test("R33: of two editors who read the same estimate one is told to look again", async () => {
    const [claims, one, other] = [await figures(), await anEditor(), await anEditor()];
    const { won, errors } = await race(
      estimateMeasure(one, estimateOf(claims), tick()),
      estimateMeasure(other, estimateOf(claims, { raw: "about 160" }), tick()),
    );
    expect(won).toBe(1);
    expect(errors[0]).toBeInstanceOf(StaleVersion);
    expect((await shown(claims[0])).estimates).toHaveLength(1);
  });

  test("R10, R24: the next estimate is appended, and the earlier one stays readable as it was", async () => {
    const [claims, editor] = [await figures(), await anEditor()];
    const id = await estimateMeasure(editor, estimateOf(claims), tick());
    await estimateMeasure(editor, estimateOf(claims, { number: 1, raw: "120 to 180" }), tick());

    expect((await shown(claims[0])).estimates.map(({ raw }) => raw)).toEqual(["120 to 180", "about 150"]);
    await expect(
      db().bestEstimate.update({ where: { id }, data: { raw: "about 200" } }),
      "the database itself refuses to overwrite it",
    ).rejects.toThrow();
    await expect(db().bestEstimate.delete({ where: { id } })).rejects.toThrow();
  });
});

describe("withdrawEstimate", () => {
  const withdrawal = ({ measureId }: StoredClaim, number = 1) => ({
    measureId: measureId ?? "",
    number,
    reason: "The wing was counted twice.",
  });

  test("R24: an estimate that is withdrawn stands no more, and readers see which it was and why", async () => {
    const [claims, editor] = [await figures(), await anEditor()];
    await estimateMeasure(editor, estimateOf(claims), tick());
    const now = tick();
    await withdrawEstimate(editor, withdrawal(claims[0]), now);

    const { estimates } = await shown(claims[0]);
    expect(estimates).toMatchObject([
      { raw: null, method: "The wing was counted twice.", by: editor.name, at: now.getTime() },
      { raw: "about 150" },
    ]);
    const { id } = await db().bestEstimate.findFirstOrThrow({
      where: { measureId: claims[0].measureId ?? "", number: 2 },
    });
    expect(await lastRevisionOf(id)).toMatchObject({
      action: "best_estimate.withdrawn",
      changes: { withdrawn: [null, "about 150"], reason: [null, "The wing was counted twice."] },
    });
    const listed = await listStandingEstimates(editor);
    expect(listed.rows.map(({ id }) => id)).not.toContain(id);
    await estimateMeasure(editor, estimateOf(claims, { number: 2 }), tick());
    expect((await shown(claims[0])).estimates).toHaveLength(3);
  });

  test("a journalist withdraws none, and nothing is written", async () => {
    const [claims, journalist] = [await figures(), await aJournalist()];
    await estimateMeasure(await anEditor(), estimateOf(claims), tick());
    const { error, leftNothing } = await refusalOf(() =>
      withdrawEstimate(journalist, withdrawal(claims[0]), tick()),
    );
    expect(error).toBeInstanceOf(Forbidden);
    expect(leftNothing).toBe(true);
  });

  test("where none stands there is none to withdraw", async () => {
    const [claims, editor] = [await figures(), await anEditor()];
    const { error, leftNothing } = await refusalOf(() =>
      withdrawEstimate(editor, withdrawal(claims[0], 0), tick()),
    );
    expect(error).toBeInstanceOf(Conflict);
    expect(leftNothing).toBe(true);
  });

  test("R33: withdrawn and made anew at once, one of the two is told to look again", async () => {
    const [claims, one, other] = [await figures(), await anEditor(), await anEditor()];
    await estimateMeasure(one, estimateOf(claims), tick());
    const { won, errors } = await race(
      withdrawEstimate(one, withdrawal(claims[0]), tick()),
      estimateMeasure(other, estimateOf(claims, { number: 1 }), tick()),
    );
    expect(won).toBe(1);
    expect(errors[0]).toBeInstanceOf(StaleVersion);
  });
});

describe("R10: an estimate is stale, for readers and on the desk, once an input is", () => {
  const reason = "It says that the list was not its own.";
  const WAYS: [string, string, (claim: StoredClaim, now: Date) => Promise<unknown>][] = [
    [
      "retracted",
      "claim.retracted",
      async ({ id, version }, now) => retractClaim(await anEditor(), { claimId: id, version, reason }, now),
    ],
    [
      "disowned",
      "claim.disowned",
      async ({ id, version }, now) =>
        disownClaim(await anEditor(), { claimId: id, version, reason, note: null }, now),
    ],
    ["refuted", "claim.assessed", async ({ id }) => anAssessment(id, { status: "refuted" })],
    [
      "amended",
      "claim.amended",
      async (claim, now) => {
        const values = toInput(valuesOf(claim)) as Extract<ReturnType<typeof toInput>, { type: "figure" }>;
        const quantity = { ...values.quantity, low: 90, high: 90 };
        const amended = { ...values, quantity, wording: { ...values.wording, text: "90" } };
        await amendClaim(await anEditor(), { ...read(claim), claim: amended, reason }, now);
      },
    ],
  ];
  test.each(WAYS)("%s", async (_, action, end) => {
    const [claims, editor] = [await figures(), await anEditor()];
    const earlier = await estimateMeasure(editor, estimateOf(claims), tick());
    const id = await estimateMeasure(editor, estimateOf(claims, { number: 1 }), tick());
    await end(claims[0], tick());

    const { estimates } = await shown(claims[0]);
    expect(estimates[0]?.staleSince).toEqual(expect.any(Number));
    const { rows } = await listStandingEstimates(editor);
    const row = rows.find((one) => one.id === id);
    const [changed, same] = row?.inputs ?? [];
    expect(changed?.changes).toEqual([{ action, at: row?.staleSince }]);
    expect(same?.changes).toEqual([]);
    expect(
      rows.map((one) => one.id),
      "only the newest of a measure needs review",
    ).not.toContain(earlier);
    const stale = rows.map(({ staleSince }) => staleSince !== null);
    expect(stale, "the stale ones come first").toEqual(stale.toSorted((a, b) => Number(b) - Number(a)));
  });

  test("made anew without that input, it is not stale", async () => {
    const [claims, editor] = [await figures(), await anEditor()];
    await estimateMeasure(editor, estimateOf(claims), tick());
    const { id, version } = claims[0];
    await retractClaim(editor, { claimId: id, version, reason }, tick());
    const again = estimateOf(claims, { number: 1, inputs: [claims[1].id] });
    await estimateMeasure(editor, again, tick());
    expect((await shown(claims[1])).estimates.map(({ staleSince }) => staleSince === null)).toEqual([
      true,
      false,
    ]);
  });
});

describe("R23: what a withdrawal reaches", () => {
  test("is listed by name before it is made, and the event's page tells of it afterwards", async () => {
    const [claims, editor] = [await figures(), await anEditor()];
    const [claim, rival] = claims;
    await estimateMeasure(editor, estimateOf(claims), tick());
    await anAssessment(rival.id, {
      status: "corroborated",
      corroboratingId: claim.id,
      overrideReason: "One wing and both wings.",
    });
    const effects = await findClaimEffects(editor, claim.id);
    expect(effects?.corroborated).toMatchObject({ count: 1, shown: [{ publicId: rival.publicId }] });
    expect(effects?.estimates).toMatchObject({ count: 1, shown: [{ raw: "about 150" }] });
    expect(effects?.reports.count).toBe(1);

    const { version } = await readClaim(claim.id);
    const [now, reason] = [tick(), "The ministry took it back."];
    await disownClaim(editor, { claimId: claim.id, version, reason, note: null }, now);
    const { page, estimates } = await shown(claim);
    expect(page?.takenBack).toEqual({
      claims: [
        {
          claim: expect.objectContaining({ publicId: claim.publicId }),
          kind: "disowned",
          at: now.getTime(),
          reason,
        },
      ],
      hasMore: false,
    });
    expect(estimates[0]).toMatchObject({
      staleSince: now.getTime(),
      inputs: [{ publicId: claim.publicId, standing: "disowned" }, { publicId: rival.publicId }],
    });
    expect((await readClaim(rival.id)).staleSince).toEqual(now);
    expect((await findClaimEffects(editor, claim.id))?.estimates.count, "it is flagged already").toBe(0);
  });
});
