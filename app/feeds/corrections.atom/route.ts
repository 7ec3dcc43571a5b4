import { correctionFeed } from "@/app/_components/corrections/correction-feed";
import { listCorrections } from "@/lib/claims/list-corrections";
import { answerFeed } from "@/lib/feeds/answer-feed";
import { atomDocument } from "@/lib/feeds/atom";
import { feedLocale } from "@/lib/format/feed-locale";

// Where nothing was corrected yet: the year of the tags that name its entries.
const BEGUN = Date.UTC(2026, 0, 1);

/** The fifty newest corrections of the site, as an Atom feed (R26). */
export async function GET(request: Request): Promise<Response> {
  const { rows } = await listCorrections();
  const feed = correctionFeed({ event: null, corrections: rows, begun: BEGUN, locale: feedLocale(request) });
  return answerFeed(request, atomDocument(feed), feed.updated);
}
