import { describe, expect, test } from "vitest";
import type { Actor } from "../../lib/auth/actor";
import { listClaimVersions } from "../../lib/claims/desk-claim-versions";
import { logClaim } from "../../lib/claims/log-claim";
import { publishClaim, reviewClaim, submitClaim } from "../../lib/claims/move-claim";
import { findClaim } from "../../lib/claims/queries";
import { db } from "../../lib/db/client";
import { Conflict, Forbidden, Invalid, NotFound } from "../../lib/errors";
import { findEventForDesk } from "../../lib/events/desk-events";
import { editEvent } from "../../lib/events/edit-event";
import { aJournalist, anAdmin, anEditor } from "../factories/cast";
import { aClaim, aPublishedClaim, aPublishedEvent, figureInput, readClaim } from "../factories/claims";
import { tick } from "../factories/clock";
import { lastRevisionOf, race, refusalOf } from "../factories/read-back";

describe("submitClaim, reviewClaim, publishClaim", () => {
  test("a claim goes from its journalist to an editor and then to the public, with the reports that carry it", async () => {
    const { id: eventId } = await aPublishedEvent();
    const [{ id }, journalist, editor] = [await aClaim({ eventId }), await aJournalist(), await anEditor()];

    await submitClaim(journalist, { id, version: 1 }, tick());
    expect(await lastRevisionOf(id)).toMatchObject({
      action: "claim.submitted",
      version: 2,
      actorId: journalist.id,
      changes: { recordStatus: ["draft", "submitted"] },
    });
    await reviewClaim(editor, { id, version: 2 }, tick());
    expect(await lastRevisionOf(id)).toMatchObject({
      action: "claim.review_begun",
      version: 3,
      changes: { recordStatus: ["submitted", "in_review"] },
    });
    const now = tick();
    await publishClaim(editor, { id, version: 3 }, now);
    expect(await lastRevisionOf(id)).toMatchObject({
      action: "claim.published",
      version: 4,
      actorId: editor.id,
      actorRole: "editor",
      at: now,
      changes: { recordStatus: ["in_review", "published"] },
    });
    expect(await readClaim(id)).toMatchObject({
      recordStatus: "published",
      publishedAt: now,
      reportCount: 1,
    });

    const attribution = await db().attribution.findFirstOrThrow({ where: { claimId: id } });
    expect(attribution.publishedAt).toEqual(now);
    expect(await lastRevisionOf(attribution.id)).toMatchObject({
      action: "attribution.published",
      version: 2,
      changes: { isPublished: [false, true] },
    });
    expect((await db().event.findUniqueOrThrow({ where: { id: eventId } })).changedAt).toEqual(now);
  });

  test("a claim published before its event does not count as a change of it", async () => {
    const claim = await aPublishedClaim();
    const event = await db().event.findUniqueOrThrow({ where: { id: claim.eventId } });
    expect(event.changedAt).toEqual(event.createdAt);
    expect(await db().eventDerived.count({ where: { eventId: claim.eventId } })).toBe(0);
  });

  test("a journalist neither reviews nor publishes a claim, and nothing is written", async () => {
    const [{ id }, journalist, editor] = [await aClaim(), await aJournalist(), await anEditor()];
    await submitClaim(journalist, { id, version: 1 }, tick());
    const review = await refusalOf(() => reviewClaim(journalist, { id, version: 2 }, tick()));
    await reviewClaim(editor, { id, version: 2 }, tick());
    const publication = await refusalOf(() => publishClaim(journalist, { id, version: 3 }, tick()));
    for (const { error, leftNothing } of [review, publication]) {
      expect(error).toBeInstanceOf(Forbidden);
      expect(leftNothing).toBe(true);
    }
  });

  test("who logged a claim does not publish it, where the event asks for four eyes", async () => {
    const [editor, admin, input] = [await anEditor(), await anAdmin(), await figureInput()];
    const id = await logClaim(editor, input, tick());
    await submitClaim(editor, { id, version: 1 }, tick());
    await reviewClaim(editor, { id, version: 2 }, tick());
    const { error, leftNothing } = await refusalOf(() => publishClaim(editor, { id, version: 3 }, tick()));
    expect(error).toBeInstanceOf(Conflict);
    expect(leftNothing).toBe(true);

    await publishClaim(admin, { id, version: 3 }, tick());
    expect((await readClaim(id)).recordStatus).toBe("published");
  });

  test("who logged a claim publishes it alone, where the event does not ask for four eyes", async () => {
    const [editor, input] = [await anEditor(), await figureInput()];
    const id = await logClaim(editor, input, tick());
    const event = await findEventForDesk(
      editor,
      (await db().event.findUniqueOrThrow({ where: { id: input.eventId } })).slug,
    );
    if (!event) return expect.unreachable();
    await editEvent(editor, { ...event.values, fourEyes: false }, tick());
    await submitClaim(editor, { id, version: 1 }, tick());
    await reviewClaim(editor, { id, version: 2 }, tick());
    await publishClaim(editor, { id, version: 3 }, tick());
    expect((await readClaim(id)).recordStatus).toBe("published");
  });

  test("R34: why a claim was handed in or published stays among colleagues", async () => {
    const { id: eventId } = await aPublishedEvent();
    const [{ id, publicId }, editor] = [await aClaim({ eventId }), await anEditor()];
    await submitClaim(await aJournalist(), { id, version: 1, reason: "The mayor is sure." }, tick());
    await reviewClaim(editor, { id, version: 2 }, tick());
    await publishClaim(editor, { id, version: 3, reason: "The mayor rang back." }, tick());
    const told = (await listClaimVersions(editor, publicId))?.map(({ reason }) => reason);
    expect(told).toEqual(["The mayor rang back.", null, "The mayor is sure.", null]);
    expect(JSON.stringify(await findClaim(publicId))).not.toContain("The mayor");
  });

  test("a claim skips no step, and a published one goes nowhere", async () => {
    const [draft, done, editor] = [await aClaim(), await aPublishedClaim(), await anEditor()];
    const steps: [typeof publishClaim, { id: string; version: number }][] = [
      [publishClaim, { id: draft.id, version: 1 }],
      [reviewClaim, { id: draft.id, version: 1 }],
      [submitClaim, { id: done.id, version: 4 }],
      [publishClaim, { id: done.id, version: 4 }],
    ];
    for (const [step, input] of steps) {
      const { error, leftNothing } = await refusalOf(() => step(editor, input, tick()));
      expect(error).toBeInstanceOf(Conflict);
      expect(leftNothing).toBe(true);
    }
  });

  test("R33: a caller who read an older version, or names no claim, changes nothing", async () => {
    const [{ id }, journalist] = [await aClaim(), await aJournalist()];
    await submitClaim(journalist, { id, version: 1 }, tick());
    const inputs = [
      [{ id, version: 1 }, Conflict],
      [{ id: "00000000-0000-4000-8000-000000000000", version: 1 }, NotFound],
      [{ id: "2b3c4d5f6", version: 1 }, Invalid],
    ] as const;
    for (const [input, expected] of inputs) {
      const { error, leftNothing } = await refusalOf(() => submitClaim(journalist, input, tick()));
      expect(error).toBeInstanceOf(expected);
      expect(leftNothing).toBe(true);
    }
  });

  test("R33: of two who move one version of a claim at once, one wins", async () => {
    const [{ id }, editor, admin] = [await aClaim(), await anEditor(), await anAdmin()];
    for (const [at, step] of [submitClaim, reviewClaim, publishClaim].entries()) {
      const move = (actor: Actor) => step(actor, { id, version: at + 1 }, tick());
      const { won, errors } = await race(move(editor), move(admin));
      expect(won).toBe(1);
      expect(errors).toEqual([expect.any(Conflict)]);
    }
    expect(await readClaim(id)).toMatchObject({ recordStatus: "published", version: 4 });
    expect(await db().revision.count({ where: { subjectId: id } })).toBe(4);
  });
});
