import type { ReactNode } from "react";
import type { AssessmentView, ClaimRef } from "@/lib/claims/types";
import { translator } from "@/lib/format/messages";
import { VerificationBadge } from "../figures/status-words";
import { DayText } from "../ui/date-text";
import { ClaimRefLink } from "./claim-ref";
import { EvidenceFile } from "./evidence-file";
import { TestTable } from "./independence";

type Props = { assessments: AssessmentView[]; own: ClaimRef; locale: string };

/** The decision of an editor that stands, then the earlier ones, each signed, dated and reasoned. */
export function AssessmentList({ assessments: [newest, ...earlier], own, locale }: Props) {
  const t = translator(locale);
  return (
    <section id="assessments">
      <h2 className="text-2xl">{t("claimPage.assessments.title")}</h2>
      {newest ? (
        <Assessment assessment={newest} own={own} locale={locale} />
      ) : (
        <p className="mt-2 text-muted">{t("claimPage.assessments.none")}</p>
      )}
      {earlier.length > 0 ? (
        <section className="mt-6" aria-labelledby="assessments-earlier">
          <h3 id="assessments-earlier" className="text-xl">
            {t("claimPage.assessments.earlier")}
          </h3>
          {earlier.map((assessment) => (
            <Assessment key={assessment.number} assessment={assessment} own={own} isEarlier locale={locale} />
          ))}
        </section>
      ) : null}
    </section>
  );
}

type OneProps = { assessment: AssessmentView; own: ClaimRef; isEarlier?: boolean; locale: string };

/** One assessment with all that it says. That it is stale is told of the one that stands. */
export function Assessment({ assessment, own, isEarlier = false, locale }: OneProps) {
  const t = translator(locale);
  const { number, status, assessedAt, assessedBy, reason, whatWouldChange, staleSince, evidence } =
    assessment;
  const [Heading, Part] = isEarlier ? (["h4", "h5"] as const) : (["h3", "h4"] as const);
  return (
    <article className="mt-4 border-t border-rule pt-4 measure-text" aria-labelledby={`assessment-${number}`}>
      <Heading id={`assessment-${number}`} className="font-sans text-base">
        {t("claimPage.assessments.number", { number })}:{" "}
        <span className="ms-1">
          <VerificationBadge verification={status} locale={locale} />
        </span>
      </Heading>
      <p className="text-muted">
        {t.rich("claimPage.assessments.signed", {
          date: () => <DayText instant={assessedAt} locale={locale} />,
          by: assessedBy,
        })}
      </p>
      {staleSince !== null && !isEarlier ? (
        <p className="mt-2 border-s-3 border-flag ps-3">
          {t.rich("claimPage.assessments.stale", {
            date: () => <DayText instant={staleSince} locale={locale} />,
          })}
        </p>
      ) : null}
      <p className="mt-2 whitespace-pre-line" dir="auto">
        {reason}
      </p>
      <Corroboration assessment={assessment} own={own} Part={Part} locale={locale} />
      {whatWouldChange ? (
        <>
          <Part className="mt-3 font-sans text-base">{t("claimPage.assessments.wouldChange")}</Part>
          <p className="whitespace-pre-line" dir="auto">
            {whatWouldChange}
          </p>
        </>
      ) : null}
      <Part className="mt-3 font-sans text-base">{t("claimPage.assessments.evidence")}</Part>
      {evidence.length === 0 ? (
        <p className="text-muted">{t("claimPage.assessments.noEvidence")}</p>
      ) : (
        <ul className="grid gap-2">
          {evidence.map((item, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one assessment never change
            <Evidence key={at} item={item} locale={locale} />
          ))}
        </ul>
      )}
    </article>
  );
}

type CorroborationProps = { assessment: AssessmentView; own: ClaimRef; Part: "h4" | "h5"; locale: string };

/** By whom "corroborated" was supported, and the tests as they stood when it was set (R12). */
function Corroboration({
  assessment: { corroborating, overrideReason, tests },
  own,
  Part,
  locale,
}: CorroborationProps) {
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
      <Part className="mt-3 font-sans text-base">{t("independence.asTheyStood")}</Part>
      <TestTable tests={tests} own={own} other={corroborating} locale={locale} />
    </>
  );
}

function Evidence({ item, locale }: { item: AssessmentView["evidence"][number]; locale: string }) {
  const t = translator(locale);
  const { kind, stance, note, report, url, archiveUrl, file } = item;
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
      {url ? <EvidenceLink href={url}>{url.replace(/^https?:\/\//, "")}</EvidenceLink> : null}
      {archiveUrl ? <EvidenceLink href={archiveUrl}>{t("claimPage.reports.archived")}</EvidenceLink> : null}
      {file ? <EvidenceFile file={file} locale={locale} /> : null}
    </li>
  );
}

function EvidenceLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <p className="small">
      <a className="touch break-all" href={href} rel="external noopener" dir="auto">
        {children}
      </a>
    </p>
  );
}
