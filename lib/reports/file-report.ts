import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import type { Transaction } from "../db/client";
import { newPublicId } from "../db/public-id";
import { explainRefusals, type Refusals } from "../db/refusals";
import { Invalid, NotFound } from "../errors";
import { parseInput } from "../forms/parse-input";
import { recordInRegister } from "../history/record-in-register";
import { type ParsedReport, reportColumns, reportFields } from "./report-row";
import { FileReport } from "./schema";

/** Files one published item of a publication. A second one at the same canonical address is refused (R29). */
export async function fileReport(actor: Actor, input: FileReport, now: Date): Promise<string> {
  authorise(actor, "report:file");
  const report = parseInput(FileReport, input);

  return explainRefusals(REPORT_REFUSALS, () =>
    recordInRegister(actor, now, "report.filed", "report", (tx) => makeReport(tx, report, now)),
  );
}

/** Puts a report on file in a transaction of the caller, who records it. Returns its id, and what its history keeps. */
export async function makeReport(tx: Transaction, report: ParsedReport, now: Date) {
  await checkPublication(tx, report.publicationId);
  const publicId = newPublicId();
  const { id } = await tx.report.create({
    data: { ...reportColumns(report), publicId, createdAt: now },
    select: { id: true },
  });
  return { id, publicId, after: { ...reportFields(report), publicId } };
}

/** What the database says of a report where no rule said it before. */
export const REPORT_REFUSALS: Refusals = {
  report_canonical_url_key: "A report with this address is on file already: use that one.",
};

/** A report is of a publication that stands for itself: it was not merged into another. */
export async function checkPublication(tx: Transaction, id: string): Promise<void> {
  const publication = await tx.publication.findUnique({ where: { id }, select: { mergedIntoId: true } });
  if (!publication) throw new NotFound("publication");
  if (publication.mergedIntoId)
    throw new Invalid({ publicationId: "This publication was merged into another: choose that one." });
}
