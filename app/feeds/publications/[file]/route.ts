import { feedFileRoute } from "@/app/feeds/feed-route";
import { findPublicationFeed } from "@/app/feeds/record-feeds";

/** The claims that the reports of one publication carry: "its-slug.atom" or "its-slug.json". */
export const GET = feedFileRoute(findPublicationFeed);
