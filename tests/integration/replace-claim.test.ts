import { beforeAll, describe, expect, test } from "vitest";
import { disownClaim } from "../../lib/claims/disown-claim";
import { replaceClaim } from "../../lib/claims/replace-claim";
import type { ReplaceClaim } from "../../lib/claims/schema";
import { db } from "../../lib/db/client";
import { Conflict, Forbidden, Invalid } from "../../lib/errors";
import { aJournalist, anAdmin, anEditor } from "../factories/cast";
import {
  aClaim,
  aPublishedClaim,
  type GivenFigure,
  makePublic,
  publicFigures,
  read,
  readClaim,
  type StoredClaim,
} from "../factories/claims";
import { tick } from "../factories/clock";
import { lastRevisionOf, race, refusalOf, storedRange } from "../factories/read-back";
import { aClaimant, aMeasure, anEvent } from "../factories/records";

function decision(older: StoredClaim, newer: StoredClaim, given: Partial<ReplaceClaim> = {}): ReplaceClaim {
  return { newer: read(newer), older: read(older), note: null, ...given };
}

/** A claimant's count of the certified deaths, and what it later counted instead, in one public event. */
async function twoCounts<T extends GivenFigure[]>(
  ...later: T
): Promise<[StoredClaim, ...{ [K in keyof T]: StoredClaim }]> {
  const event = await anEvent();
  const common = { eventId: event.id, claimantId: (await aClaimant()).id };
  const certified = await aMeasure(event.id, { cause: "certified" });
  const excess = await aMeasure(event.id, { cause: "indirect_or_excess" });
  const older = await aPublishedClaim({ ...common, measureId: certified, n: 64 });
  const newer: StoredClaim[] = [];
  for (const figure of later) {
    newer.push(await aPublishedClaim({ ...common, measureId: excess, stated: "2026-08-28", ...figure }));
  }
  await makePublic(event);
  return [older, ...(newer as { [K in keyof T]: StoredClaim })];
}

describe("replaceClaim", () => {
  test("R22: another count takes the place of the older one when the claimant says so, and both stay", async () => {
    const [older, newer] = await twoCounts({ n: 2975, basis: "model" });
    const [editor, now] = [await anEditor(), tick()];
    expect(await storedRange(older.measureId)).toEqual([64, 64]);
    await replaceClaim(editor, decision(older, newer, { note: "It took the study's figure over." }), now);

    expect(await readClaim(older.id)).toMatchObject({
      lifecycle: "replaced",
      recordStatus: "published",
      version: 5,
    });
    expect(await readClaim(newer.id)).toMatchObject({ lifecycle: "current", lane: "estimate", version: 4 });
    expect(await storedRange(older.measureId)).toBeNull();
    expect(await lastRevisionOf(older.id)).toMatchObject({
      action: "claim.replaced",
      version: 5,
      actorId: editor.id,
      at: now,
      changes: { lifecycle: ["current", "replaced"], replacedBy: [null, newer.publicId] },
    });
    const link = await db().claimLink.findFirstOrThrow({ where: { toClaimId: older.id } });
    expect(link).toMatchObject({
      kind: "replaces",
      fromClaimId: newer.id,
      state: "accepted",
      decidedBy: editor.id,
      decidedAt: now,
    });
    expect(await lastRevisionOf(link.id)).toMatchObject({
      action: "claim_link.accepted",
      version: 1,
      changes: { note: [null, "It took the study's figure over."] },
    });
    const event = await db().event.findUniqueOrThrow({ where: { id: older.eventId } });
    expect(event.changedAt).toEqual(now);
  });

  test("a journalist does not decide it, and nothing is written", async () => {
    const [older, newer] = await twoCounts({ n: 90 });
    const journalist = await aJournalist();
    const { error, leftNothing } = await refusalOf(() =>
      replaceClaim(journalist, decision(older, newer), tick()),
    );
    expect(error).toBeInstanceOf(Forbidden);
    expect(leftNothing).toBe(true);
  });

  test("R33: of two counts put in the place of one at once, one is", async () => {
    const [older, one, other] = await twoCounts({ n: 90 }, { n: 91 });
    const [editor, admin] = [await anEditor(), await anAdmin()];
    const { won, errors } = await race(
      replaceClaim(editor, decision(older, one), tick()),
      replaceClaim(admin, decision(older, other), tick()),
    );
    expect(won).toBe(1);
    expect(errors).toEqual([expect.any(Conflict)]);
    expect(await db().claimLink.count({ where: { toClaimId: older.id } })).toBe(1);
  });

  test("R33: a version that somebody changed since is refused", async () => {
    const [older, newer] = await twoCounts({ n: 90 });
    const editor = await anEditor();
    const stale = [decision({ ...older, version: 3 }, newer), decision(older, { ...newer, version: 3 })];
    for (const input of stale) {
      const { error, leftNothing } = await refusalOf(() => replaceClaim(editor, input, tick()));
      expect(error).toBeInstanceOf(Conflict);
      expect(leftNothing).toBe(true);
    }
  });
});

describe("replaceClaim refuses and leaves nothing behind", () => {
  let older: StoredClaim;
  let common: GivenFigure;
  beforeAll(async () => {
    [older] = await publicFigures({ n: 64, stated: "2026-05-06" });
    const measureId = await aMeasure(older.eventId, { cause: "certified" });
    common = { eventId: older.eventId, claimantId: older.claimantId, measureId };
  });

  const wrong: [string, () => Promise<GivenFigure>, string][] = [
    [
      "R22: another claimant's count",
      async () => ({ ...common, claimantId: (await aClaimant()).id }),
      "claimant itself",
    ],
    [
      "R22: a member's count for its body's",
      async () => ({ ...common, claimantId: (await aClaimant({ parentId: older.claimantId })).id }),
      "claimant itself",
    ],
    ["R22: a figure of the same measure", async () => sameMeasure(), "Both count the same"],
    [
      "R22: an estimate of the same measure",
      async () => ({ ...sameMeasure(), n: 75, basis: "model" }),
      "Both count the same",
    ],
    ["R22: a count in another event", async () => ({ claimantId: older.claimantId }), "same event"],
    ["R22: a count of an earlier moment", async () => ({ ...common, asOf: "2026-05-05" }), "earlier moment"],
    [
      "R21: an increment in the place of a running total",
      async () => ({ ...common, measureId: await aMeasure(older.eventId, { total: "increment" }) }),
      "increment",
    ],
  ];
  const sameMeasure = (): GivenFigure => ({ ...common, measureId: older.measureId ?? "" });

  test.each(wrong)("%s", async (_, give, sentence) => {
    const newer = await aPublishedClaim({ n: 70, stated: "2026-05-08", ...(await give()) });
    const editor = await anEditor();
    const { error, leftNothing } = await refusalOf(() =>
      replaceClaim(editor, decision(older, newer), tick()),
    );
    expect((error as Invalid).fields).toEqual({ newer: expect.stringContaining(sentence) });
    expect(leftNothing).toBe(true);
  });

  test("a draft, and a figure that is no longer current", async () => {
    const [draft, editor] = [await aClaim({ ...common, n: 71 }), await anEditor()];
    const gone = await aPublishedClaim({ ...common, n: 72, stated: "2026-05-09" });
    const third = await aMeasure(older.eventId, { cause: "direct" });
    const after = await aPublishedClaim({ ...common, measureId: third, n: 73, stated: "2026-05-10" });
    await replaceClaim(editor, decision(gone, after), tick());
    for (const newer of [draft, await readClaim(gone.id)]) {
      const { error, leftNothing } = await refusalOf(() =>
        replaceClaim(editor, decision(older, newer), tick()),
      );
      expect(error).toBeInstanceOf(Conflict);
      expect(leftNothing).toBe(true);
    }
  });

  test("R23: a count that its claimant denies", async () => {
    const measureId = await aMeasure(older.eventId, { cause: "diagnosed" });
    const { id, version } = await aPublishedClaim({ ...common, measureId, n: 9, stated: "2026-05-08" });
    const editor = await anEditor();
    await disownClaim(editor, { claimId: id, version, reason: "It never said so.", note: null }, tick());
    const newer = await readClaim(id);
    const { error, leftNothing } = await refusalOf(() =>
      replaceClaim(editor, decision(older, newer), tick()),
    );
    expect(error).toBeInstanceOf(Conflict);
    expect(leftNothing).toBe(true);
  });

  test("a figure in its own place", async () => {
    const editor = await anEditor();
    const { error, leftNothing } = await refusalOf(() =>
      replaceClaim(editor, decision(older, older), tick()),
    );
    expect(error).toBeInstanceOf(Invalid);
    expect(leftNothing).toBe(true);
  });
});
