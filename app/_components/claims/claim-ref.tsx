import type { ClaimRef } from "@/lib/claims/types";
import { translator } from "@/lib/format/messages";
import { claimHref } from "../figures/figure-name";
import { DateText, tellDate } from "../ui/date-text";

/** A claim named in a sentence: its wording, claimant and dates, never the number alone. Leads to the claim. */
export function ClaimRefLink({ claim, locale }: { claim: ClaimRef; locale: string }) {
  const t = translator(locale);
  return (
    <a href={claimHref(locale, claim.publicId)}>
      <bdi className={claim.raw === null ? undefined : "figure"}>
        {claim.raw ?? t("claimPage.statementRef")}
      </bdi>
      , <bdi>{claim.claimant.name}</bdi>, <DateText date={claim.stated} locale={locale} />
      {claim.asOf ? `, ${t("figures.table.asOf", { date: tellDate(claim.asOf, locale) })}` : null}
    </a>
  );
}
