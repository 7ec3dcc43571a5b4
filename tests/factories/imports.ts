import type { Actor } from "../../lib/auth/actor";
import { db } from "../../lib/db/client";
import { askCheck } from "../../lib/imports/ask-check";
import { askRun } from "../../lib/imports/ask-run";
import { checkImport } from "../../lib/imports/check-import";
import { chooseMapping } from "../../lib/imports/choose-mapping";
import { runImport } from "../../lib/imports/run-import";
import { ImportMapping } from "../../lib/imports/schema";
import { uploadImport } from "../../lib/imports/upload-import";
import { tick, unique } from "./clock";

/** A file of running totals, one row a day: "day,killed,injured". */
export function totals(
  ...rows: (readonly [day: string, killed: string | number, injured: string | number])[]
) {
  return `day,killed,injured\n${rows.map((row) => row.join(",")).join("\n")}\n`;
}

/** A mapping of `totals` to an event, with all that it names made by the import. */
export function totalsMapping(event: string, given: Partial<ImportMapping> = {}): ImportMapping {
  const word = unique("made");
  const rule = (column: string, measure: string) => ({
    claimant: { fixed: `ministry-${word}` },
    measure: { fixed: measure },
    quantity: { figure: { column } },
    stated: { from: { column: "day" } },
    asOf: { from: { column: "day" } },
    basis: { fixed: "count" },
    key: { template: `{day} ${column}` },
  });
  return ImportMapping.parse({
    mapping: 1,
    name: `Totals of ${word}`,
    dataset: word,
    format: "csv",
    event: { fixed: event },
    publications: [{ slug: `bulletin-${word}`, name: `Bulletin ${word}` }],
    claimants: [{ slug: `ministry-${word}`, name: `Ministry ${word}`, kind: "government_body" }],
    measures: ["killed", "injured"].map((kind) => ({
      slug: `${kind}-${word}`,
      label: `People ${kind}`,
      kinds: [kind],
      unit: "people",
      total: "running_total",
      demographic: word,
    })),
    report: {
      publication: { fixed: `bulletin-${word}` },
      url: { fixed: `https://bulletin.example/${word}` },
    },
    claims: [rule("killed", `killed-${word}`), rule("injured", `injured-${word}`)],
    ...given,
  });
}

/** An uploaded file with its mapping. */
export async function anImport(
  actor: Actor,
  text: string,
  mapping: ImportMapping,
  { isSubmitting = false, fileName = "totals.csv" } = {},
): Promise<string> {
  const { publicId } = await uploadImport(actor, { fileName, bytes: bytesOf(text) }, tick());
  await chooseMapping(actor, { publicId, version: 1, mapping, isSubmitting }, tick());
  return publicId;
}

/** Bytes as they come from outside, in pieces. */
export async function* bytesOf(text: string): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text);
  for (let at = 0; at < bytes.length; at += 10_000) yield bytes.subarray(at, at + 10_000);
}

/** An import as it is stored now. */
export function storedImport(publicId: string) {
  return db().import.findUniqueOrThrow({ where: { publicId } });
}

/** What the next command on an import is given. */
export async function seen(publicId: string): Promise<{ publicId: string; version: number }> {
  return { publicId, version: (await storedImport(publicId)).version };
}

/** Its dry run, as a worker does it. */
export async function check(actor: Actor, publicId: string) {
  await askCheck(actor, await seen(publicId), tick());
  await checkImport((await storedImport(publicId)).id, tick);
  return storedImport(publicId);
}

/** Its dry run and its run, as a worker does them. */
export async function importAll(actor: Actor, publicId: string) {
  await check(actor, publicId);
  await askRun(actor, await seen(publicId), tick());
  await runImport((await storedImport(publicId)).id, tick);
  return storedImport(publicId);
}

/** What is wrong with it, as "row column code". */
export async function problemsOf(publicId: string): Promise<string[]> {
  const rows = await db().importProblem.findMany({
    where: { import: { publicId } },
    orderBy: { position: "asc" },
  });
  return rows.map(({ row, column, code }) => `${row} ${column} ${code}`);
}
