import { findEventName } from "@/lib/events/find-event-name";
import { findEventByFormerSlug } from "@/lib/events/queries";
import { feedLocale } from "@/lib/format/feed-locale";
import { leadTo, nothingHere } from "@/lib/http/plain-answers";
import { answerList, readDownload } from "../../../export-list";

type Context = RouteContext<"/export/events/[slug]/[download]">;

/** The claims of one event as a file. A former address leads to the present one (R30). */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { slug, download } = await params;
  const asked = readDownload(download);
  if (asked?.table !== "claims") return nothingHere(feedLocale(request));
  if (await findEventName(slug)) return answerList(request, asked, { event: slug });
  const present = await findEventByFormerSlug(slug);
  return present
    ? leadTo(`/export/events/${present}/${download}`, request)
    : nothingHere(feedLocale(request));
}
