import { siteFeedRoute } from "@/app/feeds/feed-route";
import { findCorrectionsFeed } from "@/app/feeds/site-feeds";

/** The newest corrections of the site, as JSON Feed (R26). */
export const GET = siteFeedRoute("json", findCorrectionsFeed);
