import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { submitClaim } from "../../lib/claims/move-claim";
import { db } from "../../lib/db/client";
import { Conflict, Forbidden, Invalid, StaleVersion } from "../../lib/errors";
import { verifyHistory } from "../../lib/history/verify-history";
import { askCheck } from "../../lib/imports/ask-check";
import { askRun } from "../../lib/imports/ask-run";
import { cancelImport } from "../../lib/imports/cancel-import";
import { chooseMapping } from "../../lib/imports/choose-mapping";
import { findImport, listImports, listProblems } from "../../lib/imports/desk-imports";
import { readProblemsCsv } from "../../lib/imports/problems-csv";
import { runImport } from "../../lib/imports/run-import";
import type { ImportMapping } from "../../lib/imports/schema";
import { undoImport } from "../../lib/imports/undo-import";
import { uploadImport } from "../../lib/imports/upload-import";
import { endBoss } from "../../lib/jobs/boss";
import { attempt } from "../../lib/jobs/work-imports";
import { aJournalist, anEditor, anotherJournalist } from "../factories/cast";
import { tick } from "../factories/clock";
import {
  anImport,
  bytesOf,
  check,
  importAll,
  problemsOf,
  seen,
  storedImport,
  totals,
  totalsMapping,
} from "../factories/imports";
import { lastRevisionOf, race, refusalOf } from "../factories/read-back";
import { anEvent } from "../factories/records";

let slug: string;
beforeAll(async () => {
  const { id } = await anEvent();
  slug = (await db().event.findUniqueOrThrow({ where: { id } })).slug;
});
afterAll(async () => {
  expect((await db().$transaction(verifyHistory)).breaks).toEqual([]);
  await endBoss();
});

/** Two days; the second injured figure is none. */
const TWO_DAYS = totals(["2026-05-04", 5, 9], ["2026-05-05", 7, "no idea"]);
const claimsOf = async (publicId: string) =>
  db().claim.findMany({
    where: {
      id: {
        in: (await db().importedRecord.findMany({ where: { import: { publicId }, kind: "claim" } })).map(
          ({ recordId }) => recordId,
        ),
      },
    },
    orderBy: { number: "asc" },
  });

describe("a file of running totals", () => {
  test("is told of first and changes nothing, then becomes drafts with their history", async () => {
    const actor = await aJournalist();
    const id = await anImport(actor, TWO_DAYS, totalsMapping(slug));
    const before = await db().revision.count();
    const checked = await check(actor, id);
    expect(checked).toMatchObject({ state: "checked", rowsTotal: 2, failure: null });
    expect(checked.counts).toEqual({ new: 3, changed: 0, same: 0, duplicate: 0, invalid: 1, leftOut: 0 });
    expect(await db().revision.count()).toBe(before);
    expect(await problemsOf(id)).toEqual(["3 injured ambiguous_figure"]);

    const done = await importAll(actor, id);
    expect(done).toMatchObject({ state: "done", rowsDone: 2, placesDone: 3, counts: checked.counts });
    expect(
      (await claimsOf(id)).map(({ low, recordStatus, version }) => [low, recordStatus, version]),
    ).toEqual([
      [5, "draft", 1],
      [9, "draft", 1],
      [7, "draft", 1],
    ]);
    expect(await problemsOf(id)).toEqual(["3 injured ambiguous_figure"]);
    expect(await lastRevisionOf(done.id)).toMatchObject({ action: "import.finished", actorId: actor.id });
    expect(await db().importChunk.count({ where: { importId: done.id } })).toBe(0);
    const shown = await findImport(actor, id);
    expect(shown).toMatchObject({
      canUndo: true,
      undoes: { claims: 3, changed: 0, events: 0 },
      canRun: false,
    });
    expect((await listImports(actor)).imports.map(({ publicId }) => publicId)).toContain(id);
    expect((await listProblems(actor, id)).problems).toMatchObject([{ row: 3, value: "no idea" }]);
    const csv: string[] = [];
    for await (const part of readProblemsCsv(actor, id, ({ code }) => ({ message: code, suggestion: "=" })))
      csv.push(part);
    expect(csv.join("")).toContain("3,injured,no idea,ambiguous_figure,");
  });

  test("a second time changes nothing; a changed row edits its claim; undoing sets it back, and frees the keys", async () => {
    const actor = await aJournalist();
    const mapping = totalsMapping(slug);
    const first = await anImport(actor, TWO_DAYS, mapping);
    await importAll(actor, first);
    const before = await claimsOf(first);

    const again = await importAll(actor, await anImport(actor, TWO_DAYS, mapping));
    expect(again.counts).toMatchObject({ new: 0, same: 3, changed: 0, invalid: 1 });
    expect(await claimsOf(first)).toEqual(before);

    const later = await anImport(actor, totals(["2026-05-04", 6, 9], ["2026-05-05", 7, 8]), mapping);
    expect((await check(actor, later)).counts).toMatchObject({ new: 1, changed: 1, same: 2, invalid: 0 });
    expect((await importAll(actor, later)).counts).toMatchObject({ new: 1, changed: 1, same: 2, invalid: 0 });
    expect((await claimsOf(first))[0]).toMatchObject({ low: 6, wording: "6", version: 2 });

    expect((await findImport(actor, first))?.whyNotUndo).toContain(before[0]?.publicId);
    await undoImport(actor, await seen(later), tick());
    expect(await storedImport(later)).toMatchObject({ state: "undone" });
    expect((await claimsOf(first))[0]).toMatchObject({ low: 5, wording: "5", version: 3 });
    await undoImport(await anEditor(), await seen(first), tick());
    expect((await claimsOf(first)).map(({ recordStatus }) => recordStatus)).toEqual(
      Array(3).fill("archived"),
    );
    expect(await lastRevisionOf(before[1]?.id ?? "")).toMatchObject({
      action: "claim.archived",
      changes: { reason: [null, "The import of totals.csv was undone."] },
    });

    const anew = await importAll(actor, await anImport(actor, TWO_DAYS, mapping));
    expect(anew.counts).toMatchObject({ new: 3, same: 0 });
  });

  test("two rows with one key, a claim on file and one that may be: the first is kept, the others told (R27, R28)", async () => {
    const actor = await aJournalist();
    const mapping = totalsMapping(slug);
    await importAll(actor, await anImport(actor, TWO_DAYS, mapping));
    const other = { ...mapping, dataset: `${mapping.dataset}-other` };
    const undated = { ...other, claims: other.claims.map(({ asOf: _, ...rule }) => rule) } as ImportMapping;
    const text = totals(["2026-05-04", 5, 4], ["2026-05-04", 6, 4]);
    const one = await anImport(actor, text, other);
    expect((await check(actor, one)).counts).toMatchObject({ new: 1, duplicate: 1, invalid: 2 });
    expect(await problemsOf(one)).toEqual([
      "2 killed same_claim",
      "3 killed same_key_twice",
      "3 injured same_key_twice",
    ]);
    expect((await importAll(actor, one)).counts).toMatchObject({ new: 1, duplicate: 1, invalid: 2 });
    const two = await anImport(actor, totals(["2026-05-06", 7, 1], ["2026-05-07", 30, 1]), {
      ...undated,
      dataset: `${mapping.dataset}-third`,
    });
    // The second day's "1 injured" is asked about the first day's, in the check as in the run.
    const counts = (await check(actor, two)).counts;
    expect(counts).toMatchObject({ new: 2, duplicate: 2 });
    expect((await importAll(actor, two)).counts).toEqual(counts);
  });

  test("handed in at once where that was chosen, and taken back from there; events that it made go with it", async () => {
    const actor = await aJournalist();
    const mapping = totalsMapping("flood-of-the-file", {
      newEvent: {
        title: { fixed: "Flood of the file" },
        summary: { fixed: "A flood." },
        place: { fixed: "Somewhere" },
        occurred: { from: { fixed: "2026-05-01" }, format: "edtf" },
      },
    });
    const id = await anImport(actor, TWO_DAYS, mapping, { isSubmitting: true });
    const checked = await check(actor, id);
    expect(await db().event.count({ where: { slug: "flood-of-the-file" } })).toBe(0);
    expect((await importAll(actor, id)).counts).toEqual(checked.counts);
    const event = await db().event.findUniqueOrThrow({ where: { slug: "flood-of-the-file" } });
    expect((await claimsOf(id)).map(({ recordStatus, version }) => [recordStatus, version])).toEqual(
      Array(3).fill(["submitted", 2]),
    );
    await undoImport(actor, await seen(id), tick());
    expect((await claimsOf(id)).map(({ recordStatus, version }) => [recordStatus, version])).toEqual(
      Array(3).fill(["archived", 4]),
    );
    expect(await db().event.findUniqueOrThrow({ where: { id: event.id } })).toMatchObject({
      recordStatus: "archived",
    });
  });
});

describe("a run that does not come to its end", () => {
  const many = totals(
    ...Array.from({ length: 700 }, (_, n) => {
      const day = new Date(Date.UTC(2026, 4, 4 + n)).toISOString().slice(0, 10);
      return [day, n, n % 90 === 0 ? "no idea" : n + 1] as const;
    }),
  );

  test("goes on behind the last whole batch, and is stopped and gone on with by a person", async () => {
    const actor = await aJournalist();
    const id = await anImport(actor, many, totalsMapping(slug));
    const checked = await check(actor, id);
    await askRun(actor, await seen(id), tick());
    const crash = async () => {
      throw new Error("The power went out.");
    };
    const { id: importId } = await storedImport(id);
    await expect(runImport(importId, tick, crash)).rejects.toThrow("The power went out.");
    expect(await storedImport(id)).toMatchObject({ state: "running", placesDone: 500 });

    await runImport(importId, tick, async () => cancelImport(actor, await seen(id), tick()));
    expect(await storedImport(id)).toMatchObject({ state: "cancelled", placesDone: 1_000 });
    expect(await lastRevisionOf(importId)).toMatchObject({ action: "import.cancelled" });
    expect(await findImport(actor, id)).toMatchObject({ canRun: true, canUndo: true });

    await askRun(actor, await seen(id), tick());
    await runImport(importId, tick);
    expect(await storedImport(id)).toMatchObject({ state: "done", counts: checked.counts, rowsDone: 700 });
    expect(await claimsOf(id)).toHaveLength(1_392);
    expect(await problemsOf(id)).toHaveLength(8);
  });

  test("is not given up because the database went away, nor held by a clock that was ahead", async () => {
    const actor = await aJournalist();
    const id = await anImport(actor, TWO_DAYS, totalsMapping(slug));
    await check(actor, id);
    await askRun(actor, await seen(id), tick());
    const { id: importId } = await storedImport(id);
    const told: string[] = [];
    const failWith = (error: Error) =>
      attempt(() => Promise.reject(error), importId, { error: (_, sentence) => told.push(sentence) });
    await failWith(Object.assign(new Error("read"), { code: "ECONNRESET" }));
    expect(await storedImport(id)).toMatchObject({ state: "queued", failure: null });

    const inAnHour = new Date(tick().getTime() + 3_600_000);
    await db().import.update({ where: { id: importId }, data: { state: "running", beatAt: inAnHour } });
    await runImport(importId, tick);
    expect(await storedImport(id)).toMatchObject({ state: "done", counts: { new: 3 } });
    expect(told).toEqual(["An import failed."]);
  });

  test("is taken up by one process at a time, and by nobody for who may not sign in any more", async () => {
    const actor = await aJournalist();
    const id = await anImport(actor, TWO_DAYS, totalsMapping(slug));
    await check(actor, id);
    const before = await seen(id);
    const asked = await race(askRun(actor, before, tick()), askRun(actor, before, tick()));
    expect(asked.won).toBe(1);
    expect(asked.errors[0]).toBeInstanceOf(StaleVersion);
    const { id: importId } = await storedImport(id);
    await db().actor.update({ where: { id: actor.id }, data: { suspendedAt: tick() } });
    await runImport(importId, tick);
    await db().actor.update({ where: { id: actor.id }, data: { suspendedAt: null } });
    expect(await storedImport(id)).toMatchObject({ state: "failed", placesDone: 0 });
    expect((await findImport(actor, id))?.failure).toContain("may not sign in any more");

    await askRun(actor, await seen(id), tick());
    const now = tick();
    await Promise.all([runImport(importId, () => now), runImport(importId, () => now)]);
    expect(await storedImport(id)).toMatchObject({ state: "done", counts: { new: 3 } });
    expect(await claimsOf(id)).toHaveLength(3);
  });
});

describe("what is refused leaves nothing behind", () => {
  test("a file that is empty, too large for its kind or none; a mapping that is none, or for another kind", async () => {
    const actor = await aJournalist();
    const files = { "empty.csv": "", "picture.csv": "\u0001\u0002\u0003\u0004", "broken.json": "[{" };
    for (const [fileName, text] of Object.entries(files)) {
      const refusal = await refusalOf(() => uploadImport(actor, { fileName, bytes: bytesOf(text) }, tick()));
      expect(refusal, fileName).toMatchObject({ leftNothing: true });
      expect(refusal.error, fileName).toBeInstanceOf(Invalid);
    }
    const mapping = totalsMapping(slug);
    const id = await anImport(actor, TWO_DAYS, mapping);
    const current = { ...(await seen(id)), isSubmitting: false };
    for (const wrong of [
      { ...mapping, claims: [] },
      { ...mapping, format: "json" as const },
    ]) {
      const refusal = await refusalOf(() => chooseMapping(actor, { ...current, mapping: wrong }, tick()));
      expect(refusal).toMatchObject({ leftNothing: true, error: expect.any(Invalid) });
    }
    const missing = { ...mapping, event: { column: "where" } };
    await chooseMapping(actor, { ...current, mapping: missing }, tick());
    expect(await check(actor, id)).toMatchObject({ state: "failed" });
    expect(await problemsOf(id)).toEqual(["0 where no_such_column"]);
  });

  test("a run without a check, of a colleague's file, from an old page; undoing what others built on", async () => {
    const [actor, colleague] = [await aJournalist(), await anotherJournalist()];
    const id = await anImport(actor, TWO_DAYS, totalsMapping(slug));
    const current = await seen(id);
    const tries: [() => Promise<unknown>, new (...given: never[]) => Error][] = [
      [() => askRun(actor, current, tick()), Conflict],
      [() => askCheck(colleague, current, tick()), Forbidden],
      [() => askCheck(actor, { ...current, version: 1 }, tick()), StaleVersion],
      [() => cancelImport(actor, current, tick()), Conflict],
      [() => undoImport(actor, current, tick()), Conflict],
    ];
    for (const [work, kind] of tries) {
      const refusal = await refusalOf(work);
      expect(refusal.leftNothing).toBe(true);
      expect(refusal.error).toBeInstanceOf(kind);
    }
    await importAll(actor, id);
    const [claim] = await claimsOf(id);
    await submitClaim(actor, { id: claim?.id ?? "", version: 1 }, tick());
    const refusal = await refusalOf(async () => undoImport(actor, await seen(id), tick()));
    expect(refusal).toMatchObject({ leftNothing: true, error: expect.any(Conflict) });
    expect((refusal.error as Error).message).toContain(claim?.publicId);
    const other = await refusalOf(async () => undoImport(colleague, await seen(id), tick()));
    expect(other.error).toBeInstanceOf(Forbidden);
  });
});
