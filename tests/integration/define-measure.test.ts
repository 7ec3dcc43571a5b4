import { describe, expect, test } from "vitest";
import { db } from "../../lib/db/client";
import { Conflict, Invalid, NotFound } from "../../lib/errors";
import { defineMeasure } from "../../lib/measures/define-measure";
import type { DefineMeasure } from "../../lib/measures/schema";
import { aJournalist, anEditor } from "../factories/cast";
import { tick, unique } from "../factories/clock";
import { lastRevisionOf, race, refusalOf } from "../factories/read-back";
import { aMeasure, anEvent, measureInput } from "../factories/records";

describe("defineMeasure", () => {
  test("a measure joins its event, its kinds as a sorted set, in the order of definition", async () => {
    const [{ id: eventId }, journalist] = [await anEvent(), await aJournalist()];
    await aMeasure(eventId);
    const input = measureInput(eventId, {
      kinds: ["missing", "injured", "missing", "killed"],
      period: { edtf: "2026-05", zone: "UTC" },
    });
    const id = await defineMeasure(journalist, input, tick());

    expect(await db().measure.findUniqueOrThrow({ where: { id } })).toMatchObject({
      eventId,
      kinds: ["injured", "killed", "missing"],
      position: 2,
      periodEdtf: "2026-05",
      periodEarliest: new Date("2026-05-01T00:00:00Z"),
      periodLatest: new Date("2026-05-31T23:59:59.999Z"),
    });
    expect(await lastRevisionOf(id)).toMatchObject({
      action: "measure.defined",
      subjectKind: "measure",
      chainId: eventId,
      actorId: journalist.id,
      changes: {
        label: [null, input.label],
        kinds: [null, ["injured", "killed", "missing"]],
        position: [null, 2],
      },
    });
  });

  const wrong: [string, Partial<DefineMeasure>][] = [
    ["no kind", { kinds: [] }],
    ["a kind that is none", { kinds: ["hurt"] as unknown as DefineMeasure["kinds"] }],
    ["a blank unit", { unit: " " }],
    ["a backward period", { period: { edtf: "2026-05/2026-04", zone: "UTC" } }],
  ];
  test.each(wrong)("a measure with %s is refused and leaves nothing behind", async (_, given) => {
    const [{ id }, journalist] = [await anEvent(), await aJournalist()];
    const work = () => defineMeasure(journalist, measureInput(id, given), tick());
    const { error, leftNothing } = await refusalOf(work);
    expect(error).toBeInstanceOf(Invalid);
    expect(leftNothing).toBe(true);
  });

  test("a measure of an event that is not on file is refused and leaves nothing behind", async () => {
    const journalist = await aJournalist();
    const input = measureInput("00000000-0000-4000-8000-000000000000");
    const { error, leftNothing } = await refusalOf(() => defineMeasure(journalist, input, tick()));
    expect(error).toBeInstanceOf(NotFound);
    expect(leftNothing).toBe(true);
  });

  test("R31: a measure counts a part of a measure of its own event, and of no other", async () => {
    const [one, other, journalist] = [await anEvent(), await anEvent(), await aJournalist()];
    const whole = await aMeasure(one.id);
    await expect(aMeasure(one.id, { partOfId: whole })).resolves.toEqual(expect.any(String));

    const input = measureInput(other.id, { partOfId: whole });
    const { error, leftNothing } = await refusalOf(() => defineMeasure(journalist, input, tick()));
    expect(error).toBeInstanceOf(Invalid);
    expect(leftNothing).toBe(true);
  });

  test("R6: two measures of one event share neither their address nor their set and scope", async () => {
    const [{ id }, journalist] = [await anEvent(), await aJournalist()];
    const first = measureInput(id, { kinds: ["killed", "injured"], area: "the pier" });
    await defineMeasure(journalist, first, tick());
    const same: Partial<DefineMeasure>[] = [
      { slug: first.slug },
      { kinds: ["injured", "killed", "killed"], area: "the pier" },
    ];
    for (const given of same) {
      const work = () => defineMeasure(journalist, measureInput(id, given), tick());
      const { error, leftNothing } = await refusalOf(work);
      expect(error).toBeInstanceOf(Conflict);
      expect(leftNothing).toBe(true);
    }
    const narrower = { ...first, slug: unique("narrower"), demographic: "dock workers" };
    await expect(defineMeasure(journalist, narrower, tick())).resolves.toEqual(expect.any(String));
  });

  test("R6: of two equal measures defined at once, one is kept", async () => {
    const [{ id }, journalist, editor] = [await anEvent(), await aJournalist(), await anEditor()];
    const { won, errors } = await race(
      defineMeasure(journalist, measureInput(id, { area: null }), tick()),
      defineMeasure(editor, measureInput(id, { area: null }), tick()),
    );
    expect(won).toBe(1);
    expect(errors).toEqual([expect.any(Conflict)]);
    expect(await db().measure.count({ where: { eventId: id } })).toBe(1);
  });
});
