import { describe, expect, test } from "vitest";
import {
  archiveClaim,
  reopenClaim,
  returnClaim,
  reviewClaim,
  submitClaim,
} from "../../lib/claims/move-claim";
import { Conflict, Forbidden, Invalid } from "../../lib/errors";
import { aJournalist, anAdmin, anEditor, anotherJournalist } from "../factories/cast";
import { aClaim, aPublishedClaim, readClaim } from "../factories/claims";
import { tick } from "../factories/clock";
import { lastRevisionOf, race, refusalOf } from "../factories/read-back";

const REASON = "The passage is missing.";

async function inReview(): Promise<string> {
  const { id } = await aClaim();
  await submitClaim(await aJournalist(), { id, version: 1 }, tick());
  await reviewClaim(await anEditor(), { id, version: 2 }, tick());
  return id;
}

describe("returnClaim", () => {
  test("a claim goes back to who logged it with the reason, which goes when it is handed in again", async () => {
    const [id, journalist, editor] = [await inReview(), await aJournalist(), await anEditor()];
    await returnClaim(editor, { id, version: 3, reason: REASON }, tick());
    expect(await readClaim(id)).toMatchObject({ recordStatus: "returned", returnReason: REASON, version: 4 });
    expect(await lastRevisionOf(id)).toMatchObject({
      action: "claim.returned",
      version: 4,
      changes: {
        recordStatus: ["in_review", "returned"],
        returnReason: [null, REASON],
        reason: [null, REASON],
      },
    });
    await submitClaim(journalist, { id, version: 4 }, tick());
    expect(await readClaim(id)).toMatchObject({ recordStatus: "submitted", returnReason: null });
    expect(await lastRevisionOf(id)).toMatchObject({ changes: { returnReason: [REASON, null] } });
  });

  test("a journalist returns nothing, nobody without a reason, and nothing is written", async () => {
    const [id, journalist, editor] = [await inReview(), await aJournalist(), await anEditor()];
    const wrong = [
      [journalist, REASON, Forbidden],
      [editor, " ", Invalid],
    ] as const;
    for (const [actor, reason, expected] of wrong) {
      const { error, leftNothing } = await refusalOf(() =>
        returnClaim(actor, { id, version: 3, reason }, tick()),
      );
      expect(error).toBeInstanceOf(expected);
      expect(leftNothing).toBe(true);
    }
  });

  test("R24: what is published is not returned, archived or reopened", async () => {
    const [{ id, version }, editor] = [await aPublishedClaim(), await anEditor()];
    const steps = [
      () => returnClaim(editor, { id, version, reason: REASON }, tick()),
      () => archiveClaim(editor, { id, version, reason: REASON }, tick()),
      () => reopenClaim(editor, { id, version, reason: REASON }, tick()),
    ];
    for (const step of steps) {
      const { error, leftNothing } = await refusalOf(step);
      expect(error).toBeInstanceOf(Conflict);
      expect(leftNothing).toBe(true);
    }
  });

  test("R33: of two who return it at once, one does", async () => {
    const [id, editor, admin] = [await inReview(), await anEditor(), await anAdmin()];
    const { won, errors } = await race(
      returnClaim(editor, { id, version: 3, reason: REASON }, tick()),
      returnClaim(admin, { id, version: 3, reason: REASON }, tick()),
    );
    expect(won).toBe(1);
    expect(errors).toEqual([expect.any(Conflict)]);
  });
});

describe("archiveClaim and reopenClaim", () => {
  test("a draft is laid aside and taken up again, and what was handed in too early is taken back", async () => {
    const [{ id }, journalist] = [await aClaim(), await aJournalist()];
    await archiveClaim(journalist, { id, version: 1, reason: REASON }, tick());
    expect(await lastRevisionOf(id)).toMatchObject({
      action: "claim.archived",
      changes: { recordStatus: ["draft", "archived"], reason: [null, REASON] },
    });
    await reopenClaim(journalist, { id, version: 2, reason: REASON }, tick());
    await submitClaim(journalist, { id, version: 3 }, tick());
    await reopenClaim(journalist, { id, version: 4, reason: REASON }, tick());
    expect(await lastRevisionOf(id)).toMatchObject({
      action: "claim.reopened",
      changes: { recordStatus: ["submitted", "draft"] },
    });
  });

  test("a journalist moves no colleague's claim, an editor does, and nothing is written meanwhile", async () => {
    const [{ id }, other, editor] = [await aClaim(), await anotherJournalist(), await anEditor()];
    for (const step of [submitClaim, archiveClaim, reopenClaim]) {
      const { error, leftNothing } = await refusalOf(() =>
        step(other, { id, version: 1, reason: REASON }, tick()),
      );
      expect(error).toBeInstanceOf(Forbidden);
      expect(leftNothing).toBe(true);
    }
    await archiveClaim(editor, { id, version: 1, reason: REASON }, tick());
    expect((await readClaim(id)).recordStatus).toBe("archived");
  });

  test("nobody lays a claim aside, or makes it a draft again, without saying why", async () => {
    const [{ id }, journalist] = [await aClaim(), await aJournalist()];
    for (const step of [archiveClaim, reopenClaim]) {
      const { error, leftNothing } = await refusalOf(() =>
        step(journalist, { id, version: 1, reason: " " }, tick()),
      );
      expect((error as Invalid).fields).toEqual({ reason: "Fill this in." });
      expect(leftNothing).toBe(true);
    }
  });

  test("R33: of two who archive it at once, one does", async () => {
    const [{ id }, journalist, editor] = [await aClaim(), await aJournalist(), await anEditor()];
    const { won } = await race(
      archiveClaim(journalist, { id, version: 1, reason: REASON }, tick()),
      archiveClaim(editor, { id, version: 1, reason: REASON }, tick()),
    );
    expect(won).toBe(1);
  });
});
