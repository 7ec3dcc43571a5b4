import type { ClaimPage } from "@/lib/claims/types";
import { translator } from "@/lib/format/messages";
import { siteUrl } from "@/lib/format/site-url";
import { claimWords } from "../claims/claim-title";
import { claimHref } from "../figures/figure-name";
import { siteOrganization } from "./site-data";

/** A claim and whose it is; once an editor has assessed it, as the review of a claim, with the word and no number. */
export function claimData(claim: ClaimPage, locale: string): object {
  const url = siteUrl(claimHref(locale, claim.publicId));
  const newest = claim.assessments[0];
  const item = {
    "@type": "Claim",
    text: claimWords(claim, locale),
    author: {
      "@type": claim.claimant.kind === "person" ? "Person" : "Organization",
      name: claim.claimant.name,
      url: siteUrl(`/${locale}/claimants/${claim.claimant.slug}`),
    },
    ...(dayOf(claim.stated.edtf) && { datePublished: dayOf(claim.stated.edtf) }),
    appearance: claim.attributions.flatMap(({ report }) =>
      report.url ? [{ "@type": "CreativeWork", url: report.url, publisher: report.publication.name }] : [],
    ),
  };
  if (!newest) return { ...item, url };
  return {
    "@type": "ClaimReview",
    url,
    claimReviewed: `${claim.claimant.name}: ${item.text}`,
    itemReviewed: item,
    author: siteOrganization(locale),
    datePublished: new Date(newest.assessedAt).toISOString(),
    reviewRating: {
      "@type": "Rating",
      alternateName: translator(locale)(`verification.${newest.status}.label`),
    },
  };
}

/** The day of a date that names one; programs read no other. */
function dayOf(edtf: string): string | null {
  return /^\d{4}-\d{2}-\d{2}(?=T|$)/.exec(edtf)?.[0] ?? null;
}
