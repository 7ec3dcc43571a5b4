import type { FigureClaim } from "@/lib/claims/types";
import { translator } from "@/lib/format/messages";
import type { Lifecycle, Standing, Verification } from "@/lib/vocabulary";
import { referredTo } from "./figure-name";
import { ContestedShape, VerificationShape } from "./verification-shape";

/** The verification of a claim: its shape, always with the word. */
export function VerificationBadge({ verification, locale }: { verification: Verification; locale: string }) {
  return (
    <span className="state">
      <svg viewBox="-8 -8 16 16" aria-hidden="true">
        <VerificationShape verification={verification} r={6} />
      </svg>
      {translator(locale)(`verification.${verification}.label`)}
    </span>
  );
}

/** "◇ contested by 4 figures", or the plain word where the number is not known. */
export function ContestedBadge({ count, locale }: { count?: number; locale: string }) {
  const t = translator(locale);
  return (
    <span className="state">
      <svg viewBox="-8 -8 16 16" aria-hidden="true">
        <ContestedShape />
      </svg>
      {count === undefined ? t("figures.contested") : t("figures.contestedBy", { count })}
    </span>
  );
}

type StatusProps = {
  verification: Verification;
  standing: Standing;
  lifecycle: Lifecycle;
  isContested?: boolean;
  contested?: FigureClaim["contested"];
  locale: string;
};

/**
 * The four states of a claim in words, one under the other: verification, and whether it is contested; record,
 * standing and lifecycle. What a reader sees is published.
 */
export function StatusWords({
  verification,
  standing,
  lifecycle,
  isContested,
  contested,
  locale,
}: StatusProps) {
  const t = translator(locale);
  return (
    <>
      <VerificationBadge verification={verification} locale={locale} />
      {contested || isContested ? (
        <span className="block">
          <ContestedBadge count={contested?.count} locale={locale} />
        </span>
      ) : null}
      {contested ? <small>{contestedWords(contested, locale)}</small> : null}
      <small>
        {t("recordStatus.published.label")}, {t(`standing.${standing}.label`)},{" "}
        {t(`lifecycle.${lifecycle}.label`)}
      </small>
    </>
  );
}

/** Against whom a figure is contested: the nearest and the farthest of the figures that cannot be true with it. */
function contestedWords(contested: NonNullable<FigureClaim["contested"]>, locale: string): string {
  const t = translator(locale);
  const nearest = referredTo(contested.nearest, locale, "short");
  const farthest = referredTo(contested.farthest, locale, "short");
  if (contested.nearest.publicId === contested.farthest.publicId)
    return t("figures.contestedNearest", nearest);
  return t("figures.contestedSpan", {
    nearest: nearest.raw,
    nearestClaimant: nearest.claimant,
    nearestDate: nearest.date,
    farthest: farthest.raw,
    farthestClaimant: farthest.claimant,
    farthestDate: farthest.date,
  });
}
