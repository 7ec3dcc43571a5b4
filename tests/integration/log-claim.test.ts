import { describe, expect, test } from "vitest";
import { logClaim } from "../../lib/claims/log-claim";
import type { LogClaim } from "../../lib/claims/schema";
import { db } from "../../lib/db/client";
import { Invalid, NotFound } from "../../lib/errors";
import { aJournalist, anAdmin, anEditor } from "../factories/cast";
import { aClaim, attributionInput, figureInput, readClaim, statementInput } from "../factories/claims";
import { tick } from "../factories/clock";
import { lastRevisionOf, refusalOf } from "../factories/read-back";
import { aClaimant, aMeasure, anEvent, aReport } from "../factories/records";

const NOBODY = "00000000-0000-4000-8000-000000000000";

describe("logClaim", () => {
  test("R1: a figure is kept in its own words, as a draft, with the report that carries it", async () => {
    const [journalist, reportId, viaReportId] = [await aJournalist(), await aReport(), await aReport()];
    const passage = { text: "не менше 12", language: "uk", translation: "at least 12", translatedBy: "us" };
    const drift = { raw: "twelve", qualifier: "exact" } as const;
    const input = await figureInput({
      raw: "at least 12",
      quantity: { qualifier: "at_least", low: 12, high: null },
      attributions: [attributionInput(reportId, { carries: "via", viaReportId, passage, drift })],
    });
    const id = await logClaim(journalist, input, tick());

    expect(await readClaim(id)).toMatchObject({
      wording: "at least 12",
      qualifier: "at_least",
      low: 12,
      high: null,
      recordStatus: "draft",
      publishedAt: null,
      lifecycle: "current",
      verification: "unverified",
      lane: "count",
      loggedById: journalist.id,
      number: 1,
      version: 1,
    });
    const attribution = await db().attribution.findFirstOrThrow({ where: { claimId: id } });
    expect(attribution).toMatchObject({
      reportId,
      viaReportId,
      passage: "не менше 12",
      passageTranslatedBy: "us",
      driftRaw: "twelve",
      publishedAt: null,
    });
    expect(await lastRevisionOf(id)).toMatchObject({
      action: "claim.logged",
      subjectKind: "claim",
      chainId: input.eventId,
      version: 1,
      actorId: journalist.id,
      changes: {
        stated: [null, "2026-05-04"],
        recordStatus: [null, "draft"],
        claimantId: [null, input.claimantId],
      },
    });
    expect(await lastRevisionOf(attribution.id)).toMatchObject({
      action: "attribution.attached",
      chainId: input.eventId,
      changes: { carries: [null, "via"], passage: [null, passage], drift: [null, drift] },
    });
  });

  test("a statement has a topic and no figure", async () => {
    const id = await logClaim(await aJournalist(), await statementInput({ topic: "weapon" }), tick());
    expect(await readClaim(id)).toMatchObject({
      type: "statement",
      topic: "weapon",
      measureId: null,
      low: null,
    });
  });

  test("R11: what rests on a model or a survey stands in the lane of estimates", async () => {
    const estimate = {
      qualifier: "estimate_ci",
      low: 793,
      high: 8498,
      central: 4645,
      reading: "ci",
    } as const;
    const claims = await Promise.all([
      aClaim({ basis: "survey", raw: "4,645 (793-8,498)", quantity: estimate }),
      aClaim({ basis: "model" }),
      aClaim({ basis: "count" }),
    ]);
    expect(claims.map(({ lane }) => lane)).toEqual(["estimate", "estimate", "count"]);
  });

  test("each role may log a claim, and each role's stays a draft", async () => {
    for (const actor of [await aJournalist(), await anEditor(), await anAdmin()]) {
      const id = await logClaim(actor, await figureInput(), tick());
      expect((await readClaim(id)).recordStatus).toBe("draft");
    }
  });

  test("R31: a figure stated before what it counts began is refused, unless it is a forecast", async () => {
    const journalist = await aJournalist();
    const early = await figureInput({ stated: "2026-05-02" });
    const { error, leftNothing } = await refusalOf(() => logClaim(journalist, early, tick()));
    expect(error).toBeInstanceOf(Invalid);
    expect((error as Invalid).fields).toHaveProperty("stated");
    expect(leftNothing).toBe(true);
    await expect(logClaim(journalist, { ...early, isForecast: true }, tick())).resolves.toEqual(
      expect.any(String),
    );
  });

  test("R31: a measure with a period of its own is held to that, not to its event", async () => {
    const { id: eventId } = await anEvent();
    const measureId = await aMeasure(eventId, { period: { edtf: "2022-02-24/2026-04", zone: "UTC" } });
    await expect(aClaim({ eventId, measureId, stated: "2026-04-30" })).resolves.toBeDefined();
  });

  test("R31: a date that reaches into the period by its latest instant is accepted", async () => {
    await expect(aClaim({ stated: "2026-05" })).resolves.toBeDefined();
  });
});

type Wrong = [string, (input: Awaited<ReturnType<typeof figureInput>>) => Promise<unknown> | unknown, string];

const quantity = (given: object) => (input: Awaited<ReturnType<typeof figureInput>>) => ({
  ...input,
  quantity: { ...input.quantity, ...given },
});

describe("logClaim refuses and leaves nothing behind", () => {
  const wrong: Wrong[] = [
    ["R31: a negative figure", quantity({ low: -1, high: -1 }), "quantity.low"],
    ["R31: a fraction of a person", quantity({ low: 1.5, high: 1.5 }), "quantity.low"],
    ["R31: low above high", quantity({ qualifier: "between", low: 5, high: 4 }), "quantity.low"],
    ["a blank figure, which is not zero", quantity({ low: null, high: null }), "quantity.low"],
    ["a blank text for a figure", quantity({ low: "", high: "" }), "quantity.low"],
    ["R2: a floor under up to", quantity({ qualifier: "up_to" }), "quantity.low"],
    [
      "R5: a word outside its convention",
      quantity({ qualifier: "words", reading: "convention" }),
      "quantity.low",
    ],
    ["R1: no words", (i) => ({ ...i, wording: { ...i.wording, text: " " } }), "wording.text"],
    ["no report, unless it is recalled", (i) => ({ ...i, attributions: [] }), "attributions"],
    ["a topic on a figure", (i) => ({ ...i, topic: "cause" }), "form"],
    ["R23: a claim that begins as disowned", (i) => ({ ...i, standing: "disowned" }), "standing"],
    [
      "a measure of another event",
      async (i) => ({ ...i, measureId: (await figureInput()).measureId }),
      "measureId",
    ],
    [
      "R6: a figure relative to another event's",
      async (i) => ({ ...i, relativeToId: (await aClaim()).id }),
      "relativeToId",
    ],
    ["a claimant that is not on file", (i) => ({ ...i, claimantId: NOBODY }), "claimantId"],
    ["a report that is not on file", (i) => ({ ...i, attributions: [attributionInput(NOBODY)] }), "form"],
    [
      "one report twice in one place",
      (i) => ({ ...i, attributions: [i.attributions[0], i.attributions[0]] }),
      "form",
    ],
    [
      "R13: a report that passes on without saying from whom",
      (i) => ({ ...i, attributions: [{ ...i.attributions[0], carries: "via" }] }),
      "attributions.0.viaReportId",
    ],
  ];
  test.each(wrong)("%s", async (_, spoil, field) => {
    const journalist = await aJournalist();
    const input = (await spoil(await figureInput())) as LogClaim;
    const { error, leftNothing } = await refusalOf(() => logClaim(journalist, input, tick()));
    expect(error).toBeInstanceOf(Invalid);
    expect(Object.keys((error as Invalid).fields)).toContain(field);
    expect(leftNothing).toBe(true);
  });

  test("an event that is not on file", async () => {
    const [journalist, input, claimant] = [await aJournalist(), await figureInput(), await aClaimant()];
    const lost = { ...input, eventId: NOBODY, claimantId: claimant.id };
    const { error, leftNothing } = await refusalOf(() => logClaim(journalist, lost, tick()));
    expect(error).toBeInstanceOf(NotFound);
    expect(leftNothing).toBe(true);
  });
});
