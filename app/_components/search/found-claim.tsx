import type { ClaimRow } from "@/lib/claims/types";
import { translator } from "@/lib/format/messages";
import { claimHref } from "../figures/figure-name";
import { ContestedBadge, VerificationBadge } from "../figures/status-words";
import { DateText } from "../ui/date-text";
import { MarkedText } from "./marked-text";

/** One claim that was found: its words, of whom and when, of what, and how it stands. */
export function FoundClaim({ claim, words, locale }: { claim: ClaimRow; words: string[]; locale: string }) {
  const { wording, claimant, figure, event, stated, verification, lifecycle, isContested } = claim;
  const t = translator(locale);
  return (
    <li className="border-b border-rule py-2.5">
      <a
        className={figure ? "plain-link figure text-lg" : "plain-link text-lg"}
        href={claimHref(locale, claim.publicId)}
        lang={wording.language}
        dir="auto"
      >
        <MarkedText text={wording.text} words={words} />
      </a>
      {wording.translation ? (
        <p className="small" dir="auto">
          <MarkedText text={wording.translation} words={words} />
        </p>
      ) : null}
      <p className="small text-muted">
        <bdi>{claimant.name}</bdi>, <DateText date={stated} locale={locale} form="short" />
        {figure ? (
          <>
            {". "}
            <bdi>{figure.measureLabel}</bdi>
          </>
        ) : null}
        {". "}
        <bdi>{event.title}</bdi>
      </p>
      <p className="small text-muted states-inline">
        <VerificationBadge verification={verification} locale={locale} />
        {isContested ? <ContestedBadge locale={locale} /> : null}
        <span>{t(`lifecycle.${lifecycle}.label`)}</span>
      </p>
    </li>
  );
}
