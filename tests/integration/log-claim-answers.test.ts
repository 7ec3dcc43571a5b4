import { describe, expect, test } from "vitest";
import { logClaim } from "../../lib/claims/log-claim";
import type { LogClaim } from "../../lib/claims/schema";
import { supersedeClaim } from "../../lib/claims/supersede-claim";
import { db } from "../../lib/db/client";
import { Conflict, type Invalid, NeedsAnswer } from "../../lib/errors";
import { aJournalist, anEditor, anotherJournalist } from "../factories/cast";
import {
  aClaim,
  figureInput,
  publish,
  read,
  readClaim,
  type StoredClaim,
  statementInput,
} from "../factories/claims";
import { tick } from "../factories/clock";
import { lastRevisionOf, race, refusalOf } from "../factories/read-back";
import { aClaimant, aMeasure } from "../factories/records";

type Answer = NonNullable<LogClaim["answers"]>[number];

const answer = ({ id }: { id: string }, given: Partial<Answer> = {}): Answer => ({
  kind: "duplicate_of",
  claimId: id,
  answer: "no",
  note: null,
  ...given,
});
/** What the same claimant says of the same measure. */
const again = async (
  { eventId, claimantId, measureId }: StoredClaim,
  given: Parameters<typeof figureInput>[0] = {},
) => figureInput({ eventId, claimantId, measureId: measureId ?? "", ...given });
const linksOf = (id: string) => db().claimLink.findMany({ where: { fromClaimId: id } });

describe("R28: the same number again within three days is asked about", () => {
  test("also when it is worded in another way, or only one of the two has an as-of", async () => {
    const [first, journalist] = [await aClaim({ n: 40 }), await aJournalist()];
    const inputs = [
      await again(first, { n: 40, stated: "2026-05-06" }),
      await again(first, { raw: "around 40", quantity: { qualifier: "about", low: 40, high: 40 } }),
      await again(first, { n: 40, asOf: "2026-05-04T20:00:00Z" }),
    ];
    for (const input of inputs) {
      const { error, leftNothing } = await refusalOf(() => logClaim(journalist, input, tick()));
      expect(error).toBeInstanceOf(NeedsAnswer);
      expect((error as NeedsAnswer).questions).toEqual([
        { kind: "duplicate_of", claimId: first.id, publicId: first.publicId },
      ]);
      expect(leftNothing).toBe(true);
    }
  });

  test("but not of another number, measure, claimant or day, nor where both say when it was counted", async () => {
    const asOf = "2026-05-04T10:00:00Z";
    const [first, journalist] = [await aClaim({ n: 40, asOf }), await aJournalist()];
    const plain = await aClaim({ n: 40 });
    const inputs = [
      await again(first, { n: 40, asOf: "2026-05-04T20:00:00Z" }),
      await again(plain, { n: 41 }),
      await again(plain, { n: 40, stated: "2026-05-09" }),
      await again(plain, { n: 40, measureId: await aMeasure(plain.eventId) }),
      await again(plain, { n: 40, claimantId: (await aClaimant()).id }),
      await again(plain, { n: 40, basis: "model" }),
    ];
    for (const input of inputs) await expect(logClaim(journalist, input, tick())).resolves.toBeDefined();
  });

  test.each([
    ["no", "declined"],
    ["unsure", "unsure"],
  ] as const)("answered %s it is logged, and the answer is remembered", async (said, state) => {
    const [first, journalist, now] = [await aClaim({ n: 40 }), await aJournalist(), tick()];
    const answers = [answer(first, { answer: said, note: "Another street." })];
    const id = await logClaim(journalist, { ...(await again(first, { n: 40 })), answers }, now);
    const [link] = await linksOf(id);
    expect(link).toMatchObject({
      kind: "duplicate_of",
      toClaimId: first.id,
      state,
      note: "Another street.",
      decidedBy: journalist.id,
      decidedAt: now,
    });
    expect(await lastRevisionOf(link?.id ?? "")).toMatchObject({
      action: "claim_link.declined",
      changes: { state: [null, state] },
    });
  });

  test("answered yes it is not logged: the report goes to the claim on file", async () => {
    const [first, journalist] = [await aClaim({ n: 40 }), await aJournalist()];
    const input = { ...(await again(first, { n: 40 })), answers: [answer(first, { answer: "yes" })] };
    const { error, leftNothing } = await refusalOf(() => logClaim(journalist, input, tick()));
    expect((error as Invalid).fields.answers).toContain(first.publicId);
    expect(leftNothing).toBe(true);
  });
});

describe("R18, R19: who logs a figure can say that it takes the place of an older one", () => {
  test("which is proposed, with the reason of a fall, and stands once an editor accepts it", async () => {
    const [first, journalist, editor] = [await aClaim({ n: 40 }), await aJournalist(), await anEditor()];
    const supersedes = answer(first, { kind: "supersedes", answer: "yes", downwardReason: "double_count" });
    const input = { ...(await again(first, { n: 38, stated: "2026-05-06" })), answers: [supersedes] };
    const id = await logClaim(journalist, input, tick());
    const [link] = await linksOf(id);
    expect(link).toMatchObject({
      kind: "supersedes",
      state: "proposed",
      downwardReason: "double_count",
      decidedBy: null,
      decidedAt: null,
    });
    expect((await lastRevisionOf(link?.id ?? "")).action).toBe("claim_link.proposed");
    expect((await readClaim(first.id)).lifecycle).toBe("current");

    const [older, newer] = [await publish(first), await publish({ id })];
    const decision = {
      older: read(older),
      newer: read(newer),
      downwardReason: "double_count",
      note: null,
    } as const;
    await supersedeClaim(editor, decision, tick());
    expect(await linksOf(id)).toMatchObject([{ state: "accepted", decidedBy: editor.id, version: 2 }]);
    expect((await readClaim(first.id)).lifecycle).toBe("superseded");
  });

  test("an answer about another event, measure or claimant is refused, and nothing is written", async () => {
    const [first, journalist] = [await aClaim({ n: 40 }), await aJournalist()];
    const [elsewhere, measure, claimant] = [
      await aClaim(),
      await aClaim({ eventId: first.eventId, claimantId: first.claimantId }),
      await aClaim({ eventId: first.eventId, measureId: first.measureId ?? "" }),
    ];
    const statement = await statementInput({ eventId: first.eventId, claimantId: first.claimantId });
    const no = (claim: StoredClaim) => [answer(claim, { kind: "supersedes" })];
    const wrong: LogClaim[] = [
      { ...(await again(first, { n: 41 })), answers: no(elsewhere) },
      { ...(await again(first, { n: 41 })), answers: no(measure) },
      { ...(await again(first, { n: 41 })), answers: no(claimant) },
      { ...(await again(first, { n: 41 })), answers: [...no(first), ...no(first)] },
      { ...statement, answers: no(first) },
    ];
    for (const input of wrong) {
      const { error, leftNothing } = await refusalOf(() => logClaim(journalist, input, tick()));
      expect((error as Invalid).fields).toHaveProperty("answers");
      expect(leftNothing).toBe(true);
    }
  });
});

describe("a form that is sent twice", () => {
  test("logs one claim, also when both are sent at once", async () => {
    const journalist = await aJournalist();
    for (const input of [await figureInput(), await statementInput()]) {
      const sent = { ...input, submissionId: crypto.randomUUID() };
      const ids = await Promise.all([logClaim(journalist, sent, tick()), logClaim(journalist, sent, tick())]);
      expect(new Set(ids).size).toBe(1);
      expect(await logClaim(journalist, sent, tick())).toBe(ids[0]);
      expect(await db().claim.count({ where: { eventId: input.eventId } })).toBe(1);
      expect(await db().revision.count({ where: { subjectId: ids[0] } })).toBe(1);
    }
  });

  test("is refused where somebody else sent it, or for another event", async () => {
    const [journalist, other, submissionId] = [
      await aJournalist(),
      await anotherJournalist(),
      crypto.randomUUID(),
    ];
    const sent = { ...(await figureInput()), submissionId };
    await logClaim(journalist, sent, tick());
    const stranger = await refusalOf(() => logClaim(other, sent, tick()));
    const elsewhere = { ...(await figureInput()), submissionId };
    const misplaced = await refusalOf(() => logClaim(journalist, elsewhere, tick()));
    for (const { error, leftNothing } of [stranger, misplaced]) {
      expect(error).toBeInstanceOf(Conflict);
      expect(leftNothing).toBe(true);
    }
  });

  test("of two strangers who send it at once, one logs it", async () => {
    const sent = { ...(await figureInput()), submissionId: crypto.randomUUID() };
    const { won, errors } = await race(
      logClaim(await aJournalist(), sent, tick()),
      logClaim(await anotherJournalist(), sent, tick()),
    );
    expect(won).toBe(1);
    expect(errors).toEqual([expect.any(Conflict)]);
  });
});
