import { eventCitation } from "@/app/_components/citations/event-citation";
import { isCitationFormat } from "@/lib/citations/citation";
import { findCitedEvent } from "@/lib/citations/find-cited";
import { answerCitation } from "@/lib/citations/write-citation";
import { findEventByFormerSlug } from "@/lib/events/queries";
import { feedLocale } from "@/lib/format/feed-locale";
import { leadTo, nothingHere } from "@/lib/http/plain-answers";

type Context = RouteContext<"/export/events/[slug]/cite/[format]">;

/** A citation of the present version of an event, as a file. A former address leads to the present one (R30). */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { slug, format } = await params;
  const locale = feedLocale(request);
  if (!isCitationFormat(format)) return nothingHere(locale);
  const event = await findCitedEvent(slug, Date.now());
  if (event) return answerCitation(eventCitation(event, Date.now(), locale), format, locale);
  const present = await findEventByFormerSlug(slug);
  return present ? leadTo(`/export/events/${present}/cite/${format}`, request) : nothingHere(locale);
}
