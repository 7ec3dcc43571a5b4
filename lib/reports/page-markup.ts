import { parseHTML } from "linkedom";
import { tellingMarkup } from "./telling-markup";

/** What the markup holds, as it is written there. */
export type Markup = {
  language: string | null;
  title: string | null;
  /** All that the page gives under a name or property, in its order. */
  metas: (name: string) => readonly string[];
  meta: (name: string) => string | undefined;
  canonicals: string[];
  scripts: string[];
  times: { datetime: string; isPublished: boolean; isInArticle: boolean }[];
};

/** Reads the markup of a page; one that breaks the parser holds nothing. */
export function readMarkup(html: string): Markup {
  const document = parse(html);
  const elements = (name: string) => [...(document?.querySelectorAll(name) ?? [])];
  const given = new Map<string, string[]>();
  for (const meta of elements("meta")) {
    const content = meta.getAttribute("content")?.trim();
    if (!content) continue;
    for (const attribute of ["property", "name", "itemprop"]) {
      const name = meta.getAttribute(attribute)?.trim().toLowerCase();
      if (name) given.set(name, [...(given.get(name) ?? []), content].slice(0, 20));
    }
  }
  const metas = (name: string) => given.get(name) ?? [];
  return {
    language: document?.documentElement?.getAttribute("lang") ?? null,
    title: elements("title")[0]?.textContent ?? null,
    metas,
    meta: (name) => metas(name)[0],
    canonicals: elements("link")
      .filter((link) => /(?:^|\s)canonical(?:\s|$)/i.test(link.getAttribute("rel") ?? ""))
      .map((link) => link.getAttribute("href") ?? ""),
    scripts: elements("script").map((script) => script.textContent ?? ""),
    times: elements("time").map((time) => ({
      datetime: time.getAttribute("datetime") ?? "",
      isPublished: time.hasAttribute("pubdate") || /datePublished/i.test(time.getAttribute("itemprop") ?? ""),
      isInArticle: time.closest("article") !== null,
    })),
  };
}

function parse(html: string): Document | null {
  try {
    return parseHTML(tellingMarkup(html)).document;
  } catch {
    // A page that breaks the parser has said nothing; the form is filled in by hand.
    return null;
  }
}
