import { describe, expect, test } from "vitest";
import { amendClaim } from "../../lib/claims/amend-claim";
import { toInput, valuesOf } from "../../lib/claims/claim-row";
import { disownClaim } from "../../lib/claims/disown-claim";
import { findClaim } from "../../lib/claims/queries";
import { replaceClaim } from "../../lib/claims/replace-claim";
import type { AmendClaim, EditedClaim } from "../../lib/claims/schema";
import { db } from "../../lib/db/client";
import { Conflict, Forbidden, Invalid, StaleVersion } from "../../lib/errors";
import { aJournalist, anAdmin, anEditor } from "../factories/cast";
import {
  aClaim,
  aPublishedClaim,
  publicFigures,
  read,
  readClaim,
  type StoredClaim,
  supersede,
} from "../factories/claims";
import { tick } from "../factories/clock";
import { anEstimateFrom } from "../factories/past-the-commands";
import { lastRevisionOf, race, refusalOf, storedRange } from "../factories/read-back";
import { aClaimant, aMeasure } from "../factories/records";

type Figure = Extract<EditedClaim, { type: "figure" }>;

const amendment = (claim: StoredClaim, given: Partial<Figure>): AmendClaim => ({
  ...read(claim),
  claim: { ...toInput(valuesOf(claim)), ...given } as Figure,
  reason: "We misread the statement.",
});
const figure = (n: number): Partial<Figure> => ({
  quantity: { qualifier: "exact", low: n, high: n, central: null, reading: "stated" },
  wording: { text: String(n), language: "en", translation: null, translatedBy: null },
});

describe("amendClaim", () => {
  test("R24, R26: our mistake is put right in the open, with a reason, and the old figure stays readable", async () => {
    const [claim] = await publicFigures({ n: 63 });
    const [editor, now] = [await anEditor(), tick()];
    await amendClaim(editor, amendment(claim, figure(89)), now);

    expect(await readClaim(claim.id)).toMatchObject({
      wording: "89",
      low: 89,
      version: 5,
      publishedAt: claim.publishedAt,
    });
    expect(await storedRange(claim.measureId)).toEqual([89, 89]);
    const { changes, ...revision } = await lastRevisionOf(claim.id);
    expect(revision).toMatchObject({ action: "claim.amended", version: 5, actorId: editor.id, at: now });
    expect(Object.keys(changes).toSorted()).toEqual(["quantity", "wording"]);
    expect(changes.quantity).toMatchObject([{ low: 63 }, { low: 89 }]);
    const correction = await db().correction.findFirstOrThrow({ where: { claimId: claim.id } });
    expect(correction).toMatchObject({
      kind: "amendment",
      reason: "We misread the statement.",
      claimVersion: 5,
      correctedById: editor.id,
      publishedAt: now,
    });
    expect(await lastRevisionOf(correction.id)).toMatchObject({ action: "correction.made" });
    const event = await db().event.findUniqueOrThrow({ where: { id: claim.eventId } });
    expect(event.changedAt).toEqual(now);
    const page = await findClaim(claim.publicId);
    expect(page?.history.at(-1)?.changes.map(({ field }) => field)).toEqual(
      expect.arrayContaining(["wording", "quantity"]),
    );
  });

  test("R10: what was estimated with the figure is marked as stale, and another date marks nothing", async () => {
    const [claim] = await publicFigures({ n: 63 });
    const id = await anEstimateFrom(claim.measureId ?? "", claim.id);
    const isStale = async () =>
      (await db().bestEstimate.findUniqueOrThrow({ where: { id } })).staleSince !== null;
    const editor = await anEditor();
    const eventTime = { edtf: "2026-05-03", zone: "UTC" };
    await amendClaim(editor, amendment(claim, { eventTime }), tick());
    expect(await isStale()).toBe(false);
    await amendClaim(editor, amendment(await readClaim(claim.id), figure(64)), tick());
    expect(await isStale()).toBe(true);
  });

  test("R23: a disowned claim is amended and stays disowned", async () => {
    const [claim] = await publicFigures({ n: 63 });
    const editor = await anEditor();
    await disownClaim(
      editor,
      { claimId: claim.id, version: 4, reason: "It never said so.", note: null },
      tick(),
    );
    await amendClaim(editor, amendment(await readClaim(claim.id), figure(64)), tick());
    expect(await readClaim(claim.id)).toMatchObject({ standing: "disowned", low: 64 });
  });

  test("a journalist does not amend what is published, and nothing is written", async () => {
    const [claim, journalist] = [await aPublishedClaim(), await aJournalist()];
    const { error, leftNothing } = await refusalOf(() =>
      amendClaim(journalist, amendment(claim, figure(1)), tick()),
    );
    expect(error).toBeInstanceOf(Forbidden);
    expect(leftNothing).toBe(true);
  });

  test("R31: what is amended without a reason, a change, or by the rules of logging is refused", async () => {
    const [claim, draft, editor] = [await aPublishedClaim(), await aClaim(), await anEditor()];
    const wrong: [AmendClaim, unknown][] = [
      [{ ...amendment(claim, figure(1)), reason: " " }, Invalid],
      [amendment(claim, {}), Conflict],
      [amendment(claim, figure(-1)), Invalid],
      [amendment(claim, { stated: { edtf: "2026-05-01", zone: "UTC" } }), Invalid],
      [amendment(draft, figure(1)), Conflict],
      [{ ...amendment(claim, figure(1)), version: 3 }, StaleVersion],
    ];
    for (const [input, expected] of wrong) {
      const { error, leftNothing } = await refusalOf(() => amendClaim(editor, input, tick()));
      expect(error).toBeInstanceOf(expected);
      expect(leftNothing).toBe(true);
    }
  });

  test("R18, R20: a decision on two figures is not broken from behind, and the refusal names the other", async () => {
    const [older, newer] = await publicFigures({ n: 63 }, { n: 89, stated: "2026-05-06" });
    await supersede(older, newer);
    // The link gave a reason for a fall, so that the figure may fall; who said it and what it counts may not change.
    const { id: claimantId } = await aClaimant();
    const editor = await anEditor();
    for (const change of [{ claimantId }, { measureId: await aMeasure(older.eventId) }]) {
      const input = amendment(await readClaim(newer.id), change);
      const { error, leftNothing } = await refusalOf(() => amendClaim(editor, input, tick()));
      expect(error).toBeInstanceOf(Conflict);
      expect((error as Conflict).message).toContain(older.publicId);
      expect(leftNothing).toBe(true);
    }
    await amendClaim(editor, amendment(await readClaim(older.id), figure(64)), tick());
    expect((await readClaim(older.id)).lifecycle).toBe("superseded");
  });

  test("R22: what replaced another count stays another count", async () => {
    const [older] = await publicFigures({ n: 63 });
    const { eventId, claimantId } = older;
    const measureId = await aMeasure(eventId);
    const newer = await aPublishedClaim({ eventId, claimantId, measureId, n: 89, stated: "2026-05-06" });
    const editor = await anEditor();
    await replaceClaim(editor, { older: read(older), newer: read(newer), note: null }, tick());
    const input = amendment(newer, { measureId: older.measureId ?? "" });
    const { error, leftNothing } = await refusalOf(() => amendClaim(editor, input, tick()));
    expect((error as Conflict).message).toContain(older.publicId);
    expect(leftNothing).toBe(true);
  });

  test("R33: of two who amend one version at once, one wins", async () => {
    const [claim, editor, admin] = [await aPublishedClaim(), await anEditor(), await anAdmin()];
    const { won, errors } = await race(
      amendClaim(editor, amendment(claim, figure(1)), tick()),
      amendClaim(admin, amendment(claim, figure(2)), tick()),
    );
    expect(won).toBe(1);
    expect(errors).toEqual([expect.any(StaleVersion)]);
    expect(await db().correction.count({ where: { claimId: claim.id } })).toBe(1);
  });
});
