import type { AssessmentView, ClaimRef } from "@/lib/claims/types";
import { translator } from "@/lib/format/messages";
import { VerificationBadge } from "../figures/status-words";
import { DayText } from "../ui/date-text";
import { ClaimRefLink } from "./claim-ref";
import { TestTable } from "./independence";
import { ReportAddress } from "./report-address";

type Props = { assessments: AssessmentView[]; own: ClaimRef; locale: string };

/** The decisions of editors on a claim, the newest first, each signed, dated and reasoned. */
export function AssessmentList({ assessments, own, locale }: Props) {
  const t = translator(locale);
  return (
    <section id="assessments">
      <h2 className="text-2xl">{t("claimPage.assessments.title")}</h2>
      {assessments.length === 0 ? <p className="mt-2 text-muted">{t("claimPage.assessments.none")}</p> : null}
      {assessments.map((assessment) => (
        <Assessment key={assessment.number} assessment={assessment} own={own} locale={locale} />
      ))}
    </section>
  );
}

function Assessment({
  assessment,
  own,
  locale,
}: {
  assessment: AssessmentView;
  own: ClaimRef;
  locale: string;
}) {
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
      <Corroboration assessment={assessment} own={own} locale={locale} />
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

/** By whom "corroborated" was supported, and the tests as they stood when it was set (R12). */
function Corroboration({
  assessment: { corroborating, overrideReason, tests },
  own,
  locale,
}: {
  assessment: AssessmentView;
  own: ClaimRef;
  locale: string;
}) {
  const t = translator(locale);
  if (!corroborating) return null;
  return (
    <>
      <p className="mt-3">
        {t.rich("independence.corroborating", {
          claim: () => <ClaimRefLink claim={corroborating} locale={locale} />,
        })}
      </p>
      {overrideReason ? (
        <p className="mt-2 border-s-3 border-flag ps-3">
          {t("independence.override")} <bdi dir="auto">{overrideReason}</bdi>
        </p>
      ) : null}
      <h4 className="mt-3 font-sans text-base">{t("independence.asTheyStood")}</h4>
      <TestTable tests={tests} own={own} other={corroborating} locale={locale} />
    </>
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
