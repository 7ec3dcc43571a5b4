import type { FigureClaim } from "@/lib/claims/types";
import { translator } from "@/lib/format/messages";
import type { Lifecycle, Standing, Verification } from "@/lib/vocabulary";
import { claimHref, referredTo } from "./figure-name";
import { termsOfStates } from "./term";
import { ContestedShape, VerificationShape } from "./verification-shape";

type BadgeProps = {
  verification: Verification;
  /** The claim that it is said of, whose tests of independence open from "corroborated". */
  publicId?: string;
  /** Ids of what explains it, and what is told with it. */
  terms?: string;
  locale: string;
};

/** The verification of a claim: its shape, always with the word. */
export function VerificationBadge({ verification, publicId, terms, locale }: BadgeProps) {
  const word = translator(locale)(`verification.${verification}.label`);
  const isTested = verification === "corroborated" && publicId;
  return (
    <span className="state">
      <svg viewBox="-8 -8 16 16" aria-hidden="true">
        <VerificationShape verification={verification} r={6} />
      </svg>
      {isTested || terms ? (
        <a
          className={isTested ? "touch" : "touch plain-link"}
          href={isTested ? `${claimHref(locale, publicId)}#independence` : `/${locale}/method#verification`}
          aria-describedby={terms}
        >
          {word}
        </a>
      ) : (
        word
      )}
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
  publicId: string;
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
  publicId,
  verification,
  standing,
  lifecycle,
  isContested = false,
  contested,
  locale,
}: StatusProps) {
  const t = translator(locale);
  const states = { verification, standing, lifecycle };
  const hasRival = Boolean(contested) || isContested;
  return (
    <>
      <VerificationBadge
        verification={verification}
        publicId={publicId}
        terms={termsOfStates({ ...states, isContested: hasRival })}
        locale={locale}
      />
      {hasRival ? (
        <span className="block">
          <ContestedBadge count={contested?.count} locale={locale} />
        </span>
      ) : null}
      {contested
        ? contestedWords(contested, locale).map((words) => <small key={words}>{words}</small>)
        : null}
      <small>
        {t("recordStatus.published.label")}, {t(`standing.${standing}.label`)},{" "}
        {t(`lifecycle.${lifecycle}.label`)}
      </small>
    </>
  );
}

/** By whom a figure is contested: the nearest and the farthest of the figures of other origins that exclude it. */
function contestedWords(contested: NonNullable<FigureClaim["contested"]>, locale: string): string[] {
  const t = translator(locale);
  const nearest = referredTo(contested.nearest, locale, "short");
  const farthest = referredTo(contested.farthest, locale, "short");
  if (contested.nearest.publicId === contested.farthest.publicId)
    return [t("figures.contestedOnly", nearest)];
  return [t("figures.contestedNearest", nearest), t("figures.contestedFarthest", farthest)];
}
