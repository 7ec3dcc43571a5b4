import { beforeAll, describe, expect, test } from "vitest";
import { decideOneOrigin, declineSupersession } from "../../lib/claims/decline-link";
import type { DecideOneOrigin, DeclineSupersession } from "../../lib/claims/schema";
import { supersedeClaim } from "../../lib/claims/supersede-claim";
import { db } from "../../lib/db/client";
import { Conflict, Forbidden, Invalid, NotFound } from "../../lib/errors";
import { aJournalist, anAdmin, anEditor } from "../factories/cast";
import {
  aClaim,
  aPublishedClaim,
  aStatement,
  publicFigures,
  publish,
  read,
  readClaim,
  type StoredClaim,
} from "../factories/claims";
import { tick } from "../factories/clock";
import { lastRevisionOf, race, refusalOf } from "../factories/read-back";
import { aClaimant, aMeasure } from "../factories/records";

const linksOf = ({ id }: { id: string }) =>
  db().claimLink.findMany({ where: { OR: [{ fromClaimId: id }, { toClaimId: id }] } });

describe("declineSupersession", () => {
  const no = (
    older: StoredClaim,
    newer: StoredClaim,
    given: Partial<DeclineSupersession> = {},
  ): DeclineSupersession => ({
    newer: { id: newer.id },
    older: { id: older.id },
    state: "declined",
    note: null,
    ...given,
  });

  test("R19: that a figure does not supersede another is remembered, and both stay current", async () => {
    const [older, newer] = await publicFigures({ n: 63 }, { n: 89 });
    const [editor, now] = [await anEditor(), tick()];
    await declineSupersession(editor, no(older, newer, { note: "Two hospitals." }), now);

    const [link] = await linksOf(older);
    expect(link).toMatchObject({
      kind: "supersedes",
      fromClaimId: newer.id,
      toClaimId: older.id,
      state: "declined",
      decidedBy: editor.id,
      decidedAt: now,
      version: 1,
    });
    expect(await lastRevisionOf(link?.id ?? "")).toMatchObject({
      action: "claim_link.declined",
      version: 1,
      actorId: editor.id,
      at: now,
      changes: { state: [null, "declined"], note: [null, "Two hospitals."] },
    });
    for (const claim of [older, newer]) {
      expect(await readClaim(claim.id)).toMatchObject({ lifecycle: "current", version: 4 });
    }
    const event = await db().event.findUniqueOrThrow({ where: { id: older.eventId } });
    expect(event.changedAt).toEqual(now);
  });

  test("R19: who was unsure decides later, and a declined figure may still be accepted", async () => {
    const [older, newer] = await publicFigures({ n: 63 }, { n: 89 });
    const editor = await anEditor();
    await declineSupersession(editor, no(older, newer, { state: "unsure" }), tick());
    await declineSupersession(editor, no(older, newer, { version: 1 }), tick());
    await supersedeClaim(editor, { older: read(older), newer: read(newer), note: null }, tick());

    const links = await linksOf(older);
    expect(links).toMatchObject([{ state: "accepted", version: 3 }]);
    expect(await lastRevisionOf(links[0]?.id ?? "")).toMatchObject({
      action: "claim_link.accepted",
      version: 3,
      changes: { state: ["declined", "accepted"] },
    });
  });

  test("a journalist does not decide it, and nothing is written", async () => {
    const [[older, newer], journalist] = [await publicFigures({ n: 63 }, { n: 89 }), await aJournalist()];
    const { error, leftNothing } = await refusalOf(() =>
      declineSupersession(journalist, no(older, newer), tick()),
    );
    expect(error).toBeInstanceOf(Forbidden);
    expect(leftNothing).toBe(true);
  });

  test("what was accepted cannot be declined, and nothing is written", async () => {
    const [older, newer] = await publicFigures({ n: 63 }, { n: 89 });
    const editor = await anEditor();
    await supersedeClaim(editor, { older: read(older), newer: read(newer), note: null }, tick());
    for (const version of [0, 1]) {
      const { error, leftNothing } = await refusalOf(() =>
        declineSupersession(editor, no(older, newer, { version }), tick()),
      );
      expect(error).toBeInstanceOf(Conflict);
      expect(leftNothing).toBe(true);
    }
  });

  test("nobody asks of another measure, claimant or event, of a draft or of one figure; nothing is written", async () => {
    const [older] = await publicFigures({ n: 63 });
    const { eventId, claimantId, measureId } = older;
    const common = { eventId, claimantId, measureId: measureId ?? "", n: 64 };
    const wrong: [StoredClaim, unknown][] = [
      [await aPublishedClaim({ ...common, measureId: await aMeasure(eventId) }), Invalid],
      [await aPublishedClaim({ ...common, claimantId: (await aClaimant()).id }), Invalid],
      [await aPublishedClaim({ claimantId }), Invalid],
      [await aClaim({ ...common, n: 65 }), Conflict],
      [older, Invalid],
      [{ ...older, id: crypto.randomUUID() }, NotFound],
    ];
    const editor = await anEditor();
    for (const [newer, expected] of wrong) {
      const { error, leftNothing } = await refusalOf(() =>
        declineSupersession(editor, no(older, newer), tick()),
      );
      expect(error).toBeInstanceOf(expected);
      expect(leftNothing).toBe(true);
    }
  });

  test("R18: it may be asked across a body and its parent", async () => {
    const [older] = await publicFigures({ n: 63 });
    const member = await aClaimant({ parentId: older.claimantId });
    const { eventId, measureId } = older;
    const newer = await aPublishedClaim({
      eventId,
      measureId: measureId ?? "",
      claimantId: member.id,
      n: 70,
    });
    await declineSupersession(await anEditor(), no(older, newer), tick());
    expect(await linksOf(older)).toMatchObject([{ state: "declined" }]);
  });

  test("R33: of two who answer at once, one does", async () => {
    const [older, newer] = await publicFigures({ n: 63 }, { n: 89 });
    const [editor, admin] = [await anEditor(), await anAdmin()];
    const { won, errors } = await race(
      declineSupersession(editor, no(older, newer), tick()),
      declineSupersession(admin, no(older, newer, { state: "unsure" }), tick()),
    );
    expect(won).toBe(1);
    expect(errors).toEqual([expect.any(Conflict)]);
    expect(await linksOf(older)).toHaveLength(1);
  });
});

describe("decideOneOrigin", () => {
  let one: StoredClaim;
  let other: StoredClaim;
  beforeAll(async () => {
    [one, other] = await publicFigures({ n: 137 }, { n: 137, claimantId: (await aClaimant()).id });
  });

  const yes = (a: StoredClaim, b: StoredClaim, given: Partial<DecideOneOrigin> = {}): DecideOneOrigin => ({
    claims: [a.id, b.id],
    state: "accepted",
    note: "Both quote the same hospital list.",
    ...given,
  });

  test("R16: the decision is one for both orders of the two, with every change in its history", async () => {
    const [a, b] = await publicFigures({ n: 137 }, { n: 137, claimantId: (await aClaimant()).id });
    const [smaller, greater] = [a.id, b.id].toSorted();
    const [editor, admin, now] = [await anEditor(), await anAdmin(), tick()];
    await decideOneOrigin(editor, yes(b, a), now);

    const links = await linksOf(a);
    expect(links).toMatchObject([
      {
        kind: "one_origin",
        fromClaimId: smaller,
        toClaimId: greater,
        state: "accepted",
        note: "Both quote the same hospital list.",
        decidedBy: editor.id,
        decidedAt: now,
        version: 1,
      },
    ]);
    const id = links[0]?.id ?? "";
    expect(await lastRevisionOf(id)).toMatchObject({ action: "claim_link.accepted", at: now, version: 1 });

    await decideOneOrigin(admin, yes(a, b, { state: "unsure", note: null, version: 1 }), tick());
    expect(await lastRevisionOf(id)).toMatchObject({
      action: "claim_link.declined",
      version: 2,
      actorId: admin.id,
      changes: { state: ["accepted", "unsure"], note: ["Both quote the same hospital list.", null] },
    });
    await decideOneOrigin(admin, yes(a, b, { state: "declined", note: null, version: 2 }), tick());
    expect(await linksOf(a)).toMatchObject([{ state: "declined", version: 3, decidedBy: admin.id }]);
    expect(await lastRevisionOf(id)).toMatchObject({ action: "claim_link.declined", version: 3 });
  });

  test("a journalist does not decide it, and nothing is written", async () => {
    const journalist = await aJournalist();
    const { error, leftNothing } = await refusalOf(() =>
      decideOneOrigin(journalist, yes(one, other), tick()),
    );
    expect(error).toBeInstanceOf(Forbidden);
    expect(leftNothing).toBe(true);
  });

  test("R31: one origin is not accepted without its reason, which readers see", async () => {
    const editor = await anEditor();
    const { error, leftNothing } = await refusalOf(() =>
      decideOneOrigin(editor, yes(one, other, { note: " " }), tick()),
    );
    expect((error as Invalid).fields).toHaveProperty("note");
    expect(leftNothing).toBe(true);
  });

  const wrong: [string, () => Promise<StoredClaim>, unknown][] = [
    ["another figure of the same claimant", () => inEvent({ claimantId: one.claimantId, n: 138 }), Invalid],
    ["the figure itself", async () => one, Invalid],
    ["a figure of another event", () => aPublishedClaim({ n: 137 }), Invalid],
    ["a statement", async () => publish(await aStatement({ eventId: one.eventId })), Invalid],
    ["a draft", () => aClaim({ eventId: one.eventId, measureId: one.measureId ?? "", n: 137 }), Conflict],
    ["a claim that nobody knows", async () => ({ ...one, id: crypto.randomUUID() }), Invalid],
  ];
  const inEvent = (given: Parameters<typeof aPublishedClaim>[0]) =>
    aPublishedClaim({ eventId: one.eventId, measureId: one.measureId ?? "", ...given });

  test.each(wrong)(
    "R16: a figure has no origin in common with %s, and nothing is written",
    async (_, give, expected) => {
      const [second, editor] = [await give(), await anEditor()];
      const { error, leftNothing } = await refusalOf(() => decideOneOrigin(editor, yes(one, second), tick()));
      expect(error).toBeInstanceOf(expected);
      expect(leftNothing).toBe(true);
    },
  );

  test("R33: of two who decide at once, one does, and who read nothing of it decides nothing", async () => {
    const [editor, admin] = [await anEditor(), await anAdmin()];
    const { won, errors } = await race(
      decideOneOrigin(editor, yes(one, other), tick()),
      decideOneOrigin(admin, yes(other, one, { state: "declined" }), tick()),
    );
    expect(won).toBe(1);
    expect(errors).toEqual([expect.any(Conflict)]);
    const { error, leftNothing } = await refusalOf(() => decideOneOrigin(editor, yes(one, other), tick()));
    expect(error).toBeInstanceOf(Conflict);
    expect(leftNothing).toBe(true);
  });
});
