import { describe, expect, test } from "vitest";
import { logClaim } from "../../lib/claims/log-claim";
import { reviewClaim, submitClaim } from "../../lib/claims/move-claim";
import { db } from "../../lib/db/client";
import { Forbidden, Invalid } from "../../lib/errors";
import { publishClaims, returnClaims, reviewClaims } from "../../lib/queue/move-many";
import { aJournalist, anAdmin, anEditor } from "../factories/cast";
import { aClaim, figureInput, readClaim, type StoredClaim } from "../factories/claims";
import { tick } from "../factories/clock";
import { lastRevisionOf, refusalOf } from "../factories/read-back";

const REASON = "Checked against the register.";
const NOBODY = "00000000-0000-4000-8000-000000000000";

async function aSubmitted(): Promise<StoredClaim> {
  const { id } = await aClaim();
  await submitClaim(await aJournalist(), { id, version: 1 }, tick());
  return readClaim(id);
}

async function inReview(): Promise<StoredClaim> {
  const { id } = await aSubmitted();
  await reviewClaim(await anEditor(), { id, version: 2 }, tick());
  return readClaim(id);
}

const picked = (...claims: StoredClaim[]) => claims.map(({ id, version }) => ({ id, version }));
const actionsOf = async (subjectId: string) =>
  (await db().revision.findMany({ where: { subjectId }, orderBy: { version: "asc" } })).map(
    ({ action }) => action,
  );

describe("publishClaims, returnClaims, reviewClaims", () => {
  test("many are published for one reason; what was only submitted is taken into review first", async () => {
    const [editor, submitted, reviewed] = [await anEditor(), await aSubmitted(), await inReview()];
    const moved = await publishClaims(
      editor,
      { claims: picked(submitted, reviewed), reason: REASON },
      tick(),
    );
    expect(moved).toEqual({ done: [submitted.publicId, reviewed.publicId], refused: [] });
    for (const { id } of [submitted, reviewed]) {
      expect(await readClaim(id)).toMatchObject({ recordStatus: "published", version: 4 });
      expect(await lastRevisionOf(id)).toMatchObject({
        action: "claim.published",
        actorId: editor.id,
        changes: { reason: [null, REASON] },
      });
    }
    expect(await actionsOf(submitted.id)).toEqual([
      "claim.logged",
      "claim.submitted",
      "claim.review_begun",
      "claim.published",
    ]);
  });

  test("many are returned for one reason, or taken into review for none", async () => {
    const [editor, one, two] = [await anEditor(), await aSubmitted(), await inReview()];
    const returned = await returnClaims(editor, { claims: picked(one, two), reason: REASON }, tick());
    expect(returned).toEqual({ done: [one.publicId, two.publicId], refused: [] });
    for (const { id } of [one, two])
      expect(await readClaim(id)).toMatchObject({ recordStatus: "returned", returnReason: REASON });

    const begun = await reviewClaims(editor, { claims: picked(await aSubmitted()), reason: null }, tick());
    expect([begun.done.length, begun.refused]).toEqual([1, []]);
  });

  test("what is refused holds up no other and stays as it was, each with what is wrong with it", async () => {
    const [editor, fine] = [await anEditor(), await inReview()];
    const ownId = await logClaim(editor, await figureInput(), tick());
    await submitClaim(editor, { id: ownId, version: 1 }, tick());
    const [own, draft, changed] = [await readClaim(ownId), await aClaim(), await inReview()];
    const claims = [
      ...picked(own, draft),
      { id: changed.id, version: 2 },
      { id: NOBODY, version: 1 },
      ...picked(fine),
    ];
    const { done, refused } = await publishClaims(editor, { claims, reason: null }, tick());
    expect(done).toEqual([fine.publicId]);
    expect(refused).toEqual([
      { publicId: own.publicId, message: "You logged this claim: somebody else must publish it." },
      {
        publicId: draft.publicId,
        message: "This record is draft; it cannot become published from there.",
      },
      { publicId: changed.publicId, message: expect.stringContaining("look again") },
      { publicId: NOBODY, message: "There is no such claim." },
    ]);
    for (const claim of [own, draft, changed]) expect(await readClaim(claim.id)).toEqual(claim);
  });

  test("a journalist moves none, and nothing is written", async () => {
    const [journalist, claim] = [await aJournalist(), await aSubmitted()];
    for (const step of [publishClaims, returnClaims, reviewClaims]) {
      const { error, leftNothing } = await refusalOf(() =>
        step(journalist, { claims: picked(claim), reason: REASON }, tick()),
      );
      expect(error).toBeInstanceOf(Forbidden);
      expect(leftNothing).toBe(true);
    }
  });

  test("none ticked, one ticked twice, more than a hundred, or a return without a reason: nothing is written", async () => {
    const [editor, claim] = [await anEditor(), await aSubmitted()];
    const [one] = picked(claim);
    const many = Array.from({ length: 101 }, (_, at) => ({
      id: `00000000-0000-4000-8000-${String(at).padStart(12, "0")}`,
      version: 1,
    }));
    const wrong = [
      () => publishClaims(editor, { claims: [], reason: null }, tick()),
      () => publishClaims(editor, { claims: [...picked(claim), ...(one ? [one] : [])] }, tick()),
      () => publishClaims(editor, { claims: many }, tick()),
      () => returnClaims(editor, { claims: picked(claim), reason: " " }, tick()),
    ];
    for (const work of wrong) {
      const { error, leftNothing } = await refusalOf(work);
      expect(error).toBeInstanceOf(Invalid);
      expect(leftNothing).toBe(true);
    }
  });

  test("R33: of two who publish the same claims at once, each claim is published by one", async () => {
    const [editor, admin] = [await anEditor(), await anAdmin()];
    const claims = [await aSubmitted(), await inReview(), await aSubmitted(), await inReview()];
    const outcomes = await Promise.all([
      publishClaims(editor, { claims: picked(...claims) }, tick()),
      publishClaims(admin, { claims: picked(...claims).reverse() }, tick()),
    ]);
    const done = outcomes.flatMap((moved) => moved.done);
    expect(done.toSorted()).toEqual(claims.map(({ publicId }) => publicId).toSorted());
    expect(outcomes.flatMap(({ refused }) => refused)).toHaveLength(4);
    for (const { id } of claims)
      expect((await actionsOf(id)).filter((action) => action === "claim.published")).toHaveLength(1);
  });
});
