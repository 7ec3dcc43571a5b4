import { siteUrl } from "@/lib/format/site-url";
import { sitemapAnswer } from "@/lib/format/sitemap-xml";
import { listSitemapEvents } from "@/lib/publishing/sitemap";

// Asked for each time: a build has neither the address of the site nor a database.
export const dynamic = "force-dynamic";

/** The index of sitemaps: one of the site's own pages, and one for each published event. */
export async function GET(): Promise<Response> {
  const events = await listSitemapEvents();
  return sitemapAnswer("sitemapindex", [
    { href: siteUrl("/sitemaps/pages") },
    ...events.map(({ slug, changedAt }) => ({ href: siteUrl(`/sitemaps/events/${slug}`), changedAt })),
  ]);
}
