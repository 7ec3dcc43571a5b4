import { recordFeedRoute } from "@/app/feeds/feed-route";
import { findEventCorrectionsFeed } from "@/app/feeds/record-feeds";

/** The newest corrections of one event, as Atom (R26). */
export const GET = recordFeedRoute("atom", findEventCorrectionsFeed);
