import { DEFAULT_LOCALE } from "@/lib/format/messages";
import { siteUrl } from "@/lib/format/site-url";
import { sitemapAnswer } from "@/lib/format/sitemap-xml";

const PAGES = [
  "",
  "/about",
  "/api",
  "/claims",
  "/compare",
  "/corrections",
  "/data",
  "/follow",
  "/guide",
  "/method",
];

// Asked for each time: a build has neither the address of the site nor a database.
export const dynamic = "force-dynamic";

/** The site's own pages, as a sitemap. */
export function GET(): Response {
  return sitemapAnswer(
    "urlset",
    PAGES.map((path) => ({ href: siteUrl(`/${DEFAULT_LOCALE}${path}`) })),
  );
}
