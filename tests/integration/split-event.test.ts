import { describe, expect, test } from "vitest";
import { decideOneOrigin } from "../../lib/claims/decline-link";
import { findClaim } from "../../lib/claims/queries";
import { retractClaim } from "../../lib/claims/withdraw-claim";
import { db } from "../../lib/db/client";
import { Conflict, Forbidden, Invalid, StaleVersion } from "../../lib/errors";
import { findEvent, findEventByFormerSlug } from "../../lib/events/queries";
import { previewSplit } from "../../lib/merges/preview-merge";
import type { SplitEvent } from "../../lib/merges/schema";
import { splitEvent } from "../../lib/merges/split-event";
import { undoMerge } from "../../lib/merges/undo-merge";
import { aJournalist, anAdmin, anEditor } from "../factories/cast";
import { aClaim, anAssessment, aPublishedClaim, aStatement, makePublic, publish } from "../factories/claims";
import { tick } from "../factories/clock";
import { versionOf, whatIsWrong } from "../factories/merges";
import { lastRevisionOf, race, refusalOf, storedRange } from "../factories/read-back";
import { aClaimant, aMeasure, anEvent, eventInput } from "../factories/records";

async function refuses(work: () => Promise<unknown>, expected: unknown, words = "") {
  const { error, leftNothing } = await refusalOf(work);
  expect(error).toBeInstanceOf(expected);
  expect((error as Error).message).toContain(words);
  expect(leftNothing).toBe(true);
}

async function splitInput(eventId: string, ...claims: { id: string }[]): Promise<SplitEvent> {
  return {
    eventId,
    version: await versionOf("event", eventId),
    claimIds: claims.map(({ id }) => id),
    event: eventInput(),
    reason: "Two strikes, an hour apart.",
  };
}

/** A public event of two figures and a statement, each of a claimant with a part in it. */
async function aStrike() {
  const [one, other] = [await aClaimant(), await aClaimant()];
  const event = await anEvent({
    parties: [
      { claimantId: one.id, side: "north", role: null },
      { claimantId: other.id, side: "south", role: null },
    ],
  });
  const whole = await aMeasure(event.id, { slug: "killed" });
  const part = await aMeasure(event.id, { slug: "in-the-cellar", partOfId: whole });
  const common = { eventId: event.id, claimantId: one.id };
  const stays = await aPublishedClaim({ ...common, measureId: whole, n: 20 });
  const goes = await aPublishedClaim({ ...common, claimantId: other.id, measureId: whole, n: 5 });
  const goesToo = await aPublishedClaim({ ...common, claimantId: other.id, measureId: part, n: 2 });
  const said = await publish(await aStatement({ eventId: event.id, claimantId: other.id }));
  await makePublic(event);
  return { event, one, other, whole, part, stays, going: [goes, goesToo, said] as const };
}

describe("splitEvent", () => {
  test("claims go to a new event with what they count and the parts of their claimants, and come back", async () => {
    const { event, other, whole, part, stays, going } = await aStrike();
    const [editor, input] = [await anEditor(), await splitInput(event.id, ...going)];
    const [goes] = going;
    const retracted = { claimId: goes.id, version: goes.version, reason: "Taken back." };
    await retractClaim(editor, retracted, tick());
    const preview = await previewSplit(editor, event.id, input.claimIds);
    expect(preview).toMatchObject({
      from: { slug: event.slug },
      into: null,
      moves: [
        { what: "claims", count: 3 },
        { what: "measures", count: 2 },
        { what: "parties", count: 1, names: [`Regional office ${other.slug}`] },
        { what: "corrections", count: 1, names: [] },
      ],
      problems: [],
    });
    const now = tick();
    const id = await splitEvent(editor, input, now);

    // R30: claims keep their addresses, and the old address stays with the old event.
    for (const { publicId } of going) expect((await findClaim(publicId))?.event.slug).toBe(input.event.slug);
    expect((await findClaim(stays.publicId))?.event.slug).toBe(event.slug);
    const [old, made] = [await findEvent(event.slug), await findEvent(input.event.slug)];
    expect(old).toMatchObject({ counts: { figures: 1, statements: 0 } });
    expect(old?.parts).toEqual([{ slug: input.event.slug, title: input.event.title, isOlder: false }]);
    expect(made).toMatchObject({ counts: { figures: 2, statements: 1 }, sides: ["south"], version: 2 });
    expect(made?.parts).toEqual([{ slug: event.slug, title: old?.title, isOlder: true }]);
    expect(await storedRange(whole)).toEqual([20, 20]);

    const measures = await db().measure.findMany({ where: { eventId: id }, orderBy: { position: "asc" } });
    expect(measures).toMatchObject([
      { slug: "killed", partOfId: null },
      { slug: "in-the-cellar", partOfId: measures[0]?.id },
    ]);
    expect(await lastRevisionOf(goes.id)).toMatchObject({
      action: "claim.moved",
      chainId: id,
      changes: { eventId: [event.id, id], measureId: [whole, measures[0]?.id] },
    });
    const history = await db().revision.findMany({ where: { subjectId: id }, orderBy: { version: "asc" } });
    expect(history.map(({ action }) => action)).toEqual(["event.created", "event.published"]);
    expect(await lastRevisionOf(event.id)).toMatchObject({ action: "event.split" });
    const corrections = await db().correction.findMany({ where: { eventId: id }, orderBy: { kind: "asc" } });
    expect(corrections.map(({ kind }) => kind)).toEqual(["retraction", "merge"]);
    expect(await whatIsWrong()).toEqual([]);

    const { id: mergeId } = await db().merge.findFirstOrThrow({ where: { intoId: id } });
    const undone = await undoMerge(editor, { mergeId, reason: "It was one strike." }, tick());
    expect(undone).toEqual({ moved: 4, stayed: 0 });
    for (const { publicId } of going) expect((await findClaim(publicId))?.event.slug).toBe(event.slug);
    const back = await db().claim.findMany({ where: { eventId: event.id }, orderBy: { number: "asc" } });
    expect(back.map(({ measureId }) => measureId)).toEqual([whole, whole, part, null]);
    expect(await findEvent(input.event.slug)).toBeNull();
    expect(await findEventByFormerSlug(input.event.slug)).toBe(event.slug);
    expect((await findEvent(event.slug))?.parts).toEqual([]);
    expect(await whatIsWrong()).toEqual([]);
  });

  test("a draft is split into drafts; undone, the new one is laid aside", async () => {
    const [event, editor] = [await anEvent(), await anEditor()];
    const measureId = await aMeasure(event.id);
    const [stays, goes] = [
      await aClaim({ eventId: event.id, measureId, n: 1 }),
      await aClaim({ eventId: event.id, measureId, n: 2 }),
    ];
    const id = await splitEvent(editor, await splitInput(event.id, goes), tick());
    expect(await db().event.findUniqueOrThrow({ where: { id } })).toMatchObject({
      recordStatus: "draft",
      version: 1,
    });
    // Its number is taken meanwhile.
    const late = await aClaim({ eventId: event.id, measureId, n: 3 });
    expect(late.number).toBe(goes.number);
    const { id: mergeId } = await db().merge.findFirstOrThrow({ where: { intoId: id } });
    await undoMerge(editor, { mergeId, reason: "It was one strike." }, tick());
    const back = await db().claim.findMany({ where: { eventId: event.id }, orderBy: { number: "asc" } });
    expect(back.map((claim) => claim.id)).toEqual([stays.id, late.id, goes.id]);
    expect(await lastRevisionOf(id)).toMatchObject({ action: "event.archived" });
    expect(await db().correction.count({ where: { eventId: { in: [event.id, id] } } })).toBe(0);
  });

  test("a new event that has got claims of its own since stays when the split is undone", async () => {
    const { event, going } = await aStrike();
    const [editor, input] = [await anEditor(), await splitInput(event.id, going[0])];
    const id = await splitEvent(editor, input, tick());
    await aPublishedClaim({ eventId: id, measureId: await aMeasure(id) });
    const { id: mergeId } = await db().merge.findFirstOrThrow({ where: { intoId: id } });
    expect(await undoMerge(editor, { mergeId, reason: "One of them was not." }, tick())).toEqual({
      moved: 1,
      stayed: 0,
    });
    expect(await findEvent(input.event.slug)).toMatchObject({ counts: { figures: 1 } });
    const again = () => undoMerge(editor, { mergeId, reason: "Once more." }, tick());
    await refuses(again, Conflict, "undone already");
  });
});

describe("splitEvent refuses and leaves nothing behind", () => {
  test("a journalist, a version that was changed since, an address in use", async () => {
    const { event, going } = await aStrike();
    const [journalist, editor] = [await aJournalist(), await anEditor()];
    const input = await splitInput(event.id, going[0]);
    await refuses(() => splitEvent(journalist, input, tick()), Forbidden);
    await refuses(() => splitEvent(editor, { ...input, version: 1 }, tick()), StaleVersion);
    const taken = { ...input, event: { ...input.event, slug: event.slug } };
    await refuses(() => splitEvent(editor, taken, tick()), Conflict, "already uses this address");
    await refuses(() => splitEvent(editor, { ...input, claimIds: [] }, tick()), Invalid);
  });

  test("all claims, and claims of another event", async () => {
    const { event, stays, going } = await aStrike();
    const editor = await anEditor();
    const all = await splitInput(event.id, stays, ...going);
    await refuses(() => splitEvent(editor, all, tick()), Conflict, "all claims");
    const foreign = await splitInput(event.id, await aClaim());
    await refuses(() => splitEvent(editor, foreign, tick()), Conflict, "another event");
  });

  test("what joins a claim that goes with one that stays, until both go", async () => {
    const { event, whole, stays, going } = await aStrike();
    const [editor, [goes]] = [await anEditor(), going];
    const relative = await aClaim({
      eventId: event.id,
      measureId: whole,
      raw: "far fewer",
      quantity: { qualifier: "relative", low: null, high: 19 },
      relativeToId: stays.id,
    });
    const pair = {
      claims: [stays.id, goes.id] as [string, string],
      state: "accepted" as const,
      note: "One list.",
    };
    await decideOneOrigin(editor, pair, tick());
    const partner = await aPublishedClaim({ eventId: event.id, measureId: whole, n: 20 });
    await anAssessment(stays.id, { status: "corroborated", corroboratingId: partner.id });
    for (const [claim, words] of [
      [goes, "linked"],
      [relative, "relative"],
      [partner, "corroborates"],
    ] as const) {
      const input = await splitInput(event.id, claim);
      await refuses(() => splitEvent(editor, input, tick()), Conflict, words);
      expect((await previewSplit(editor, event.id, [claim.id])).problems[0]).toContain(stays.publicId);
    }
    await splitEvent(editor, await splitInput(event.id, stays, goes, relative, partner), tick());
    expect(await whatIsWrong()).toEqual([]);
  });

  test("R31: claims that were stated before the new event", async () => {
    const { event, going } = await aStrike();
    const [editor, input] = [await anEditor(), await splitInput(event.id, going[0])];
    const later = { ...input.event, occurred: { edtf: "2026-05-06", zone: "UTC" } };
    await refuses(() => splitEvent(editor, { ...input, event: later }, tick()), Conflict, going[0].publicId);
  });

  test("R33: of two who split one event at once, one does", async () => {
    const { event, going } = await aStrike();
    const [editor, admin] = [await anEditor(), await anAdmin()];
    const inputs = [await splitInput(event.id, going[0]), await splitInput(event.id, going[1])] as const;
    const { won, errors } = await race(
      splitEvent(editor, inputs[0], tick()),
      splitEvent(admin, inputs[1], tick()),
    );
    expect(won).toBe(1);
    expect(errors).toEqual([expect.any(StaleVersion)]);
  });
});
