import { describe, expect, test } from "vitest";
import { replaceClaim } from "../../lib/claims/replace-claim";
import { db } from "../../lib/db/client";
import { Conflict, Forbidden, Invalid, StaleVersion } from "../../lib/errors";
import { findEvent } from "../../lib/events/queries";
import { editMeasure } from "../../lib/measures/edit-measure";
import type { EditMeasure } from "../../lib/measures/schema";
import { aJournalist, anAdmin, anEditor } from "../factories/cast";
import { aClaim, aPublishedClaim, makePublic, read } from "../factories/claims";
import { tick, unique } from "../factories/clock";
import { lastRevisionOf, race, refusalOf } from "../factories/read-back";
import { aClaimant, aMeasure, anEvent, measureInput } from "../factories/records";

const reason = "They counted hectares.";

/** A measure with the input that changes nothing but what is given. */
async function aDefined(eventId: string, given: Partial<EditMeasure> = {}) {
  const input = measureInput(eventId, { slug: unique("killed"), ...given });
  const id = await aMeasure(eventId, input);
  const { eventId: _, ...fields } = input;
  return {
    id,
    edit: (other: Partial<EditMeasure>): EditMeasure => ({ ...fields, id, version: 1, ...other }),
  };
}

async function refuses(work: () => Promise<unknown>, expected: unknown) {
  const { error, leftNothing } = await refusalOf(work);
  expect(error).toBeInstanceOf(expected);
  expect(leftNothing).toBe(true);
  return error as Error;
}

describe("editMeasure", () => {
  test("what a measure counts is put right for its readers, and its history keeps what it was", async () => {
    const [event, editor] = [await anEvent(), await anEditor()];
    const { id, edit } = await aDefined(event.id);
    await aPublishedClaim({ eventId: event.id, measureId: id });
    await makePublic(event);
    await editMeasure(editor, edit({ label: "Soldiers killed", personClass: "military", reason }), tick());
    expect((await findEvent(event.slug))?.measures).toMatchObject([
      { label: "Soldiers killed", scope: { personClass: "military" } },
    ]);
    expect(await lastRevisionOf(id)).toMatchObject({
      action: "measure.edited",
      chainId: event.id,
      version: 2,
      changes: { personClass: ["unspecified", "military"], reason: [null, reason] },
    });
  });

  test("a public measure is edited by editors alone, who say why", async () => {
    const [event, journalist, editor] = [await anEvent(), await aJournalist(), await anEditor()];
    const { id, edit } = await aDefined(event.id);
    await editMeasure(journalist, edit({ label: "Killed" }), tick());
    await aPublishedClaim({ eventId: event.id, measureId: id });
    await makePublic(event);
    const change = edit({ label: "Dead", version: 2 });
    await refuses(() => editMeasure(journalist, { ...change, reason }, tick()), Forbidden);
    await refuses(() => editMeasure(editor, change, tick()), Invalid);
  });

  test("R31: no measure comes to count people in fractions, or from a day after its claims", async () => {
    const [event, editor] = [await anEvent(), await anEditor()];
    const { id, edit } = await aDefined(event.id, { kinds: ["other"], unit: "hectares" });
    const half = { low: 1.5, high: 1.5 } as const;
    const claim = await aClaim({ eventId: event.id, measureId: id, raw: "1.5", quantity: half });
    for (const change of [{ kinds: ["killed"] as const }, { period: { edtf: "2026-05-10", zone: "UTC" } }]) {
      const input = edit({ ...change, kinds: [...(change.kinds ?? ["other" as const])] });
      const error = await refuses(() => editMeasure(editor, input, tick()), Conflict);
      expect(error.message).toContain(claim.publicId);
    }
    await editMeasure(editor, edit({ period: { edtf: "2026-05-01", zone: "UTC" } }), tick());
  });

  test("R6: two measures never come to count the same, and no part is its own whole", async () => {
    const [event, editor] = [await anEvent(), await anEditor()];
    const [whole, part] = [await aDefined(event.id, { area: "north" }), await aDefined(event.id)];
    await refuses(() => editMeasure(editor, part.edit({ area: "north" }), tick()), Conflict);
    await editMeasure(editor, part.edit({ partOfId: whole.id }), tick());
    for (const partOfId of [part.id, whole.id]) {
      const error = await refuses(() => editMeasure(editor, whole.edit({ partOfId }), tick()), Invalid);
      expect((error as Invalid).fields).toHaveProperty("partOfId");
    }
  });

  test("R21: a count that took another's place stays the same kind of total", async () => {
    const [event, claimant, editor] = [await anEvent(), await aClaimant(), await anEditor()];
    const [one, other] = [await aDefined(event.id), await aDefined(event.id)];
    const common = { eventId: event.id, claimantId: claimant.id };
    const older = await aPublishedClaim({ ...common, measureId: one.id, n: 5 });
    const newer = await aPublishedClaim({ ...common, measureId: other.id, n: 3 });
    await replaceClaim(editor, { newer: read(newer), older: read(older), note: null }, tick());
    const error = await refuses(
      () => editMeasure(editor, one.edit({ total: "increment" }), tick()),
      Conflict,
    );
    expect(error.message).toContain(newer.publicId);
  });

  test("R33: of two who edit one version of a measure at once, one wins", async () => {
    const [event, editor, admin] = [await anEvent(), await anEditor(), await anAdmin()];
    const { id, edit } = await aDefined(event.id);
    const { won, errors } = await race(
      editMeasure(editor, edit({ label: "One" }), tick()),
      editMeasure(admin, edit({ label: "Other" }), tick()),
    );
    expect(won).toBe(1);
    expect(errors).toEqual([expect.any(StaleVersion)]);
    expect((await db().measure.findUniqueOrThrow({ where: { id } })).version).toBe(2);
  });
});
