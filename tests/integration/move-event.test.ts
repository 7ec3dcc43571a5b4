import { describe, expect, test } from "vitest";
import type { Actor } from "../../lib/auth/actor";
import { db } from "../../lib/db/client";
import { Conflict, Forbidden, Invalid, NotFound } from "../../lib/errors";
import { publishEvent, reviewEvent, submitEvent } from "../../lib/events/move-event";
import { aJournalist, anAdmin, anEditor } from "../factories/cast";
import { aPublishedEvent } from "../factories/claims";
import { tick } from "../factories/clock";
import { lastRevisionOf, race, refusalOf } from "../factories/read-back";
import { anEvent } from "../factories/records";

const read = (id: string) => db().event.findUniqueOrThrow({ where: { id } });

describe("submitEvent, reviewEvent, publishEvent", () => {
  test("an event goes from its journalist to an editor and then to the public, each step in its history", async () => {
    const [{ id }, journalist, editor] = [await anEvent(), await aJournalist(), await anEditor()];

    await submitEvent(journalist, { id, version: 1 }, tick());
    expect(await lastRevisionOf(id)).toMatchObject({
      action: "event.submitted",
      version: 2,
      actorId: journalist.id,
      changes: { recordStatus: ["draft", "submitted"] },
    });
    await reviewEvent(editor, { id, version: 2 }, tick());
    expect(await lastRevisionOf(id)).toMatchObject({
      action: "event.review_begun",
      version: 3,
      actorId: editor.id,
      changes: { recordStatus: ["submitted", "in_review"] },
    });
    const now = tick();
    await publishEvent(editor, { id, version: 3 }, now);
    expect(await lastRevisionOf(id)).toMatchObject({
      action: "event.published",
      version: 4,
      changes: { recordStatus: ["in_review", "published"] },
    });
    expect(await read(id)).toMatchObject({
      recordStatus: "published",
      publishedAt: now,
      changedAt: now,
      version: 4,
    });
    expect(await db().eventDerived.count({ where: { eventId: id } })).toBe(1);
  });

  test("a journalist neither reviews nor publishes an event, and nothing is written", async () => {
    const [{ id }, journalist, admin] = [await anEvent(), await aJournalist(), await anAdmin()];
    await submitEvent(journalist, { id, version: 1 }, tick());
    const review = await refusalOf(() => reviewEvent(journalist, { id, version: 2 }, tick()));
    await reviewEvent(admin, { id, version: 2 }, tick());
    const publication = await refusalOf(() => publishEvent(journalist, { id, version: 3 }, tick()));
    for (const { error, leftNothing } of [review, publication]) {
      expect(error).toBeInstanceOf(Forbidden);
      expect(leftNothing).toBe(true);
    }
  });

  test("an event skips no step, and a published one goes nowhere", async () => {
    const [draft, done, editor] = [await anEvent(), await aPublishedEvent(), await anEditor()];
    const steps: [typeof publishEvent, { id: string; version: number }][] = [
      [publishEvent, { id: draft.id, version: 1 }],
      [reviewEvent, { id: draft.id, version: 1 }],
      [submitEvent, { id: done.id, version: 4 }],
      [publishEvent, { id: done.id, version: 4 }],
    ];
    for (const [step, input] of steps) {
      const { error, leftNothing } = await refusalOf(() => step(editor, input, tick()));
      expect(error).toBeInstanceOf(Conflict);
      expect(leftNothing).toBe(true);
    }
  });

  test("R33: a caller who read an older version, or names no event, changes nothing", async () => {
    const [{ id }, journalist] = [await anEvent(), await aJournalist()];
    await submitEvent(journalist, { id, version: 1 }, tick());
    const inputs = [
      [{ id, version: 1 }, Conflict],
      [{ id: "00000000-0000-4000-8000-000000000000", version: 1 }, NotFound],
      [{ id, version: 0 }, Invalid],
      [{ id: "makiivka-2023", version: 1 }, Invalid],
    ] as const;
    for (const [input, expected] of inputs) {
      const { error, leftNothing } = await refusalOf(() => submitEvent(journalist, input, tick()));
      expect(error).toBeInstanceOf(expected);
      expect(leftNothing).toBe(true);
    }
  });

  test("R33: of two who move one version of an event at once, one wins", async () => {
    const [{ id }, editor, admin] = [await anEvent(), await anEditor(), await anAdmin()];
    const steps = [submitEvent, reviewEvent, publishEvent];
    for (const [at, step] of steps.entries()) {
      const move = (actor: Actor) => step(actor, { id, version: at + 1 }, tick());
      const { won, errors } = await race(move(editor), move(admin));
      expect(won).toBe(1);
      expect(errors).toEqual([expect.any(Conflict)]);
    }
    expect(await read(id)).toMatchObject({ recordStatus: "published", version: 4 });
    expect(await db().revision.count({ where: { subjectId: id } })).toBe(4);
  });
});
