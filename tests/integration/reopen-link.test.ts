import { describe, expect, test } from "vitest";
import { decideOneOrigin, declineSupersession } from "../../lib/claims/decline-link";
import { listCorrections } from "../../lib/claims/list-corrections";
import { reopenLink } from "../../lib/claims/reopen-link";
import { replaceClaim } from "../../lib/claims/replace-claim";
import { supersedeClaim } from "../../lib/claims/supersede-claim";
import { markEntryError } from "../../lib/claims/withdraw-claim";
import { db } from "../../lib/db/client";
import { Conflict, Forbidden, type Invalid, NotFound } from "../../lib/errors";
import { aJournalist, anAdmin, anEditor } from "../factories/cast";
import { aPublishedClaim, publicFigures, read, readClaim, supersede } from "../factories/claims";
import { tick } from "../factories/clock";
import { whatIsWrong } from "../factories/merges";
import { lastRevisionOf, race, refusalOf, storedRange } from "../factories/read-back";
import { aClaimant, aMeasure } from "../factories/records";

const reason = "The two count different hospitals.";
const linkBetween = (from: { id: string }, to: { id: string }) =>
  db().claimLink.findFirstOrThrow({ where: { fromClaimId: from.id, toClaimId: to.id } });
const summaryOf = async (eventId: string) =>
  (await db().eventDerived.findUniqueOrThrow({ where: { eventId } })).summary;

describe("reopenLink", () => {
  test.each([
    ["superseded", false],
    ["corrected", true],
  ])(
    "R18, R24: a figure that was %s is current again, and all is as it was but for what tells of it",
    async (_, isCorrection) => {
      const [older, newer] = await publicFigures({ n: 63 }, { n: 89, stated: "2026-05-06" });
      const before = await summaryOf(older.eventId);
      const ends = { newer: read(newer), older: read(older), isCorrection, note: null };
      await supersedeClaim(await anEditor(), ends, tick());
      expect(await storedRange(older.measureId)).toEqual([89, 89]);

      const [link, now] = [await linkBetween(newer, older), tick()];
      await reopenLink(await anEditor(), { id: link.id, version: link.version, reason }, now);
      expect(await readClaim(older.id)).toMatchObject({ lifecycle: "current", version: 6 });
      expect(await lastRevisionOf(older.id)).toMatchObject({ action: "claim.restored", at: now });
      expect(await linkBetween(newer, older)).toMatchObject({
        state: "proposed",
        decidedBy: null,
        decidedAt: null,
      });
      expect(await lastRevisionOf(link.id)).toMatchObject({
        action: "claim_link.reopened",
        changes: { state: ["accepted", "proposed"] },
      });
      expect(await summaryOf(older.eventId)).toEqual(before);
      const event = await db().event.findUniqueOrThrow({ where: { id: older.eventId } });
      expect((await listCorrections({ event: event.slug })).rows).toMatchObject([
        { kind: "amendment", reason, claim: { publicId: older.publicId } },
      ]);
      expect(await whatIsWrong()).toEqual([]);
      // Open again, it is decided again.
      await supersede(older, newer);
      expect((await readClaim(older.id)).lifecycle).toBe("superseded");
    },
  );

  test("R22: a figure that was replaced is current again", async () => {
    const [older] = await publicFigures({ n: 63 });
    const { eventId, claimantId } = older;
    const measureId = await aMeasure(eventId);
    const newer = await aPublishedClaim({ eventId, claimantId, measureId, n: 5, stated: "2026-05-06" });
    await replaceClaim(await anEditor(), { newer: read(newer), older: read(older), note: null }, tick());
    const link = await linkBetween(newer, older);
    await reopenLink(await anEditor(), { id: link.id, version: link.version, reason }, tick());
    expect((await readClaim(older.id)).lifecycle).toBe("current");
  });

  test("what else ended a figure ends it still", async () => {
    const [older, newer] = await publicFigures({ n: 63 }, { n: 89, stated: "2026-05-06" });
    await supersede(older, newer);
    const { id: claimId, version } = await readClaim(older.id);
    await markEntryError(await anEditor(), { claimId, version, reason }, tick());
    const link = await linkBetween(newer, older);
    await reopenLink(await anEditor(), { id: link.id, version: link.version, reason }, tick());
    expect((await readClaim(older.id)).lifecycle).toBe("entry_error");
    expect(await linkBetween(newer, older)).toMatchObject({ state: "proposed" });
  });

  test("R19: what was declined is open again, and readers are told of nothing", async () => {
    const [older, newer] = await publicFigures({ n: 63 }, { n: 89, stated: "2026-05-06" });
    const pair = { newer: { id: newer.id }, older: { id: older.id }, note: null };
    await declineSupersession(await anEditor(), { ...pair, state: "declined", version: 1 }, tick());
    const link = await linkBetween(newer, older);
    await reopenLink(await anEditor(), { id: link.id, version: link.version, reason: null }, tick());
    expect(await linkBetween(newer, older)).toMatchObject({ state: "proposed", version: 3 });
    expect(await db().correction.count({ where: { eventId: older.eventId } })).toBe(0);
  });

  test("R16: whether two have one origin is open again, and everything derived is as before", async () => {
    const [a, b] = await publicFigures({ n: 137 }, { n: 137, claimantId: (await aClaimant()).id });
    const before = await summaryOf(a.eventId);
    await decideOneOrigin(
      await anEditor(),
      { claims: [a.id, b.id], state: "accepted", note: "One list." },
      tick(),
    );
    expect(await summaryOf(a.eventId)).not.toEqual(before);
    const link = await db().claimLink.findFirstOrThrow({
      where: { kind: "one_origin", fromClaim: { eventId: a.eventId } },
    });
    await reopenLink(await anEditor(), { id: link.id, version: link.version, reason: null }, tick());
    expect(await summaryOf(a.eventId)).toEqual(before);
  });

  test("not by a journalist, of nothing, without a public reason or what is open; nothing is written", async () => {
    const [older, newer] = await publicFigures({ n: 63 }, { n: 89, stated: "2026-05-06" });
    const open = await linkBetween(newer, older);
    const editor = await anEditor();
    const refuse = async (
      actor: typeof editor,
      input: { id: string; version: number; reason: string | null },
    ) => {
      const { error, leftNothing } = await refusalOf(() => reopenLink(actor, input, tick()));
      expect(leftNothing).toBe(true);
      return error;
    };
    expect(await refuse(editor, { id: open.id, version: 1, reason })).toBeInstanceOf(Conflict);
    expect(await refuse(editor, { id: crypto.randomUUID(), version: 1, reason })).toBeInstanceOf(NotFound);
    await supersede(older, newer);
    const { id, version } = await linkBetween(newer, older);
    expect(await refuse(await aJournalist(), { id, version, reason })).toBeInstanceOf(Forbidden);
    expect(await refuse(editor, { id, version: version - 1, reason })).toBeInstanceOf(Conflict);
    expect(((await refuse(editor, { id, version, reason: null })) as Invalid).fields).toHaveProperty(
      "reason",
    );
  });

  test("R33: of two at once, one wins", async () => {
    const [older, newer] = await publicFigures({ n: 63 }, { n: 89, stated: "2026-05-06" });
    await supersede(older, newer);
    const { id, version } = await linkBetween(newer, older);
    const { won, errors } = await race(
      reopenLink(await anEditor(), { id, version, reason }, tick()),
      reopenLink(await anAdmin(), { id, version, reason }, tick()),
    );
    expect(won).toBe(1);
    expect(errors).toEqual([expect.any(Conflict)]);
  });
});
