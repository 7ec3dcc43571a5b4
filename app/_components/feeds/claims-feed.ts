import type { ChangedClaim } from "@/lib/feeds/changed-claims";
import type { Feed } from "@/lib/feeds/feed";
import { translator } from "@/lib/format/messages";
import { claimEntry } from "./claim-entry";
import { BEGUN, feedOf } from "./feed-head";

type Of = {
  /** Whose claims: its id names the feed for good, whatever its address. */
  of: "event" | "claimant" | "publication";
  id: string;
  slug: string;
  name: string;
  claims: readonly ChangedClaim[];
  /** Since when there was something to tell: ms since 1970 UTC. */
  begun?: number;
  locale: string;
};

const TITLES = { event: "claimsOf", claimant: "claimsBy", publication: "claimsIn" } as const;

/** The feed of the claims about an event, of a claimant, or that the reports of a publication carry. */
export function claimsFeed({ of, id, slug, name, claims, begun = BEGUN, locale }: Of): Feed {
  const t = translator(locale);
  const isCarried = of === "publication";
  return feedOf({
    feed: { of, slug },
    tag: `${of}/${id}/claims`,
    title: t(`feeds.${TITLES[of]}`, { name }),
    subtitle: t("feeds.claimsSubtitle"),
    page: `/${locale}/${of}s/${slug}`,
    entries: claims.map((claim) =>
      claimEntry(claim, {
        // Carried, it is another thing to tell: it also changes when a report comes to carry it.
        tag: isCarried ? `publication/${id}/claim/${claim.publicId}` : `claim/${claim.publicId}`,
        withReports: isCarried,
        locale,
      }),
    ),
    begun,
    locale,
  });
}
