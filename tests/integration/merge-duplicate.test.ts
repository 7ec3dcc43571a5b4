import { describe, expect, test } from "vitest";
import { attachReport } from "../../lib/attributions/attach-report";
import { amendClaim } from "../../lib/claims/amend-claim";
import { declineDuplicate } from "../../lib/claims/decline-link";
import { listCorrections } from "../../lib/claims/list-corrections";
import { logClaim } from "../../lib/claims/log-claim";
import { findKeptClaim } from "../../lib/claims/queries";
import { reopenLink } from "../../lib/claims/reopen-link";
import { db } from "../../lib/db/client";
import { Conflict, Forbidden, Invalid, type NeedsAnswer } from "../../lib/errors";
import { mergeDuplicate } from "../../lib/merges/merge-duplicate";
import type { MergeDuplicate } from "../../lib/merges/schema";
import { undoMerge } from "../../lib/merges/undo-merge";
import { aJournalist, anAdmin, anEditor } from "../factories/cast";
import {
  aClaim,
  anAssessment,
  aPublishedClaim,
  aPublishedEvent,
  aStatement,
  attributionInput,
  figureInput,
  publicFigures,
  publish,
  read,
  readClaim,
  type StoredClaim,
  supersede,
} from "../factories/claims";
import { tick } from "../factories/clock";
import { whatIsWrong, whereAllIs } from "../factories/merges";
import { anEstimateFrom } from "../factories/past-the-commands";
import { lastRevisionOf, race, refusalOf, storedRange } from "../factories/read-back";
import { aClaimant, aMeasure, aReport } from "../factories/records";
import { aWorld, leaksOf } from "../factories/ways-out";

const reason = "Both are the ministry's statement of that evening.";
const same = (
  duplicate: StoredClaim,
  kept: StoredClaim,
  given: Partial<MergeDuplicate> = {},
): MergeDuplicate => ({
  duplicate: read(duplicate),
  kept: read(kept),
  reason,
  note: null,
  ...given,
});
const linksOf = ({ id }: { id: string }) =>
  db().claimLink.findMany({ where: { OR: [{ fromClaimId: id }, { toClaimId: id }] } });
const attributionsOf = ({ id }: { id: string }) =>
  db().attribution.findMany({ where: { claimId: id }, orderBy: { id: "asc" } });

/** Two public figures of one claimant, the second logged once more of the same statement. */
async function twins(): Promise<[kept: StoredClaim, duplicate: StoredClaim]> {
  return publicFigures({ n: 63, asOf: "2026-05-04" }, { n: 64, asOf: "2026-05-05" });
}

/** What is kept beside an event and each of its claims, but for when it was computed. */
async function derivedOf(eventId: string) {
  const { summary } = await db().eventDerived.findUniqueOrThrow({ where: { eventId } });
  const claims = await db().claim.findMany({
    where: { eventId },
    orderBy: { id: "asc" },
    select: { id: true, isContested: true, reportCount: true, derived: true, lifecycle: true },
  });
  return { summary, claims };
}

describe("mergeDuplicate", () => {
  test("R27, R28: one claim is left, with the reports of both, and it leaves its history and a correction", async () => {
    const [kept, duplicate] = await twins();
    const shared = await aReport();
    for (const claim of [kept, duplicate])
      await attachReport(
        await anEditor(),
        { claimId: claim.id, version: 4, attribution: attributionInput(shared), reason: null },
        tick(),
      );
    const [editor, now] = [await anEditor(), tick()];
    const moving = (await attributionsOf(duplicate)).filter(({ reportId }) => reportId !== shared);
    const mergeId = await mergeDuplicate(editor, same(duplicate, kept, { note: "One tweet." }), now);

    expect(await readClaim(duplicate.id)).toMatchObject({ mergedIntoId: kept.id, version: 5 });
    expect(await lastRevisionOf(duplicate.id)).toMatchObject({
      action: "claim.merged",
      actorId: editor.id,
      at: now,
      changes: { mergedInto: [null, kept.publicId] },
    });
    // The report that carried both carries the one that is kept already.
    expect((await attributionsOf(kept)).length).toBe(3);
    expect((await attributionsOf(duplicate)).map(({ reportId }) => reportId)).toEqual([shared]);
    expect(await lastRevisionOf(moving[0]?.id ?? "")).toMatchObject({
      action: "attribution.moved",
      changes: { claimId: [duplicate.id, kept.id] },
    });
    const link = (await linksOf(duplicate)).find(({ kind }) => kind === "duplicate_of");
    expect(link).toMatchObject({ fromClaimId: duplicate.id, toClaimId: kept.id, state: "accepted" });
    expect(await lastRevisionOf(link?.id ?? "")).toMatchObject({
      action: "claim_link.accepted",
      changes: { note: [null, "One tweet."] },
    });
    expect(await db().merge.findUniqueOrThrow({ where: { id: mergeId } })).toMatchObject({
      subjectKind: "claim",
      fromId: duplicate.id,
      intoId: kept.id,
      moved: { attributions: moving.map(({ id }) => id) },
    });
    const event = await db().event.findUniqueOrThrow({ where: { id: kept.eventId } });
    const { rows } = await listCorrections({ event: event.slug });
    expect(rows).toMatchObject([{ kind: "merge", reason, claim: { publicId: kept.publicId } }]);
    expect(event.changedAt).toEqual(now);
    expect(await storedRange(kept.measureId)).toEqual([63, 63]);
    expect(await whatIsWrong()).toEqual([]);
  });

  test("R34: the duplicate is in no public answer, and its address leads to the claim that was kept", async () => {
    const event = await aPublishedEvent();
    const world = await aWorld(event);
    const duplicate = await publish(world.claim);
    const { claimantId, measureId } = duplicate;
    const common = { eventId: event.id, claimantId, measureId: measureId ?? "" };
    const kept = await aPublishedClaim({ ...common, n: 400, stated: "2026-05-09" });
    await mergeDuplicate(await anEditor(), same(duplicate, kept), tick());

    const told = await leaksOf({ ...world, word: `twelve ${world.word}`, claim: duplicate });
    expect(told).toEqual([]);
    expect(await findKeptClaim(duplicate.publicId)).toBe(kept.publicId);
    expect(await findKeptClaim(kept.publicId)).toBeNull();
  });

  test("R34: the address of a duplicate that was never public leads nowhere", async () => {
    const [kept] = await publicFigures({ n: 63 });
    const { eventId, claimantId, measureId } = kept;
    const draft = await aClaim({ eventId, claimantId, measureId: measureId ?? "", n: 64 });
    await mergeDuplicate(await anEditor(), same(draft, kept), tick());
    expect(await findKeptClaim(draft.publicId)).toBeNull();
    // Its report carries a public claim now; that a draft was given up is nobody's to know.
    expect((await readClaim(kept.id)).reportCount).toBe(2);
    expect(await db().correction.count({ where: { eventId } })).toBe(0);
    expect(await whatIsWrong()).toEqual([]);
  });

  test("statements of one claimant and topic are one as well", async () => {
    const one = await aStatement();
    const { eventId, claimantId } = one;
    const other = await aStatement({ eventId, claimantId, text: "The store caught fire." });
    await mergeDuplicate(await anEditor(), same(other, one), tick());
    expect(await readClaim(other.id)).toMatchObject({ mergedIntoId: one.id });

    const demand = await aStatement({ eventId, claimantId, topic: "demand", text: "Let us in." });
    const { error } = await refusalOf(async () =>
      mergeDuplicate(await anEditor(), same(demand, await readClaim(one.id)), tick()),
    );
    expect(String(error)).toContain("One claim has one topic");
  });

  test("a journalist does not decide it, and nothing is written", async () => {
    const [[kept, duplicate], journalist] = [await twins(), await aJournalist()];
    const { error, leftNothing } = await refusalOf(() =>
      mergeDuplicate(journalist, same(duplicate, kept), tick()),
    );
    expect(error).toBeInstanceOf(Forbidden);
    expect(leftNothing).toBe(true);
  });

  test("what cannot be one claim, or would take from readers what they see, is refused; nothing is written", async () => {
    const [kept] = await publicFigures({ n: 63 });
    const { eventId, claimantId, measureId } = kept;
    const common = { eventId, claimantId, measureId: measureId ?? "" };
    const draft = await aClaim({ ...common, n: 70 });
    const [older, newer] = await publicFigures({ n: 63 }, { n: 89, stated: "2026-05-06" });
    await supersede(older, newer);
    const wrong: [duplicate: StoredClaim, kept: StoredClaim, sentence: string][] = [
      [
        await aPublishedClaim({ ...common, claimantId: (await aClaimant()).id }),
        kept,
        "One claim has one claimant",
      ],
      [await aPublishedClaim({ ...common, measureId: await aMeasure(eventId) }), kept, "two measures"],
      [await aPublishedClaim({ claimantId }), kept, "claims of the same event"],
      [await aPublishedClaim({ ...common, n: 71 }), draft, "is public"],
      [await publish(await aStatement({ eventId, claimantId })), kept, "A figure and a statement"],
      [await readClaim(older.id), await readClaim(newer.id), "undo that link first"],
      [kept, kept, "none is a duplicate of itself"],
    ];
    const editor = await anEditor();
    for (const [from, into, sentence] of wrong) {
      const { error, leftNothing } = await refusalOf(() => mergeDuplicate(editor, same(from, into), tick()));
      expect([sentence, String(error)]).toEqual([sentence, expect.stringContaining(sentence)]);
      expect(leftNothing).toBe(true);
    }
    const { error } = await refusalOf(() =>
      mergeDuplicate(editor, same(draft, kept, { reason: " " }), tick()),
    );
    expect((error as Invalid).fields).toHaveProperty("reason");
  });

  test("what another claim or an estimate rests on is no duplicate, and the refusal names what does", async () => {
    const [kept, duplicate] = await twins();
    const { eventId, measureId } = duplicate;
    const common = { eventId, measureId: measureId ?? "" };
    const quantity = { qualifier: "relative", low: null, high: 63 } as const;
    const relative = await aPublishedClaim({
      ...common,
      relativeToId: duplicate.id,
      raw: "far fewer",
      quantity,
    });
    const other = await aPublishedClaim({ ...common, n: 64 });
    await anAssessment(other.id, {
      status: "corroborated",
      corroboratingId: duplicate.id,
      overrideReason: null,
    });
    await anEstimateFrom(measureId ?? "", duplicate.id);
    const { error, leftNothing } = await refusalOf(async () =>
      mergeDuplicate(await anEditor(), same(duplicate, kept), tick()),
    );
    expect(error).toBeInstanceOf(Conflict);
    for (const name of [
      `Claim ${relative.publicId} is relative`,
      `corroborates claim ${other.publicId}`,
      "best estimate",
    ])
      expect(String(error)).toContain(name);
    expect(leftNothing).toBe(true);
  });

  test("a duplicate stays as it is for as long as another claim stands for it", async () => {
    const [kept, duplicate] = await twins();
    await mergeDuplicate(await anEditor(), same(duplicate, kept), tick());
    const {
      eventId: _,
      attributions: __,
      ...claim
    } = await figureInput({
      eventId: duplicate.eventId,
      claimantId: duplicate.claimantId,
      measureId: duplicate.measureId ?? "",
      n: 65,
    });
    const { error, leftNothing } = await refusalOf(async () =>
      amendClaim(await anEditor(), { id: duplicate.id, version: 5, claim, reason }, tick()),
    );
    expect(String(error)).toContain("duplicate of another");
    expect(leftNothing).toBe(true);
  });

  test("R28: who logs the same again is asked about the claim that was kept", async () => {
    const [kept, duplicate] = await publicFigures({ n: 63 }, { n: 64 });
    await mergeDuplicate(await anEditor(), same(duplicate, kept), tick());
    const { eventId, claimantId, measureId } = kept;
    const input = await figureInput({ eventId, claimantId, measureId: measureId ?? "", n: 64 });
    const { error } = await refusalOf(async () => logClaim(await aJournalist(), input, tick()));
    expect((error as NeedsAnswer).questions).toEqual([
      { kind: "duplicate_of", claimId: kept.id, publicId: kept.publicId },
    ]);
  });

  test("R33: of two at once, one wins", async () => {
    const [kept, duplicate] = await twins();
    const { won, errors } = await race(
      mergeDuplicate(await anEditor(), same(duplicate, kept), tick()),
      mergeDuplicate(await anAdmin(), same(duplicate, kept), tick()),
    );
    expect(won).toBe(1);
    expect(errors).toEqual([expect.any(Conflict)]);
  });
});

describe("undoMerge of a duplicate", () => {
  test.each([
    ["both public", true, true],
    ["one public", false, true],
    ["none public", false, false],
  ])("R28: accepted and taken back, all is as it was: %s", async (_, isPublic, keptIsPublic) => {
    const [first] = await publicFigures({ n: 400 }, { n: 8, claimantId: (await aClaimant()).id });
    const { eventId, claimantId, measureId } = first;
    const common = { eventId, claimantId, measureId: measureId ?? "" };
    const make = (given: boolean) => (given ? aPublishedClaim : aClaim);
    const kept = await make(keptIsPublic)({ ...common, n: 63, asOf: "2026-05-04" });
    const duplicate = await make(isPublic)({ ...common, n: 64, asOf: "2026-05-05" });
    const [places, derived] = [await whereAllIs(), await derivedOf(eventId)];

    const mergeId = await mergeDuplicate(await anEditor(), same(duplicate, kept), tick());
    expect(await undoMerge(await anEditor(), { mergeId, reason }, tick())).toEqual({ moved: 1, stayed: 0 });

    expect(await whereAllIs()).toEqual(places);
    expect(await derivedOf(eventId)).toEqual(derived);
    expect(await readClaim(duplicate.id)).toMatchObject({ mergedIntoId: null });
    const links = (await linksOf(duplicate)).filter(({ kind }) => kind === "duplicate_of");
    expect(links).toMatchObject([{ state: "proposed", decidedBy: null, version: 2 }]);
    expect(await lastRevisionOf(duplicate.id)).toMatchObject({ action: "claim.unmerged" });
    expect(await lastRevisionOf(links[0]?.id ?? "")).toMatchObject({ action: "claim_link.reopened" });
    const told = await db().correction.count({ where: { eventId, kind: "merge", claimId: kept.id } });
    expect(told).toBe(Number(isPublic) + Number(keptIsPublic));
    expect(await whatIsWrong()).toEqual([]);
  });

  test("a report that was moved on since stays where it is, and a merge is undone once", async () => {
    const [kept, duplicate] = await twins();
    const mergeId = await mergeDuplicate(await anEditor(), same(duplicate, kept), tick());
    const { won } = await race(
      undoMerge(await anEditor(), { mergeId, reason }, tick()),
      undoMerge(await anAdmin(), { mergeId, reason }, tick()),
    );
    expect(won).toBe(1);
    await mergeDuplicate(
      await anEditor(),
      same(await readClaim(duplicate.id), await readClaim(kept.id)),
      tick(),
    );
    expect(await whatIsWrong()).toEqual([]);
  });

  test("a journalist undoes none, and what was made one is not taken back as a mere link", async () => {
    const [kept, duplicate] = await twins();
    const mergeId = await mergeDuplicate(await anEditor(), same(duplicate, kept), tick());
    const refused = await refusalOf(async () => undoMerge(await aJournalist(), { mergeId, reason }, tick()));
    expect(refused.error).toBeInstanceOf(Forbidden);
    const link = (await linksOf(duplicate)).find(({ kind }) => kind === "duplicate_of");
    const { error, leftNothing } = await refusalOf(async () =>
      reopenLink(await anEditor(), { id: link?.id ?? "", version: link?.version ?? 0, reason }, tick()),
    );
    expect(error).toBeInstanceOf(Conflict);
    expect(leftNothing).toBe(true);
  });
});

describe("declineDuplicate", () => {
  const no = (duplicate: StoredClaim, kept: StoredClaim, version = 0) =>
    ({
      duplicate: { id: duplicate.id },
      kept: { id: kept.id },
      state: "declined",
      note: null,
      version,
    }) as const;

  test("R28: that two are not one is remembered, and can be taken back", async () => {
    const [kept, duplicate] = await twins();
    const [editor, now] = [await anEditor(), tick()];
    await declineDuplicate(editor, no(duplicate, kept), now);
    const [link] = (await linksOf(duplicate)).filter(({ kind }) => kind === "duplicate_of");
    expect(link).toMatchObject({ state: "declined", decidedBy: editor.id, decidedAt: now });
    expect(await lastRevisionOf(link?.id ?? "")).toMatchObject({ action: "claim_link.declined" });

    await reopenLink(editor, { id: link?.id ?? "", version: 1, reason: null }, tick());
    expect((await linksOf(duplicate)).find(({ id }) => id === link?.id)).toMatchObject({
      state: "proposed",
      decidedBy: null,
      version: 2,
    });
  });

  test("a journalist does not, nor anybody of two claimants, and nothing is written", async () => {
    const [kept, duplicate] = await twins();
    const other = await aPublishedClaim({ eventId: kept.eventId, measureId: kept.measureId ?? "" });
    for (const [actor, from, expected] of [
      [await aJournalist(), duplicate, Forbidden],
      [await anEditor(), other, Invalid],
      [await anEditor(), kept, Invalid],
    ] as const) {
      const { error, leftNothing } = await refusalOf(() => declineDuplicate(actor, no(from, kept), tick()));
      expect(error).toBeInstanceOf(expected);
      expect(leftNothing).toBe(true);
    }
  });

  test("R33: of two who answer at once, one does", async () => {
    const [kept, duplicate] = await twins();
    const { won, errors } = await race(
      declineDuplicate(await anEditor(), no(duplicate, kept), tick()),
      declineDuplicate(await anAdmin(), { ...no(duplicate, kept), state: "unsure" }, tick()),
    );
    expect(won).toBe(1);
    expect(errors).toEqual([expect.any(Conflict)]);
  });
});
