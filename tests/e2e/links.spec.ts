import { readdirSync } from "node:fs";
import type { APIRequestContext } from "@playwright/test";
import { expect, test } from "./watched";

// The five events have fewer than 320 addresses; what links to itself without end would be cut off here, and fail.
const ADDRESSES_MAX = 1_000;

test("every page is reached by links from home, and none of the links followed is broken", async ({
  request,
}) => {
  // A page for each claim, claimant, report and publication of every event.
  test.setTimeout(240_000);
  const { reached, broken } = await crawl(request, "/en");
  expect(broken).toEqual([]);

  const pages = readdirSync("app/[locale]/(public)", { recursive: true, encoding: "utf8" });
  const patterns = pages
    // What catches all other addresses is linked from nowhere.
    .filter((file) => file.endsWith("page.tsx") && !file.includes("[..."))
    .map((file) => `/en/${file.replace(/\/?page\.tsx$/, "")}`.replace(/\/$/, ""));
  const unreached = patterns.filter((pattern) => {
    const address = new RegExp(`^${pattern.replace(/\[[^\]]+\]/g, "[^/]+")}$`);
    return ![...reached].some((path) => address.test(path));
  });
  expect(patterns.length).toBeGreaterThanOrEqual(8);
  expect(unreached).toEqual([]);
});

/** Follows every link of this site, each address once; addresses that differ only in their query count as one. */
async function crawl(request: APIRequestContext, start: string) {
  const reached = new Set<string>([start]);
  const seen = new Map<string, number>();
  const broken: string[] = [];
  const queue = [start];
  for (
    let address = queue.shift();
    address !== undefined && reached.size < ADDRESSES_MAX;
    address = queue.shift()
  ) {
    const response = await request.get(address);
    if (!response.ok()) broken.push(`${address}: ${response.status()}`);
    for (const next of linksIn(await response.text(), response.url())) {
      const path = new URL(next, response.url()).pathname;
      if (reached.has(path) || isOneOfMany(path, seen)) continue;
      reached.add(path);
      queue.push(next);
    }
  }
  return { reached, broken };
}

// Each version, citation, picture and download of each record has an address: so many of a kind are asked for. Of the
// records themselves more: what leads to each is on pages of their own.
const OF_A_KIND_MAX = 3;
const RECORDS_MAX = 20;
const MANY = /\/(v|cite|report-error)(\/|$)|^\/(export|feeds|embed|oembed)(\/|$)/;

/** Whether enough addresses of its kind were reached: those that differ in the names of records alone. */
function isOneOfMany(path: string, seen: Map<string, number>): boolean {
  const max = MANY.test(path) ? OF_A_KIND_MAX : RECORDS_MAX;
  const kind = path.replace(/\/(events|claims|claimants|publications|reports|measures|v)\/[^/.]+/g, "/$1/*");
  seen.set(kind, (seen.get(kind) ?? 0) + 1);
  return (seen.get(kind) ?? 0) > max;
}

function linksIn(html: string, base: string): string[] {
  const hrefs = [...html.matchAll(/<a\b[^>]*\shref="([^"]+)"/g)].map(([, href = ""]) =>
    href.replaceAll("&amp;", "&"),
  );
  const { origin } = new URL(base);
  return hrefs
    .map((href) => new URL(href, base))
    .filter((url) => url.origin === origin)
    .map(({ pathname, search }) => pathname + search);
}
