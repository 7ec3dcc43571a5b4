import { beforeAll, describe, expect, test } from "vitest";
import { disownClaim } from "../../lib/claims/disown-claim";
import type { DisownClaim } from "../../lib/claims/schema";
import { markEntryError } from "../../lib/claims/withdraw-claim";
import { db } from "../../lib/db/client";
import { Conflict, Forbidden, Invalid } from "../../lib/errors";
import { aJournalist, anAdmin, anEditor } from "../factories/cast";
import {
  aClaim,
  aPublishedClaim,
  aStatement,
  type GivenFigure,
  publicFigures,
  publish,
  read,
  readClaim,
  type StoredClaim,
  supersede,
} from "../factories/claims";
import { tick } from "../factories/clock";
import { lastRevisionOf, race, refusalOf, storedRange } from "../factories/read-back";
import { aClaimant, aMeasure } from "../factories/records";

const REASON = "The service says that it never gave a number.";

function denial({ id, version }: StoredClaim, given: Partial<DisownClaim> = {}): DisownClaim {
  return { claimId: id, version, reason: REASON, note: null, ...given };
}

describe("disownClaim", () => {
  test("R23: a denied figure stays its claimant's as disowned, and whoever passed it on still counts", async () => {
    const [agency, ministry] = [await aClaimant(), await aClaimant()];
    const [denied, passedOn] = await publicFigures(
      { n: 500 },
      // Who passes a figure on may word it otherwise.
      { raw: "about 500", n: 500, quantity: { qualifier: "about" }, claimantId: agency.id },
      { n: 300, claimantId: ministry.id },
    );
    const [editor, now] = [await anEditor(), tick()];
    const input = denial(denied, { passedOnBy: [read(passedOn)], note: "The agency named the service." });
    await disownClaim(editor, input, now);

    expect(await readClaim(denied.id)).toMatchObject({
      claimantId: denied.claimantId,
      standing: "disowned",
      lifecycle: "current",
      recordStatus: "published",
      version: 5,
    });
    expect(await readClaim(passedOn.id)).toMatchObject({ standing: "reported", version: 4 });
    expect(await storedRange(denied.measureId)).toEqual([300, 500]);
    expect(await lastRevisionOf(denied.id)).toMatchObject({
      action: "claim.disowned",
      version: 5,
      actorId: editor.id,
      at: now,
      changes: { standing: ["reported", "disowned"] },
    });
    const link = await db().claimLink.findFirstOrThrow({ where: { toClaimId: denied.id } });
    expect(link).toMatchObject({ kind: "passed_on_from", fromClaimId: passedOn.id, state: "accepted" });
    expect(await lastRevisionOf(link.id)).toMatchObject({
      action: "claim_link.accepted",
      changes: { note: [null, "The agency named the service."] },
    });

    await disownClaim(editor, denial(passedOn), tick());
    expect(await storedRange(denied.measureId)).toEqual([300, 300]);
  });

  test("R24: who says that it was denied, when and why is a public correction", async () => {
    const [claim] = await publicFigures({ n: 500 });
    const [editor, now] = [await anEditor(), tick()];
    await disownClaim(editor, denial(claim), now);
    const correction = await db().correction.findFirstOrThrow({ where: { claimId: claim.id } });
    expect(correction).toMatchObject({
      kind: "disowned",
      eventId: claim.eventId,
      reason: REASON,
      correctedById: editor.id,
      correctedAt: now,
      publishedAt: now,
    });
    expect(await lastRevisionOf(correction.id)).toMatchObject({
      action: "correction.made",
      subjectKind: "correction",
      version: 1,
      changes: { kind: [null, "disowned"], reason: [null, REASON] },
    });
  });

  test("a statement can be denied too, and a figure that its claimant has superseded", async () => {
    const statement = await publish(await aStatement());
    await disownClaim(await anEditor(), denial(statement), tick());
    expect((await readClaim(statement.id)).standing).toBe("disowned");

    const [older, newer] = await publicFigures({ n: 63 }, { n: 89, stated: "2026-05-06" });
    await supersede(older, newer);
    await disownClaim(await anEditor(), denial(await readClaim(older.id)), tick());
    expect(await readClaim(older.id)).toMatchObject({ standing: "disowned", lifecycle: "superseded" });
  });

  test("a journalist does not decide it, and nothing is written", async () => {
    const [[claim], journalist] = [await publicFigures({ n: 500 }), await aJournalist()];
    const { error, leftNothing } = await refusalOf(() => disownClaim(journalist, denial(claim), tick()));
    expect(error).toBeInstanceOf(Forbidden);
    expect(leftNothing).toBe(true);
  });

  test("R33: of two who write down one denial at once, one does", async () => {
    const [claim] = await publicFigures({ n: 500 });
    const [editor, admin] = [await anEditor(), await anAdmin()];
    const { won, errors } = await race(
      disownClaim(editor, denial(claim), tick()),
      disownClaim(admin, denial(claim, { reason: "It told us so." }), tick()),
    );
    expect(won).toBe(1);
    expect(errors).toEqual([expect.any(Conflict)]);
    expect(await db().correction.count({ where: { claimId: claim.id } })).toBe(1);
  });
});

describe("disownClaim refuses and leaves nothing behind", () => {
  let claim: StoredClaim;
  let common: GivenFigure;
  beforeAll(async () => {
    [claim] = await publicFigures({ n: 500 });
    common = { eventId: claim.eventId, measureId: claim.measureId ?? "", n: 500 };
  });

  async function refusedFor(input: DisownClaim): Promise<unknown> {
    const editor = await anEditor();
    const { error, leftNothing } = await refusalOf(() => disownClaim(editor, input, tick()));
    expect(leftNothing).toBe(true);
    return error;
  }

  const wrong: [string, () => Promise<GivenFigure>, string][] = [
    [
      "a claim of the same claimant",
      async () => ({ ...common, claimantId: claim.claimantId, n: 13 }),
      "another claimant",
    ],
    [
      "a figure of another measure",
      async () => ({ ...common, measureId: await aMeasure(claim.eventId) }),
      "same measure",
    ],
    ["a figure of another event", async () => ({ n: 500 }), "same measure"],
  ];
  test.each(wrong)("R23: %s as the one that passed it on", async (_, give, sentence) => {
    const other = await aPublishedClaim(await give());
    const error = await refusedFor(denial(claim, { passedOnBy: [read(other)] }));
    expect((error as Invalid).fields).toEqual({ passedOnBy: expect.stringContaining(sentence) });
  });

  test("one claim named twice as passing it on, and a denial without a reason", async () => {
    const other = await aPublishedClaim(common);
    const twice = denial(claim, { passedOnBy: [read(other), read(other)] });
    for (const input of [twice, denial(claim, { reason: "  " })]) {
      expect(await refusedFor(input)).toBeInstanceOf(Invalid);
    }
  });

  test("R33: a claim that somebody changed since, its own or one that passed it on", async () => {
    const other = await aPublishedClaim(common);
    const stale = [
      denial({ ...claim, version: 3 }),
      denial(claim, { passedOnBy: [{ id: other.id, version: 3 }] }),
    ];
    for (const input of stale) expect(await refusedFor(input)).toBeInstanceOf(Conflict);
  });

  test("a draft, its own or one that passed it on", async () => {
    const draft = await aClaim(common);
    for (const input of [denial(draft), denial(claim, { passedOnBy: [read(draft)] })]) {
      expect(await refusedFor(input)).toBeInstanceOf(Conflict);
    }
  });

  test("what is disowned already, or was logged by mistake, as itself and as passing on", async () => {
    const editor = await anEditor();
    const [disowned, mistaken] = [await aPublishedClaim(common), await aPublishedClaim(common)];
    await disownClaim(editor, denial(disowned), tick());
    await markEntryError(editor, { claimId: mistaken.id, version: 4, reason: "Logged twice." }, tick());
    for (const { id } of [disowned, mistaken]) {
      const gone = await readClaim(id);
      expect(await refusedFor(denial(gone))).toBeInstanceOf(Conflict);
      expect(await refusedFor(denial(claim, { passedOnBy: [read(gone)] }))).toBeInstanceOf(Conflict);
    }
  });

  test("somebody who passed on a statement", async () => {
    const statement = await publish(await aStatement({ eventId: claim.eventId }));
    const other = await publish(await aStatement({ eventId: claim.eventId }));
    const error = await refusedFor(denial(statement, { passedOnBy: [read(other)] }));
    expect((error as Invalid).fields).toHaveProperty("passedOnBy");
  });
});
