import { CARD_PX } from "@/app/_components/chart-image/card-size";
import { type OEmbed, oembedXml } from "@/app/_components/embed/oembed-xml";
import { EMBED_WIDTH, embedCode, embedPath, embedQuery } from "@/lib/embeds/embed-address";
import { findEmbeddedOfClaim } from "@/lib/embeds/find-embedded";
import { findFrame } from "@/lib/embeds/find-frame";
import { frameHeight } from "@/lib/embeds/frame-height";
import type { Embedded } from "@/lib/embeds/types";
import { translator } from "@/lib/format/messages";
import { siteUrl } from "@/lib/format/site-url";
import { readOEmbedQuery } from "./read-query";

const CACHE_SECONDS = 3600;
const OPEN = { "Access-Control-Allow-Origin": "*", "Cache-Control": "public, no-cache" };

/** What a page needs to frame an event, a measure or a claim's measure, by its address (oEmbed 1.0). */
export async function GET(request: Request): Promise<Response> {
  const query = readOEmbedQuery(new URL(request.url).searchParams);
  if ("problem" in query) return refusal(query.status, query.problem);
  const embedded = query.address.claim
    ? await findEmbeddedOfClaim(query.address.claim)
    : { event: query.address.event ?? "", measure: query.address.measure };
  const made = embedded && (await makeOEmbed(embedded, query.address.locale, query));
  if (!made) return refusal(404, "There is nothing public at this address.");
  return query.format === "xml"
    ? new Response(oembedXml(made), { headers: { ...OPEN, "Content-Type": "text/xml; charset=utf-8" } })
    : Response.json(made, { headers: OPEN });
}

async function makeOEmbed(
  embedded: Embedded,
  locale: string,
  asked: { maxwidth: number | null; maxheight: number | null },
): Promise<OEmbed | null> {
  const found = await findFrame(embedded);
  if (!found) return null;
  const t = translator(locale);
  const { event, measure } = found;
  const isMeasure = found.embedded.measure !== null;
  const maxWidth = asked.maxwidth ?? Number.POSITIVE_INFINITY;
  const maxHeight = asked.maxheight ?? Number.POSITIVE_INFINITY;
  const width = Math.min(EMBED_WIDTH.usual, maxWidth);
  const height = Math.min(frameHeight(event, measure, width), maxHeight);
  // Who asks here asks again each time, so nothing is told to have changed since.
  const src = siteUrl(`${embedPath(found.embedded)}${embedQuery({ theme: null, locale, since: null })}`);
  const what = isMeasure && measure ? `${measure.label}, ${event.title}` : event.title;
  return {
    type: "rich",
    version: "1.0",
    title: what,
    author_name: t("site.name"),
    author_url: siteUrl(),
    provider_name: t("site.name"),
    provider_url: siteUrl(),
    cache_age: CACHE_SECONDS,
    ...(maxWidth >= CARD_PX.width &&
      maxHeight >= CARD_PX.height && {
        thumbnail_url: siteUrl(`/export/events/${event.slug}/card.png?lang=${locale}`),
        thumbnail_width: CARD_PX.width,
        thumbnail_height: CARD_PX.height,
      }),
    html: embedCode({ src, title: t("embed.frameTitle", { what }), width, height }),
    width,
    height,
  };
}

function refusal(status: number, problem: string): Response {
  return new Response(`${problem}\n`, {
    status,
    headers: { ...OPEN, "Content-Type": "text/plain; charset=utf-8" },
  });
}
