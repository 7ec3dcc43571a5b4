import type { ClaimPage } from "@/lib/claims/types";
import { translator } from "@/lib/format/messages";
import { siteUrl } from "@/lib/format/site-url";
import type { Verification } from "@/lib/vocabulary";
import { claimWords } from "../claims/claim-title";
import { claimHref } from "../figures/figure-name";
import { siteOrganization } from "./site-data";

/**
 * How far the evidence carries a claim, by an assessment that decided it: schema.org rates with numbers. One that left
 * it open has its word alone.
 */
const RATINGS: Partial<Record<Verification, number>> = { refuted: 1, corroborated: 2, documented: 3 };
const SCALE = { worstRating: 1, bestRating: 3 };

type Told = Pick<
  ClaimPage,
  "publicId" | "claimant" | "figure" | "wording" | "stated" | "attributions" | "assessments"
>;

/** A claim and whose it is; once an editor has assessed it, as the review of a claim. */
export function claimData(claim: Told, locale: string): object {
  const t = translator(locale);
  const url = siteUrl(claimHref(locale, claim.publicId));
  const newest = claim.assessments[0];
  const item = {
    "@type": "Claim",
    "@id": `${url}#claim`,
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
  const rating = RATINGS[newest.status];
  return {
    "@type": "ClaimReview",
    "@id": `${url}#assessment-${newest.number}`,
    url,
    claimReviewed: `${claim.claimant.name}: ${item.text}`,
    itemReviewed: item,
    author: siteOrganization(locale),
    datePublished: new Date(newest.assessedAt).toISOString(),
    reviewRating: {
      "@type": "Rating",
      alternateName: t(`verification.${newest.status}.label`),
      ratingExplanation: newest.reason,
      reviewAspect: t("linkedData.reviewAspect"),
      ...(rating && { ratingValue: rating, ...SCALE }),
    },
  };
}

/** The day of a date that names one; programs read no other. */
function dayOf(edtf: string): string | null {
  return /^\d{4}-\d{2}-\d{2}(?=T|$)/.exec(edtf)?.[0] ?? null;
}
