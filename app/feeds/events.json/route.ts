import { siteFeedRoute } from "@/app/feeds/feed-route";
import { findEventsFeed } from "@/app/feeds/site-feeds";

/** The public events that changed last, as JSON Feed. */
export const GET = siteFeedRoute("json", findEventsFeed);
