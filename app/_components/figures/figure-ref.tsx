import type { ClaimRef } from "@/lib/claims/types";
import { translator } from "@/lib/format/messages";
import { DateText, tellDate } from "../ui/date-text";
import { claimHref } from "./figure-name";

/** Who stands behind a figure, when it was stated and, where that was given, as of when; leads to the claim. */
export function RefLink({ claim, locale }: { claim: ClaimRef; locale: string }) {
  return (
    <a className="plain-link touch" href={claimHref(locale, claim.publicId)}>
      <bdi>{claim.claimant.name}</bdi>, <DateText date={claim.stated} locale={locale} form="short" />
      {claim.asOf
        ? `, ${translator(locale)("figures.table.asOf", { date: tellDate(claim.asOf, locale, "short") })}`
        : null}
    </a>
  );
}

/** A figure with those who stand behind it, and when it was stated: never the number alone. */
function FigureRef({ claim, locale }: { claim: ClaimRef; locale: string }) {
  return (
    <>
      <bdi className="figure text-ink">{claim.raw}</bdi> <RefLink claim={claim} locale={locale} />
    </>
  );
}

/** Several of them, one a line. */
export function FigureRefs({ claims, locale }: { claims: ClaimRef[]; locale: string }) {
  return (
    <ul className="text-muted">
      {claims.map((claim) => (
        <li key={claim.publicId}>
          <FigureRef claim={claim} locale={locale} />
        </li>
      ))}
    </ul>
  );
}
