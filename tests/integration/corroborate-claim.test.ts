import { describe, expect, test } from "vitest";
import { assessClaim } from "../../lib/assessments/assess-claim";
import { decideOneOrigin } from "../../lib/claims/decline-link";
import { findClaim } from "../../lib/claims/queries";
import { db } from "../../lib/db/client";
import { Conflict, Invalid } from "../../lib/errors";
import { INDEPENDENCE_TESTS } from "../../lib/vocabulary";
import { anAdmin, anEditor } from "../factories/cast";
import {
  anAssessment,
  aPublishedClaim,
  assessmentInput,
  attributionInput,
  type GivenFigure,
  makePublic,
  readClaim,
  type StoredClaim,
  supersede,
} from "../factories/claims";
import { tick } from "../factories/clock";
import { lastRevisionOf, race, refusalOf } from "../factories/read-back";
import { aClaimant, aMeasure, anEvent, aReport } from "../factories/records";

/** Two claimants' figures of one measure of a public event, whose parties are given. */
async function twoFigures(
  one: GivenFigure = {},
  other: GivenFigure = {},
  sides: [string | null, string | null] = ["east", "west"],
): Promise<[StoredClaim, StoredClaim]> {
  const claimants = [one.claimantId ?? (await aClaimant()).id, other.claimantId ?? (await aClaimant()).id];
  const parties = claimants.map((claimantId, at) => ({ claimantId, side: sides[at] ?? null, role: null }));
  const event = await anEvent({ parties });
  const common = { eventId: event.id, measureId: await aMeasure(event.id) };
  const [claimantId = "", otherId = ""] = claimants;
  const claims: [StoredClaim, StoredClaim] = [
    await aPublishedClaim({ n: 63, ...common, ...one, claimantId }),
    await aPublishedClaim({ n: 63, stated: "2026-06-20", ...common, ...other, claimantId: otherId }),
  ];
  await makePublic(event);
  return claims;
}

const corroborated = (claim: StoredClaim, by: StoredClaim, overrideReason: string | null = null) =>
  assessmentInput(claim.id, { status: "corroborated", corroboratingId: by.id, overrideReason });

describe("a claim is corroborated", () => {
  test("R12: by another independent origin, and the tests are kept as they stood", async () => {
    const [claim, by] = await twoFigures();
    const editor = await anEditor();
    const id = await assessClaim(editor, corroborated(claim, by), tick());

    expect(await readClaim(claim.id)).toMatchObject({ verification: "corroborated", version: 5 });
    const tests = await db().independenceResult.findMany({ where: { assessmentId: id } });
    expect(tests.map(({ test }) => test).toSorted()).toEqual([...INDEPENDENCE_TESTS].toSorted());
    expect(tests.every(({ passed }) => passed)).toBe(true);
    expect(await lastRevisionOf(id)).toMatchObject({
      action: "assessment.made",
      changes: { status: [null, "corroborated"], corroboratingId: [null, by.id] },
    });

    const page = await findClaim(claim.publicId);
    expect(page?.assessments[0]).toMatchObject({
      status: "corroborated",
      corroborating: { publicId: by.publicId },
      overrideReason: null,
    });
    expect(page?.figure?.independence).toMatchObject({
      independentCount: 1,
      partners: [{ claim: { publicId: by.publicId }, passedCount: 6, isIndependent: true }],
    });
  });

  test("R12: not by one of its own side, and nothing is written", async () => {
    const [claim, by] = await twoFigures({}, {}, ["east", "east"]);
    const { error, leftNothing } = await refusalOf(async () =>
      assessClaim(await anEditor(), corroborated(claim, by), tick()),
    );
    expect((error as Invalid).fields.overrideReason).toContain("different sides");
    expect(leftNothing).toBe(true);
  });

  test("R12: though a test failed when the editor says why, and the failure is shown", async () => {
    const [claim, by] = await twoFigures({}, {}, ["east", "east"]);
    await assessClaim(
      await anEditor(),
      corroborated(claim, by, "They counted apart and fell out over it."),
      tick(),
    );
    const assessment = (await findClaim(claim.publicId))?.assessments[0];
    expect(assessment?.overrideReason).toBe("They counted apart and fell out over it.");
    expect(assessment?.tests.filter(({ passed }) => !passed)).toEqual([
      { test: "different_sides", passed: false, evidence: { code: "one_side", side: "east" }, claims: [] },
    ]);
  });

  test("R8, R12: not by the study that its figure was had from", async () => {
    const study = await aClaimant();
    const report = await aReport();
    const government = { attributions: [attributionInput(report, { viaClaimantId: study.id })] };
    const [claim, by] = await twoFigures({ ...government, stated: "2026-06-21" }, { claimantId: study.id });
    const { error } = await refusalOf(async () =>
      assessClaim(await anEditor(), corroborated(claim, by), tick()),
    );
    expect((error as Invalid).fields.overrideReason).toContain("no path");
    const page = await findClaim(claim.publicId);
    expect(page?.origin).toMatchObject({
      notFound: null,
      hadFrom: [{ publicId: by.publicId }],
      roots: [{ publicId: by.publicId }],
    });
  });

  test("R16: not under an open suspicion of one origin", async () => {
    const [claim, by] = await twoFigures({ stated: "2026-06-20" });
    const { error } = await refusalOf(async () =>
      assessClaim(await anEditor(), corroborated(claim, by), tick()),
    );
    expect((error as Invalid).fields.overrideReason).toContain("no open alarm");
    expect((await findClaim(claim.publicId))?.figure?.alarms).toMatchObject([{ publicId: by.publicId }]);
  });

  test("R15: not while its own origin is not found", async () => {
    const report = await aReport();
    const [claim, by] = await twoFigures({
      attributions: [attributionInput(report, { carries: "unattributed" })],
    });
    const { error } = await refusalOf(async () =>
      assessClaim(await anEditor(), corroborated(claim, by), tick()),
    );
    expect((error as Invalid).fields.overrideReason).toContain("no path");
    expect((await findClaim(claim.publicId))?.origin.notFound).toBe("unattributed");
  });

  test("R23: stale from the moment at which one of its tests would fail", async () => {
    const [claim, by] = await twoFigures();
    const editor = await anEditor();
    const id = await assessClaim(editor, corroborated(claim, by), tick());
    const found = { state: "accepted", note: "One count, handed to both." } as const;
    await decideOneOrigin(editor, { claims: [claim.id, by.id], ...found }, tick());
    expect(await db().assessment.findUniqueOrThrow({ where: { id } })).toMatchObject({
      staleSince: expect.any(Date),
    });
  });

  test("R12: not by a figure that an editor found to be wrong", async () => {
    const [claim, by] = await twoFigures();
    await anAssessment(by.id, { status: "refuted" });
    const { error } = await refusalOf(async () =>
      assessClaim(await anEditor(), corroborated(claim, by), tick()),
    );
    expect(error).toBeInstanceOf(Conflict);
    expect((await findClaim(claim.publicId))?.figure?.independence?.partners).toEqual([]);
  });

  test("R33: by one of two editors at once", async () => {
    const [claim, by] = await twoFigures();
    const { won, errors } = await race(
      assessClaim(await anEditor(), corroborated(claim, by), tick()),
      assessClaim(await anAdmin(), corroborated(claim, by), tick()),
    );
    expect([won, errors]).toEqual([1, [expect.any(Conflict)]]);
  });
});

describe("refused, and nothing is left behind:", () => {
  const wrong: [string, (claim: StoredClaim, by: StoredClaim) => ReturnType<typeof assessmentInput>][] = [
    ["corroborated by nothing", (claim) => assessmentInput(claim.id, { status: "corroborated" })],
    ["corroborated by itself", (claim) => corroborated(claim, claim)],
    ["documented by another claim", (claim, by) => ({ ...corroborated(claim, by), status: "documented" })],
    ["an excuse where every test passed", (claim, by) => corroborated(claim, by, "Just so.")],
  ];
  test.each(wrong)("%s", async (_, inputOf) => {
    const [claim, by] = await twoFigures();
    const { error, leftNothing } = await refusalOf(async () =>
      assessClaim(await anEditor(), inputOf(claim, by), tick()),
    );
    expect(error).toBeInstanceOf(Invalid);
    expect(leftNothing).toBe(true);
  });

  test("corroborated by a figure of another event", async () => {
    const [[claim], [by]] = [await twoFigures(), await twoFigures()];
    const { error, leftNothing } = await refusalOf(async () =>
      assessClaim(await anEditor(), corroborated(claim, by), tick()),
    );
    expect(error).toBeInstanceOf(Invalid);
    expect(leftNothing).toBe(true);
  });

  test("corroborated by a figure that no longer stands", async () => {
    const [claim, by] = await twoFigures();
    const newer = await aPublishedClaim({
      eventId: by.eventId,
      measureId: by.measureId ?? "",
      claimantId: by.claimantId,
      n: 70,
      stated: "2026-06-25",
    });
    await supersede(by, newer);
    const { error, leftNothing } = await refusalOf(async () =>
      assessClaim(await anEditor(), corroborated(claim, by), tick()),
    );
    expect(error).toBeInstanceOf(Conflict);
    expect(leftNothing).toBe(true);
  });
});
