/** One entry of a feed. Instants in milliseconds since 1970 UTC; texts as they are, without markup. */
export type AtomEntry = {
  /** A tag: URI (RFC 4151): the same for good. */
  id: string;
  title: string;
  at: number;
  author: string;
  /** An absolute address. */
  href: string;
  /** What kind of thing it is: a code, and its words. */
  category: { term: string; label: string };
  text: string;
};

export type AtomFeed = {
  id: string;
  title: string;
  subtitle: string;
  language: string;
  /** Absolute addresses: of the feed itself, and of the page that says the same. */
  selfHref: string;
  pageHref: string;
  updated: number;
  site: { name: string; version: string; href: string };
  rights: string;
  entries: readonly AtomEntry[];
};

/** A feed as an Atom 1.0 document (RFC 4287). Whatever the texts hold, the document is well formed. */
export function atomDocument(feed: AtomFeed): string {
  const { site } = feed;
  return `${[
    `<?xml version="1.0" encoding="utf-8"?>`,
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escaped(feed.language)}">`,
    element("id", feed.id),
    element("title", feed.title),
    element("subtitle", feed.subtitle),
    element("updated", instant(feed.updated)),
    link("self", feed.selfHref, "application/atom+xml"),
    link("alternate", feed.pageHref, "text/html"),
    `<author>${element("name", site.name)}${element("uri", site.href)}</author>`,
    `<generator uri="${escaped(site.href)}" version="${escaped(site.version)}">${escaped(site.name)}</generator>`,
    element("rights", feed.rights),
    ...feed.entries.map(entryElement),
    "</feed>",
  ].join("\n")}\n`;
}

function entryElement({ id, title, at, author, href, category, text }: AtomEntry): string {
  return [
    "<entry>",
    element("id", id),
    element("title", title),
    element("published", instant(at)),
    element("updated", instant(at)),
    `<author>${element("name", author)}</author>`,
    link("alternate", href, "text/html"),
    `<category term="${escaped(category.term)}" label="${escaped(category.label)}"/>`,
    `<content type="text">${escaped(text)}</content>`,
    "</entry>",
  ].join("\n");
}

function element(name: string, text: string): string {
  return `<${name}>${escaped(text)}</${name}>`;
}

function link(rel: string, href: string, type: string): string {
  return `<link rel="${rel}" type="${type}" href="${escaped(href)}"/>`;
}

function instant(at: number): string {
  return new Date(at).toISOString();
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

// All that XML 1.0 allows in no document, not even escaped: controls, halves of pairs, and two that are no characters.
const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** A text as it stands in XML, in content and in attributes. */
function escaped(text: string): string {
  return text.replace(FORBIDDEN, "").replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? "");
}

/**
 * A tag: URI of this site (RFC 4151), by its host name and what is named there. The year is that in which the first
 * was given out, and stays.
 */
export function tagUri(siteUrl: string, name: string): string {
  return `tag:${new URL(siteUrl).hostname},2026:${name}`;
}
