import { createReadStream } from "node:fs";
import { db } from "../../lib/db/client";
import { askCheck } from "../../lib/imports/ask-check";
import { askRun } from "../../lib/imports/ask-run";
import { checkImport } from "../../lib/imports/check-import";
import { chooseMapping } from "../../lib/imports/choose-mapping";
import { runImport } from "../../lib/imports/run-import";
import type { ImportMapping } from "../../lib/imports/schema";
import { uploadImport } from "../../lib/imports/upload-import";
import { endBoss } from "../../lib/jobs/boss";
import { peakOfThisProcess } from "./measured-process";

const day = { from: { column: "day" }, format: "YYYY-MM-DD" };

/** How the columns of the measured file become claims of what is on file already. */
const MAPPING: ImportMapping = {
  mapping: 1,
  name: "A measured file",
  about: null,
  dataset: "measured",
  format: "csv",
  reading: {},
  zone: "UTC",
  decimalComma: false,
  empty: [],
  leaveOut: [],
  corrections: [],
  leaveOutRows: [],
  event: { fixed: "measured" },
  claimants: [],
  publications: [],
  measures: [],
  report: {
    publication: { fixed: "daily" },
    medium: "web",
    url: { fixed: "https://daily.example/figures" },
  },
  claims: [
    {
      when: [],
      claimant: { column: "claimant" },
      measure: { column: "measure" },
      quantity: { figure: { column: "killed" } },
      stated: day,
      asOf: day,
      basis: { fixed: "count" },
      standing: { fixed: "reported" },
      language: { fixed: "en" },
      carries: "paraphrase",
    },
  ],
};

/**
 * Takes in the file of benchImport for an actor, checks it and runs the import as a worker does. Prints how long the run took, what
 * it came to, and the most memory that this process had.
 */
export async function main([file = "", actorId = ""]: string[]): Promise<void> {
  const actor = await db().actor.findUniqueOrThrow({
    where: { id: actorId },
    select: { id: true, kind: true, name: true, role: true },
  });
  const bytes = createReadStream(file, { highWaterMark: 1_000_000 });
  const { publicId } = await uploadImport(actor, { fileName: "measured.csv", bytes }, new Date());
  const { id } = await db().import.findUniqueOrThrow({ where: { publicId } });
  const choice = { ...(await seen(publicId)), mapping: MAPPING, isSubmitting: false };
  await chooseMapping(actor, choice, new Date());
  await askCheck(actor, await seen(publicId), new Date());
  await checkImport(id, () => new Date());
  await askRun(actor, await seen(publicId), new Date());
  // No worker is there to take it up.
  await endBoss();

  const begun = performance.now();
  await runImport(id, () => new Date());
  const seconds = (performance.now() - begun) / 1000;
  const { state, counts, failure } = await db().import.findUniqueOrThrow({ where: { id } });
  if (state !== "done") throw new Error(`The import is ${state}: ${failure}; ${JSON.stringify(counts)}`);
  await db().$disconnect();
  console.log(JSON.stringify({ seconds, peakBytes: peakOfThisProcess() }));
}

async function seen(publicId: string) {
  const { version } = await db().import.findUniqueOrThrow({ where: { publicId } });
  return { publicId, version };
}
