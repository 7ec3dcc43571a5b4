import { describe, expect, test } from "vitest";
import { toInput, valuesOf } from "../../lib/claims/claim-row";
import { editClaim } from "../../lib/claims/edit-claim";
import { logClaim } from "../../lib/claims/log-claim";
import { archiveClaim, reviewClaim, submitClaim } from "../../lib/claims/move-claim";
import type { EditedClaim } from "../../lib/claims/schema";
import { db } from "../../lib/db/client";
import { Conflict, Forbidden, Invalid, StaleVersion } from "../../lib/errors";
import { aJournalist, anAdmin, anEditor, anotherJournalist } from "../factories/cast";
import {
  aClaim,
  aPublishedClaim,
  aStatement,
  figureInput,
  readClaim,
  type StoredClaim,
  statementInput,
} from "../factories/claims";
import { tick } from "../factories/clock";
import { lastRevisionOf, race, refusalOf } from "../factories/read-back";
import { aMeasure } from "../factories/records";

type Figure = Extract<EditedClaim, { type: "figure" }>;

/** What is on file of a figure, as its form sends it again, with other values in the place of some. */
const edited = (claim: StoredClaim, given: Partial<Figure> = {}) =>
  ({ ...toInput(valuesOf(claim)), ...given }) as Figure;
const quantity = (n: number) =>
  ({ qualifier: "exact", low: n, high: n, central: null, reading: "stated" }) as const;
const wording = (text: string) => ({ text, language: "en", translation: null, translatedBy: null });

describe("editClaim", () => {
  test("who logged a draft changes what they typed, and the old values stay in its history", async () => {
    const [claim, journalist, now] = [await aClaim({ n: 12 }), await aJournalist(), tick()];
    const asOf = { edtf: "2026-05-04T09:00:00", zone: "Europe/Kyiv" };
    const change = { quantity: quantity(14), wording: wording("14"), asOf };
    await editClaim(journalist, { id: claim.id, version: 1, claim: edited(claim, change) }, now);

    expect(await readClaim(claim.id)).toMatchObject({
      wording: "14",
      low: 14,
      high: 14,
      asOfEdtf: "2026-05-04T09:00:00",
      asOfZone: "Europe/Kyiv",
      recordStatus: "draft",
      version: 2,
    });
    const { changes, ...revision } = await lastRevisionOf(claim.id);
    expect(revision).toMatchObject({ action: "claim.edited", version: 2, actorId: journalist.id, at: now });
    expect(changes).toEqual({
      wording: [wording("12"), wording("14")],
      quantity: [quantity(12), quantity(14)],
      asOf: [null, "2026-05-04T09:00:00"],
      asOfZone: [null, "Europe/Kyiv"],
    });
  });

  test("a statement is edited, too", async () => {
    const [claim, journalist] = [await aStatement(), await aJournalist()];
    const input = { ...toInput(valuesOf(claim)), wording: wording("It was a strike.") } as EditedClaim;
    await editClaim(journalist, { id: claim.id, version: 1, claim: input }, tick());
    expect((await readClaim(claim.id)).wording).toBe("It was a strike.");
  });

  test("another journalist edits none of it, and nothing is written", async () => {
    const [claim, other] = [await aClaim(), await anotherJournalist()];
    const input = { id: claim.id, version: 1, claim: edited(claim, { basis: "count" }) };
    const { error, leftNothing } = await refusalOf(() => editClaim(other, input, tick()));
    expect(error).toBeInstanceOf(Forbidden);
    expect(leftNothing).toBe(true);
  });

  test("while an editor reviews it, the editor changes it and the journalist does not", async () => {
    const [claim, journalist, editor] = [await aClaim(), await aJournalist(), await anEditor()];
    await submitClaim(journalist, { id: claim.id, version: 1 }, tick());
    await reviewClaim(editor, { id: claim.id, version: 2 }, tick());
    const input = { id: claim.id, version: 3, claim: edited(claim, { basis: "count" }) };
    const { error, leftNothing } = await refusalOf(() => editClaim(journalist, input, tick()));
    expect(error).toBeInstanceOf(Conflict);
    expect(leftNothing).toBe(true);
    await editClaim(editor, input, tick());
    expect(await readClaim(claim.id)).toMatchObject({
      basis: "count",
      recordStatus: "in_review",
      version: 4,
    });
  });

  test("what is published or archived is not edited, and nothing is written", async () => {
    const [done, laidAside, editor] = [await aPublishedClaim(), await aClaim(), await anEditor()];
    await archiveClaim(editor, { id: laidAside.id, version: 1, reason: "Logged twice." }, tick());
    for (const claim of [done, await readClaim(laidAside.id)]) {
      const input = { id: claim.id, version: claim.version, claim: edited(claim, { basis: "count" }) };
      const { error, leftNothing } = await refusalOf(() => editClaim(editor, input, tick()));
      expect(error).toBeInstanceOf(Conflict);
      expect(leftNothing).toBe(true);
    }
  });

  const wrong: [string, (claim: StoredClaim) => Promise<EditedClaim> | EditedClaim, unknown][] = [
    ["R31: a negative figure", (c) => edited(c, { quantity: quantity(-1) }), Invalid],
    [
      "R31: a date before what it counts",
      (c) => edited(c, { stated: { edtf: "2026-05-02", zone: "UTC" } }),
      Invalid,
    ],
    [
      "a measure of another event",
      async (c) => edited(c, { measureId: (await aClaim()).measureId ?? "" }),
      Invalid,
    ],
    ["a figure relative to itself", (c) => edited(c, { relativeToId: c.id }), Invalid],
    ["a claimant that is not on file", (c) => edited(c, { claimantId: crypto.randomUUID() }), Invalid],
    ["R23: a claim that becomes disowned by an edit", (c) => edited(c, { standing: "disowned" }), Invalid],
    [
      "a figure that becomes a statement",
      async (c) => {
        const { eventId: _, attributions: __, ...statement } = await statementInput();
        return { ...statement, claimantId: c.claimantId };
      },
      Invalid,
    ],
    ["R33: nothing that differs", (c) => edited(c), Conflict],
  ];
  test.each(wrong)("refuses %s, and leaves nothing behind", async (_, spoil, expected) => {
    const [claim, journalist] = [await aClaim(), await aJournalist()];
    const input = { id: claim.id, version: 1, claim: await spoil(claim) };
    const { error, leftNothing } = await refusalOf(() => editClaim(journalist, input, tick()));
    expect(error).toBeInstanceOf(expected);
    expect(leftNothing).toBe(true);
  });

  test("what no report carries stays marked as recalled from memory", async () => {
    const journalist = await aJournalist();
    const input = await figureInput({ isFromMemory: true, attributions: [] });
    const claim = await readClaim(await logClaim(journalist, input, tick()));
    const change = { id: claim.id, version: 1, claim: edited(claim, { isFromMemory: false }) };
    const { error } = await refusalOf(() => editClaim(journalist, change, tick()));
    expect((error as Invalid).fields).toHaveProperty("isFromMemory");
  });

  test("R27: an edit does not make one claim of two", async () => {
    const journalist = await aJournalist();
    const asOf = "2026-05-04T10:00:00Z";
    const first = await aClaim({ n: 12, asOf });
    const { eventId, claimantId, measureId } = first;
    const second = await aClaim({ eventId, claimantId, measureId: measureId ?? "", n: 13, asOf });
    const input = { id: second.id, version: 1, claim: edited(second, { quantity: quantity(12) }) };
    const { error, leftNothing } = await refusalOf(() => editClaim(journalist, input, tick()));
    expect((error as Conflict).message).toContain(first.publicId);
    expect(leftNothing).toBe(true);
    // Its own figure is not in its way.
    await editClaim(
      journalist,
      { id: first.id, version: 1, claim: edited(first, { basis: "count" }) },
      tick(),
    );
  });

  test("R33: of two who edit one version at once, one wins, and the other is told", async () => {
    const [claim, journalist, admin] = [await aClaim(), await aJournalist(), await anAdmin()];
    const other = await aMeasure(claim.eventId);
    const { won, errors } = await race(
      editClaim(journalist, { id: claim.id, version: 1, claim: edited(claim, { basis: "count" }) }, tick()),
      editClaim(admin, { id: claim.id, version: 1, claim: edited(claim, { measureId: other }) }, tick()),
    );
    expect(won).toBe(1);
    expect(errors).toEqual([expect.any(StaleVersion)]);
    expect(await db().revision.count({ where: { subjectId: claim.id } })).toBe(2);
  });
});
