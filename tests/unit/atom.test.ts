import fc from "fast-check";
import { DOMParser } from "linkedom";
import { describe, expect, test } from "vitest";
import { answerFeed } from "../../lib/feeds/answer-feed";
import { type AtomFeed, atomDocument, tagUri } from "../../lib/feeds/atom";

const AT = Date.UTC(2026, 4, 4, 12, 30);

function aFeed(text: string): AtomFeed {
  return {
    id: tagUri("https://figures.example:8080/x", "corrections"),
    title: text,
    subtitle: text,
    language: "en",
    selfHref: "https://figures.example/feeds/corrections.atom",
    pageHref: "https://figures.example/en/corrections?event=a&after=b",
    updated: AT,
    site: { name: "Counterclaim", version: "1.0.0", href: "https://figures.example/en" },
    rights: text,
    entries: [
      {
        id: tagUri("https://figures.example", "correction/1"),
        title: text,
        at: AT,
        author: text,
        href: "https://figures.example/en/claims/abc",
        category: { term: "retraction", label: text },
        text,
      },
    ],
  };
}

const parse = (xml: string) => new DOMParser().parseFromString(xml, "text/xml");

/** What may stand in XML 1.0, of a text. */
const allowed = (text: string) =>
  text.replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, "");

describe("a feed of corrections", () => {
  test("is named for good by the host of the site, without its port (RFC 4151)", () => {
    expect(aFeed("").id).toBe("tag:figures.example,2026:corrections");
  });

  test("has all that RFC 4287 asks of a feed and of each entry, once", () => {
    const document = parse(atomDocument(aFeed("Text")));
    const feed = document.documentElement;
    expect(feed.getAttribute("xmlns")).toBe("http://www.w3.org/2005/Atom");
    const entry = document.querySelector("entry");
    for (const parent of [feed, entry])
      for (const name of ["id", "title", "updated"])
        expect([...(parent?.children ?? [])].filter((child) => child.tagName === name)).toHaveLength(1);
    expect(entry?.querySelector("updated")?.textContent).toBe("2026-05-04T12:30:00.000Z");
    expect(entry?.querySelector("author name")?.textContent).toBe("Text");
    expect(entry?.querySelector("content")?.getAttribute("type")).toBe("text");
    const links = [...feed.children].filter((child) => child.tagName === "link");
    const hrefOf = (link: Element) => unescaped(link.getAttribute("href") ?? "");
    expect(links.map((link) => [link.getAttribute("rel"), hrefOf(link)])).toEqual([
      ["self", "https://figures.example/feeds/corrections.atom"],
      ["alternate", "https://figures.example/en/corrections?event=a&after=b"],
    ]);
  });

  test("says every text as it is, whatever it holds, and nothing that XML forbids", () => {
    const texts = fc.array(
      fc.oneof(
        fc.constantFrom(
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
        ),
        fc.string({ unit: "binary", maxLength: 6 }),
      ),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(texts, (parts) => {
        const text = parts.join("");
        const xml = atomDocument(aFeed(text));
        expect(allowed(xml)).toBe(xml);
        // Between the tags stand only texts whose signs are escaped: read back they are what was given.
        const [, content = ""] = xml.match(/<content type="text">([^<]*)<\/content>/) ?? [];
        expect(unescaped(content)).toBe(allowed(text));
        const [, label = ""] = xml.match(/label="([^"]*)"/) ?? [];
        expect(unescaped(label)).toBe(allowed(text));
        expect(xml.match(/<entry>/g)).toHaveLength(1);
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

describe("who has a feed already is told so", () => {
  const document = atomDocument(aFeed("Text"));
  const ask = (headers: Record<string, string>) =>
    answerFeed(
      new Request("https://figures.example/feeds/corrections.atom", { headers }),
      document,
      AT + 250,
    );
  const etag = ask({}).headers.get("ETag") ?? "";

  test.each([
    ["nothing", {}, 200],
    ["its digest", { "If-None-Match": etag }, 304],
    ["its digest among others, strong", { "If-None-Match": `"x", ${etag.slice(2)}` }, 304],
    ["another digest", { "If-None-Match": '"x"' }, 200],
    ["any digest", { "If-None-Match": "*" }, 304],
    ["its date", { "If-Modified-Since": new Date(AT).toUTCString() }, 304],
    ["an earlier date", { "If-Modified-Since": new Date(AT - 1000).toUTCString() }, 200],
    [
      "its date, but another digest",
      { "If-Modified-Since": new Date(AT).toUTCString(), "If-None-Match": '"x"' },
      200,
    ],
    ["no date at all", { "If-Modified-Since": "yesterday" }, 200],
  ])("%s", async (_, headers, status) => {
    const answer = ask(headers as Record<string, string>);
    expect(answer.status).toBe(status);
    expect(answer.headers.get("ETag")).toBe(etag);
    expect(answer.headers.get("Last-Modified")).toBe("Mon, 04 May 2026 12:30:00 GMT");
    expect(await answer.text()).toBe(status === 304 ? "" : document);
  });

  test("it is sent as what it is", () => {
    expect(ask({}).headers.get("Content-Type")).toBe("application/atom+xml; charset=utf-8");
  });
});
