import type { AssessmentView } from "@/lib/claims/types";
import { translator } from "@/lib/format/messages";
import { VerificationBadge } from "../figures/status-words";
import { DayText } from "../ui/date-text";
import { ReportAddress } from "./report-address";

/** The decisions of editors on a claim, the newest first, each signed, dated and reasoned. */
export function AssessmentList({ assessments, locale }: { assessments: AssessmentView[]; locale: string }) {
  const t = translator(locale);
  return (
    <section id="assessments">
      <h2 className="text-2xl">{t("claimPage.assessments.title")}</h2>
      {assessments.length === 0 ? <p className="mt-2 text-muted">{t("claimPage.assessments.none")}</p> : null}
      {assessments.map((assessment) => (
        <Assessment key={assessment.number} assessment={assessment} locale={locale} />
      ))}
    </section>
  );
}

function Assessment({ assessment, locale }: { assessment: AssessmentView; locale: string }) {
  const t = translator(locale);
  const { number, status, assessedAt, assessedBy, reason, whatWouldChange, isStale, evidence } = assessment;
  return (
    <article className="mt-4 border-t border-rule pt-4 measure-text" aria-labelledby={`assessment-${number}`}>
      <h3 id={`assessment-${number}`} className="font-sans text-base">
        {t("claimPage.assessments.number", { number })}:{" "}
        <span className="ms-1">
          <VerificationBadge verification={status} locale={locale} />
        </span>
      </h3>
      <p className="text-muted">
        {t.rich("claimPage.assessments.signed", {
          date: () => <DayText instant={assessedAt} locale={locale} />,
          by: assessedBy,
        })}
      </p>
      {isStale ? (
        <p className="mt-2 border-s-3 border-flag ps-3">{t("claimPage.assessments.stale")}</p>
      ) : null}
      <p className="mt-2" dir="auto">
        {reason}
      </p>
      {whatWouldChange ? (
        <>
          <h4 className="mt-3 font-sans text-base">{t("claimPage.assessments.wouldChange")}</h4>
          <p dir="auto">{whatWouldChange}</p>
        </>
      ) : null}
      <h4 className="mt-3 font-sans text-base">{t("claimPage.assessments.evidence")}</h4>
      {evidence.length === 0 ? (
        <p className="text-muted">{t("claimPage.assessments.noEvidence")}</p>
      ) : (
        <ul className="grid gap-2">
          {evidence.map((item) => (
            <Evidence key={`${item.kind}-${item.note}`} item={item} locale={locale} />
          ))}
        </ul>
      )}
    </article>
  );
}

function Evidence({ item, locale }: { item: AssessmentView["evidence"][number]; locale: string }) {
  const t = translator(locale);
  const { kind, stance, note, report, url } = item;
  return (
    <li>
      <span className="font-semibold">
        {t(`evidenceKind.${kind}.label`)}, {t(`evidenceStance.${stance}.label`)}
      </span>
      {": "}
      <bdi dir="auto">{note}</bdi>
      {report ? (
        <span className="block small">
          <a href={`/${locale}/reports/${report.publicId}`}>
            {report.title === null ? t("claimPage.reports.untitled") : <bdi>{report.title}</bdi>}
          </a>
          , <bdi>{report.publicationName}</bdi>
        </span>
      ) : null}
      {url ? (
        <div className="small">
          <ReportAddress url={url} archiveUrl={null} locale={locale} />
        </div>
      ) : null}
    </li>
  );
}
