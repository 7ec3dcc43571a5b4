import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pageFacts } from "../../lib/reports/page-facts";
import { cpuTimeMs } from "../fixtures/cpu-time";

const URL_OF_PAGE = "https://www.example.org/news/story-1";

const page = (head: string, body = "") =>
  `<!DOCTYPE html><html lang="en-gb"><head>${head}</head><body>${body}</body></html>`;
const jsonLd = (data: unknown) =>
  `<script type="application/ld+json">${typeof data === "string" ? data : JSON.stringify(data)}</script>`;
const meta = (name: string, content: string) => `<meta property="${name}" content="${content}">`;
const article = (more: Record<string, unknown> = {}) => ({
  "@type": "NewsArticle",
  headline: "A headline",
  ...more,
});

describe("a page that says all of itself", () => {
  const html = page(
    `<meta charset="utf-8"><title>Makiivka strike: 89 dead, ministry says | Example News</title>
    <link rel="canonical" href="https://example.org/news/story-1">
    ${meta("og:title", "Makiivka strike: 89 dead, ministry says")}${meta("og:site_name", "Example News")}
    ${jsonLd({
      "@context": "https://schema.org",
      "@graph": [
        { "@type": "WebPage", "@id": "#page", datePublished: "2001-01-01" },
        {
          "@type": ["NewsArticle"],
          headline: "Ministry: 89 dead",
          datePublished: "2023-01-04T01:05:00+0300",
          inLanguage: "en",
          author: [{ "@type": "Person", name: "A. Writer" }, { "@id": "#b" }],
          publisher: { "@id": "#site" },
        },
        { "@type": "Person", "@id": "#b", name: "B. Writer" },
        { "@type": "NewsMediaOrganization", "@id": "#site", name: "Example News" },
      ],
    })}`,
  );

  test("fills the whole form", () => {
    expect(pageFacts(html, `${URL_OF_PAGE}?utm_source=feed`)).toEqual({
      url: "https://example.org/news/story-1",
      canonicalUrl: "https://example.org/news/story-1",
      title: "Makiivka strike: 89 dead, ministry says",
      siteName: "Example News",
      publishedEdtf: "2023-01-04T01:05:00+03:00",
      language: "en-GB",
      byline: "A. Writer, B. Writer",
      credit: null,
      problem: null,
    });
  });
});

describe("a page that says nothing", () => {
  const NOTHING = {
    url: URL_OF_PAGE,
    canonicalUrl: "https://example.org/news/story-1",
    title: null,
    siteName: null,
    publishedEdtf: null,
    language: null,
    byline: null,
    credit: null,
    problem: null,
  };
  test.each([
    "",
    " ",
    "plain text",
    "<",
    "<!--",
    "<html",
    '<meta content="',
    "<title>",
    "</",
    "<!doctype html>",
  ])("leaves the form empty: %j", (html) => {
    expect(pageFacts(html, URL_OF_PAGE)).toEqual(NOTHING);
  });
});

describe("the title", () => {
  const TITLES: [string, string, string | null][] = [
    ["a plain title", "<title> 89 \n dead </title>", "89 dead"],
    [
      "entities",
      "<title>Ukraine&#8217;s &amp; Russia&rsquo;s figures</title>",
      "Ukraine’s & Russia’s figures",
    ],
    [
      "the site after a bar",
      `<title>89 dead | Example News</title>${meta("og:site_name", "Example News")}`,
      "89 dead",
    ],
    [
      "the site after a dash",
      `<title>89 dead – The Example</title>${meta("og:site_name", "The Example")}`,
      "89 dead",
    ],
    [
      "the site before a colon",
      `<title>Example: 89 dead</title>${meta("og:site_name", "example")}`,
      "89 dead",
    ],
    ["the name of the host", "<title>89 dead - example.org</title>", "89 dead"],
    ["a dash that is not the site's", "<title>Makiivka - 89 dead</title>", "Makiivka - 89 dead"],
    ["no more than the site", `<title>Example</title>${meta("og:site_name", "Example")}`, "Example"],
    ["JSON-LD before the tag", `<title>Home</title>${jsonLd(article())}`, "A headline"],
    ["Open Graph before both", `${meta("og:title", "Shared")}${jsonLd(article())}`, "Shared"],
    ["the first of two tags", "<title>First</title><svg><title>Icon</title></svg>", "First"],
    ["nothing but spaces", `<title>Kept</title>${meta("og:title", "  ")}`, "Kept"],
    ["a tag in a comment", "<!-- <title>Old</title> --><title>New</title>", "New"],
    ["a tag in a script", "<script>var a = '<title>Old</title>';</script><title>New</title>", "New"],
    [
      "a tag in an attribute",
      `<div data-x="<meta property='og:title' content='Other'>"></div><title>New</title>`,
      "New",
    ],
    ["a mark that is no line", "<title>89\u2028dead\u0007</title>", "89 dead"],
  ];
  test.each(TITLES)("%s", (_, head, title) => {
    expect(pageFacts(page(head), URL_OF_PAGE).title).toBe(title);
  });

  test("has at most 500 characters, none of them cut in half", () => {
    const { title } = pageFacts(page(`<title>${"a".repeat(499)}𝟠𝟡</title>`), URL_OF_PAGE);
    expect(title).toBe("a".repeat(499));
  });
});

describe("the date", () => {
  const DATES: [string, string | null][] = [
    ["2023-01-02", "2023-01-02"],
    ["2023-01-02T19:21:05+02:00", "2023-01-02T19:21:05+02:00"],
    ["2023-01-02T19:21:05.123+0200", "2023-01-02T19:21:05+02:00"],
    ["2023-01-02 19:21:05 +02", "2023-01-02T19:21:05+02"],
    ["2023-01-02T19:21z", "2023-01-02T19:21Z"],
    ["2023-01-02T19:21:05", "2023-01-02"],
    ["2023-01-02T00:00:00Z", "2023-01-02"],
    ["2023-01-02T00:00:00+03:00", "2023-01-02T00:00:00+03:00"],
    ["2023-02-30", null],
    ["2023-01-02T25:00:00Z", null],
    ["2023-01-02T10:00:00+99:00", null],
    ["0000-00-00T00:00:00Z", null],
    ["2023", null],
    ["2 January 2023", null],
    ["1672618500", null],
    ["", null],
  ];
  test.each(DATES)("%j is read as %j", (written, edtf) => {
    expect(pageFacts(page(meta("article:published_time", written)), URL_OF_PAGE).publishedEdtf).toBe(edtf);
  });

  test("is that of the article, then of the page's head, then of its text; what cannot be read is passed over", () => {
    const ld = (datePublished: string) => jsonLd(article({ datePublished }));
    const head = meta("article:published_time", "2023-01-03");
    const time = '<article><time datetime="2023-01-04">4 January</time></article>';
    const read = (html: string) => pageFacts(html, URL_OF_PAGE).publishedEdtf;
    expect(read(page(ld("2023-01-02") + head, time))).toBe("2023-01-02");
    expect(read(page(ld("yesterday") + head, time))).toBe("2023-01-03");
    expect(read(page(ld("yesterday"), time))).toBe("2023-01-04");
  });

  test("outside an article counts only where it is the only one, or says that it is the date of publication", () => {
    const time = (day: number, more = "") => `<time datetime="2023-01-0${day}"${more}></time>`;
    const read = (body: string) => pageFacts(page("", body), URL_OF_PAGE).publishedEdtf;
    expect(read(time(1))).toBe("2023-01-01");
    expect(read(time(1) + time(2))).toBe(null);
    expect(read(time(1) + time(2, ' itemprop="datePublished"'))).toBe("2023-01-02");
    expect(read(`${time(1)}<article>${time(2)}${time(3)}</article>`)).toBe("2023-01-02");
  });
});

describe("the language", () => {
  const LANGUAGES: [string, string, string | null][] = [
    ["of the page", '<html lang="uk">', "uk"],
    ["in its canonical form", '<html lang="EN-us">', "en-US"],
    ["with a low line", '<html lang="ru_RU">', "ru-RU"],
    ["of the article, where the page has none", `<html>${jsonLd(article({ inLanguage: "ar" }))}`, "ar"],
    [
      "given as a thing",
      `<html>${jsonLd(article({ inLanguage: { name: "Arabic", alternateName: "ar" } }))}`,
      "ar",
    ],
    ["of the shared form", `<html>${meta("og:locale", "uk_UA")}`, "uk-UA"],
    ["that is a country", '<html lang="ua">', null],
    ["that is none", '<html lang="english">', null],
    ["that is no tag", '<html lang="{{ locale }}">', null],
    ["that is empty", '<html lang="">', null],
  ];
  test.each(LANGUAGES)("%s", (_, html, language) => {
    expect(pageFacts(html, URL_OF_PAGE).language).toBe(language);
  });
});

describe("the names above a text", () => {
  const NAMES: [string, string, { byline: string | null; credit: string | null }][] = [
    ["from a tag", meta("author", "A. Writer"), { byline: "A. Writer", credit: null }],
    [
      "not an account",
      meta("author", "@example") + meta("article:author", "https://fb.example/a"),
      { byline: null, credit: null },
    ],
    ["as plain text", jsonLd(article({ author: "A. Writer" })), { byline: "A. Writer", credit: null }],
    ["once each", jsonLd(article({ author: ["A", "A", { name: "B" }] })), { byline: "A, B", credit: null }],
    [
      "of an agency, which is credited (R14)",
      jsonLd(
        article({ author: { "@type": "Organization", name: "Reuters" }, publisher: { name: "Example" } }),
      ),
      { byline: "Reuters", credit: "Reuters" },
    ],
    [
      "of the site itself, which is not",
      jsonLd(
        article({ author: { "@type": "Organization", name: "Example" }, publisher: { name: "example" } }),
      ),
      { byline: "Example", credit: null },
    ],
    [
      "of a body that the markup names as the text's",
      jsonLd(article({ author: "A", sourceOrganization: { "@type": "Organization", name: "AFP" } })),
      { byline: "A", credit: "AFP" },
    ],
  ];
  test.each(NAMES)("%s", (_, head, names) => {
    expect(pageFacts(page(head), URL_OF_PAGE)).toMatchObject(names);
  });
});

describe("R29: the address that a page gives as its own", () => {
  const found = "https://www.example.org/news/story-1?page_from=home";
  const OWN: [string, string, string | null][] = [
    ["of its site", "https://www.example.org/news/story-1", "https://www.example.org/news/story-1"],
    ["relative", "/news/story-1", "https://www.example.org/news/story-1"],
    ["of its main site", "https://example.org/2023/story-1", "https://example.org/2023/story-1"],
    ["without encryption", "http://www.example.org/news/story-1", "https://www.example.org/news/story-1"],
    ["of another site", "https://example.com/news/story-1", null],
    ["of a site whose name ends alike", "https://notexample.org/news/story-1", null],
    ["the front page", "https://www.example.org/", null],
    ["the section", "https://www.example.org/news", null],
    ["a script", "javascript:alert(1)", null],
    ["with a password", "https://a:b@www.example.org/news/story-1", null],
    ["at another port", "https://www.example.org:8443/news/story-1", null],
    ["empty", "", null],
    ["broken", "https://[", null],
  ];
  test.each(OWN)("%s", (_, link, url) => {
    expect(pageFacts(page(`<link rel="canonical" href="${link}">`), found).url).toBe(url ?? found);
  });

  test("is not taken where it leaves out which page it is", () => {
    const read = (link: string, url: string) => pageFacts(`<link rel=canonical href="${link}">`, url).url;
    expect(read("/article.php", "https://example.org/article.php?id=5")).toBe(
      "https://example.org/article.php?id=5",
    );
    expect(read("/article.php?id=5", "https://example.org/article.php?id=5&sort=new")).toBe(
      "https://example.org/article.php?id=5",
    );
  });

  test("is not taken where the page gives two", () => {
    const links = '<link rel="canonical" href="/a"><link rel="canonical" href="/b">';
    expect(pageFacts(links, URL_OF_PAGE).url).toBe(URL_OF_PAGE);
  });
});

describe("JSON-LD as pages write it", () => {
  const WRITTEN: [string, string][] = [
    ["in a list", JSON.stringify([{ "@type": "Organization" }, article()])],
    [
      "with the whole name of its type",
      JSON.stringify(article({ "@type": "http://schema.org/ReportageNewsArticle" })),
    ],
    ["as the main thing of a page", JSON.stringify({ "@type": "WebPage", mainEntity: article() })],
    ["within marks of a comment", `<!-- ${JSON.stringify(article())} -->`],
    ["within marks of character data", `//<![CDATA[\n${JSON.stringify(article())}\n//]]>`],
    ["with a line break in a string", '{"@type":"NewsArticle","headline":"A\nheadline"}'],
    ["after an article without a headline", JSON.stringify([{ "@type": "Article" }, article()])],
  ];
  test.each(WRITTEN)("%s", (_, data) => {
    expect(pageFacts(page(jsonLd(data)), URL_OF_PAGE).title).toBe("A headline");
  });

  test.each([
    "",
    "{",
    "null",
    "[[[]]]",
    "1",
    '{"@type":{"a":1}}',
    '{"@graph":{"@graph":[1]}}',
    '{"@type":"NewsArticle","author":[null,1,[]]}',
  ])("that says nothing is passed over: %s", (data) => {
    expect(pageFacts(page(`${jsonLd(data)}<title>Kept</title>`), URL_OF_PAGE).title).toBe("Kept");
  });
});

describe("pages made to break a reader", () => {
  const MANY = 800_000;
  const HOSTILE: [string, string][] = [
    ["20,000 nested boxes", "<div>".repeat(20_000)],
    ["a million nested boxes", "<div>".repeat(1_000_000)],
    ["tags that are never opened", "<b>".repeat(MANY) + "</i>".repeat(MANY)],
    ["comments that never end", "<!--".repeat(MANY)],
    ["signs that open nothing", "<".repeat(5 * MANY)],
    ["quotes that never end", '<meta a="'.repeat(MANY / 2)],
    ["articles in articles", "<article>".repeat(MANY / 2) + '<time datetime="2023"></time>'.repeat(3000)],
    ["tags without end", '<meta property="og:title" content=" ">'.repeat(MANY / 8)],
    ["attributes without end", `<meta ${"a=1 ".repeat(MANY)}>`],
    ["lists in lists", jsonLd("[".repeat(MANY))],
    ["space without end", jsonLd(`]]>${" ".repeat(MANY)}x`)],
  ];
  test.each(HOSTILE)("%s", (_, html) => {
    let facts: ReturnType<typeof pageFacts> | undefined;
    const spent = cpuTimeMs(() => {
      facts = pageFacts(`<title>Kept</title>${html}`, URL_OF_PAGE);
    });
    expect(facts?.title).toBe("Kept");
    expect(spent).toBeLessThan(2000);
  });

  test("whatever it holds, a page is read without a crash, into what a form takes", () => {
    const piece = fc.constantFrom(
      ..."<>/=\"' \n[]{}:,",
      "<meta ",
      'property="og:title" ',
      "content=",
      "<title>",
      "</title>",
      '<script type="application/ld+json">',
      "</script>",
      '{"@type":"NewsArticle","headline":"a","author":',
      "<html lang=",
      "<link rel=canonical href=",
      "<time datetime=2023-01-02>",
      "<article>",
      "https://example.org/",
      "\ud800",
      "\u0000",
      "&#0;",
      "é",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const facts = pageFacts(pieces.join(""), URL_OF_PAGE);
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
        expect(facts.title ?? "a").toMatch(/^(?=\S)[^\u0000-\u001f\ud800-\udfff]{1,500}$/u);
        expect(URL.canParse(facts.url)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});
