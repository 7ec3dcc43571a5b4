import { eventCard } from "@/app/_components/chart-image/event-card";
import { findEvent, findEventByFormerSlug } from "@/lib/events/queries";
import { feedLocale } from "@/lib/format/feed-locale";
import { leadTo, nothingHere } from "@/lib/http/plain-answers";
import { answerImage } from "@/lib/images/answer-image";
import { drawPng } from "@/lib/images/draw-png";

type Context = RouteContext<"/export/events/[slug]/card.png">;

/** The picture that is shown where somebody links to an event. A former address leads to the present one (R30). */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { slug } = await params;
  const locale = feedLocale(request);
  const event = await findEvent(slug);
  if (!event) {
    const present = await findEventByFormerSlug(slug);
    return present ? leadTo(`/export/events/${present}/card.png`, request) : nothingHere(locale);
  }
  const svg = eventCard(event, locale);
  const name = { plain: event.slug, full: event.title.replaceAll("/", "-") };
  return answerImage(
    request,
    { svg, name, isDownload: false },
    { media: "image/png", ending: "png", draw: () => drawPng(svg, 1) },
  );
}
