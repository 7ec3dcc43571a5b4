import "server-only";
import { isDeepStrictEqual } from "node:util";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { assertMayEditRecord } from "../auth/may-edit";
import type { Transaction } from "../db/client";
import { explainRefusals } from "../db/refusals";
import { inTransaction, MANY_EVENTS_MS } from "../db/transaction";
import { Conflict, NotFound, StaleVersion } from "../errors";
import { dateEvents, tellReadersOf } from "../events/tell-readers";
import { parseInput } from "../forms/parse-input";
import { holdRegister } from "../history/record-in-register";
import { holdChains, recordRevision } from "../history/record-revision";
import { publicReport } from "../publishing/gate";
import { checkPublication, REPORT_REFUSALS } from "./file-report";
import { reportColumns, reportFields, valuesOf } from "./report-row";
import { EditReport } from "./schema";

/**
 * Puts new values of a report in place of its old ones, and finds the address anew by which it is known (R29). A
 * public report needs an editor, and a reason. Where its date changes, every public event is computed again whose
 * claims it carries (R31).
 */
export async function editReport(actor: Actor, input: EditReport, now: Date): Promise<void> {
  authorise(actor, "record:edit");
  const { id, version, reason, ...report } = parseInput(EditReport, input);

  await explainRefusals(REPORT_REFUSALS, () =>
    inTransaction(async (tx) => {
      const chain = await holdRegister(tx);
      const stored = await tx.report.findUnique({ where: { id } });
      if (!stored) throw new NotFound("report");
      if (stored.version !== version) throw new StaleVersion("report");
      const isPublic = (await tx.report.count({ where: { id, ...publicReport } })) > 0;
      assertMayEditRecord(actor, isPublic, reason);
      const [before, after] = [reportFields(valuesOf(stored)), reportFields(report)];
      if (isDeepStrictEqual(before, after)) throw new Conflict("Nothing was changed.");
      if (report.publicationId !== stored.publicationId) await checkPublication(tx, report.publicationId);

      const eventIds = await listEventsOfReport(tx, id);
      await holdChains(tx, eventIds);
      await tx.report.update({ where: { id }, data: { ...reportColumns(report), version: version + 1 } });
      await recordRevision(tx, chain, actor, {
        at: now,
        action: "report.edited",
        subjectKind: "report",
        subjectId: id,
        version: version + 1,
        before,
        after: { ...after, reason },
      });
      const isDated = before.published === after.published && before.publishedZone === after.publishedZone;
      const tell = isDated ? dateEvents : tellReadersOf;
      await tell(tx, eventIds, now);
    }, MANY_EVENTS_MS),
  );
}

/** The events of which a claim is in this report, or was had from it. */
async function listEventsOfReport(tx: Transaction, id: string): Promise<string[]> {
  const rows = await tx.claim.findMany({
    where: { attributions: { some: { OR: [{ reportId: id }, { viaReportId: id }] } } },
    distinct: ["eventId"],
    select: { eventId: true },
  });
  return rows.map(({ eventId }) => eventId);
}
