import { describe, expect, test } from "vitest";
import { replaceClaim } from "../../lib/claims/replace-claim";
import { db } from "../../lib/db/client";
import { Conflict, Forbidden, Invalid, StaleVersion } from "../../lib/errors";
import { chooseHeadline } from "../../lib/events/choose-headline";
import { findEvent } from "../../lib/events/queries";
import type { DefineMeasure } from "../../lib/measures/schema";
import { mergeMeasures } from "../../lib/merges/merge-measures";
import { mergePublications } from "../../lib/merges/merge-publications";
import { previewMerge } from "../../lib/merges/preview-merge";
import { findPublication, findPublicationByFormerSlug } from "../../lib/publications/queries";
import { fileReport } from "../../lib/reports/file-report";
import { findReport } from "../../lib/reports/queries";
import { aJournalist, anAdmin, anEditor } from "../factories/cast";
import { aPublishedClaim, attributionInput, makePublic, publicFigures, read } from "../factories/claims";
import { tick, unique } from "../factories/clock";
import { mergeInput, versionOf, whatIsWrong } from "../factories/merges";
import { anEstimateFrom } from "../factories/past-the-commands";
import { lastRevisionOf, race, refusalOf, storedRange } from "../factories/read-back";
import { aClaimant, aMeasure, anEvent, aPublication, aReport, reportInput } from "../factories/records";

async function refuses(work: () => Promise<unknown>, expected: unknown, words = "") {
  const { error, leftNothing } = await refusalOf(work);
  expect(error).toBeInstanceOf(expected);
  expect((error as Error).message).toContain(words);
  expect(leftNothing).toBe(true);
}

describe("mergePublications", () => {
  test("what one of two published, the other published, whose family is kept (R30)", async () => {
    const [from, into] = [
      await aPublication({ aliases: ["Газета"] }),
      await aPublication({ family: unique("F") }),
    ];
    const speaking = await aClaimant({ kind: "media", publicationId: from.id });
    const unnamed = await aClaimant({ kind: "unnamed", viaPublicationId: from.id });
    const reportId = await aReport({ publicationId: from.id });
    const [figure] = await publicFigures({ attributions: [attributionInput(reportId)] });
    const editor = await anEditor();
    expect(await previewMerge(editor, "publication", from.id, into.id)).toMatchObject({
      moves: [
        { what: "reports", count: 1 },
        { what: "claimants", count: 2 },
        { what: "aliases", count: 2 },
      ],
      events: [{ isPublic: true }],
      problems: [],
    });
    await mergePublications(editor, await mergeInput("publication", from.id, into.id), tick());

    const report = await db().report.findUniqueOrThrow({ where: { id: reportId } });
    expect((await findReport(report.publicId))?.publication.slug).toBe(into.slug);
    expect(await lastRevisionOf(reportId)).toMatchObject({
      action: "report.moved",
      changes: { publicationId: [from.id, into.id] },
    });
    expect(await db().claimant.findUniqueOrThrow({ where: { id: speaking.id } })).toMatchObject({
      publicationId: into.id,
    });
    expect(await db().claimant.findUniqueOrThrow({ where: { id: unnamed.id } })).toMatchObject({
      viaPublicationId: into.id,
    });
    expect(await findPublication(from.slug, null)).toBeNull();
    expect(await findPublicationByFormerSlug(from.slug)).toBe(into.slug);
    expect(await findPublication(into.slug, null)).toMatchObject({
      aliases: [`Daily ${from.slug}`, "Газета"],
      family: expect.anything(),
    });
    expect(await db().correction.findMany({ where: { eventId: figure.eventId } })).toMatchObject([
      { kind: "merge", claimId: null },
    ]);
    expect(await whatIsWrong()).toEqual([]);

    const journalist = await aJournalist();
    const late = await reportInput({ publicationId: from.id });
    await refuses(() => fileReport(journalist, late, tick()), Invalid, "merged into another");
  });

  test("a journalist merges none, an editor none into itself or by an old version", async () => {
    const [one, other] = [await aPublication(), await aPublication()];
    const [journalist, editor] = [await aJournalist(), await anEditor()];
    const input = await mergeInput("publication", one.id, other.id);
    await refuses(() => mergePublications(journalist, input, tick()), Forbidden);
    await refuses(() => mergePublications(editor, { ...input, into: input.from }, tick()), Invalid);
    const stale = { ...input, from: { ...input.from, version: 2 } };
    await refuses(() => mergePublications(editor, stale, tick()), StaleVersion);
  });

  test("R33: of two publications that are merged into each other at once, one is", async () => {
    const [one, other] = [await aPublication(), await aPublication()];
    const [editor, admin] = [await anEditor(), await anAdmin()];
    const [there, back] = [
      await mergeInput("publication", one.id, other.id),
      await mergeInput("publication", other.id, one.id),
    ];
    const { won, errors } = await race(
      mergePublications(editor, there, tick()),
      mergePublications(admin, back, tick()),
    );
    expect(won).toBe(1);
    expect(errors).toEqual([expect.any(Conflict)]);
  });
});

describe("mergeMeasures", () => {
  async function twoMeasures(one: Partial<DefineMeasure> = {}, other: Partial<DefineMeasure> = {}) {
    const event = await anEvent();
    return { event, from: await aMeasure(event.id, one), into: await aMeasure(event.id, other) };
  }

  test("figures, estimates, parts and the place at the head go to the measure that stays", async () => {
    const { event, from, into } = await twoMeasures();
    const part = await aMeasure(event.id, { partOfId: from });
    const [editor, common] = [await anEditor(), { eventId: event.id }];
    const low = await aPublishedClaim({ ...common, measureId: from, n: 5 });
    await aPublishedClaim({ ...common, measureId: into, n: 9 });
    await makePublic(event);
    const estimates = [await anEstimateFrom(into, low.id), await anEstimateFrom(from, low.id)];
    await chooseHeadline(editor, { eventId: event.id, version: 4, measureId: from }, tick());
    await mergeMeasures(editor, await mergeInput("measure", from, into), tick());

    expect(await storedRange(into)).toEqual([5, 9]);
    expect((await findEvent(event.slug))?.measures).toMatchObject([{ id: into, isHeadline: true }]);
    expect(await lastRevisionOf(low.id)).toMatchObject({
      action: "claim.moved",
      changes: { measureId: [from, into] },
    });
    expect(await db().measure.findUniqueOrThrow({ where: { id: part } })).toMatchObject({ partOfId: into });
    const kept = await db().bestEstimate.findMany({ where: { measureId: into }, orderBy: { number: "asc" } });
    expect(kept.map(({ id }) => id)).toEqual(estimates);
    expect(await db().event.findUniqueOrThrow({ where: { id: event.id } })).toMatchObject({
      headlineMeasureId: into,
    });
    expect(await lastRevisionOf(from)).toMatchObject({ action: "measure.merged" });
    expect(await whatIsWrong()).toEqual([]);
  });

  const wrong: [string, Partial<DefineMeasure>, Partial<DefineMeasure>, string][] = [
    ["R21: a running total with an increment", { total: "increment" }, {}, "never mixed"],
    ["R3: the killed with the injured", { kinds: ["killed"] }, { kinds: ["injured"] }, "different kinds"],
    ["R3: a set with one of its kinds", { kinds: ["killed", "injured"] }, {}, "different kinds"],
    [
      "different things that have no kind",
      { kinds: ["other"], unit: "silos" },
      { kinds: ["other"], unit: "trucks" },
      "different things",
    ],
  ];
  test.each(wrong)("%s is refused and leaves nothing behind", async (_, one, other, words) => {
    const { from, into } = await twoMeasures(one, other);
    const [editor, input] = [await anEditor(), await mergeInput("measure", from, into)];
    await refuses(() => mergeMeasures(editor, input, tick()), Conflict, words);
    expect((await previewMerge(editor, "measure", from, into)).problems[0]).toContain(words);
  });

  test("measures of two events, and a part with its whole, are refused", async () => {
    const { event, from } = await twoMeasures();
    const editor = await anEditor();
    const elsewhere = await mergeInput("measure", from, await aMeasure((await anEvent()).id));
    await refuses(() => mergeMeasures(editor, elsewhere, tick()), Conflict, "one event");
    const whole = await mergeInput("measure", from, await aMeasure(event.id, { partOfId: from }));
    await refuses(() => mergeMeasures(editor, whole, tick()), Conflict, "a part of the other");
  });

  test("R22, R31: what could not have been decided or logged so is refused", async () => {
    const { event, from, into } = await twoMeasures({}, { period: { edtf: "2026-05-05", zone: "UTC" } });
    const third = await aMeasure(event.id);
    const [editor, common] = [await anEditor(), { eventId: event.id, claimantId: (await aClaimant()).id }];
    const older = await aPublishedClaim({ ...common, measureId: from, n: 5 });
    const newer = await aPublishedClaim({ ...common, measureId: third, n: 3 });
    await replaceClaim(editor, { newer: read(newer), older: read(older), note: null }, tick());
    const early = await mergeInput("measure", from, into);
    await refuses(() => mergeMeasures(editor, early, tick()), Conflict, older.publicId);
    const replaced = await mergeInput("measure", from, third);
    await refuses(() => mergeMeasures(editor, replaced, tick()), Conflict, newer.publicId);
  });

  test("a journalist merges none; of two who merge one measure away at once, one does", async () => {
    const { event, from, into } = await twoMeasures();
    const third = await aMeasure(event.id);
    const [journalist, editor, admin] = [await aJournalist(), await anEditor(), await anAdmin()];
    const inputs = [
      await mergeInput("measure", from, into),
      await mergeInput("measure", from, third),
    ] as const;
    await refuses(() => mergeMeasures(journalist, inputs[0], tick()), Forbidden);
    const { won, errors } = await race(
      mergeMeasures(editor, inputs[0], tick()),
      mergeMeasures(admin, inputs[1], tick()),
    );
    expect(won).toBe(1);
    expect(errors).toEqual([expect.any(Conflict)]);
    expect(await versionOf("measure", from)).toBe(2);
  });
});
