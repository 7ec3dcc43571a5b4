import "server-only";
import { isDeepStrictEqual } from "node:util";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { assertMayEditRecord } from "../auth/may-edit";
import type { Transaction } from "../db/client";
import { explainRefusals } from "../db/refusals";
import { inTransaction, MANY_EVENTS_MS } from "../db/transaction";
import { Conflict, NotFound, StaleVersion } from "../errors";
import { flagEvidence } from "../events/flag-assessments";
import { dateEvents, tellReadersOf } from "../events/tell-readers";
import { parseInput } from "../forms/parse-input";
import { holdRegister } from "../history/record-in-register";
import { holdChains, recordRevision } from "../history/record-revision";
import { keepViaProposals } from "../links/keep-via-proposals";
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
      if (FIELDS_OF_EVIDENCE.some((name) => before[name] !== after[name])) await flagEvidence(tx, id, now);
      const isDated = before.published === after.published && before.publishedZone === after.publishedZone;
      const tell = isDated ? dateEvents : tellReadersOf;
      await tell(tx, eventIds, now);
      // What it credits, and when it came out, tell whom it may have been had from (R14).
      const namesOthers = before.byline !== after.byline || before.credit !== after.credit;
      if (namesOthers || !isDated || report.publicationId !== stored.publicationId) {
        for (const eventId of eventIds) await keepViaProposals(tx, eventId, now);
      }
    }, MANY_EVENTS_MS),
  );
}

/** What makes a report another piece of evidence (R23): not where a copy is kept, nor a note. */
const FIELDS_OF_EVIDENCE = [
  "publicationId",
  "medium",
  "url",
  "title",
  "language",
  "published",
  "publishedZone",
  "isRead",
  "byline",
  "credit",
] as const;

/** The events of which a claim is in this report, was had from it, or was assessed by it. */
async function listEventsOfReport(tx: Transaction, id: string): Promise<string[]> {
  const rows = await tx.claim.findMany({
    where: {
      OR: [
        { attributions: { some: { OR: [{ reportId: id }, { viaReportId: id }] } } },
        { assessments: { some: { evidence: { some: { reportId: id } } } } },
      ],
    },
    distinct: ["eventId"],
    select: { eventId: true },
  });
  return rows.map(({ eventId }) => eventId);
}
