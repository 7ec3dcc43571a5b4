import { parseFeed } from "@rowanmanning/feed-parser";
import fc from "fast-check";
import { DOMParser } from "linkedom";
import { describe, expect, test } from "vitest";
import { answerFeed } from "../../lib/feeds/answer-feed";
import { atomDocument } from "../../lib/feeds/atom";
import { FEED_FORMATS, type Feed, type FeedFormat, tagUri, updatedOf } from "../../lib/feeds/feed";
import { feedPath } from "../../lib/feeds/feed-path";
import { jsonFeedDocument } from "../../lib/feeds/json-feed";

const PUBLISHED = Date.UTC(2026, 4, 4, 12, 30);
const UPDATED = Date.UTC(2026, 4, 5, 8, 0, 0, 250);

function aFeed(text: string): Feed {
  return {
    id: tagUri("https://figures.example:8080/x", "events"),
    title: text,
    subtitle: text,
    language: "en",
    selfHrefs: {
      atom: "https://figures.example/feeds/events.atom",
      json: "https://figures.example/feeds/events.json",
    },
    pageHref: "https://figures.example/en/corrections?event=a&after=b",
    updated: UPDATED,
    site: { name: "Counterclaim", version: "1.0.0", href: "https://figures.example/en" },
    rights: text,
    entries: [
      {
        id: tagUri("https://figures.example", "claim/abc"),
        title: text,
        published: PUBLISHED,
        updated: UPDATED,
        author: text,
        href: "https://figures.example/en/claims/abc",
        categories: [{ term: "figure", label: text }],
        text,
      },
      {
        id: tagUri("https://figures.example", "claim/abd"),
        title: "“63”",
        published: PUBLISHED,
        updated: PUBLISHED,
        author: null,
        href: "https://figures.example/en/claims/abd",
        categories: [],
        text: "63",
      },
    ],
  };
}

/** What may stand in XML 1.0, of a text. */
const allowed = (text: string) =>
  text.replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, "");

const HOSTILE = [
  "&",
  "<b>",
  "]]>",
  '"',
  "'",
  "\u0000",
  "\u001b",
  "\ufffe",
  "\ud800",
  "</content>",
  "&#0;",
  "\\u0022",
];
const texts = fc
  .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: "binary", maxLength: 6 })), { maxLength: 8 })
  .map((parts) => parts.join(""));

describe("a feed", () => {
  test("is named for good by the host of the site, without its port (RFC 4151)", () => {
    expect(aFeed("").id).toBe("tag:figures.example,2026:events");
  });

  test("changed with its newest entry, and before the first when there began to be something to tell", () => {
    expect(updatedOf([], PUBLISHED)).toBe(PUBLISHED);
    expect(updatedOf([{ updated: UPDATED }, { updated: PUBLISHED }], 0)).toBe(UPDATED);
  });

  test.each([
    [{ of: "events" }, "/feeds/events"],
    [{ of: "corrections", slug: null }, "/feeds/corrections"],
    [{ of: "corrections", slug: "a-strike" }, "/feeds/events/a-strike/corrections"],
    [{ of: "event", slug: "a-strike" }, "/feeds/events/a-strike/claims"],
    [{ of: "claimant", slug: "a-body" }, "/feeds/claimants/a-body"],
    [{ of: "publication", slug: "a-paper" }, "/feeds/publications/a-paper"],
  ] as const)("%j stands at an address of its own in each format and language", (feed, path) => {
    expect(FEED_FORMATS.map((format) => feedPath(feed, format, "en"))).toEqual([
      `${path}.atom`,
      `${path}.json`,
    ]);
    expect(feedPath(feed, "json", "ar-XB")).toBe(`${path}.json?lang=ar-XB`);
  });
});

describe("a feed as Atom", () => {
  test("has all that RFC 4287 asks of a feed and of each entry, once", () => {
    const document = new DOMParser().parseFromString(atomDocument(aFeed("Text")), "text/xml");
    const feed = document.documentElement;
    expect(feed.getAttribute("xmlns")).toBe("http://www.w3.org/2005/Atom");
    for (const parent of [feed, ...document.querySelectorAll("entry")])
      for (const name of ["id", "title", "updated"])
        expect([...parent.children].filter((child) => child.tagName === name)).toHaveLength(1);
    const links = [...feed.children].filter((child) => child.tagName === "link");
    expect(links.map((link) => ["rel", "type", "href"].map((name) => link.getAttribute(name)))).toEqual([
      ["self", "application/atom+xml", "https://figures.example/feeds/events.atom"],
      ["alternate", "text/html", "https://figures.example/en/corrections?event=a&amp;after=b"],
      ["alternate", "application/feed+json", "https://figures.example/feeds/events.json"],
    ]);
  });

  test("is read by another program as it was meant", () => {
    const feed = parseFeed(atomDocument(aFeed("1 < 2 & “three”")));
    expect(feed).toMatchObject({
      language: "en",
      title: "1 < 2 & “three”",
      description: "1 < 2 & “three”",
      copyright: "1 < 2 & “three”",
      self: "https://figures.example/feeds/events.atom",
      updated: new Date(UPDATED),
      meta: { type: "atom", version: "1.0" },
    });
    expect(
      feed.items.map(({ id, title, url, published, updated, content }) => ({
        id,
        title,
        url,
        published,
        updated,
        content,
      })),
    ).toEqual([
      {
        id: "tag:figures.example,2026:claim/abc",
        title: "1 < 2 & “three”",
        url: "https://figures.example/en/claims/abc",
        published: new Date(PUBLISHED),
        updated: new Date(UPDATED),
        content: "1 < 2 & “three”",
      },
      {
        id: "tag:figures.example,2026:claim/abd",
        title: "“63”",
        url: "https://figures.example/en/claims/abd",
        published: new Date(PUBLISHED),
        updated: new Date(PUBLISHED),
        content: "63",
      },
    ]);
    expect(feed.items.map(({ authors }) => authors.map(({ name }) => name))).toEqual([
      ["1 < 2 & “three”"],
      ["Counterclaim"],
    ]);
  });

  test("says every text as it is, whatever it holds, and nothing that XML forbids", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const xml = atomDocument(aFeed(text));
        expect(allowed(xml)).toBe(xml);
        // Between the tags stand only texts whose signs are escaped: read back they are what was given.
        const [, content = ""] = xml.match(/<content type="text">([^<]*)<\/content>/) ?? [];
        expect(unescaped(content)).toBe(allowed(text));
        const [, label = ""] = xml.match(/label="([^"]*)"/) ?? [];
        expect(unescaped(label)).toBe(allowed(text));
        expect(xml.match(/<entry>/g)).toHaveLength(2);
        expect(parseFeed(xml).items.map(({ url }) => url)).toEqual(aFeed("").entries.map(({ href }) => href));
      }),
      { numRuns: 1000 },
    );
  }, 20_000);
});

function unescaped(xml: string): string {
  return xml
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&apos;", "'")
    .replaceAll("&amp;", "&");
}

describe("a feed as JSON Feed", () => {
  const read = (feed: Feed) => JSON.parse(jsonFeedDocument(feed));

  test("has all that version 1.1 asks for, in its fields and forms", () => {
    const { items, ...head } = read(aFeed("Text"));
    expect(head).toEqual({
      version: "https://jsonfeed.org/version/1.1",
      title: "Text",
      home_page_url: "https://figures.example/en/corrections?event=a&after=b",
      feed_url: "https://figures.example/feeds/events.json",
      description: "Text",
      language: "en",
      authors: [{ name: "Counterclaim", url: "https://figures.example/en" }],
      _counterclaim: {
        about: "https://figures.example/en",
        id: "tag:figures.example,2026:events",
        updated: "2026-05-05T08:00:00.250Z",
        rights: "Text",
      },
    });
    expect(items).toEqual([
      {
        id: "tag:figures.example,2026:claim/abc",
        url: "https://figures.example/en/claims/abc",
        title: "Text",
        content_text: "Text",
        date_published: "2026-05-04T12:30:00.000Z",
        date_modified: "2026-05-05T08:00:00.250Z",
        authors: [{ name: "Text" }],
        tags: ["Text"],
      },
      {
        id: "tag:figures.example,2026:claim/abd",
        url: "https://figures.example/en/claims/abd",
        title: "“63”",
        content_text: "63",
        date_published: "2026-05-04T12:30:00.000Z",
        date_modified: "2026-05-04T12:30:00.000Z",
        tags: [],
      },
    ]);
  });

  test("says every text as it is, whatever it holds", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { title, items } = read(aFeed(text));
        expect([title, items[0].title, items[0].content_text, items[0].tags]).toEqual([
          text,
          text,
          text,
          [text],
        ]);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("who has a feed already is told so", () => {
  const feed = aFeed("Text");
  const ask = (headers: Record<string, string>, format: FeedFormat = "atom") =>
    answerFeed(new Request("https://figures.example/feeds/events.atom", { headers }), feed, format);
  const etag = ask({}).headers.get("ETag") ?? "";
  const second = Math.floor(UPDATED / 1000) * 1000;

  test.each([
    ["nothing", {}, 200],
    ["its digest", { "If-None-Match": etag }, 304],
    ["its digest among others, strong", { "If-None-Match": `"x", ${etag.slice(2)}` }, 304],
    ["another digest", { "If-None-Match": '"x"' }, 200],
    ["any digest", { "If-None-Match": "*" }, 304],
    ["its date", { "If-Modified-Since": new Date(second).toUTCString() }, 304],
    ["an earlier date", { "If-Modified-Since": new Date(second - 1000).toUTCString() }, 200],
    [
      "its date, but another digest",
      { "If-Modified-Since": new Date(second).toUTCString(), "If-None-Match": '"x"' },
      200,
    ],
    ["no date at all", { "If-Modified-Since": "yesterday" }, 200],
  ])("%s", async (_, headers, status) => {
    const answer = ask(headers as Record<string, string>);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("ETag")).toBe(etag);
    expect(answer.headers.get("Last-Modified")).toBe("Tue, 05 May 2026 08:00:00 GMT");
    expect(await answer.text()).toBe(status === 304 ? "" : atomDocument(feed));
  });

  test("it is sent as what it is, and one format's digest is not another's", () => {
    expect(ask({}).headers.get("Content-Type")).toBe("application/atom+xml; charset=utf-8");
    const json = ask({ "If-None-Match": etag }, "json");
    expect(json.status).toBe(200);
    expect(json.headers.get("Content-Type")).toBe("application/feed+json; charset=utf-8");
  });
});
