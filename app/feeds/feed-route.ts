import { answerFeed } from "@/lib/feeds/answer-feed";
import { FEED_FORMATS, type Feed, type FeedFormat } from "@/lib/feeds/feed";
import { type FeedName, feedPath } from "@/lib/feeds/feed-path";
import { feedLocale } from "@/lib/format/feed-locale";
import { DEFAULT_LOCALE } from "@/lib/format/messages";
import { leadTo, nothingHere } from "@/lib/http/plain-answers";

/** What stands at an address: a feed, the name under which it is found now (R30), or nothing public. */
export type Found = Feed | FeedName | null;

/** Answers for a feed in one format, in the language that is asked for. */
async function answerFound(
  request: Request,
  format: FeedFormat,
  find: (locale: string) => Promise<Found>,
): Promise<Response> {
  const locale = feedLocale(request);
  const found = await find(locale);
  if (found === null) return nothingHere(locale);
  if ("of" in found) return leadTo(feedPath(found, format, DEFAULT_LOCALE), request);
  return answerFeed(request, found, format);
}

/** The route of a feed of the site. */
export function siteFeedRoute(format: FeedFormat, find: (locale: string) => Promise<Found>) {
  return (request: Request) => answerFound(request, format, find);
}

type FindBySlug = (slug: string, locale: string) => Promise<Found>;
type Context<P> = { params: Promise<P> };

/** The route of a feed of one record, named by a part of its address. */
export function recordFeedRoute(format: FeedFormat, find: FindBySlug) {
  return async (request: Request, { params }: Context<{ slug: string }>) => {
    const { slug } = await params;
    return answerFound(request, format, (locale) => find(slug, locale));
  };
}

/** The same where the format ends the part that names the record: "the-record.atom". */
export function feedFileRoute(find: FindBySlug) {
  return async (request: Request, { params }: Context<{ file: string }>) => {
    const { file } = await params;
    const [, slug, ending] = file.match(/^(.+)\.([a-z]+)$/) ?? [];
    const format = FEED_FORMATS.find((known) => known === ending);
    if (!slug || !format) return nothingHere(feedLocale(request));
    return answerFound(request, format, (locale) => find(slug, locale));
  };
}
