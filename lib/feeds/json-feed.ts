import type { Feed, FeedEntry } from "./feed";

/** A feed as JSON Feed 1.1 (jsonfeed.org). What the format has no field for, stands in an extension of ours. */
export function jsonFeedDocument(feed: Feed): string {
  const { site } = feed;
  const document = {
    version: "https://jsonfeed.org/version/1.1",
    title: feed.title,
    home_page_url: feed.pageHref,
    feed_url: feed.selfHrefs.json,
    description: feed.subtitle,
    language: feed.language,
    authors: [{ name: site.name, url: site.href }],
    _counterclaim: { about: site.href, id: feed.id, updated: instant(feed.updated), rights: feed.rights },
    items: feed.entries.map(itemOf),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function itemOf({ id, title, published, updated, author, href, categories, text }: FeedEntry) {
  return {
    id,
    url: href,
    title,
    content_text: text,
    date_published: instant(published),
    date_modified: instant(updated),
    ...(author === null ? {} : { authors: [{ name: author }] }),
    tags: categories.map(({ label }) => label),
  };
}

function instant(at: number): string {
  return new Date(at).toISOString();
}
