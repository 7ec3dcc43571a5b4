import { ascending } from "../quantity/compare";
import { decidedPairs } from "../quantity/decided-pairs";
import type { ViaGround } from "../vocabulary";
import { bylineNames } from "./byline-names";
import { creditReader, type NamedPublication } from "./credited-publications";
import {
  type DatedReport,
  inOrderOfDates,
  isBefore,
  type ReportToTrace,
  reportsNotAfter,
} from "./dated-reports";
import { nearIdenticalPairs } from "./near-identical";
import { foldedWords } from "./words-of-text";

/**
 * Of the reports that a credited publication has in the event, so many are proposed: the last before the
 * credit.
 */
const CREDITED_REPORTS_MAX = 5;
/** Of the reports under one person's name, so many are held against each other: the first in order. */
const BYLINE_REPORTS_MAX = 20;
const EVIDENCE_LENGTH_MAX = 300;

/**
 * R14: `reportId` was perhaps had from another report, or from a publication of which no report before it is
 * known.
 */
export type ProposedVia = {
  reportId: string;
  viaReportId: string | null;
  viaPublicationId: string;
  ground: ViaGround;
  /** "unknown": the dates do not tell which of the two reports had it from the other. */
  direction: "known" | "unknown";
  /** From 0 to 1, for near-identical texts only. */
  similarity: number | null;
  /** The credit, the name or the words that both have, as the report prints them. */
  evidence: string;
};

/** What a person decided about. Without `viaReportId` it was the publication. */
export type DecidedVia = { reportId: string; viaReportId: string | null; viaPublicationId?: string };

type IsDecided = (one: string, other: string) => boolean;

/**
 * Proposes whom the reports of one event were had from (R14), for a person to accept or decline. What was
 * decided about two reports, on whatever ground and in either direction, is not proposed again. One more
 * report takes no proposal away, as long as none of the bounds above and of `nearIdenticalPairs` is reached,
 * but for a report of the publication put in the place of the publication alone. The order of the input
 * changes nothing.
 */
export function proposeVias(
  reports: readonly ReportToTrace[],
  decided: readonly DecidedVia[],
  { runWords = 5 }: { runWords?: number } = {},
): ProposedVia[] {
  const inOrder = inOrderOfDates(reports);
  const isDecided = decidedPairs(
    decided.map(({ reportId, viaReportId, viaPublicationId = "" }) =>
      viaReportId === null ? [reportId, publicationKey(viaPublicationId)] : [reportId, viaReportId],
    ),
  );
  return [...byCredit(inOrder, isDecided), ...byByline(inOrder), ...byText(inOrder, runWords)]
    .filter(({ reportId, viaReportId, viaPublicationId }) => {
      return !isDecided(reportId, viaReportId ?? publicationKey(viaPublicationId));
    })
    .sort(byReport);
}

/** No id of a report is written like this. */
function publicationKey(publicationId: string): string {
  return JSON.stringify({ publicationId });
}

function byCredit(inOrder: DatedReport[], isDecided: IsDecided): ProposedVia[] {
  const creditedIn = creditReader(inOrder);
  const notAfter = reportsNotAfter(inOrder);
  return inOrder.flatMap((report) => {
    const lines = new Map<string, string>();
    // Where both name a publication, the credit is the plainer evidence.
    for (const line of [report.byline, report.credit]) {
      for (const publicationId of creditedIn(line ?? "", report)) lines.set(publicationId, line ?? "");
    }
    return [...lines].flatMap(([viaPublicationId, line]) => {
      return creditedReports(notAfter(viaPublicationId, report), report, isDecided).map(
        (viaReportId): ProposedVia => ({
          reportId: report.id,
          viaReportId,
          viaPublicationId,
          ground: "agency_credit",
          direction: "known",
          similarity: null,
          evidence: clipped(line),
        }),
      );
    });
  });
}

/**
 * The ids of what a credit may mean: null for the publication alone, where it has no report that came before.
 */
function creditedReports(
  before: Iterable<DatedReport>,
  report: DatedReport,
  isDecided: IsDecided,
): (string | null)[] {
  const open: string[] = [];
  let hasAny = false;
  for (const { id } of before) {
    hasAny = true;
    if (!isDecided(report.id, id)) open.push(id);
    if (open.length === CREDITED_REPORTS_MAX) break;
  }
  return hasAny ? open : [null];
}

function byByline(inOrder: DatedReport[]): ProposedVia[] {
  const carriers = new Map<string, DatedReport[]>();
  return inOrder.flatMap((report) => {
    const found = new Map<DatedReport, string>();
    for (const { key, printed } of bylineNames(report.byline ?? "")) {
      const known = carriers.get(key) ?? [];
      for (const earlier of known) {
        const isOther = earlier.publicationId !== report.publicationId;
        const isPerson = !isNameOf(key, report) && !isNameOf(key, earlier);
        if (isOther && isPerson && !found.has(earlier)) found.set(earlier, printed);
      }
      if (known.length < BYLINE_REPORTS_MAX) carriers.set(key, [...known, report]);
    }
    return [...found].map(
      ([earlier, printed]): ProposedVia => ({
        ...between(earlier, report),
        ground: "byline",
        similarity: null,
        evidence: clipped(printed),
      }),
    );
  });
}

function isNameOf(key: string, { publicationNames }: NamedPublication): boolean {
  return publicationNames.some((name) => foldedWords(name).join(" ") === key);
}

function byText(inOrder: DatedReport[], runWords: number): ProposedVia[] {
  const texts = inOrder.map(({ text }) => text ?? "");
  return nearIdenticalPairs(texts, runWords).flatMap(({ earlier, later, similarity, evidence }) => {
    const [one, other] = [inOrder[earlier], inOrder[later]];
    return one && other ? [{ ...between(one, other), ground: "near_identical", similarity, evidence }] : [];
  });
}

function between(earlier: DatedReport, later: DatedReport) {
  return {
    reportId: later.id,
    viaReportId: earlier.id,
    viaPublicationId: earlier.publicationId,
    direction: isBefore(earlier, later) ? ("known" as const) : ("unknown" as const),
  };
}

function clipped(line: string): string {
  const printed = line.trim();
  return printed.length <= EVIDENCE_LENGTH_MAX ? printed : `${printed.slice(0, EVIDENCE_LENGTH_MAX)}…`;
}

function byReport(a: ProposedVia, b: ProposedVia): number {
  return (
    ascending(a.reportId, b.reportId) ||
    ascending(a.viaReportId ?? "", b.viaReportId ?? "") ||
    ascending(a.viaPublicationId, b.viaPublicationId) ||
    ascending(a.ground, b.ground)
  );
}
