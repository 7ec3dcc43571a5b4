import { siteFeedRoute } from "@/app/feeds/feed-route";
import { findEventsFeed } from "@/app/feeds/site-feeds";

/** The public events that changed last, as Atom. */
export const GET = siteFeedRoute("atom", findEventsFeed);
