import { escapedXml } from "../format/escape-xml";
import { FEED_FORMATS, FEED_TYPES, type Feed, type FeedEntry } from "./feed";

/** A feed as an Atom 1.0 document (RFC 4287). Whatever the texts hold, the document is well formed. */
export function atomDocument(feed: Feed): string {
  const { site } = feed;
  const others = FEED_FORMATS.filter((format) => format !== "atom");
  return `${[
    `<?xml version="1.0" encoding="utf-8"?>`,
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escapedXml(feed.language)}">`,
    element("id", feed.id),
    element("title", feed.title),
    element("subtitle", feed.subtitle),
    element("updated", instant(feed.updated)),
    link("self", feed.selfHrefs.atom, FEED_TYPES.atom),
    link("alternate", feed.pageHref, "text/html"),
    ...others.map((format) => link("alternate", feed.selfHrefs[format], FEED_TYPES[format])),
    `<author>${element("name", site.name)}${element("uri", site.href)}</author>`,
    `<generator uri="${escapedXml(site.href)}" version="${escapedXml(site.version)}">${escapedXml(site.name)}</generator>`,
    element("rights", feed.rights),
    ...feed.entries.map(entryElement),
    "</feed>",
  ].join("\n")}\n`;
}

function entryElement({ id, title, published, updated, author, href, categories, text }: FeedEntry): string {
  return [
    "<entry>",
    element("id", id),
    element("title", title),
    element("published", instant(published)),
    element("updated", instant(updated)),
    ...(author === null ? [] : [`<author>${element("name", author)}</author>`]),
    link("alternate", href, "text/html"),
    ...categories.map(
      ({ term, label }) => `<category term="${escapedXml(term)}" label="${escapedXml(label)}"/>`,
    ),
    `<content type="text">${escapedXml(text)}</content>`,
    "</entry>",
  ].join("\n");
}

function element(name: string, text: string): string {
  return `<${name}>${escapedXml(text)}</${name}>`;
}

function link(rel: string, href: string, type: string): string {
  return `<link rel="${rel}" type="${type}" href="${escapedXml(href)}"/>`;
}

function instant(at: number): string {
  return new Date(at).toISOString();
}
