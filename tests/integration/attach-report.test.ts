import { describe, expect, test } from "vitest";
import { attachReport } from "../../lib/attributions/attach-report";
import { findClaim } from "../../lib/claims/queries";
import { db } from "../../lib/db/client";
import { Conflict, Forbidden, Invalid, StaleVersion } from "../../lib/errors";
import { aJournalist, anAdmin, anEditor, anotherJournalist } from "../factories/cast";
import { aClaim, attributionInput, publicFigures, readClaim } from "../factories/claims";
import { tick } from "../factories/clock";
import { lastRevisionOf, race, refusalOf } from "../factories/read-back";
import { aReport } from "../factories/records";

const attributionsOf = (claimId: string) =>
  db().attribution.findMany({ where: { claimId }, orderBy: { id: "asc" } });

describe("attachReport", () => {
  test("R27: one more report that carries a draft is attached to it, and is not public yet", async () => {
    const [claim, journalist, reportId] = [await aClaim(), await aJournalist(), await aReport()];
    const attribution = attributionInput(reportId, { locator: "Third paragraph" });
    const id = await attachReport(
      journalist,
      { claimId: claim.id, version: 1, attribution, reason: null },
      tick(),
    );

    expect((await attributionsOf(claim.id)).at(-1)).toMatchObject({
      id,
      reportId,
      locator: "Third paragraph",
      publishedAt: null,
    });
    expect(await lastRevisionOf(id)).toMatchObject({
      action: "attribution.attached",
      version: 1,
      chainId: claim.eventId,
      changes: { reportId: [null, reportId], claimId: [null, claim.id] },
    });
    expect((await readClaim(claim.id)).version).toBe(1);
  });

  test("on a published claim an editor makes it public at once, and readers see one report more", async () => {
    const [[claim], editor, reportId, now] = [
      await publicFigures({ n: 63 }),
      await anEditor(),
      await aReport(),
      tick(),
    ];
    const input = {
      claimId: claim.id,
      version: 4,
      attribution: attributionInput(reportId),
      reason: "Found.",
    };
    const id = await attachReport(editor, input, now);
    expect(await db().attribution.findUniqueOrThrow({ where: { id } })).toMatchObject({
      publishedAt: now,
      version: 2,
    });
    const revisions = await db().revision.findMany({ where: { subjectId: id }, orderBy: { version: "asc" } });
    expect(revisions.map(({ action }) => action)).toEqual(["attribution.attached", "attribution.published"]);
    expect((await readClaim(claim.id)).reportCount).toBe(2);
    expect((await findClaim(claim.publicId))?.attributions).toHaveLength(2);
    const event = await db().event.findUniqueOrThrow({ where: { id: claim.eventId } });
    expect(event.changedAt).toEqual(now);
  });

  test("a journalist attaches nothing to a published claim or a colleague's draft, and nothing is written", async () => {
    const [[done], draft] = [await publicFigures({ n: 63 }), await aClaim()];
    const attribution = attributionInput(await aReport());
    const wrong = [
      [await aJournalist(), done, /propose/],
      [await anotherJournalist(), draft, /colleague/],
    ] as const;
    for (const [actor, { id: claimId, version }, sentence] of wrong) {
      const input = { claimId, version, attribution, reason: null };
      const { error, leftNothing } = await refusalOf(() => attachReport(actor, input, tick()));
      expect(error).toBeInstanceOf(Forbidden);
      expect((error as Forbidden).message).toMatch(sentence);
      expect(leftNothing).toBe(true);
    }
  });

  test("a report that is not on file, from itself, twice in one place, or to an old version is refused", async () => {
    const [claim, journalist] = [await aClaim(), await aJournalist()];
    const [{ reportId: known } = { reportId: "" }] = await attributionsOf(claim.id);
    const nobody = crypto.randomUUID();
    const wrong = [
      [attributionInput(nobody), 1, Invalid],
      [attributionInput(known, { locator: "x", carries: "via", viaReportId: known }), 1, Invalid],
      [attributionInput(known, { locator: "x", carries: "via", viaReportId: nobody }), 1, Invalid],
      [attributionInput(known, { locator: "x", carries: "via", viaClaimantId: nobody }), 1, Invalid],
      [attributionInput(known, { locator: "x", carries: "via" }), 1, Invalid],
      [attributionInput(known), 1, Conflict],
      [attributionInput(await aReport()), 2, StaleVersion],
    ] as const;
    for (const [attribution, version, expected] of wrong) {
      const input = { claimId: claim.id, version, attribution, reason: null };
      const { error, leftNothing } = await refusalOf(() => attachReport(journalist, input, tick()));
      expect(error).toBeInstanceOf(expected);
      expect(leftNothing).toBe(true);
    }
  });

  test("of two who attach one report at once, one does", async () => {
    const [claim, editor, admin] = [await aClaim(), await anEditor(), await anAdmin()];
    const input = {
      claimId: claim.id,
      version: 1,
      attribution: attributionInput(await aReport()),
      reason: null,
    };
    const { won, errors } = await race(
      attachReport(editor, input, tick()),
      attachReport(admin, input, tick()),
    );
    expect(won).toBe(1);
    expect(errors).toEqual([expect.any(Conflict)]);
    expect(await attributionsOf(claim.id)).toHaveLength(2);
  });
});
