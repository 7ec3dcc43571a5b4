import { describe, expect, test } from "vitest";
import { previewClaim } from "../../lib/claims/preview-claim";
import { FormTexts } from "../../lib/forms/read-form";
import { aJournalist } from "../factories/cast";
import { aClaim, aPublishedClaim } from "../factories/claims";
import { tick } from "../factories/clock";
import { queriesOf, refusalOf } from "../factories/read-back";
import { aClaimant, aMeasure, anEvent, aReport } from "../factories/records";

async function aStage() {
  const event = await anEvent();
  const [claimantId, measureId] = [(await aClaimant()).id, await aMeasure(event.id)];
  return { eventId: event.id, claimantId, measureId };
}

function typed(fields: Record<string, string>): FormTexts {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return new FormTexts(form);
}

const preview = async (fields: Record<string, string>) =>
  previewClaim(await aJournalist(), typed(fields), tick());

describe("what is known of a claim while it is typed", () => {
  test("an empty form is no failure, and nothing is known of it", async () => {
    const known = await preview({});
    expect(known).toMatchObject({ same: null, twins: [], supersedes: [], warnings: [], refusals: [] });
    expect(known.read.figure).toBeNull();
  });

  test("R1: the figure is read as it was spoken, with what the measure counts", async () => {
    const stage = await aStage();
    const { read } = await preview({ ...stage, figure: "at least 63", stated: "5 May 2026" });
    expect(read.quantity).toMatchObject({ raw: "at least 63", qualifier: "at_least", low: 63, high: null });
    expect(read.dates.stated).toMatchObject({ state: "read", edtf: "2026-05-05", zone: "Europe/Kyiv" });
  });

  test("an ambiguous figure is asked about, and read once its reading was chosen", async () => {
    const stage = await aStage();
    const asked = await preview({ ...stage, figure: "63 of 80", stated: "2026-05-05" });
    expect(asked.read.figure).toMatchObject({ state: "ask" });
    expect(asked.read.quantity).toBeNull();
    const chosen = await preview({
      ...stage,
      figure: "63 of 80",
      stated: "2026-05-05",
      reading: "exact 63 63 ",
    });
    expect(chosen.read.quantity).toMatchObject({ qualifier: "exact", low: 63, high: 63 });
  });

  test("a figure in words that cannot be read is set by hand, and keeps its words (R1)", async () => {
    const stage = await aStage();
    const { read } = await preview({
      ...stage,
      figure: "sixty-threeish",
      byHand: "yes",
      qualifier: "about",
      low: "63",
    });
    expect(read.quantity).toEqual({
      raw: "sixty-threeish",
      qualifier: "about",
      low: 63,
      high: 63,
      central: null,
      reading: "stated",
    });
  });

  test("R28: the same number of the same claimant within three days is a question", async () => {
    const stage = await aStage();
    const other = await aClaim({ ...stage, n: 63, stated: "2026-05-04" });
    const known = await preview({ ...stage, figure: "63", stated: "2026-05-06" });
    expect(known.twins.map(({ id }) => id)).toEqual([other.id]);
    expect((await preview({ ...stage, figure: "63", stated: "2026-05-20" })).twins).toEqual([]);
    expect(
      (await preview({ ...stage, claimantId: (await aClaimant()).id, figure: "63", stated: "2026-05-06" }))
        .twins,
    ).toEqual([]);
  });

  test("R27: with one as-of the same figure is the same claim, and not a question", async () => {
    const stage = await aStage();
    const other = await aClaim({ ...stage, n: 63, stated: "2026-05-04", asOf: "2026-05-04T12:00Z" });
    const known = await preview({ ...stage, figure: "63", stated: "2026-05-10", asOf: "2026-05-04T12:00Z" });
    expect(known.same?.publicId).toBe(other.publicId);
  });

  test("R19, R20: a later figure may take the place of an earlier one, which needs a reason where it fell", async () => {
    const stage = await aStage();
    const older = await aPublishedClaim({ ...stage, n: 63, stated: "2026-05-04" });
    const raised = await preview({ ...stage, figure: "89", stated: "2026-05-08" });
    expect(raised.supersedes.map(({ claim, needsReason }) => [claim.id, needsReason])).toEqual([
      [older.id, false],
    ]);
    const fell = await preview({ ...stage, figure: "40", stated: "2026-05-08" });
    expect(fell.supersedes).toMatchObject([{ needsReason: true }]);
  });

  test("R31: what refuses a claim and what warns of it is said beside its field", async () => {
    const stage = await aStage();
    const early = await preview({ ...stage, figure: "63", stated: "1 May 2026" });
    expect(early.refusals).toEqual([{ field: "stated", problem: "before_period" }]);
    const forecast = await preview({ ...stage, figure: "63", stated: "1 May 2026", isForecast: "yes" });
    expect(forecast.refusals).toEqual([]);
    const reportId = await aReport({ published: { edtf: "2026-05-04", zone: "UTC" } });
    const late = await preview({
      ...stage,
      figure: "63",
      stated: "2026-05-08",
      asOf: "2026-05-09",
      reportId,
    });
    expect(late.warnings.map(({ warning }) => warning.code)).toEqual([
      "as_of_after_stated",
      "published_before_stated",
    ]);
  });

  test("costs as many queries with many claims as with one, and writes nothing", async () => {
    const stage = await aStage();
    const fields = { ...stage, figure: "63", stated: "2026-05-08" };
    await aClaim({ ...stage, n: 1 });
    const journalist = await aJournalist();
    const few = await queriesOf(() => previewClaim(journalist, typed(fields), tick()));
    for (let n = 2; n < 12; n += 1) await aClaim({ ...stage, n: n * 1000 });
    const many = await queriesOf(() => previewClaim(journalist, typed(fields), tick()));
    expect(many.length).toBe(few.length);
    const { leftNothing } = await refusalOf(async () => {
      await previewClaim(journalist, typed(fields), tick());
      throw new Error("only to compare");
    });
    expect(leftNothing).toBe(true);
  });
});
