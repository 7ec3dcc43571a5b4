import { beforeAll, describe, expect, test } from "vitest";
import { disownClaim } from "../../lib/claims/disown-claim";
import type { SupersedeClaim } from "../../lib/claims/schema";
import { supersedeClaim } from "../../lib/claims/supersede-claim";
import { db } from "../../lib/db/client";
import { Conflict, Forbidden, Invalid } from "../../lib/errors";
import { aJournalist, anAdmin, anEditor } from "../factories/cast";
import {
  aClaim,
  aPublishedClaim,
  type GivenFigure,
  publicFigures,
  read,
  readClaim,
  type StoredClaim,
} from "../factories/claims";
import { tick } from "../factories/clock";
import { lastRevisionOf, race, refusalOf, storedRange } from "../factories/read-back";
import { aClaimant, aMeasure, anEvent } from "../factories/records";

function decision(
  older: StoredClaim,
  newer: StoredClaim,
  given: Partial<SupersedeClaim> = {},
): SupersedeClaim {
  return { newer: read(newer), older: read(older), note: null, ...given };
}

describe("supersedeClaim", () => {
  test("R18, R19: the newer figure takes the place of the older one, and both stay", async () => {
    const [older, newer] = await publicFigures({ n: 63 }, { n: 89, stated: "2026-05-06" });
    const [editor, now] = [await anEditor(), tick()];
    await supersedeClaim(editor, decision(older, newer, { note: "Raised two days later." }), now);

    expect(await readClaim(older.id)).toMatchObject({
      lifecycle: "superseded",
      recordStatus: "published",
      version: 5,
    });
    expect(await readClaim(newer.id)).toMatchObject({ lifecycle: "current", version: 4 });
    expect(await lastRevisionOf(older.id)).toMatchObject({
      action: "claim.superseded",
      version: 5,
      actorId: editor.id,
      at: now,
      changes: { lifecycle: ["current", "superseded"], supersededBy: [null, newer.publicId] },
    });
    const link = await db().claimLink.findFirstOrThrow({ where: { toClaimId: older.id } });
    expect(link).toMatchObject({
      kind: "supersedes",
      state: "accepted",
      decidedBy: editor.id,
      decidedAt: now,
    });
    expect(await lastRevisionOf(link.id)).toMatchObject({
      action: "claim_link.accepted",
      // Publishing the newer figure proposed it.
      version: 2,
      changes: { note: [null, "Raised two days later."] },
    });
  });

  test("R18: where the claimant says that its older figure was wrong, that one is corrected", async () => {
    const [older, newer] = await publicFigures({ n: 63 }, { n: 89, stated: "2026-05-06" });
    expect(await storedRange(older.measureId)).toEqual([63, 89]);
    await supersedeClaim(await anEditor(), decision(older, newer, { isCorrection: true }), tick());

    expect((await readClaim(older.id)).lifecycle).toBe("corrected");
    expect(await lastRevisionOf(older.id)).toMatchObject({
      action: "claim.superseded",
      changes: { lifecycle: ["current", "corrected"], supersededBy: [null, newer.publicId] },
    });
    expect(await storedRange(older.measureId)).toEqual([89, 89]);
  });

  test("a journalist does not decide it, and nothing is written", async () => {
    const [older, newer] = await publicFigures({ n: 63 }, { n: 89 });
    const journalist = await aJournalist();
    const { error, leftNothing } = await refusalOf(() =>
      supersedeClaim(journalist, decision(older, newer), tick()),
    );
    expect(error).toBeInstanceOf(Forbidden);
    expect(leftNothing).toBe(true);
  });

  test("R20: a figure that fell needs its reason, which is kept", async () => {
    const [older, newer] = await publicFigures({ n: 89 }, { n: 63 });
    const editor = await anEditor();
    const { error, leftNothing } = await refusalOf(() =>
      supersedeClaim(editor, decision(older, newer), tick()),
    );
    expect((error as Invalid).fields).toHaveProperty("downwardReason");
    expect(leftNothing).toBe(true);

    await supersedeClaim(editor, decision(older, newer, { downwardReason: "double_count" }), tick());
    const link = await db().claimLink.findFirstOrThrow({ where: { toClaimId: older.id } });
    expect(link.downwardReason).toBe("double_count");
  });

  test("R20: of a figure with two numbers, the fall of either needs its reason", async () => {
    const [older, newer] = await publicFigures(
      { raw: "100 to 300", quantity: { qualifier: "between", low: 100, high: 300 } },
      { raw: "100 to 150", quantity: { qualifier: "between", low: 100, high: 150 }, stated: "2026-05-06" },
    );
    const editor = await anEditor();
    const { error } = await refusalOf(() => supersedeClaim(editor, decision(older, newer), tick()));
    expect((error as Invalid).fields).toHaveProperty("downwardReason");
  });

  test("R20: over 300 says 300, so that 300 after it is no fall", async () => {
    const over = { raw: "over 300", quantity: { qualifier: "more_than", low: 301, high: null } } as const;
    const [older, newer] = await publicFigures(over, { n: 300, stated: "2026-05-09" });
    await supersedeClaim(await anEditor(), decision(older, newer), tick());
    expect((await readClaim(older.id)).lifecycle).toBe("superseded");
  });

  test("R18: across a body and its parent only when a person says that the newer speaks for both", async () => {
    const [body, event, editor] = [await aClaimant(), await anEvent(), await anEditor()];
    const member = await aClaimant({ parentId: body.id });
    const common = { eventId: event.id, measureId: await aMeasure(event.id) };
    const older = await aPublishedClaim({ ...common, claimantId: body.id, n: 1 });
    const newer = await aPublishedClaim({ ...common, claimantId: member.id, n: 2 });

    const { error, leftNothing } = await refusalOf(() =>
      supersedeClaim(editor, decision(older, newer), tick()),
    );
    expect(error).toBeInstanceOf(Invalid);
    expect(leftNothing).toBe(true);
    await supersedeClaim(editor, decision(older, newer, { speaksForBoth: true }), tick());
    expect(await db().claimLink.findFirstOrThrow({ where: { toClaimId: older.id } })).toMatchObject({
      speaksForBoth: true,
    });
    expect((await readClaim(older.id)).lifecycle).toBe("superseded");
  });

  test("a figure has one successor, and a chain of them never bends back", async () => {
    const [first, second, third] = await publicFigures({ n: 1 }, { n: 2 }, { n: 3 });
    const editor = await anEditor();
    await supersedeClaim(editor, decision(first, second), tick());
    const now = await readClaim(first.id);
    for (const wrong of [decision(now, third), decision(second, now, { downwardReason: "miscount" })]) {
      const { error, leftNothing } = await refusalOf(() => supersedeClaim(editor, wrong, tick()));
      expect(error).toBeInstanceOf(Conflict);
      expect(leftNothing).toBe(true);
    }
    await supersedeClaim(editor, decision(second, third), tick());
    expect((await readClaim(second.id)).lifecycle).toBe("superseded");
  });

  test("R33: of two successors accepted at once, one is", async () => {
    const [older, one, other] = await publicFigures({ n: 1 }, { n: 2 }, { n: 3 });
    const [editor, admin] = [await anEditor(), await anAdmin()];
    const { won, errors } = await race(
      supersedeClaim(editor, decision(older, one), tick()),
      supersedeClaim(admin, decision(older, other), tick()),
    );
    expect(won).toBe(1);
    expect(errors).toEqual([expect.any(Conflict)]);
    expect(await db().claimLink.count({ where: { toClaimId: older.id } })).toBe(1);
  });

  test("of two figures that supersede each other at once, one does", async () => {
    const [one, other] = await publicFigures({ n: 1 }, { n: 2 });
    const [editor, admin] = [await anEditor(), await anAdmin()];
    const { won, errors } = await race(
      supersedeClaim(editor, decision(one, other), tick()),
      supersedeClaim(admin, decision(other, one, { downwardReason: "not_given" }), tick()),
    );
    expect(won).toBe(1);
    expect(errors).toEqual([expect.any(Conflict)]);
  });
});

describe("supersedeClaim refuses and leaves nothing behind", () => {
  let older: StoredClaim;
  let common: GivenFigure;
  beforeAll(async () => {
    const event = await anEvent();
    common = { eventId: event.id, claimantId: (await aClaimant()).id, measureId: await aMeasure(event.id) };
    older = await aPublishedClaim({ ...common, n: 5, stated: "2026-05-06" });
  });

  const wrong: [string, (common: GivenFigure) => Promise<GivenFigure>, unknown][] = [
    ["R18: another claimant's figure", async (c) => ({ ...c, claimantId: (await aClaimant()).id }), Invalid],
    [
      "R18: a figure of another measure",
      async (c) => ({ ...c, measureId: await aMeasure(c.eventId ?? "") }),
      Invalid,
    ],
    [
      "R21: an increment after a running total",
      async (c) => ({ ...c, measureId: await aMeasure(c.eventId ?? "", { total: "increment" }) }),
      Invalid,
    ],
    ["R11: an estimate", async (c) => ({ ...c, basis: "model" }), Invalid],
    ["R18: a figure that describes an earlier moment", async (c) => ({ ...c, asOf: "2026-05-05" }), Invalid],
  ];
  test.each(wrong)("%s", async (_, give, expected) => {
    const [newer, editor] = [await aPublishedClaim({ n: 6, ...(await give(common)) }), await anEditor()];
    const { error, leftNothing } = await refusalOf(() =>
      supersedeClaim(editor, decision(older, newer), tick()),
    );
    expect(error).toBeInstanceOf(expected);
    expect(leftNothing).toBe(true);
  });

  test("a draft", async () => {
    const [newer, editor] = [await aClaim({ ...common, n: 7 }), await anEditor()];
    const { error, leftNothing } = await refusalOf(() =>
      supersedeClaim(editor, decision(older, newer), tick()),
    );
    expect(error).toBeInstanceOf(Conflict);
    expect(leftNothing).toBe(true);
  });

  test("R23: a figure that its claimant denies", async () => {
    const [{ id, version }, editor] = [await aPublishedClaim({ ...common, n: 9 }), await anEditor()];
    await disownClaim(editor, { claimId: id, version, reason: "It never said so.", note: null }, tick());
    const newer = await readClaim(id);
    const { error, leftNothing } = await refusalOf(() =>
      supersedeClaim(editor, decision(older, newer), tick()),
    );
    expect(error).toBeInstanceOf(Conflict);
    expect(leftNothing).toBe(true);
  });

  test("a figure in its own place", async () => {
    const editor = await anEditor();
    const { error, leftNothing } = await refusalOf(() =>
      supersedeClaim(editor, decision(older, older), tick()),
    );
    expect(error).toBeInstanceOf(Invalid);
    expect(leftNothing).toBe(true);
  });

  test("R33: a version that somebody changed since", async () => {
    const [newer, editor] = [await aPublishedClaim({ ...common, n: 8 }), await anEditor()];
    const stale = [decision({ ...older, version: 3 }, newer), decision(older, { ...newer, version: 3 })];
    for (const input of stale) {
      const { error, leftNothing } = await refusalOf(() => supersedeClaim(editor, input, tick()));
      expect(error).toBeInstanceOf(Conflict);
      expect(leftNothing).toBe(true);
    }
  });
});
