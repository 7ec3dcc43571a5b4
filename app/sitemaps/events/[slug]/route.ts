import { DEFAULT_LOCALE } from "@/lib/format/messages";
import { siteUrl } from "@/lib/format/site-url";
import { sitemapAnswer } from "@/lib/format/sitemap-xml";
import { findEventSitemap } from "@/lib/publishing/sitemap";

const PARTS = ["", "/timeline", "/origins", "/history"];

/** One published event, its claims, their claimants, and the publications that carry them, as a sitemap (R34). */
export async function GET(
  _: Request,
  { params }: RouteContext<"/sitemaps/events/[slug]">,
): Promise<Response> {
  const { slug } = await params;
  const found = await findEventSitemap(slug);
  if (!found)
    return new Response("There is no such event.\n", {
      status: 404,
      headers: { "Content-Type": "text/plain; charset=utf-8" },
    });
  const { changedAt, claims, claimants, publications } = found;
  const at = (path: string) => siteUrl(`/${DEFAULT_LOCALE}${path}`);
  return sitemapAnswer("urlset", [
    ...PARTS.map((part) => ({ href: at(`/events/${slug}${part}`), changedAt })),
    ...claims.map((id) => ({ href: at(`/claims/${id}`) })),
    ...claimants.map((claimant) => ({ href: at(`/claimants/${claimant}`) })),
    ...publications.map((publication) => ({ href: at(`/publications/${publication}`) })),
  ]);
}
