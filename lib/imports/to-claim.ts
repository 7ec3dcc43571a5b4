import type { EditedClaim, LogClaim } from "../claims/schema";
import type { Found } from "./find-records";
import { type Refused, refusalKey, reportKey } from "./name-records";
import type { Candidate, ImportProblem } from "./types";

/** A record that a candidate names and that is not on file; with the sentence of why it could not be made, if so. */
export type Lacking = { lacks: string; sentence: string | null };

/** A candidate as a form would give it, its records by their ids; or the first one that there is not. */
export function toClaim(candidate: Candidate, found: Found, refused: Refused): LogClaim | Lacking {
  const { event, claimant, measure, report, quantity, topic } = candidate;
  const lacking = (kind: string, key: string, name = key): Lacking => ({
    lacks: name,
    sentence: refused.get(refusalKey(kind, key)) ?? null,
  });
  if (!found.event) return lacking("event", event);
  const claimantId = found.claimants.get(claimant);
  if (!claimantId) return lacking("claimant", claimant);
  const reportId = found.reports.get(reportKey(report));
  if (!reportId)
    return found.publications.has(report.publication)
      ? lacking("report", reportKey(report), report.url ?? report.title ?? report.publication)
      : lacking("publication", report.publication);
  const common = {
    eventId: found.event.id,
    claimantId,
    wording: candidate.wording,
    basis: candidate.basis,
    stated: candidate.stated,
    asOf: candidate.asOf,
    eventTime: candidate.eventTime,
    isForecast: candidate.isForecast,
    standing: candidate.standing,
    attributions: [
      {
        reportId,
        carries: candidate.carries,
        locator: candidate.locator,
        passage: passageOf(candidate),
        misreport: null,
      },
    ],
  };
  if (quantity === null || measure === null)
    return { ...common, type: "statement", topic: topic ?? "context" };
  const measureId = found.measures.get(measure);
  if (!measureId) return lacking("measure", measure);
  const { qualifier, low, high, central, reading } = quantity;
  return { ...common, type: "figure", measureId, quantity: { qualifier, low, high, central, reading } };
}

function passageOf({ passage, wording }: Candidate) {
  if (passage === null) return null;
  return { text: passage, language: wording.language, translation: null, translatedBy: null };
}

/** The same as an edit of a claim on file gives it. */
export function toEdited(claim: LogClaim): EditedClaim {
  const { eventId: _, attributions: __, submissionId: ___, answers: ____, ...values } = claim;
  return values;
}

/** A problem of a candidate, in its row and column. */
export function problemOf(
  { row, column }: Candidate,
  code: ImportProblem["code"],
  value: string | null,
  detail: string | null,
  isError = true,
): ImportProblem {
  return { row, column, value, code, detail, isError };
}
