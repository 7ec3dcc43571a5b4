import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { inTransaction } from "../db/transaction";
import { Conflict, NotFound, StaleVersion } from "../errors";
import { holdEvent } from "../events/move-event";
import { parseInput } from "../forms/parse-input";
import { recordRevision } from "../history/record-revision";
import { DecideErrorReport } from "./schema";

/** Says that a reader was right, and what was done about it. The claim itself is amended, assessed or taken back apart. */
export async function acceptErrorReport(actor: Actor, input: DecideErrorReport, now: Date): Promise<void> {
  authorise(actor, "error_report:decide");
  await decide("accepted", actor, input, now);
}

/** Says that nothing is changed for what a reader reported, and why. */
export async function declineErrorReport(actor: Actor, input: DecideErrorReport, now: Date): Promise<void> {
  authorise(actor, "error_report:decide");
  await decide("declined", actor, input, now);
}

/** How to reach the reader is emptied; the revision holds the decision, and nothing of what the reader wrote. */
async function decide(
  state: "accepted" | "declined",
  actor: Actor,
  input: DecideErrorReport,
  now: Date,
): Promise<void> {
  const { id, version, answer } = parseInput(DecideErrorReport, input);

  await inTransaction(async (tx) => {
    const where = { id };
    const place = await tx.errorReport.findUnique({
      where,
      select: { claim: { select: { eventId: true } } },
    });
    if (!place) throw new NotFound("report of an error");
    const { chain } = await holdEvent(tx, place.claim.eventId);
    const report = await tx.errorReport.findUniqueOrThrow({ where });
    if (report.version !== version) throw new StaleVersion("report of an error");
    if (report.state !== "open") throw new Conflict(`This report of an error is ${report.state} already.`);

    const decided = { decidedById: actor.id, decidedAt: now, version: version + 1 };
    await tx.errorReport.update({ where, data: { state, answer, contact: null, ...decided } });
    await recordRevision(tx, chain, actor, {
      at: now,
      action: `error_report.${state}`,
      subjectKind: "error_report",
      subjectId: id,
      version: version + 1,
      before: { state: "open" },
      after: { state, answer },
    });
  });
}
