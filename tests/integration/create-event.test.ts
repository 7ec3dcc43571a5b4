import { describe, expect, test } from "vitest";
import { db } from "../../lib/db/client";
import { Conflict, Invalid } from "../../lib/errors";
import { createEvent } from "../../lib/events/create-event";
import type { CreateEvent } from "../../lib/events/schema";
import { aJournalist, anAdmin, anEditor } from "../factories/cast";
import { tick, unique } from "../factories/clock";
import { lastRevisionOf, race, refusalOf } from "../factories/read-back";
import { aClaimant, anEvent, eventInput } from "../factories/records";

describe("createEvent", () => {
  test("a new event is a draft with its parties and names, and begins a chain of its own", async () => {
    const { id: claimantId } = await aClaimant();
    const journalist = await aJournalist();
    const input = eventInput({
      aliases: ["Днепр"],
      otherZones: ["UTC"],
      parties: [{ claimantId, side: "Ukraine", role: "target" }],
    });
    const now = tick();
    const id = await createEvent(journalist, input, now);

    const event = await db().event.findUniqueOrThrow({
      where: { id },
      include: { aliases: true, parties: true, chain: true, derived: true },
    });
    expect(event).toMatchObject({
      slug: input.slug,
      recordStatus: "draft",
      publishedAt: null,
      version: 1,
      occurredEarliest: new Date("2026-05-03T16:30:00Z"),
      createdAt: now,
      aliases: [{ name: "Днепр" }],
      parties: [{ claimantId, side: "Ukraine", role: "target" }],
      chain: { id, length: 1 },
      derived: null,
    });
    const revision = await lastRevisionOf(id);
    expect(revision).toMatchObject({
      action: "event.created",
      subjectKind: "event",
      chainId: id,
      version: 1,
      actorId: journalist.id,
      actorRole: "journalist",
      at: now,
    });
    expect(revision.changes).toMatchObject({
      title: [null, input.title],
      occurred: [null, "2026-05-03T19:30:00"],
      aliases: [null, ["Днепр"]],
    });
  });

  test("each role may open an event", async () => {
    for (const actor of [await aJournalist(), await anEditor(), await anAdmin()]) {
      await expect(createEvent(actor, eventInput(), tick())).resolves.toEqual(expect.any(String));
    }
  });

  const wrong: [string, Partial<CreateEvent>, string][] = [
    ["an address with capitals", { slug: "Dnipro" }, "slug"],
    ["a blank title", { title: "  " }, "title"],
    ["a day that never was", { occurred: { edtf: "2026-02-30", zone: "UTC" } }, "occurred.edtf"],
    ["a zone that is none", { occurred: { edtf: "2026-02-03", zone: "Mars/Base" } }, "occurred.zone"],
    [
      "a place off the earth",
      { place: { name: "Nowhere", country: null, latitude: 91, longitude: 0 } },
      "place.latitude",
    ],
    ["a field that nobody knows", { source: "WION" } as Partial<CreateEvent>, "form"],
  ];
  test.each(wrong)("%s is refused and leaves nothing behind", async (_, given, field) => {
    const journalist = await aJournalist();
    const { error, leftNothing } = await refusalOf(() => createEvent(journalist, eventInput(given), tick()));
    expect(error).toBeInstanceOf(Invalid);
    expect(Object.keys((error as Invalid).fields)).toEqual([field]);
    expect(leftNothing).toBe(true);
  });

  test("an address in use, or a party that is not on file, is refused and leaves nothing behind", async () => {
    const journalist = await aJournalist();
    const { slug } = await anEvent();
    const stranger = { claimantId: "00000000-0000-4000-8000-000000000000", side: null, role: null };
    for (const [given, expected] of [
      [{ slug }, Conflict],
      [{ parties: [stranger] }, Invalid],
      [{ aliases: ["Dnipro", "Dnipro"] }, Invalid],
    ] as const) {
      const { error, leftNothing } = await refusalOf(() =>
        createEvent(journalist, eventInput(given as Partial<CreateEvent>), tick()),
      );
      expect(error).toBeInstanceOf(expected);
      expect(leftNothing).toBe(true);
    }
  });

  test("of two events opened at once at one address, one is kept", async () => {
    const slug = unique("raced-event");
    const [journalist, editor] = [await aJournalist(), await anEditor()];
    const { won, errors } = await race(
      createEvent(journalist, eventInput({ slug }), tick()),
      createEvent(editor, eventInput({ slug }), tick()),
    );
    expect(won).toBe(1);
    expect(errors).toEqual([expect.any(Conflict)]);
    expect(await db().event.count({ where: { slug } })).toBe(1);
  });
});
