import { describe, expect, test } from "vitest";
import { listClaims } from "../../lib/claims/list-claims";
import { findClaim } from "../../lib/claims/queries";
import { ListClaims } from "../../lib/claims/schema";
import { db } from "../../lib/db/client";
import { publishEvent, reviewEvent, submitEvent } from "../../lib/events/move-event";
import { aJournalist, anEditor } from "../factories/cast";
import { anAssessment, aPublishedClaim, aPublishedEvent, makePublic, publish } from "../factories/claims";
import { tick, unique } from "../factories/clock";
import { anEvent } from "../factories/records";
import { aWorld, EVERY_WAY, everyWayOut, leaksOf } from "../factories/ways-out";

describe("R34: the publish gate", () => {
  test("no way out tells of a claim that is not published, until it is", async () => {
    const world = await aWorld(await aPublishedEvent());
    expect(await leaksOf(world)).toEqual([]);
    const { id } = world.claim;
    for (const recordStatus of ["submitted", "in_review", "returned", "archived", "draft"] as const) {
      await db().claim.update({ where: { id }, data: { recordStatus } });
      expect(await leaksOf(world)).toEqual([]);
    }
    await publish(world.claim);
    expect(await leaksOf(world)).toEqual(EVERY_WAY);
  });

  test("no way out tells of a published claim whose event is not, until it is", async () => {
    const word = unique("secret");
    const event = await anEvent({ slug: `event-${word}`, title: `Event ${word}`, aliases: [`Ort ${word}`] });
    const world = await aWorld(event, word);
    await publish(world.claim);
    await aPublishedClaim({ eventId: event.id, measureId: world.measureId, n: 13 });
    expect(await leaksOf(world)).toEqual([]);
    // Nor does a cursor tell that there would be more.
    const hidden = await listClaims(ListClaims.parse({ event: event.slug }), 1);
    expect(hidden).toEqual({ rows: [], previous: null, next: null });
    const [journalist, editor] = [await aJournalist(), await anEditor()];
    await submitEvent(journalist, { id: event.id, version: 1 }, tick());
    expect(await leaksOf(world)).toEqual([]);
    await reviewEvent(editor, { id: event.id, version: 2 }, tick());
    expect(await leaksOf(world)).toEqual([]);
    await publishEvent(editor, { id: event.id, version: 3 }, tick());
    expect(await leaksOf(world)).toEqual(EVERY_WAY);
  });

  test("an attribution that is not published shows neither itself nor its report", async () => {
    const event = await aPublishedEvent();
    const world = await aWorld(event);
    await publish(world.claim);
    const late = await aWorld(event);
    await db().attribution.create({
      data: {
        claimId: world.claim.id,
        reportId: late.report.id,
        carries: "quote",
        passage: late.word,
        passageLanguage: "en",
        createdAt: tick(),
      },
    });
    const seen = JSON.stringify(await everyWayOut(world));
    expect(seen).not.toContain(late.word);
    expect(await leaksOf(late)).toEqual([]);
  });

  test("an assessment that is not published is not shown with its claim", async () => {
    const claim = await aPublishedClaim();
    await makePublic({ id: claim.eventId });
    await anAssessment(claim.id);
    const { assessedById } = await db().assessment.findFirstOrThrow({ where: { claimId: claim.id } });
    const draft = { status: "refuted", reason: "Not yet said.", assessedById, assessedAt: tick() } as const;
    await db().assessment.create({ data: { ...draft, claimId: claim.id, number: 2 } });
    expect((await findClaim(claim.publicId))?.assessments.map(({ number }) => number)).toEqual([1]);
  });

  test("what was typed before a claim was published stays unseen in its history", async () => {
    const claim = await aPublishedClaim();
    await makePublic({ id: claim.eventId });
    const history = (await findClaim(claim.publicId))?.history ?? [];
    expect(history.map(({ action, changes }) => [action, changes.length])).toEqual([
      ["claim.logged", 0],
      ["claim.submitted", 0],
      ["claim.review_begun", 0],
      ["claim.published", 1],
    ]);
  });
});
