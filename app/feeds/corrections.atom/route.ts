import { siteFeedRoute } from "@/app/feeds/feed-route";
import { findCorrectionsFeed } from "@/app/feeds/site-feeds";

/** The newest corrections of the site, as Atom (R26). */
export const GET = siteFeedRoute("atom", findCorrectionsFeed);
