import type { ReactNode } from "react";
import type { Assessing } from "@/lib/assessments/desk-assessing";
import type { DeskClaim } from "@/lib/claims/desk-claims";
import { translator } from "@/lib/format/messages";
import { VERIFICATIONS, type Verification } from "@/lib/vocabulary";
import { ClaimRefLink } from "../../claims/claim-ref";

/** What each status would touch beyond the claim, told before it is published. */
export function assessTouches(
  claim: DeskClaim,
  assessing: Assessing,
  isStale: boolean,
  locale: string,
): Record<Verification, ReactNode> {
  const touches = VERIFICATIONS.map((status) => [
    status,
    <Touches key={status} {...{ claim, assessing, isStale, status, locale }} />,
  ]);
  return Object.fromEntries(touches) as Record<Verification, ReactNode>;
}

type Props = {
  claim: DeskClaim;
  assessing: Assessing;
  isStale: boolean;
  status: Verification;
  locale: string;
};

function Touches({ claim: { verification }, assessing, isStale, status, locale }: Props) {
  const t = translator(locale);
  const word = (one: Verification) => t(`verification.${one}.label`);
  return (
    <section className="border-s-3 border-ink ps-3">
      <h2 className="font-sans text-base">{t("desk.assess.touches.title")}</h2>
      <ul className="list-disc ps-5">
        <li>
          {status === verification
            ? t("desk.assess.touches.same", { status: word(status) })
            : t("desk.assess.touches.status", { before: word(verification), after: word(status) })}
        </li>
        {isStale ? <li>{t("desk.assess.touches.stale")}</li> : null}
        <li>{rangeWords(assessing, status, locale)}</li>
        {status === "refuted" ? <Resting assessing={assessing} locale={locale} /> : null}
        <li>{t("desk.assess.touches.feeds")}</li>
      </ul>
    </section>
  );
}

function rangeWords(
  { isInRange, entersUnlessRefuted, endCount }: Assessing,
  status: Verification,
  locale: string,
) {
  const t = translator(locale);
  if (status === "refuted")
    return isInRange
      ? t("desk.assess.touches.leaves", { ends: Math.min(endCount, 2) })
      : t("desk.assess.touches.none");
  if (!entersUnlessRefuted) return t("desk.assess.touches.none");
  return t(isInRange ? "desk.assess.touches.stays" : "desk.assess.touches.enters");
}

/** What was found to be wrong supports nothing any more (R10, R12). */
function Resting({ assessing, locale }: { assessing: Assessing; locale: string }) {
  const t = translator(locale);
  const { corroborates, corroboratesCount, estimates } = assessing;
  return (
    <>
      <li>
        {corroboratesCount === 0
          ? t("desk.assess.touches.noResting")
          : t("desk.assess.touches.resting", { count: corroboratesCount })}
        {corroboratesCount === 0 ? null : (
          <ul className="list-disc ps-5">
            {corroborates.map((claim) => (
              <li key={claim.publicId}>
                <ClaimRefLink claim={claim} locale={locale} />
              </li>
            ))}
            {corroboratesCount > corroborates.length ? (
              <li>{t("desk.assess.touches.more", { count: corroboratesCount - corroborates.length })}</li>
            ) : null}
          </ul>
        )}
      </li>
      {estimates.length === 0 ? null : (
        <li>
          {t("desk.assess.touches.estimates", { count: estimates.length })}
          <ul className="list-disc ps-5">
            {estimates.map(({ raw, measureLabel }) => (
              <li key={measureLabel}>
                <bdi>{t("desk.assess.touches.estimate", { raw, measure: measureLabel })}</bdi>
              </li>
            ))}
          </ul>
        </li>
      )}
    </>
  );
}
