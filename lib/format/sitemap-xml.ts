import { escapedXml } from "./escape-xml";

/** An absolute address, and when what is there last changed, where that is known. */
export type SitemapEntry = { href: string; changedAt?: Date };

/** A sitemap by the protocol of sitemaps.org, or an index of others, as an answer. */
export function sitemapAnswer(kind: "urlset" | "sitemapindex", entries: readonly SitemapEntry[]): Response {
  const name = kind === "urlset" ? "url" : "sitemap";
  const lines = entries.map(({ href, changedAt }) => {
    const changed = changedAt ? `<lastmod>${changedAt.toISOString()}</lastmod>` : "";
    return `<${name}><loc>${escapedXml(href)}</loc>${changed}</${name}>`;
  });
  const xml = [
    `<?xml version="1.0" encoding="utf-8"?>`,
    `<${kind} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`,
    ...lines,
    `</${kind}>`,
  ].join("\n");
  return new Response(`${xml}\n`, {
    headers: { "Content-Type": "application/xml; charset=utf-8", "Cache-Control": "public, no-cache" },
  });
}
