import { describe, expect, test } from "vitest";
import { db } from "../../lib/db/client";
import { Conflict, Forbidden, Invalid, NotFound } from "../../lib/errors";
import { chooseHeadline } from "../../lib/events/choose-headline";
import { verifyHistory } from "../../lib/history/verify-history";
import { aJournalist, anAdmin, anEditor } from "../factories/cast";
import { publicFigures } from "../factories/claims";
import { tick } from "../factories/clock";
import { lastRevisionOf, race, refusalOf } from "../factories/read-back";
import { aMeasure, anEvent } from "../factories/records";

/** A public event, version 4, with a figure of the killed, and a measure of the injured. */
async function anEventWithTwo() {
  const [claim] = await publicFigures({ n: 12 });
  const injured = await aMeasure(claim.eventId, { kinds: ["injured"] });
  return { eventId: claim.eventId, killed: claim.measureId ?? "", injured };
}

async function headlineOf(eventId: string): Promise<unknown> {
  const { summary } = await db().eventDerived.findUniqueOrThrow({ where: { eventId } });
  return (summary as { headlineMeasureId: string | null }).headlineMeasureId;
}

describe("chooseHeadline", () => {
  test("R7: an editor puts a measure first, and takes the choice back", async () => {
    const { eventId, killed, injured } = await anEventWithTwo();
    const [editor, now] = [await anEditor(), tick()];
    expect(await headlineOf(eventId)).toBe(killed);
    await chooseHeadline(editor, { eventId, version: 4, measureId: injured }, now);

    expect(await headlineOf(eventId)).toBe(injured);
    expect(await db().event.findUniqueOrThrow({ where: { id: eventId } })).toMatchObject({
      headlineMeasureId: injured,
      version: 5,
      changedAt: now,
    });
    expect(await lastRevisionOf(eventId)).toMatchObject({
      action: "event.headline_chosen",
      version: 5,
      actorId: editor.id,
      at: now,
      changes: { headlineMeasureId: [null, injured] },
    });

    await chooseHeadline(editor, { eventId, version: 5, measureId: null }, tick());
    expect(await headlineOf(eventId)).toBe(killed);
    expect(await lastRevisionOf(eventId)).toMatchObject({
      version: 6,
      changes: { headlineMeasureId: [injured, null] },
    });
    expect((await verifyHistory(db())).breaks).toEqual([]);
  });

  test("a journalist does not choose it, and nothing is written", async () => {
    const [{ eventId, injured }, journalist] = [await anEventWithTwo(), await aJournalist()];
    const { error, leftNothing } = await refusalOf(() =>
      chooseHeadline(journalist, { eventId, version: 4, measureId: injured }, tick()),
    );
    expect(error).toBeInstanceOf(Forbidden);
    expect(leftNothing).toBe(true);
  });

  test("another event's measure, an unknown event, a stale version or the same choice is refused; nothing is written", async () => {
    const { eventId, injured } = await anEventWithTwo();
    const elsewhere = await aMeasure((await anEvent()).id);
    const wrong: [Parameters<typeof chooseHeadline>[1], unknown][] = [
      [{ eventId, version: 4, measureId: elsewhere }, Invalid],
      [{ eventId: crypto.randomUUID(), version: 1, measureId: injured }, NotFound],
      [{ eventId, version: 3, measureId: injured }, Conflict],
      [{ eventId, version: 4, measureId: null }, Conflict],
    ];
    const editor = await anEditor();
    for (const [input, expected] of wrong) {
      const { error, leftNothing } = await refusalOf(() => chooseHeadline(editor, input, tick()));
      expect(error).toBeInstanceOf(expected);
      expect(leftNothing).toBe(true);
    }
  });

  test("R33: of two choices at once, one wins", async () => {
    const { eventId, killed, injured } = await anEventWithTwo();
    const [editor, admin] = [await anEditor(), await anAdmin()];
    const { won, errors } = await race(
      chooseHeadline(editor, { eventId, version: 4, measureId: killed }, tick()),
      chooseHeadline(admin, { eventId, version: 4, measureId: injured }, tick()),
    );
    expect(won).toBe(1);
    expect(errors).toEqual([expect.any(Conflict)]);
  });
});
