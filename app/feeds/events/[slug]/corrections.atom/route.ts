import { correctionFeed } from "@/app/_components/corrections/correction-feed";
import { feedHref } from "@/app/_components/corrections/feed-href";
import { listCorrections } from "@/lib/claims/list-corrections";
import { findEventName } from "@/lib/events/find-event-name";
import { findEventByFormerSlug } from "@/lib/events/queries";
import { answerFeed } from "@/lib/feeds/answer-feed";
import { atomDocument } from "@/lib/feeds/atom";
import { feedLocale } from "@/lib/format/feed-locale";
import { translator } from "@/lib/format/messages";

type Context = RouteContext<"/feeds/events/[slug]/corrections.atom">;

/** The fifty newest corrections of one event, as an Atom feed (R26). A former address leads to the present one (R30). */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { slug } = await params;
  const locale = feedLocale(request);
  const event = await findEventName(slug);
  if (!event) return leadOn(slug, locale);
  const { rows } = await listCorrections({ event: slug });
  const of = { id: event.id, slug, title: event.title };
  const feed = correctionFeed({ event: of, corrections: rows, begun: event.publishedAt, locale });
  return answerFeed(request, atomDocument(feed), feed.updated);
}

async function leadOn(slug: string, locale: string): Promise<Response> {
  const present = await findEventByFormerSlug(slug);
  if (present) return new Response(null, { status: 308, headers: { Location: feedHref(locale, present) } });
  return new Response(`${translator(locale)("feeds.unknown")}\n`, {
    status: 404,
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "no-store" },
  });
}
