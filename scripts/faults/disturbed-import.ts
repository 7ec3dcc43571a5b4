import { setTimeout as wait } from "node:timers/promises";
import type { Actor } from "../../lib/auth/actor";
import { db } from "../../lib/db/client";
import { askCheck } from "../../lib/imports/ask-check";
import { askRun } from "../../lib/imports/ask-run";
import { checkImport } from "../../lib/imports/check-import";
import { chooseMapping } from "../../lib/imports/choose-mapping";
import { uploadImport } from "../../lib/imports/upload-import";
import { endBoss } from "../../lib/jobs/boss";
import { FAULT_MAPPING, SMALL, SMALL_ROWS } from "./import-file";

const DONE_MS = 90_000;
const clock = () => new Date();

/** Has a worker begin to import a small file, and waits until it is at a row of it. What it returns waits for its end. */
export async function beginImport(
  actor: Actor,
  word: string,
  fromRow: number,
): Promise<() => Promise<string[]>> {
  const fileName = `${word}.csv`;
  const bytes = (async function* () {
    yield new TextEncoder().encode(SMALL(word));
  })();
  const { publicId } = await uploadImport(actor, { fileName, bytes }, clock());
  await chooseMapping(actor, { publicId, version: 1, mapping: FAULT_MAPPING, isSubmitting: false }, clock());
  const { id } = await db().import.findUniqueOrThrow({ where: { publicId } });
  await askCheck(actor, { publicId, version: 2 }, clock());
  await checkImport(id, clock);
  const checked = await until(id, ({ state }) => state !== "checking");
  await askRun(actor, { publicId, version: checked.version }, clock());
  await until(id, ({ state, rowsDone }) => state !== "queued" && rowsDone >= fromRow);
  await endBoss();

  return async () => {
    const { state, failure, counts } = await until(
      id,
      ({ state }) => state !== "queued" && state !== "running",
    );
    if (state !== "done") return [`The import ${word} is ${state}: ${failure}`];
    const claims = await db().importedRecord.count({ where: { importId: id, kind: "claim", isNew: true } });
    const told = counts as { new: number };
    const expected = (checked.counts as { new: number }).new;
    if (told.new === expected && claims === expected && expected > SMALL_ROWS / 2) return [];
    return [`The import ${word} should make ${expected} claims, tells of ${told.new} and made ${claims}`];
  };
}

async function until(id: string, isThere: (row: { state: string; rowsDone: number }) => boolean) {
  for (const end = Date.now() + DONE_MS; ; await wait(20)) {
    // The database may be the very thing that is away.
    const row = await db()
      .import.findUniqueOrThrow({ where: { id } })
      .catch(() => null);
    if (row && isThere(row)) return row;
    if (Date.now() > end) throw new Error(`The import is ${row?.state} at row ${row?.rowsDone}.`);
  }
}
