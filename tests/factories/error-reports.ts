import { db } from "../../lib/db/client";
import { reportError } from "../../lib/error-reports/report-error";
import type { ReportError } from "../../lib/error-reports/schema";
import { tick, unique } from "./clock";

/** What a reader says of a claim as they see it; valid by default. */
export function errorReportInput(
  claim: { publicId: string; version: number },
  given: Partial<ReportError> = {},
): ReportError {
  return {
    publicId: claim.publicId,
    claimVersion: claim.version,
    text: `The transcript says ${unique("otherwise")}.`,
    url: "https://example.org/transcript",
    contact: "reader@example.org",
    leaveBlank: "",
    ...given,
  };
}

/** A reader elsewhere reports it. Returns it as it is stored. */
export async function anErrorReport(
  claim: { publicId: string; version: number },
  given: Partial<ReportError> = {},
) {
  const reported = await reportError(errorReportInput(claim, given), { address: unique("reader") }, tick());
  if (reported.state !== "taken") throw new Error(`It was not taken: ${reported.state}.`);
  return db().errorReport.findUniqueOrThrow({ where: { publicId: reported.publicId } });
}
