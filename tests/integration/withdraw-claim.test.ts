import { describe, expect, test } from "vitest";
import { markCorrected, markEntryError, retractClaim } from "../../lib/claims/withdraw-claim";
import { db } from "../../lib/db/client";
import { Conflict, Forbidden, Invalid, NotFound } from "../../lib/errors";
import { aJournalist, anAdmin, anEditor } from "../factories/cast";
import {
  aClaim,
  aStatement,
  publicFigures,
  publish,
  readClaim,
  type StoredClaim,
  supersede,
} from "../factories/claims";
import { tick } from "../factories/clock";
import { lastRevisionOf, race, refusalOf, storedRange } from "../factories/read-back";
import { aClaimant } from "../factories/records";

const WAYS = [
  { withdraw: retractClaim, lifecycle: "retracted", action: "claim.retracted", kind: "retraction" },
  { withdraw: markCorrected, lifecycle: "corrected", action: "claim.corrected", kind: "correction" },
  {
    withdraw: markEntryError,
    lifecycle: "entry_error",
    action: "claim.marked_entry_error",
    kind: "entry_error",
  },
] as const;

const REASON = "The office deleted the post and said that the list was not its own.";

function about({ id, version }: StoredClaim, reason = REASON) {
  return { claimId: id, version, reason };
}

describe.each(WAYS)("a claim that is $lifecycle", ({ withdraw, lifecycle, action, kind }) => {
  test("R24: leaves the range, stays on file, and says who took it back, when and why", async () => {
    const [claim] = await publicFigures({ n: 63 }, { n: 400, claimantId: (await aClaimant()).id });
    const [editor, now] = [await anEditor(), tick()];
    await withdraw(editor, about(claim), now);

    expect(await readClaim(claim.id)).toMatchObject({ lifecycle, recordStatus: "published", version: 5 });
    expect(await storedRange(claim.measureId)).toEqual([400, 400]);
    expect(await lastRevisionOf(claim.id)).toMatchObject({
      action,
      version: 5,
      actorId: editor.id,
      at: now,
      changes: { lifecycle: ["current", lifecycle] },
    });
    const correction = await db().correction.findFirstOrThrow({ where: { claimId: claim.id } });
    expect(correction).toMatchObject({
      kind,
      eventId: claim.eventId,
      reason: REASON,
      correctedById: editor.id,
      correctedAt: now,
      publishedAt: now,
    });
    expect(await lastRevisionOf(correction.id)).toMatchObject({
      action: "correction.made",
      version: 1,
      actorId: editor.id,
      changes: { kind: [null, kind], reason: [null, REASON] },
    });
    const event = await db().event.findUniqueOrThrow({ where: { id: claim.eventId } });
    expect(event.changedAt).toEqual(now);
  });

  test("may be a statement", async () => {
    const statement = await publish(await aStatement());
    await withdraw(await anEditor(), about(statement), tick());
    expect((await readClaim(statement.id)).lifecycle).toBe(lifecycle);
  });

  test("is not so by the word of a journalist, and nothing is written", async () => {
    const [[claim], journalist] = [await publicFigures({ n: 63 }), await aJournalist()];
    const { error, leftNothing } = await refusalOf(() => withdraw(journalist, about(claim), tick()));
    expect(error).toBeInstanceOf(Forbidden);
    expect(leftNothing).toBe(true);
  });

  test("is not so without a reason, as a draft, twice, or where nobody knows it; nothing is written", async () => {
    const editor = await anEditor();
    const [[claim], draft] = [await publicFigures({ n: 63 }), await aClaim()];
    const gone = (await publicFigures({ n: 64 }))[0];
    await withdraw(editor, about(gone), tick());
    const refusals: [Parameters<typeof withdraw>[1], unknown][] = [
      [about(claim, " "), Invalid],
      [about(draft), Conflict],
      [about(await readClaim(gone.id)), Conflict],
      [about({ ...claim, version: 3 }), Conflict],
      [about({ ...claim, id: crypto.randomUUID() }), NotFound],
    ];
    for (const [input, expected] of refusals) {
      const { error, leftNothing } = await refusalOf(() => withdraw(editor, input, tick()));
      expect(error).toBeInstanceOf(expected);
      expect(leftNothing).toBe(true);
    }
  });

  test("R33: is so once, of two who say it at once", async () => {
    const [claim] = await publicFigures({ n: 63 });
    const [editor, admin] = [await anEditor(), await anAdmin()];
    const { won, errors } = await race(
      withdraw(editor, about(claim), tick()),
      withdraw(admin, about(claim), tick()),
    );
    expect(won).toBe(1);
    expect(errors).toEqual([expect.any(Conflict)]);
    expect(await db().correction.count({ where: { claimId: claim.id } })).toBe(1);
  });
});

describe("a figure that is no longer current", () => {
  test.each(WAYS.slice(0, 2))("can no longer be $lifecycle", async ({ withdraw }) => {
    const [older, newer] = await publicFigures({ n: 63 }, { n: 89, stated: "2026-05-06" });
    await supersede(older, newer);
    const [gone, editor] = [await readClaim(older.id), await anEditor()];
    const { error, leftNothing } = await refusalOf(() => withdraw(editor, about(gone), tick()));
    expect(error).toBeInstanceOf(Conflict);
    expect(leftNothing).toBe(true);
  });

  test("can still turn out to be our own mistake", async () => {
    const [older, newer] = await publicFigures({ n: 63 }, { n: 89, stated: "2026-05-06" });
    await supersede(older, newer);
    await markEntryError(await anEditor(), about(await readClaim(older.id)), tick());
    expect((await readClaim(older.id)).lifecycle).toBe("entry_error");
    expect(await lastRevisionOf(older.id)).toMatchObject({
      changes: { lifecycle: ["superseded", "entry_error"] },
    });
  });
});

describe("R18: what a figure entered by mistake took the place of", () => {
  test("stands again, and enters the range", async () => {
    const [older, newer] = await publicFigures({ n: 63 }, { n: 500, stated: "2026-05-06" });
    await supersede(older, newer);
    const [editor, now] = [await anEditor(), tick()];
    await markEntryError(editor, about(await readClaim(newer.id)), now);

    expect(await readClaim(older.id)).toMatchObject({ lifecycle: "current", version: 6 });
    expect(await storedRange(older.measureId)).toEqual([63, 63]);
    expect(await lastRevisionOf(older.id)).toMatchObject({
      action: "claim.restored",
      actorId: editor.id,
      at: now,
      changes: { lifecycle: ["superseded", "current"] },
    });
    const link = await db().claimLink.findFirstOrThrow({ where: { toClaimId: older.id } });
    expect(link.state).toBe("declined");
    expect(await lastRevisionOf(link.id)).toMatchObject({ action: "claim_link.declined", version: 3 });
  });

  test("stays as it is where a third figure has come after both, or where the claimant took the newer one back", async () => {
    const [first, second, third] = await publicFigures(
      { n: 63 },
      { n: 89, stated: "2026-05-06" },
      { n: 95, stated: "2026-05-08" },
    );
    await supersede(first, second);
    await supersede(second, third);
    await markEntryError(await anEditor(), about(await readClaim(second.id)), tick());
    expect((await readClaim(first.id)).lifecycle).toBe("superseded");

    await retractClaim(await anEditor(), about(await readClaim(third.id)), tick());
    expect((await readClaim(first.id)).lifecycle).toBe("superseded");
  });
});
