import { recordFeedRoute } from "@/app/feeds/feed-route";
import { findEventFeed } from "@/app/feeds/record-feeds";

/** The claims about one event that changed last, as Atom. */
export const GET = recordFeedRoute("atom", findEventFeed);
