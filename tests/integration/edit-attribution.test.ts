import { describe, expect, test } from "vitest";
import { editAttribution } from "../../lib/attributions/edit-attribution";
import type { EditAttribution } from "../../lib/attributions/schema";
import { attributionFields, attributionOf } from "../../lib/claims/attribution-row";
import { findClaim } from "../../lib/claims/queries";
import { db } from "../../lib/db/client";
import { Conflict, Forbidden, Invalid, NotFound, StaleVersion } from "../../lib/errors";
import { aJournalist, anAdmin, anEditor, anotherJournalist } from "../factories/cast";
import { aClaim, publicFigures, type StoredClaim } from "../factories/claims";
import { tick } from "../factories/clock";
import { lastRevisionOf, race, refusalOf } from "../factories/read-back";
import { aReport } from "../factories/records";

/** A claim's one attribution as its form sends it again, with other values in the place of some. */
async function edited(
  claim: StoredClaim,
  given: Partial<EditAttribution["attribution"]>,
  reason: string | null = null,
): Promise<EditAttribution> {
  const row = await db().attribution.findFirstOrThrow({ where: { claimId: claim.id } });
  const attribution = { ...attributionFields(attributionOf(row)), ...given };
  return { id: row.id, version: row.version, attribution, reason };
}
const correctionsOf = (claimId: string) =>
  db().correction.findMany({ where: { claimId }, orderBy: { correctedAt: "asc" } });
const passage = { text: "at least 12", language: "en", translation: null, translatedBy: null };

describe("editAttribution", () => {
  test("who logged a draft changes how a report carries it, and the old values stay in its history", async () => {
    const [claim, journalist] = [await aClaim(), await aJournalist()];
    const reportId = await aReport();
    const input = await edited(claim, { reportId, carries: "quote", passage });
    await editAttribution(journalist, input, tick());
    expect(await db().attribution.findUniqueOrThrow({ where: { id: input.id } })).toMatchObject({
      reportId,
      carries: "quote",
      passage: "at least 12",
      passageLanguage: "en",
      version: 2,
    });
    expect(await lastRevisionOf(input.id)).toMatchObject({
      action: "attribution.edited",
      version: 2,
      changes: { carries: ["paraphrase", "quote"], passage: [null, passage] },
    });
    expect(await correctionsOf(claim.id)).toEqual([]);
  });

  test("R25: what a report got wrong is published as a misreport, and any other change as an amendment", async () => {
    const [[claim], editor, now] = [await publicFigures({ n: 63 }), await anEditor(), tick()];
    const misreport = "It wrote killed for injured.";
    await editAttribution(editor, await edited(claim, { misreport }, "The ministry said injured."), now);
    await editAttribution(
      editor,
      await edited(claim, { locator: "Headline" }, "We had the wrong place."),
      tick(),
    );
    await editAttribution(
      editor,
      await edited(claim, { misreport: null }, "It was right after all."),
      tick(),
    );

    expect(await correctionsOf(claim.id)).toMatchObject([
      { kind: "misreport", reason: "The ministry said injured.", publishedAt: now, claimVersion: null },
      { kind: "amendment", reason: "We had the wrong place." },
      { kind: "amendment", reason: "It was right after all." },
    ]);
    expect((await findClaim(claim.publicId))?.attributions).toMatchObject([
      { locator: "Headline", misreport: null },
    ]);
  });

  test("a journalist changes nothing of a published claim or a colleague's draft, and nothing is written", async () => {
    const [[done], draft] = [await publicFigures({ n: 63 }), await aClaim()];
    const wrong = [
      [await aJournalist(), done],
      [await anotherJournalist(), draft],
    ] as const;
    for (const [actor, claim] of wrong) {
      const input = await edited(claim, { locator: "Headline" }, "Why.");
      const { error, leftNothing } = await refusalOf(() => editAttribution(actor, input, tick()));
      expect(error).toBeInstanceOf(Forbidden);
      expect(leftNothing).toBe(true);
    }
  });

  test("no change, no reason in public, an old version or no attribution is refused, and nothing is written", async () => {
    const [[claim], editor] = [await publicFigures({ n: 63 }), await anEditor()];
    const change = await edited(claim, { locator: "Headline" }, "Why.");
    const wrong = [
      [await edited(claim, {}, "Why."), Conflict],
      [{ ...change, reason: null }, Invalid],
      [{ ...change, version: 1 }, StaleVersion],
      [{ ...change, id: crypto.randomUUID() }, NotFound],
    ] as const;
    for (const [input, expected] of wrong) {
      const { error, leftNothing } = await refusalOf(() => editAttribution(editor, input, tick()));
      expect(error).toBeInstanceOf(expected);
      expect(leftNothing).toBe(true);
    }
  });

  test("R33: of two who edit it at once, one does", async () => {
    const [[claim], editor, admin] = [await publicFigures({ n: 63 }), await anEditor(), await anAdmin()];
    const { won, errors } = await race(
      editAttribution(editor, await edited(claim, { locator: "Headline" }, "Why."), tick()),
      editAttribution(admin, await edited(claim, { locator: "Caption" }, "Why."), tick()),
    );
    expect(won).toBe(1);
    expect(errors).toEqual([expect.any(StaleVersion)]);
    expect(await correctionsOf(claim.id)).toHaveLength(1);
  });
});
