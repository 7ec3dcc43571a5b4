import { feedFileRoute } from "@/app/feeds/feed-route";
import { findClaimantFeed } from "@/app/feeds/record-feeds";

/** The claims of one claimant that changed last: "its-slug.atom" or "its-slug.json". */
export const GET = feedFileRoute(findClaimantFeed);
