import { beforeAll, describe, expect, test } from "vitest";
import { findClaimant, findClaimantByFormerSlug } from "../../lib/claimants/queries";
import { disownClaim } from "../../lib/claims/disown-claim";
import { logClaim } from "../../lib/claims/log-claim";
import { findClaim } from "../../lib/claims/queries";
import { db } from "../../lib/db/client";
import { Conflict, Forbidden, Invalid, NotFound, StaleVersion } from "../../lib/errors";
import { listMerges } from "../../lib/merges/desk-merges";
import { mergeClaimants } from "../../lib/merges/merge-claimants";
import { previewMerge } from "../../lib/merges/preview-merge";
import { undoMerge } from "../../lib/merges/undo-merge";
import { aJournalist, anAdmin, anEditor } from "../factories/cast";
import {
  aClaim,
  aPublishedClaim,
  attributionInput,
  figureInput,
  makePublic,
  publicFigures,
} from "../factories/claims";
import { tick } from "../factories/clock";
import { mergeInput, whatIsWrong } from "../factories/merges";
import { lastRevisionOf, race, refusalOf } from "../factories/read-back";
import { aClaimant, aMeasure, anEvent, aPublication, aReport, type Made } from "../factories/records";

async function refuses(work: () => Promise<unknown>, expected: unknown, words = "") {
  const { error, leftNothing } = await refusalOf(work);
  expect(error).toBeInstanceOf(expected);
  expect((error as Error).message).toContain(words);
  expect(leftNothing).toBe(true);
}

describe("mergeClaimants", () => {
  let from: Made;
  let into: Made;
  let member: Made;
  let event: Made;
  let other: Made;
  let claim: { id: string; publicId: string };
  let carried: { id: string };
  let mergeId: string;

  beforeAll(async () => {
    [from, into] = [await aClaimant({ aliases: ["Мерія"] }), await aClaimant({ aliases: ["Мерія", "City"] })];
    member = await aClaimant({ parentId: from.id });
    const part = { claimantId: from.id, side: "Ukraine", role: null };
    event = await anEvent({ parties: [part, { claimantId: into.id, side: null, role: "monitor" }] });
    other = await anEvent({ parties: [part] });
    const measureId = await aMeasure(event.id);
    claim = await aPublishedClaim({ eventId: event.id, measureId, claimantId: from.id, n: 5 });
    const via = attributionInput(await aReport(), { carries: "via", viaClaimantId: from.id });
    carried = await aPublishedClaim({ eventId: event.id, measureId, n: 9, attributions: [via] });
    await makePublic(event);
    mergeId = await mergeClaimants(await anEditor(), await mergeInput("claimant", from.id, into.id), tick());
  });

  test("what one of two said, the other said, at the addresses at which it was", async () => {
    expect((await findClaim(claim.publicId))?.claimant.slug).toBe(into.slug);
    expect(await lastRevisionOf(claim.id)).toMatchObject({
      action: "claim.moved",
      chainId: event.id,
      changes: { claimantId: [from.id, into.id] },
    });
    const attribution = await db().attribution.findFirstOrThrow({ where: { claimId: carried.id } });
    expect(attribution.viaClaimantId).toBe(into.id);
    expect(await lastRevisionOf(attribution.id)).toMatchObject({ action: "attribution.moved" });
  });

  test("parts, members and names go along; where both had a part, that of the one that stays is kept", async () => {
    const parties = (eventId: string) => db().party.findMany({ where: { eventId } });
    expect(await parties(event.id)).toEqual([
      { eventId: event.id, claimantId: into.id, side: null, role: "monitor" },
    ]);
    expect(await parties(other.id)).toEqual([
      { eventId: other.id, claimantId: into.id, side: "Ukraine", role: null },
    ]);
    expect(await lastRevisionOf(other.id)).toMatchObject({ action: "event.edited", version: 2 });
    expect(await lastRevisionOf(member.id)).toMatchObject({ changes: { parentId: [from.id, into.id] } });
    const { aliases } = await db().claimant.findUniqueOrThrow({
      where: { id: into.id },
      include: { aliases: { orderBy: { name: "asc" } } },
    });
    expect(aliases.map(({ name }) => name).sort()).toEqual(["City", `Regional office ${from.slug}`, "Мерія"]);
  });

  test("R30: the address of the other leads to the one that stays, and it is on no list", async () => {
    expect(await findClaimant(from.slug)).toBeNull();
    expect(await findClaimantByFormerSlug(from.slug)).toBe(into.slug);
    expect(await lastRevisionOf(from.id)).toMatchObject({
      action: "claimant.merged",
      chainId: "register",
      changes: { mergedInto: [null, into.slug] },
    });
  });

  test("R24: every public event that was touched says why, and the desk who, when and why", async () => {
    const corrections = await db().correction.findMany({ where: { kind: "merge" } });
    expect(corrections).toMatchObject([{ eventId: event.id, claimId: null, reason: "Both are one." }]);
    expect(await lastRevisionOf(mergeId)).toMatchObject({ action: "merge.made", version: 1 });
    expect(await listMerges(await aJournalist(), "claimant", from.id)).toMatchObject([
      { id: mergeId, from: { slug: from.slug }, into: { slug: into.slug }, by: "Tomas Berg", undone: null },
    ]);
    expect(await whatIsWrong()).toEqual([]);
  });

  test("nobody logs a claim of a claimant that is not there any more, nor merges it again", async () => {
    const [journalist, editor, third] = [await aJournalist(), await anEditor(), await aClaimant()];
    const input = await figureInput({ claimantId: from.id });
    await refuses(() => logClaim(journalist, input, tick()), Invalid, "merged into another");
    const again = await mergeInput("claimant", from.id, third.id);
    await refuses(() => mergeClaimants(editor, again, tick()), Conflict, "merged already");
    const chained = await mergeInput("claimant", third.id, from.id);
    await refuses(() => mergeClaimants(editor, chained, tick()), Conflict, `Regional office ${into.slug}`);
  });

  test("R30: an address leads on through later merges, and back once they are undone", async () => {
    const [last, editor] = [await aClaimant(), await anEditor()];
    const later = await mergeClaimants(editor, await mergeInput("claimant", into.id, last.id), tick());
    expect(await findClaimantByFormerSlug(from.slug)).toBe(last.slug);
    expect(await undoMerge(editor, { mergeId: later, reason: "They are two." }, tick())).toMatchObject({
      stayed: 0,
    });
    expect(await findClaimantByFormerSlug(from.slug)).toBe(into.slug);
    expect(await whatIsWrong()).toEqual([]);
  });
});

describe("mergeClaimants refuses and leaves nothing behind", () => {
  test("a journalist", async () => {
    const [one, other, journalist] = [await aClaimant(), await aClaimant(), await aJournalist()];
    const input = await mergeInput("claimant", one.id, other.id);
    await refuses(() => mergeClaimants(journalist, input, tick()), Forbidden);
  });

  test("a claimant and itself, one that is not on file, a version that was changed since, no reason", async () => {
    const [one, other, editor] = [await aClaimant(), await aClaimant(), await anEditor()];
    const input = await mergeInput("claimant", one.id, other.id);
    const stranger = { id: "00000000-0000-4000-8000-000000000000", version: 1 };
    for (const [wrong, expected] of [
      [{ ...input, into: input.from }, Invalid],
      [{ ...input, reason: " " }, Invalid],
      [{ ...input, into: stranger }, NotFound],
      [{ ...input, into: { ...input.into, version: 2 } }, StaleVersion],
    ] as const) {
      await refuses(() => mergeClaimants(editor, wrong, tick()), expected);
    }
  });

  test("R17: who is named with who is not, and the unnamed of two publications", async () => {
    const [named, editor] = [await aClaimant(), await anEditor()];
    const anUnnamed = async (viaPublicationId: string) => aClaimant({ kind: "unnamed", viaPublicationId });
    const [one, other] = [await aPublication(), await aPublication()];
    const [first, twin, second] = [
      await anUnnamed(one.id),
      await anUnnamed(one.id),
      await anUnnamed(other.id),
    ];
    for (const [fromId, intoId, words] of [
      [first.id, named.id, "never one"],
      [named.id, first.id, "never one"],
      [first.id, second.id, "different publications"],
    ] as const) {
      const input = await mergeInput("claimant", fromId, intoId);
      await refuses(() => mergeClaimants(editor, input, tick()), Conflict, words);
    }
    await mergeClaimants(editor, await mergeInput("claimant", twin.id, first.id), tick());
  });

  test("a body with what belongs to it, which would belong to itself", async () => {
    const [body, editor] = [await aClaimant(), await anEditor()];
    const below = await aClaimant({ parentId: (await aClaimant({ parentId: body.id })).id });
    const input = await mergeInput("claimant", body.id, below.id);
    await refuses(() => mergeClaimants(editor, input, tick()), Conflict, "belongs to");
  });

  test("R23: who denies a figure with who passed it on", async () => {
    const [one, other, editor] = [await aClaimant(), await aClaimant(), await anEditor()];
    const [denied, passedOn] = await publicFigures({ claimantId: one.id }, { claimantId: other.id });
    const passedOnBy = [{ id: passedOn.id, version: passedOn.version }];
    const input = { claimId: denied.id, version: denied.version, reason: "It never said so.", passedOnBy };
    await disownClaim(editor, { ...input, note: null }, tick());
    const merge = await mergeInput("claimant", one.id, other.id);
    const preview = await previewMerge(editor, "claimant", one.id, other.id);
    expect(preview.problems).toHaveLength(1);
    expect(preview.problems[0]).toContain(passedOn.publicId);
    await refuses(() => mergeClaimants(editor, merge, tick()), Conflict, passedOn.publicId);
  });
});

describe("at once", () => {
  test("R33: of two who merge one claimant away, one does", async () => {
    const [one, other, third] = [await aClaimant(), await aClaimant(), await aClaimant()];
    const [editor, admin] = [await anEditor(), await anAdmin()];
    const inputs = [
      await mergeInput("claimant", one.id, other.id),
      await mergeInput("claimant", one.id, third.id),
    ] as const;
    const { won, errors } = await race(
      mergeClaimants(editor, inputs[0], tick()),
      mergeClaimants(admin, inputs[1], tick()),
    );
    expect(won).toBe(1);
    expect(errors).toEqual([expect.any(Conflict)]);
  });

  test("merges that meet in two events do not wait for each other for ever", async () => {
    const [one, other, third, fourth] = [
      await aClaimant(),
      await aClaimant(),
      await aClaimant(),
      await aClaimant(),
    ];
    for (const event of [await anEvent(), await anEvent()]) {
      for (const { id } of [one, third]) await aClaim({ eventId: event.id, claimantId: id });
    }
    const [editor, admin] = [await anEditor(), await anAdmin()];
    const inputs = [
      await mergeInput("claimant", one.id, other.id),
      await mergeInput("claimant", third.id, fourth.id),
    ] as const;
    const { won } = await race(
      mergeClaimants(editor, inputs[0], tick()),
      mergeClaimants(admin, inputs[1], tick()),
    );
    expect(won).toBe(2);
    expect(await whatIsWrong()).toEqual([]);
  });

  test("a claim that is logged during a merge ends at the claimant that stays, or is refused", async () => {
    for (let n = 0; n < 5; n += 1) {
      const [one, other] = [await aClaimant(), await aClaimant()];
      const [journalist, editor] = [await aJournalist(), await anEditor()];
      const input = await figureInput({ claimantId: one.id });
      const merge = await mergeInput("claimant", one.id, other.id);
      await race(logClaim(journalist, input, tick()), mergeClaimants(editor, merge, tick()));
      expect(await db().claim.count({ where: { claimantId: one.id } })).toBe(0);
      expect((await db().claimant.findUniqueOrThrow({ where: { id: one.id } })).mergedIntoId).toBe(other.id);
    }
  });
});

test("a preview says what would move, by name and number, and writes nothing", async () => {
  const [one, other, editor] = [await aClaimant({ aliases: ["Мерія"] }), await aClaimant(), await anEditor()];
  const [figure] = await publicFigures({ claimantId: one.id });
  const journalist = await aJournalist();
  await refuses(() => previewMerge(journalist, "claimant", one.id, other.id), Forbidden);
  const { error, leftNothing } = await refusalOf(async () => {
    expect(await previewMerge(editor, "claimant", one.id, other.id)).toMatchObject({
      from: { slug: one.slug, version: 1 },
      into: { slug: other.slug, version: 1 },
      moves: [
        { what: "claims", count: 1, names: [figure.publicId] },
        { what: "aliases", count: 2, names: [`Regional office ${one.slug}`, "Мерія"] },
      ],
      events: [{ isPublic: true }],
      problems: [],
    });
  });
  expect([error, leftNothing]).toEqual([null, true]);
});
