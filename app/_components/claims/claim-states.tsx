import type { ReactNode } from "react";
import type { ClaimPage } from "@/lib/claims/types";
import { translator } from "@/lib/format/messages";
import { ContestedBadge, VerificationBadge } from "../figures/status-words";
import { DayText } from "../ui/date-text";
import { Fact, FactList } from "../ui/fact-list";
import { ClaimRefLink } from "./claim-ref";

type Props = { claim: ClaimPage; locale: string };

/** The four states, each with its word explained; then what is computed from the other claims. */
export function ClaimStates({ claim, locale }: Props) {
  const t = translator(locale);
  const { standing, verification, lifecycle, assessments } = claim;
  const newest = assessments[0];
  return (
    <section>
      <h2 className="text-2xl mb-3">{t("claimPage.states.title")}</h2>
      <FactList>
        <Fact label={t("claimPage.states.record")}>
          <State word={t("recordStatus.published.label")}>{t("claimPage.states.recordPublished")}</State>
        </Fact>
        <Fact label={t("claimPage.states.standing")}>
          <State word={t(`standing.${standing}.label`)}>{t(`standing.${standing}.explanation`)}</State>
        </Fact>
        <Fact label={t("claimPage.states.origin")}>
          <Origin claim={claim} locale={locale} />
        </Fact>
        <Fact label={t("claimPage.states.verification")}>
          <State
            word={<VerificationBadge verification={verification} publicId={claim.publicId} locale={locale} />}
          >
            {t(`verification.${verification}.explanation`)}{" "}
            {newest ? (
              <a href="#assessments">
                {t.rich("claimPage.states.assessed", {
                  date: () => <DayText instant={newest.assessedAt} locale={locale} />,
                })}
              </a>
            ) : null}
          </State>
        </Fact>
        <Fact label={t("claimPage.states.lifecycle")}>
          <State word={t(`lifecycle.${lifecycle}.label`)}>{t(`lifecycle.${lifecycle}.explanation`)}</State>
        </Fact>
        <Fact label={t("claimPage.states.contested")}>
          <Contested claim={claim} locale={locale} />
        </Fact>
        <Fact label={t("claimPage.states.range")}>
          <InRange figure={claim.figure} locale={locale} />
        </Fact>
      </FactList>
    </section>
  );
}

function Origin({ claim: { origin, event, figure }, locale }: Props) {
  const t = translator(locale);
  const { notFound, hadFrom, roots, isDisowned } = origin;
  const root = roots.find(({ publicId }) => !hadFrom.some((claim) => claim.publicId === publicId));
  return (
    <>
      <span className="font-semibold">
        <a href={`/${locale}/events/${event.slug}/origins`}>
          {notFound
            ? t("claimPage.states.originNotFound")
            : t(hadFrom.length > 0 ? "claimPage.states.originHad" : "claimPage.states.originOwn")}
        </a>
      </span>
      <span className="block text-muted">
        {notFound ? t(`originNotFound.${notFound}.label`) : null}
        {notFound || hadFrom.length > 0 ? null : t("claimPage.states.originOwnWhy")}
      </span>
      {hadFrom.map((claim) => (
        <span key={claim.publicId} className="block text-muted">
          {t.rich("claimPage.states.originHadFrom", {
            claim: () => <ClaimRefLink claim={claim} locale={locale} />,
          })}
        </span>
      ))}
      {hadFrom.length > 0 && root ? (
        <span className="block text-muted">
          {t.rich("claimPage.states.originRoot", {
            claim: () => <ClaimRefLink claim={root} locale={locale} />,
          })}
        </span>
      ) : null}
      {isDisowned ? <span className="block text-muted">{t("claimPage.states.originDenied")}</span> : null}
      {(figure?.alarms ?? []).map((claim) => (
        <span key={claim.publicId} className="block border-s-3 border-flag ps-3 mt-2">
          <span className="font-semibold">{t("claimPage.states.alarm")}</span>{" "}
          {t.rich("claimPage.states.alarmWhy", {
            claim: () => <ClaimRefLink claim={claim} locale={locale} />,
          })}
        </span>
      ))}
    </>
  );
}

function State({ word, children }: { word: ReactNode; children: ReactNode }) {
  return (
    <>
      <span className="font-semibold">{word}</span>
      <span className="block text-muted">{children}</span>
    </>
  );
}

function Contested({ claim: { figure, lifecycle, standing }, locale }: Props) {
  const t = translator(locale);
  const contested = figure?.contested;
  if (!contested) {
    const isGone = lifecycle !== "current" || standing === "disowned";
    const why = isGone ? "notContestedGone" : "notContestedWhy";
    return (
      <State word={t("claimPage.states.notContested")}>
        {t(figure ? `claimPage.states.${why}` : "claimPage.states.notContestedStatement")}
      </State>
    );
  }
  const { nearest, farthest, count } = contested;
  const isOne = nearest.publicId === farthest.publicId;
  return (
    <>
      <span className="font-semibold">
        <ContestedBadge count={count} locale={locale} />
      </span>
      <span className="block text-muted">
        {t.rich(isOne ? "claimPage.states.contestedOnly" : "claimPage.states.contestedNearest", {
          claim: () => <ClaimRefLink claim={nearest} locale={locale} />,
        })}
      </span>
      {isOne ? null : (
        <span className="block text-muted">
          {t.rich("claimPage.states.contestedFarthest", {
            claim: () => <ClaimRefLink claim={farthest} locale={locale} />,
          })}
        </span>
      )}
    </>
  );
}

function InRange({ figure, locale }: { figure: ClaimPage["figure"]; locale: string }) {
  const t = translator(locale);
  if (!figure) return <State word={t("claimPage.states.noRange")}>{t("claimPage.states.noRangeWhy")}</State>;
  const { leftOut } = figure;
  if (leftOut === null)
    return <State word={t("claimPage.states.inRange")}>{t("claimPage.states.inRangeWhy")}</State>;
  return (
    <State word={t("claimPage.states.outOfRange", { reason: t(`leftOutReason.${leftOut}.label`) })}>
      {t(`leftOutReason.${leftOut}.explanation`)}
    </State>
  );
}
