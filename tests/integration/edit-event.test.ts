import { describe, expect, test } from "vitest";
import { db } from "../../lib/db/client";
import { Conflict, Forbidden, Invalid, NotFound, StaleVersion } from "../../lib/errors";
import { createEvent } from "../../lib/events/create-event";
import { findEventForDesk } from "../../lib/events/desk-events";
import { editEvent } from "../../lib/events/edit-event";
import {
  archiveEvent,
  reopenEvent,
  returnEvent,
  reviewEvent,
  submitEvent,
} from "../../lib/events/move-event";
import { findEvent, findEventByFormerSlug } from "../../lib/events/queries";
import type { EditEvent } from "../../lib/events/schema";
import { aJournalist, anAdmin, anEditor } from "../factories/cast";
import { aPublishedClaim, aPublishedEvent, makePublic } from "../factories/claims";
import { tick, unique } from "../factories/clock";
import { lastRevisionOf, race, refusalOf } from "../factories/read-back";
import { aClaimant, aMeasure, anEvent, eventInput } from "../factories/records";

const WHY = "The place is missing.";

/** Input that changes nothing but what is given. */
function edit(
  event: { id: string; slug: string },
  version: number,
  given: Partial<EditEvent> = {},
): EditEvent {
  return { ...eventInput({ slug: event.slug }), id: event.id, version, fourEyes: true, ...given };
}

describe("editEvent", () => {
  test("what was wrong with an event is put right, and its history keeps what it was", async () => {
    const [{ id: claimantId }, journalist] = [await aClaimant(), await aJournalist()];
    const event = await anEvent({ aliases: ["Днепр"] });
    const parties = [{ claimantId, side: "Ukraine", role: "target" as const }];
    const given = { title: "Strike on the mill", aliases: ["Dnepr"], parties, fourEyes: false };
    await editEvent(journalist, edit(event, 1, given), tick());

    const include = { aliases: true, parties: true };
    expect(await db().event.findUniqueOrThrow({ where: { id: event.id }, include })).toMatchObject({
      title: "Strike on the mill",
      fourEyes: false,
      version: 2,
      aliases: [{ name: "Dnepr" }],
      parties,
    });
    expect(await lastRevisionOf(event.id)).toMatchObject({
      action: "event.edited",
      version: 2,
      actorId: journalist.id,
      changes: {
        title: [expect.stringContaining("grain store"), "Strike on the mill"],
        aliases: [["Днепр"], ["Dnepr"]],
        parties: [[], parties],
        fourEyes: [true, false],
      },
    });
  });

  test("a public event is edited by editors alone, who say why", async () => {
    const [event, journalist, editor] = [await aPublishedEvent(), await aJournalist(), await anEditor()];
    const input = edit(event, 4, { title: "Strike on the mill" });
    const refused = await refusalOf(() => editEvent(journalist, { ...input, reason: "Wrong." }, tick()));
    expect(refused.error).toBeInstanceOf(Forbidden);
    expect((refused.error as Forbidden).message).toContain("editor");
    expect(refused.leftNothing).toBe(true);
    const silent = await refusalOf(() => editEvent(editor, input, tick()));
    expect((silent.error as Invalid).fields).toHaveProperty("reason");
    expect(silent.leftNothing).toBe(true);

    const now = tick();
    await editEvent(editor, { ...input, reason: "It was a mill." }, now);
    expect(await findEvent(event.slug)).toMatchObject({ title: "Strike on the mill", version: 5 });
    expect(await db().event.findUniqueOrThrow({ where: { id: event.id } })).toMatchObject({ changedAt: now });
    expect((await lastRevisionOf(event.id)).changes).toMatchObject({ reason: [null, "It was a mill."] });
  });

  test("a renamed event keeps its old address, which no other event ever takes (R30)", async () => {
    const [event, other, editor] = [await aPublishedEvent(), await anEvent(), await anEditor()];
    const slug = unique("renamed");
    const reason = "A shorter address.";
    await editEvent(editor, edit(event, 4, { slug, reason }), tick());
    expect(await findEventByFormerSlug(event.slug)).toBe(slug);
    expect(await findEventByFormerSlug(slug)).toBeNull();

    for (const work of [
      () => createEvent(editor, eventInput({ slug: event.slug }), tick()),
      () => editEvent(editor, edit(other, 1, { slug: event.slug }), tick()),
    ]) {
      const { error, leftNothing } = await refusalOf(work);
      expect(error).toEqual(new Conflict("Another event already uses this address."));
      expect(leftNothing).toBe(true);
    }
    // Back to where it was, and away again.
    await editEvent(editor, edit(event, 5, { reason }), tick());
    expect(await findEventByFormerSlug(slug)).toBe(event.slug);
    await editEvent(editor, edit(event, 6, { slug, reason }), tick());
    expect(await findEventByFormerSlug(event.slug)).toBe(slug);
  });

  test("R31: an event does not begin after what was said of it", async () => {
    const [event, editor] = [await anEvent(), await anEditor()];
    const claim = await aPublishedClaim({ eventId: event.id, measureId: await aMeasure(event.id) });
    const occurred = { edtf: "2026-05-06", zone: "UTC" };
    const { error, leftNothing } = await refusalOf(() =>
      editEvent(editor, edit(event, 1, { occurred }), tick()),
    );
    expect((error as Invalid).fields["occurred.edtf"]).toContain(claim.publicId);
    expect(leftNothing).toBe(true);
  });

  test("what nobody may write is refused and leaves nothing behind", async () => {
    const [event, other, editor] = [await anEvent(), await anEvent(), await anEditor()];
    const stranger = "00000000-0000-4000-8000-000000000000";
    const wrong: [EditEvent, unknown][] = [
      [edit(event, 1), Conflict],
      [edit(event, 2, { title: "Late" }), StaleVersion],
      [edit(event, 1, { slug: other.slug }), Conflict],
      [edit(event, 1, { parties: [{ claimantId: stranger, side: null, role: null }] }), Invalid],
      [edit({ ...event, id: stranger }, 1), NotFound],
    ];
    for (const [input, expected] of wrong) {
      const { error, leftNothing } = await refusalOf(() => editEvent(editor, input, tick()));
      expect(error).toBeInstanceOf(expected);
      expect(leftNothing).toBe(true);
    }
  });

  test("R33: of two who edit one version of an event at once, one wins", async () => {
    const [event, editor, admin] = [await anEvent(), await anEditor(), await anAdmin()];
    const { won, errors } = await race(
      editEvent(editor, edit(event, 1, { title: "One" }), tick()),
      editEvent(admin, edit(event, 1, { title: "Other" }), tick()),
    );
    expect(won).toBe(1);
    expect(errors).toEqual([expect.any(StaleVersion)]);
  });

  test("of an event that takes an address and one that gives it up at once, the address leads to one", async () => {
    const [event, editor] = [await anEvent(), await anEditor()];
    const slug = unique("given-up");
    const { won } = await race(
      editEvent(editor, edit(event, 1, { slug }), tick()),
      createEvent(editor, eventInput({ slug: event.slug }), tick()),
    );
    expect(won).toBe(1);
    expect(await db().event.count({ where: { slug: event.slug } })).toBe(0);
  });
});

describe("returnEvent, archiveEvent, reopenEvent", () => {
  test("an event is given back, laid aside and taken up again, each step in its history", async () => {
    const [{ id, slug }, journalist, editor] = [await anEvent(), await aJournalist(), await anEditor()];
    await submitEvent(journalist, { id, version: 1 }, tick());
    await reopenEvent(journalist, { id, version: 2, reason: WHY }, tick());
    await submitEvent(journalist, { id, version: 3 }, tick());
    await reviewEvent(editor, { id, version: 4 }, tick());
    await returnEvent(editor, { id, version: 5, reason: WHY }, tick());
    expect(await findEventForDesk(journalist, slug)).toMatchObject({ returnReason: WHY });
    await archiveEvent(journalist, { id, version: 6, reason: WHY }, tick());
    expect(await lastRevisionOf(id)).toMatchObject({
      action: "event.archived",
      changes: { recordStatus: ["returned", "archived"], reason: [null, WHY] },
    });
    const { error, leftNothing } = await refusalOf(() =>
      editEvent(editor, { ...eventInput(), id, version: 7, fourEyes: true }, tick()),
    );
    expect(error).toBeInstanceOf(Conflict);
    expect(leftNothing).toBe(true);
    await reopenEvent(journalist, { id, version: 7, reason: WHY }, tick());
    const actions = await db().revision.findMany({ where: { subjectId: id }, orderBy: { version: "asc" } });
    expect(actions.map(({ action }) => action)).toEqual([
      "event.created",
      "event.submitted",
      "event.reopened",
      "event.submitted",
      "event.review_begun",
      "event.returned",
      "event.archived",
      "event.reopened",
    ]);
  });

  test("nobody gives an event back, lays it aside or makes it a draft again without saying why", async () => {
    const [{ id }, editor] = [await anEvent(), await anEditor()];
    for (const step of [returnEvent, archiveEvent, reopenEvent]) {
      const { error, leftNothing } = await refusalOf(() =>
        step(editor, { id, version: 1, reason: "" }, tick()),
      );
      expect((error as Invalid).fields).toEqual({ reason: "Fill this in." });
      expect(leftNothing).toBe(true);
    }
  });

  test("a journalist gives no event back, and nobody lays a public one aside", async () => {
    const [event, journalist, editor] = [await anEvent(), await aJournalist(), await anEditor()];
    const { id } = event;
    await submitEvent(journalist, { id, version: 1 }, tick());
    await reviewEvent(editor, { id, version: 2 }, tick());
    const given = await refusalOf(() => returnEvent(journalist, { id, version: 3, reason: WHY }, tick()));
    expect(given.error).toBeInstanceOf(Forbidden);
    const done = await anEvent();
    await makePublic(done);
    const aside = await refusalOf(() =>
      archiveEvent(editor, { id: done.id, version: 4, reason: WHY }, tick()),
    );
    expect(aside.error).toBeInstanceOf(Conflict);
    expect([given.leftNothing, aside.leftNothing]).toEqual([true, true]);
  });
});
