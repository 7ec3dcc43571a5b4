/** One entry of a feed. Instants in milliseconds since 1970 UTC; texts as they are, without markup. */
export type FeedEntry = {
  /** A tag: URI (RFC 4151): the same for good. */
  id: string;
  title: string;
  published: number;
  /** The last change of what the entry tells; never the time at which it was written down. */
  updated: number;
  /** Who said or decided it; null: the site, as of the whole feed. */
  author: string | null;
  /** An absolute address. */
  href: string;
  /** What kinds of thing it is: a code, and its words. */
  categories: readonly { term: string; label: string }[];
  text: string;
};

export const FEED_FORMATS = ["atom", "json"] as const;
export type FeedFormat = (typeof FEED_FORMATS)[number];

export const FEED_TYPES: Readonly<Record<FeedFormat, string>> = {
  atom: "application/atom+xml",
  json: "application/feed+json",
};

/** A feed, whatever the format in which it is sent. */
export type Feed = {
  id: string;
  title: string;
  subtitle: string;
  language: string;
  /** Absolute addresses: of the feed itself in each format, and of the page that says the same. */
  selfHrefs: Readonly<Record<FeedFormat, string>>;
  pageHref: string;
  updated: number;
  site: { name: string; version: string; href: string };
  rights: string;
  /** The newest first. */
  entries: readonly FeedEntry[];
};

/** How many entries a feed has at most: the newest. */
export const ENTRIES_MAX = 50;

/** When a feed last changed: with its newest entry, or else when there began to be something to tell. */
export function updatedOf(entries: readonly { updated: number }[], begun: number): number {
  return Math.max(begun, ...entries.map(({ updated }) => updated));
}

/**
 * A tag: URI of this site (RFC 4151), by its host name and what is named there. The year is that in which the first
 * was given out, and stays.
 */
export function tagUri(siteUrl: string, name: string): string {
  return `tag:${new URL(siteUrl).hostname},2026:${name}`;
}
