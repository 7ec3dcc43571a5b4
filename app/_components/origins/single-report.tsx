import type { ClaimBranch, NotFoundTree, OriginsOf, ReportBranch } from "@/lib/attributions/types";
import { translator } from "@/lib/format/messages";
import { ClaimRefLink } from "../claims/claim-ref";
import { sideClass } from "../figures/grammar";
import { claimState, notFoundWords, reportNote, standingWords } from "./origin-words";
import { NodeGlyph } from "./tree-marks";

type Single = { branch: ClaimBranch; report: ReportBranch | null; unknown: NotFoundTree | null };

/** The one claim and the one report of a group that has no more than these; null where there is something to draw. */
export function singleReportOf({ counts, origins, notFound }: OriginsOf): Single | null {
  const unknown = notFound[0] ?? null;
  const branches = [...origins, ...notFound].flatMap(({ claims }) => claims);
  const [branch] = branches;
  if (!branch || counts.claims !== 1 || counts.reports > 1 || branches.length > 1) return null;
  const reports = [...branch.reports, ...branch.loops.flat()];
  const [report = null] = reports;
  const isAlone = reports.length <= 1 && branch.passedOnAs.length === 0 && !report?.passedOnBy.length;
  return isAlone ? { branch, report, unknown } : null;
}

/** One claim in one report, in one line. */
export function SingleReport({
  branch,
  report,
  unknown,
  sides,
  locale,
}: Single & { sides: readonly string[]; locale: string }) {
  const t = translator(locale);
  const state = claimState(branch);
  const isGrey = unknown !== null || state.isCrossed || state.isEarlier;
  const standing = standingWords(branch, t);
  return (
    <div className={isGrey ? "mark-grey pt-3" : `${sideClass(sides, branch.side)} pt-3`}>
      <p className="origin-line">
        <NodeGlyph mark={{ kind: "claim", verification: branch.verification, ...state }} />
        <span className="text-ink">
          <ClaimRefLink claim={branch.claim} locale={locale} />
          {standing ? `, ${standing}` : null}
          {"; "}
          {report
            ? t.rich("originsPage.single", {
                report: () => (
                  <a href={`/${locale}/reports/${report.report.publicId}`}>
                    <bdi>{report.report.publication.name}</bdi>
                  </a>
                ),
              })
            : t("originNotFound.no_report.label")}
          {report ? <span className="text-muted">, {reportNote(report, locale)}</span> : null}
        </span>
      </p>
      {unknown ? (
        <p className="origin-line">
          <NodeGlyph mark={{ kind: "unknown" }} />
          <span>
            <span className="text-ink">{t("originsPage.notFound.title")}:</span> {notFoundWords(unknown, t)}
          </span>
        </p>
      ) : null}
    </div>
  );
}
