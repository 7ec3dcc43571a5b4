import { type Citation, onOneLine } from "@/lib/citations/citation";
import type { CitedClaim } from "@/lib/citations/find-cited";
import { formatLocaleOf, translator } from "@/lib/format/messages";
import { siteUrl } from "@/lib/format/site-url";
import { claimWords, shortened } from "../claims/claim-title";
import { claimHref } from "../figures/figure-name";
import { tellDate } from "../ui/date-text";

/**
 * How a claim is cited as it stands: the figure in its words, its claimant and date make the title, since a number is
 * never told without them. `now` is the time of access, ms since 1970 UTC.
 */
export function claimCitation(claim: CitedClaim, now: number, locale: string): Citation {
  const t = translator(locale);
  const { publicId, version, changedAt, claimant, figure, stated } = claim;
  const words = claimWords(claim, locale);
  const title = t(figure ? "cite.claimTitle" : "cite.statementTitle", {
    // A statement may be long; a figure may lose none of its words.
    claim: figure ? words : shortened(words),
    claimant: claimant.name,
    date: tellDate(stated, locale),
  });
  return {
    key: `counterclaim-claim-${publicId}-v${version}`,
    title: onOneLine(title),
    site: onOneLine(t("site.name")),
    language: formatLocaleOf(locale),
    version: onOneLine(t("cite.version", { version })),
    url: siteUrl(`${claimHref(locale, publicId)}/v/${version}`),
    published: changedAt,
    accessed: now,
  };
}
