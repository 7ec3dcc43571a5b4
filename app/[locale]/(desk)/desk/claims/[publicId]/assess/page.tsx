import type { Metadata } from "next";
import { AssessForm } from "@/app/_components/desk/assess/assess-form";
import { assessTouches } from "@/app/_components/desk/assess/assess-touches";
import { assessWords } from "@/app/_components/desk/assess/assess-words";
import { ClaimBeside } from "@/app/_components/desk/assess/claim-beside";
import { shownCandidates } from "@/app/_components/desk/assess/shown-candidates";
import { ClaimCrumbs } from "@/app/_components/desk/claim/claim-crumbs";
import { fieldTexts } from "@/app/_components/desk/field-texts";
import { Banner } from "@/app/_components/ui/banner";
import { DayText } from "@/app/_components/ui/date-text";
import { Missing, missingMetadata } from "@/app/_components/ui/missing";
import { PageTitle } from "@/app/_components/ui/page-title";
import { PUBLIC_ID } from "@/app/_components/ui/public-id";
import { Refused } from "@/app/_components/ui/refused";
import { pageActor } from "@/app/_desk/actor";
import { claimRead } from "@/app/_desk/assessment-differences";
import { typedAssessment } from "@/app/_desk/assessment-typed";
import { findAssessing } from "@/lib/assessments/desk-assessing";
import { findAssessmentValues } from "@/lib/assessments/desk-assessment-values";
import { listCorroborations } from "@/lib/assessments/desk-corroboration";
import type { Actor } from "@/lib/auth/actor";
import { can } from "@/lib/auth/authorise";
import { listDeskAssessments } from "@/lib/claims/desk-assessments";
import { type DeskClaim, findDeskClaim } from "@/lib/claims/desk-claims";
import { isLocale, translator } from "@/lib/format/messages";
import type { Typed } from "@/lib/forms/form-state";
import { assessClaimAction } from "./actions";

type Props = PageProps<"/[locale]/desk/claims/[publicId]/assess">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { locale, publicId } = await params;
  if (!isLocale(locale)) return missingMetadata(locale);
  return { title: translator(locale)("desk.assess.title", { publicId }) };
}

/** An editor's decision on a published claim: its status, why, and on what evidence. */
export default async function AssessClaimPage({ params, searchParams }: Props) {
  const { locale, publicId } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const actor = await pageActor(locale);
  const claim = PUBLIC_ID.test(publicId) ? await findDeskClaim(actor, publicId) : null;
  if (!claim) return <Missing locale={locale} />;
  const t = translator(locale);
  if (!can(actor.role, "claim:assess")) return <Refused locale={locale} needed={t("role.editor.label")} />;
  if (!claim.may.includes("assess")) return <NotYet claim={claim} locale={locale} />;

  const { from } = await searchParams;
  const [assessments, assessing, corroborations, begun] = await Promise.all([
    listDeskAssessments(actor, claim.id),
    findAssessing(actor, claim.id),
    listCorroborations(actor, publicId),
    findBegun(actor, claim.id, from),
  ]);
  if (!assessing || !corroborations) return <Missing locale={locale} />;
  const [newest] = assessments;
  const { candidates, count, nothing } = corroborations;
  const shown = candidates.length;
  const initial: Typed = {
    ...(begun && typedAssessment(begun)),
    readNumber: [String(newest?.number ?? 0)],
    readClaim: [claimRead(claim)],
  };
  return (
    <>
      <AssessHead claim={claim} locale={locale} />
      {newest?.staleSince ? (
        <Banner>
          <p>
            {t.rich("desk.assess.stale", {
              status: t(`verification.${newest.status}.label`),
              date: () => <DayText instant={newest.staleSince ?? 0} locale={locale} />,
            })}
          </p>
        </Banner>
      ) : null}
      <p className="mb-6" role={begun ? "status" : undefined}>
        {begun ? t("desk.assess.begun", { number: begun.number }) : null}
        {newest && !begun ? (
          <a href={`/${locale}/desk/claims/${publicId}/assess?from=${newest.number}`}>
            {t("desk.assess.begin", { number: newest.number })}
          </a>
        ) : null}
      </p>
      <noscript>
        <p className="mb-6 measure-text">{t("desk.assess.noscript")}</p>
      </noscript>
      <div className="grid gap-x-14 gap-y-12 lg:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)]">
        <AssessForm
          action={assessClaimAction.bind(null, { locale, publicId, id: claim.id })}
          initial={initial}
          version={claim.version}
          eventId={claim.event.id}
          candidates={shownCandidates(candidates, assessing.own, locale)}
          more={t("desk.assess.more", { count: Math.max(0, shown - 5) })}
          capped={count > shown ? t("desk.assess.capped", { count, shown }) : null}
          nothing={nothing && t(`desk.assess.nothing.${nothing}`)}
          touches={assessTouches(claim, assessing, Boolean(newest?.staleSince), locale)}
          words={assessWords(locale, shown > 0)}
          texts={fieldTexts(locale)}
          locale={locale}
        />
        <ClaimBeside claim={claim} assessing={assessing} assessments={assessments} locale={locale} />
      </div>
    </>
  );
}

function AssessHead({ claim, locale }: { claim: DeskClaim; locale: string }) {
  const t = translator(locale);
  const { publicId } = claim;
  return (
    <>
      <ClaimCrumbs publicId={publicId} locale={locale} />
      <PageTitle title={t("desk.assess.title", { publicId })}>
        <p className="measure-text font-semibold">
          <bdi>{claimRead(claim)}</bdi>
        </p>
        <p className="mt-1 measure-text">{t("desk.assess.lead")}</p>
      </PageTitle>
    </>
  );
}

function NotYet({ claim, locale }: { claim: DeskClaim; locale: string }) {
  const t = translator(locale);
  return (
    <>
      <AssessHead claim={claim} locale={locale} />
      <p className="measure-text">{t("desk.assess.notPublished")}</p>
      <p className="mt-6">
        <a href={`/${locale}/desk/claims/${claim.publicId}`}>{t("desk.assess.back")}</a>
      </p>
    </>
  );
}

async function findBegun(actor: Actor, claimId: string, from: string | string[] | undefined) {
  const number = Number(from);
  // An integer that the database has no room for is no number of an assessment either.
  if (!Number.isInteger(number) || number < 1 || number > 1_000_000) return null;
  return findAssessmentValues(actor, claimId, number);
}
