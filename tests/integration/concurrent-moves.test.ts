import { expect, test } from "vitest";
import {
  publishClaim,
  reopenClaim,
  returnClaim,
  reviewClaim,
  submitClaim,
} from "../../lib/claims/move-claim";
import { db } from "../../lib/db/client";
import { AppError } from "../../lib/errors";
import { verifyHistory } from "../../lib/history/verify-history";
import { aJournalist, anAdmin, anEditor, anotherJournalist } from "../factories/cast";
import { aClaim, readClaim } from "../factories/claims";
import { tick } from "../factories/clock";
import { lastRevisionOf } from "../factories/read-back";

const MOVES = [submitClaim, reviewClaim, returnClaim, reopenClaim, publishClaim] as const;

test("R33: fifty who move one claim at once, each as they read it, move each version of it once at most", async () => {
  const { id } = await aClaim();
  const cast = [await aJournalist(), await anEditor(), await anotherJournalist(), await anAdmin()];
  const won: number[] = [];
  const refused: unknown[] = [];
  const contend = async (at: number) => {
    const { version } = await readClaim(id);
    const move = MOVES[at % MOVES.length] ?? submitClaim;
    const actor = cast[at % cast.length];
    if (!actor) return;
    await move(actor, { id, version, reason: "They were counted twice." }, tick()).then(
      () => won.push(version),
      (error: unknown) => refused.push(error),
    );
  };
  // The second fifty find the claim somewhere on its way.
  for (const start of [0, 50]) await Promise.all(Array.from({ length: 50 }, (_, at) => contend(start + at)));

  expect(won.length + refused.length).toBe(100);
  expect(refused.filter((error) => !(error instanceof AppError))).toEqual([]);
  // Each version once, without a gap: the first move was of the draft.
  expect(won.toSorted((a, b) => a - b)).toEqual(won.map((_, at) => at + 1));
  expect(won.length).toBeGreaterThan(1);

  const claim = await readClaim(id);
  expect(claim.version).toBe(won.length + 1);
  const last = await lastRevisionOf(id);
  expect(last.version).toBe(claim.version);
  expect(last.changes.recordStatus).toEqual([expect.any(String), claim.recordStatus]);
  expect((await verifyHistory(db())).breaks).toEqual([]);
});
