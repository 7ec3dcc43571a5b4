import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-csl";
import "@citation-js/plugin-ris";
import { Cite } from "@citation-js/core";
import { type APIRequestContext, expect, test } from "@playwright/test";
import { parseFeed } from "@rowanmanning/feed-parser";

const EVENT = "/en/events/makiivka-2023";
const TYPES = { atom: "application/atom+xml", json: "application/feed+json" } as const;

/** The addresses of the feeds that the head of a page names, by their types. */
async function feedsIn(request: APIRequestContext, page: string): Promise<string[]> {
  const html = await (await request.get(page)).text();
  const links = html.match(/<link rel="alternate"[^>]+>/g) ?? [];
  return links
    .filter((link) => Object.values(TYPES).some((type) => link.includes(`type="${type}"`)))
    .map((link) => new URL(/href="([^"]+)"/.exec(link)?.[1] ?? "").pathname);
}

test("each page names its feeds, and each of them answers as what it is, whole and unchanged (304)", async ({
  request,
}) => {
  const event = await (await request.get(EVENT)).text();
  const claimant = /\/en\/claimants\/([a-z0-9-]+)/.exec(event)?.[1];
  const claims = await (await request.get("/feeds/events/makiivka-2023/claims.json")).json();
  const claim = new URL(claims.items[0].url).pathname;
  const publication = /\/en\/publications\/([a-z0-9-]+)/.exec(await (await request.get(claim)).text())?.[1];
  const expected: [string, string[]][] = [
    ["/en", ["/feeds/events", "/feeds/corrections"]],
    ["/en/follow", ["/feeds/events", "/feeds/corrections"]],
    ["/en/corrections", ["/feeds/corrections"]],
    [EVENT, ["/feeds/events/makiivka-2023/claims", "/feeds/events/makiivka-2023/corrections"]],
    [`/en/claimants/${claimant}`, [`/feeds/claimants/${claimant}`]],
    [`/en/publications/${publication}`, [`/feeds/publications/${publication}`]],
  ];
  for (const [page, feeds] of expected) {
    const named = await feedsIn(request, page);
    expect(named, page).toEqual([
      ...feeds.map((feed) => `${feed}.atom`),
      ...feeds.map((feed) => `${feed}.json`),
    ]);
    for (const feed of feeds) await expectFeed(request, feed);
  }
});

/** One feed says the same in both formats, names itself, and is not sent twice. */
async function expectFeed(request: APIRequestContext, path: string): Promise<void> {
  const [atom, json] = [await request.get(`${path}.atom`), await request.get(`${path}.json`)];
  expect(atom.headers()["content-type"]).toBe(`${TYPES.atom}; charset=utf-8`);
  expect(json.headers()["content-type"]).toBe(`${TYPES.json}; charset=utf-8`);
  const [feed, document] = [parseFeed(await atom.text()), await json.json()];
  expect(new URL(feed.self ?? "").pathname).toBe(`${path}.atom`);
  expect(new URL(document.feed_url).pathname).toBe(`${path}.json`);
  expect(document).toMatchObject({ version: "https://jsonfeed.org/version/1.1", title: feed.title });
  const entries = feed.items.map(({ id, title, url, content, updated }) => [
    id,
    title,
    url,
    content,
    updated,
  ]);
  const items = (document.items as Record<string, string>[]).map((item) => [
    item.id,
    item.title,
    item.url,
    item.content_text,
    new Date(item.date_modified ?? ""),
  ]);
  expect(entries).toEqual(items);
  if (!path.endsWith("/corrections")) expect(items.length).toBeGreaterThan(0);
  for (const answer of [atom, json]) {
    const headers = { "If-None-Match": answer.headers().etag ?? "" };
    expect((await request.get(answer.url(), { headers })).status()).toBe(304);
  }
}

test("a feed of nothing public, in no known format, is not there", async ({ request }) => {
  for (const path of ["/claimants/nobody.atom", "/publications/nobody.json", "/claimants/igor-girkin.xml"])
    expect((await request.get(`/feeds${path}`)).status(), path).toBe(404);
  expect((await request.get("/feeds/events/no-such-event/claims.atom")).status()).toBe(404);
});

test("the present version of an event and of a claim is cited in each form, by an address that answers", async ({
  request,
}) => {
  const feed = await (await request.get("/feeds/events/makiivka-2023/claims.json")).json();
  const claim = new URL(feed.items[0].url).pathname;
  for (const page of [EVENT, claim]) {
    const html = await (await request.get(`${page}/cite`)).text();
    const hrefs = [...html.matchAll(/href="(\/export\/[^"?]+\/cite\/[a-z]+)\?lang=en"/g)].map(
      ([, href]) => href ?? "",
    );
    expect(hrefs.map((href) => href.split("/").at(-1))).toEqual(["txt", "bib", "ris", "json", "wiki"]);
    const texts = await Promise.all(hrefs.map(async (href) => download(request, href)));
    const cited = texts.slice(1, 4).map((text) => {
      const [item] = new Cite(text).data as { title: string; URL: string }[];
      return { title: item?.title, url: item?.URL };
    });
    const [{ title, url } = { title: "", url: "" }] = cited;
    expect(new Set(cited.map((item) => JSON.stringify(item))).size).toBe(1);
    for (const text of [texts[0], texts[4]]) expect(text).toContain(url);
    expect(texts[0]).toContain(title);
    const address = new URL(url ?? "").pathname;
    expect(address).toMatch(new RegExp(`^${page}/v/\\d+$`));
    expect((await request.get(address, { maxRedirects: 0 })).status()).toBe(200);
  }
  expect((await request.get("/export/events/makiivka-2023/cite/doc")).status()).toBe(404);
});

const DOWNLOADS: Readonly<Record<string, string>> = {
  txt: "text/plain; charset=utf-8",
  bib: "application/x-bibtex; charset=utf-8",
  ris: "application/x-research-info-systems; charset=utf-8",
  json: "application/vnd.citationstyles.csl+json",
  wiki: "text/plain; charset=utf-8",
};

async function download(request: APIRequestContext, href: string): Promise<string> {
  const answer = await request.get(href);
  const format = href.split("/").at(-1) ?? "";
  expect(answer.headers()["content-type"]).toBe(DOWNLOADS[format]);
  expect(answer.headers()["content-disposition"]).toMatch(
    /^attachment; filename="counterclaim-(event|claim)-[a-z0-9-]+-v\d+\.[a-z.]+"$/,
  );
  return answer.text();
}
