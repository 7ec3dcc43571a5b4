import { type ArticleData, readArticleData } from "./article-data";
import { ownAddress } from "./own-address";
import { type Markup, readMarkup } from "./page-markup";
import { languageTag, oneLine, publishedEdtf, withoutSiteName } from "./page-values";
import { canonicalUrl } from "./rules";

/** What a page says of itself, for the form in which a report is filed; null for what it does not say. */
export type PageFacts = {
  /** Where it was found, or the address that it gives as its own, if that is of the same site. */
  url: string;
  /** R29. */
  canonicalUrl: string;
  title: string | null;
  siteName: string | null;
  /** EDTF: a day, or a time with its offset. */
  publishedEdtf: string | null;
  /** BCP 47. */
  language: string | null;
  byline: string | null;
  /** The agency or body that the markup names as the text's, where it is not the site itself (R14). */
  credit: string | null;
  problem: null;
};

/** Reads what a page says of itself. Never throws for any markup; `url` is an address that parses. */
export function pageFacts(html: string, url: string): PageFacts {
  const page = readMarkup(html);
  const article = readArticleData(page.scripts);
  const siteName = oneLine(page.meta("og:site_name") ?? article?.publisher, 200);
  const ownUrl = ownAddress(page.canonicals, url) ?? url;
  return {
    url: ownUrl,
    canonicalUrl: canonicalUrl(ownUrl),
    title: titleOf(page, article, siteName, url),
    siteName,
    publishedEdtf: publishedOf(page, article),
    language: firstOf([page.language, article?.language, ...page.metas("og:locale")], languageTag),
    ...namesOf(page, article, siteName),
    problem: null,
  };
}

function titleOf(page: Markup, article: ArticleData | null, siteName: string | null, url: string) {
  const title = firstOf(
    [page.meta("og:title"), article?.headline, page.meta("twitter:title"), page.title],
    (text) => oneLine(text, 2000),
  );
  const host = bareHost(new URL(url).hostname);
  const names = [siteName, article?.publisher, host, host.split(".")[0]].filter(
    (name) => typeof name === "string",
  );
  return title && oneLine(withoutSiteName(title, names), 500);
}

const PUBLISHED = [
  "article:published_time",
  "og:article:published_time",
  "datepublished",
  "parsely-pub-date",
  "pubdate",
  "publish-date",
  "publishdate",
  "sailthru.date",
  "dc.date.issued",
  "dcterms.issued",
  "citation_publication_date",
  "date",
];

function publishedOf(page: Markup, article: ArticleData | null): string | null {
  const said = page.times.filter(({ isPublished }) => isPublished);
  // Outside an article a time may be of anything, unless it is the only one.
  const shown =
    page.times.length === 1 ? page.times : page.times.filter(({ isInArticle }) => isInArticle).slice(0, 1);
  return firstOf(
    [
      article?.published,
      ...PUBLISHED.flatMap(page.metas),
      ...[...said, ...shown].map(({ datetime }) => datetime),
    ],
    publishedEdtf,
  );
}

function namesOf(page: Markup, article: ArticleData | null, siteName: string | null) {
  const own = [siteName, article?.publisher].map((name) => name?.toLowerCase());
  const authors = article?.authors ?? [];
  const body = authors.find(({ name, isBody }) => isBody && !own.includes(name.toLowerCase()));
  const written =
    authors.length > 0
      ? authors.map(({ name }) => name)
      : [...page.metas("author"), ...page.metas("article:author")];
  // Where a page gives an account or a profile for a name, it gives no name.
  const names = written
    .flatMap((name) => oneLine(name, 300) ?? [])
    .filter((name) => !/^(?:https?:|@)/i.test(name));
  return {
    byline: oneLine([...new Set(names)].join(", "), 300),
    credit: oneLine(article?.credit ?? body?.name, 300),
  };
}

function bareHost(host: string): string {
  return host.replace(/^(?:www|m|mobile|amp)\./, "");
}

function firstOf<T, R>(values: readonly T[], read: (value: T) => R | null): R | null {
  for (const value of values) {
    const found = read(value);
    if (found !== null) return found;
  }
  return null;
}
