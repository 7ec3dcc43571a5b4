import "server-only";
import { secondsBeforeUse } from "../auth/throttle";
import { db } from "../db/client";
import { newPublicId } from "../db/public-id";
import { inTransaction } from "../db/transaction";
import { Invalid, NotFound } from "../errors";
import { parseInput } from "../forms/parse-input";
import { holdChain } from "../history/record-revision";
import { published } from "../publishing/gate";
import { ReportError } from "./schema";

/** What became of what a reader sent: taken under an id, or not, and why. */
export type Reported =
  | { state: "taken"; publicId: string }
  | { state: "too_often"; retryAfterSeconds: number }
  | { state: "by_a_program" };

const DAY = 24 * 3600 * 1000;

/**
 * Takes what a reader found wrong with a public claim, for editors alone. The same text on the same claim within a day
 * is taken once. No revision: a reader is no actor, and what was said is in none; NotFound where the claim is not public
 * (R34). Of the client's address only a digest is kept, for as long as it counts.
 */
export async function reportError(
  input: ReportError,
  { address }: { address: string },
  now: Date,
): Promise<Reported> {
  const { publicId, leaveBlank, ...said } = parseInput(ReportError, input);
  const where = { publicId, ...published };
  const claim = await db().claim.findFirst({ where, select: { id: true, eventId: true } });
  if (!claim) throw new NotFound("claim");
  if (leaveBlank !== "") return { state: "by_a_program" };
  const retryAfterSeconds = await secondsBeforeReport(address, claim.id);
  if (retryAfterSeconds > 0) return { state: "too_often", retryAfterSeconds };

  return inTransaction(async (tx) => {
    // Held, so that of two that say the same at once the second finds the first.
    await holdChain(tx, claim.eventId);
    const current = await tx.claim.findFirst({ where, select: { id: true, version: true } });
    if (!current) throw new NotFound("claim");
    if (said.claimVersion > current.version)
      throw new Invalid({ form: "This form is not of this claim: open the page again." });
    const since = { gt: new Date(now.getTime() - DAY) };
    const same = await tx.errorReport.findFirst({
      where: { claimId: current.id, text: said.text, receivedAt: since },
      select: { publicId: true },
    });
    if (same) return { state: "taken", publicId: same.publicId };
    const made = await tx.errorReport.create({
      data: { ...said, publicId: newPublicId(), claimId: current.id, receivedAt: now },
      select: { publicId: true },
    });
    return { state: "taken", publicId: made.publicId };
  });
}

/** Counts one report by an address and on a claim; how long to wait where there were too many, in seconds, or 0. */
async function secondsBeforeReport(address: string, claimId: string): Promise<number> {
  return (
    (await secondsBeforeUse("error_report_hour", address)) ||
    (await secondsBeforeUse("error_report_day", address)) ||
    (await secondsBeforeUse("error_report_claim", claimId))
  );
}
