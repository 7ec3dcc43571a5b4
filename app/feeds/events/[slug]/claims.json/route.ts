import { recordFeedRoute } from "@/app/feeds/feed-route";
import { findEventFeed } from "@/app/feeds/record-feeds";

/** The claims about one event that changed last, as JSON Feed. */
export const GET = recordFeedRoute("json", findEventFeed);
