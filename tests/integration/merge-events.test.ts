import { beforeAll, describe, expect, test } from "vitest";
import { findOrigins } from "../../lib/attributions/origins-page";
import { logClaim } from "../../lib/claims/log-claim";
import { findClaim } from "../../lib/claims/queries";
import { retractClaim } from "../../lib/claims/withdraw-claim";
import { db } from "../../lib/db/client";
import { Conflict, Forbidden, StaleVersion } from "../../lib/errors";
import { followEvent } from "../../lib/events/follow-event";
import { archiveEvent } from "../../lib/events/move-event";
import { findEvent, findEventByFormerSlug, listEvents } from "../../lib/events/queries";
import { mergeEvents } from "../../lib/merges/merge-events";
import { previewMerge } from "../../lib/merges/preview-merge";
import { undoMerge } from "../../lib/merges/undo-merge";
import { aJournalist, anAdmin, anEditor } from "../factories/cast";
import {
  aClaim,
  aPublishedClaim,
  aPublishedEvent,
  aStatement,
  figureInput,
  makePublic,
  publish,
  read,
  supersede,
} from "../factories/claims";
import { tick } from "../factories/clock";
import { mergeInput, whatIsWrong } from "../factories/merges";
import { lastRevisionOf, race, refusalOf, storedRange } from "../factories/read-back";
import { aClaimant, aMeasure, anEvent, type Made } from "../factories/records";

async function refuses(work: () => Promise<unknown>, expected: unknown, words = "") {
  const { error, leftNothing } = await refusalOf(work);
  expect(error).toBeInstanceOf(expected);
  expect((error as Error).message).toContain(words);
  expect(leftNothing).toBe(true);
}

describe("mergeEvents", () => {
  let from: Made;
  let into: Made;
  let shared: { from: string; into: string };
  let moved: string;
  let figures: { id: string; publicId: string }[];
  let statement: { id: string; publicId: string };
  let mergeId: string;

  beforeAll(async () => {
    const [one, other] = [await aClaimant(), await aClaimant()];
    const party = (claimantId: string, side: string) => ({ claimantId, side, role: null });
    from = await anEvent({ aliases: ["Днепр"], parties: [party(one.id, "north"), party(other.id, "south")] });
    into = await anEvent({ aliases: ["Dnepr"], parties: [party(one.id, "east")] });
    shared = {
      from: await aMeasure(from.id, { slug: "killed", area: "the whole" }),
      into: await aMeasure(into.id, { slug: "dead", area: "the whole" }),
    };
    moved = await aMeasure(from.id, { slug: "dead", area: "the cellar", partOfId: shared.from });
    await aPublishedClaim({ eventId: into.id, measureId: shared.into, claimantId: one.id, n: 20 });
    const older = await aPublishedClaim({
      eventId: from.id,
      measureId: shared.from,
      claimantId: other.id,
      n: 5,
    });
    const newer = await aPublishedClaim({
      eventId: from.id,
      measureId: shared.from,
      claimantId: other.id,
      n: 7,
      stated: "2026-05-09",
    });
    await supersede(older, newer);
    const part = await aPublishedClaim({ eventId: from.id, measureId: moved, claimantId: one.id, n: 2 });
    statement = await publish(await aStatement({ eventId: from.id }));
    figures = [older, newer, part];
    await makePublic(from);
    await makePublic(into);
    const [editor, journalist] = [await anEditor(), await aJournalist()];
    await retractClaim(editor, { claimId: part.id, version: part.version, reason: "Taken back." }, tick());
    await followEvent(journalist, { eventId: from.id }, tick());
    await followEvent(editor, { eventId: from.id }, tick());
    await followEvent(editor, { eventId: into.id }, tick());
    mergeId = await mergeEvents(editor, await mergeInput("event", from.id, into.id), tick());
  });

  test("R30: claims keep their addresses and show the event that stays", async () => {
    for (const { publicId } of [...figures, statement])
      expect((await findClaim(publicId))?.event.slug).toBe(into.slug);
    expect(await lastRevisionOf(statement.id)).toMatchObject({
      action: "claim.moved",
      chainId: into.id,
      changes: { eventId: [from.id, into.id] },
    });
  });

  test("R6: what counts the same competes in one measure; the rest moves with an address of its own", async () => {
    expect(await storedRange(shared.into)).toEqual([7, 20]);
    expect(await db().measure.findUniqueOrThrow({ where: { id: moved } })).toMatchObject({
      eventId: into.id,
      slug: "dead-2",
      partOfId: shared.into,
    });
    expect(await lastRevisionOf(moved)).toMatchObject({ action: "measure.moved", chainId: into.id });
    const page = await findEvent(into.slug);
    expect(page?.counts).toMatchObject({ figures: 4, statements: 1 });
    expect(page?.place.aliases).toEqual(["Dnepr", "Днепр"]);
    expect(page?.sides).toEqual(["east", "south"]);
  });

  test("R30: the old address leads on, for the event and its origins, and no list has it any more", async () => {
    expect(await findEvent(from.slug)).toBeNull();
    expect(await findOrigins(from.slug)).toBeNull();
    expect(await findEventByFormerSlug(from.slug)).toBe(into.slug);
    const { rows } = await listEvents({ limit: 100 });
    expect(rows.map(({ slug }) => slug)).not.toContain(from.slug);
  });

  test("R24, R26: corrections and followers go along, and readers are told why", async () => {
    const corrections = await db().correction.findMany({
      where: { eventId: into.id },
      orderBy: { correctedAt: "asc" },
    });
    expect(corrections).toMatchObject([{ kind: "retraction" }, { kind: "merge", reason: "Both are one." }]);
    const follows = await db().follow.findMany({ orderBy: { followedAt: "asc" } });
    expect(follows.map(({ eventId }) => eventId)).toEqual([into.id, into.id]);
    expect(await whatIsWrong()).toEqual([]);
  });

  test("nothing is added to what was merged, and its history stays its own", async () => {
    expect(await lastRevisionOf(from.id)).toMatchObject({
      action: "event.merged",
      chainId: from.id,
      changes: { mergedInto: [null, into.slug] },
    });
    const [journalist, input] = [await aJournalist(), await figureInput()];
    await refuses(
      () => logClaim(journalist, { ...input, eventId: from.id }, tick()),
      Conflict,
      "merged into another",
    );
  });

  test("what was logged since stays where it is when the merge is undone, and is counted", async () => {
    const editor = await anEditor();
    const late = await aClaim({ eventId: into.id, measureId: moved, n: 3 });
    const undone = await undoMerge(editor, { mergeId, reason: "They are two after all." }, tick());
    expect(undone).toMatchObject({ moved: expect.any(Number), stayed: 1 });

    expect(await db().claim.findUniqueOrThrow({ where: { id: late.id } })).toMatchObject({
      eventId: into.id,
      measureId: moved,
    });
    const part = await db().claim.findUniqueOrThrow({
      where: { id: figures[2]?.id ?? "" },
      include: { measure: true },
    });
    expect(part).toMatchObject({ eventId: from.id, measure: { area: "the cellar", eventId: from.id } });
    expect((await findEvent(from.slug))?.counts).toMatchObject({ figures: 3, statements: 1 });
    expect(await storedRange(shared.into)).toEqual([20, 20]);
    expect(await whatIsWrong()).toEqual([]);
  });
});

describe("mergeEvents refuses and leaves nothing behind", () => {
  test("R24: a public event in one that is not", async () => {
    const [open, hidden, editor] = [await aPublishedEvent(), await anEvent(), await anEditor()];
    const input = await mergeInput("event", open.id, hidden.id);
    await refuses(() => mergeEvents(editor, input, tick()), Conflict, "the other way round");
  });

  test("R31: an event in one that began after what was said of it", async () => {
    const [one, editor] = [await anEvent(), await anEditor()];
    const later = await anEvent({ occurred: { edtf: "2026-05-06", zone: "UTC" } });
    const claim = await aClaim({ eventId: one.id, measureId: await aMeasure(one.id) });
    const input = await mergeInput("event", one.id, later.id);
    await refuses(() => mergeEvents(editor, input, tick()), Conflict, claim.publicId);
    expect((await previewMerge(editor, "event", one.id, later.id)).problems).toHaveLength(1);
  });

  test("an archived event, a version that was changed since, a journalist", async () => {
    const [one, other, third] = [await anEvent(), await anEvent(), await anEvent()];
    const [journalist, editor] = [await aJournalist(), await anEditor()];
    await archiveEvent(journalist, { id: third.id, version: 1, reason: "No event." }, tick());
    const archived = await mergeInput("event", one.id, third.id);
    await refuses(() => mergeEvents(editor, archived, tick()), Conflict, "archived");
    const input = await mergeInput("event", one.id, other.id);
    const stale = { ...input, into: { ...input.into, version: 9 } };
    await refuses(() => mergeEvents(editor, stale, tick()), StaleVersion);
    await refuses(() => mergeEvents(journalist, input, tick()), Forbidden);
  });
});

test("R33: of two events that are merged into each other at once, one is", async () => {
  const [one, other, editor, admin] = [await anEvent(), await anEvent(), await anEditor(), await anAdmin()];
  const [there, back] = [
    await mergeInput("event", one.id, other.id),
    await mergeInput("event", other.id, one.id),
  ];
  const { won, errors } = await race(mergeEvents(editor, there, tick()), mergeEvents(admin, back, tick()));
  expect(won).toBe(1);
  expect(errors).toEqual([expect.any(Conflict)]);
});

test("R24: undoing a merge never takes a claim from readers", async () => {
  const [hidden, open, editor] = [await anEvent(), await aPublishedEvent(), await anEditor()];
  const claim = await aPublishedClaim({ eventId: hidden.id, measureId: await aMeasure(hidden.id) });
  const mergeId = await mergeEvents(editor, await mergeInput("event", hidden.id, open.id), tick());
  await refuses(
    () => undoMerge(editor, { mergeId, reason: "Two after all." }, tick()),
    Conflict,
    claim.publicId,
  );
});

test("R18: undoing a merge never parts figures of which one took the other's place since", async () => {
  const [one, other, claimant] = [await aPublishedEvent(), await aPublishedEvent(), await aClaimant()];
  const editor = await anEditor();
  const area = "the whole";
  const common = { claimantId: claimant.id };
  const older = await aPublishedClaim({
    ...common,
    eventId: one.id,
    measureId: await aMeasure(one.id, { area }),
    n: 5,
  });
  const newer = await aPublishedClaim({
    ...common,
    eventId: other.id,
    measureId: await aMeasure(other.id, { area }),
    n: 9,
  });
  const mergeId = await mergeEvents(editor, await mergeInput("event", one.id, other.id), tick());
  await supersede(older, newer);
  await refuses(
    () => undoMerge(editor, { mergeId, reason: "Two after all." }, tick()),
    Conflict,
    older.publicId,
  );
  expect(read(newer).version).toBe(4);
});
