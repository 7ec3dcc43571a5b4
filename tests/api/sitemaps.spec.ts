import { expect, test } from "@playwright/test";

const locationsIn = (xml: string) =>
  [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map((match) => String(match[1]));

// The first ones are the pages of each kind; of the many records after them, each eighth.
const isAsked = (_: string, i: number) => i < 12 || i % 8 === 0;

test("the addresses of the sitemaps answer, and each is its own canonical one", async ({ request }) => {
  const robots = await (await request.get("/robots.txt")).text();
  const index = /^Sitemap: (.+)$/m.exec(robots)?.[1] ?? "";
  const path = (address: string) => new URL(address).pathname;
  const sitemaps = locationsIn(await (await request.get(path(index))).text());
  expect(sitemaps.map(path)).toContain("/sitemaps/events/makiivka-2023");
  const listed = await Promise.all(
    ["/sitemaps/pages", "/sitemaps/events/makiivka-2023"].map(async (sitemap) =>
      locationsIn(await (await request.get(sitemap)).text()),
    ),
  );
  const addresses = listed.flat().map(path);
  expect(addresses.length).toBeGreaterThan(30);
  for (const address of addresses.filter(isAsked)) {
    const answer = await request.get(address, { maxRedirects: 0 });
    expect(answer.status(), address).toBe(200);
    expect(await answer.text(), address).toMatch(
      new RegExp(`<link rel="canonical" href="[^"]*${address.replaceAll("/", "\\/")}"`),
    );
  }
});

test("robots are told what is made for each asking, and devices what the site is called", async ({
  request,
}) => {
  expect(await (await request.get("/robots.txt")).text()).toContain("Disallow: /*/desk");
  const manifest = await (await request.get("/manifest.webmanifest")).json();
  expect(manifest).toMatchObject({ name: "Counterclaim", start_url: "/en" });
  expect((await request.get(manifest.icons[0].src)).status()).toBe(200);
});

test("who finds a weakness is told whom to tell, for now (RFC 9116)", async ({ request }) => {
  const answer = await request.get("/.well-known/security.txt");
  expect(answer.headers()["content-type"]).toBe("text/plain; charset=utf-8");
  const fields = Object.fromEntries(
    (await answer.text())
      .trim()
      .split("\n")
      .map((line) => line.split(/: (.*)/s)),
  );
  expect(fields.Contact).toMatch(/^(mailto:|https:)/);
  expect(Date.parse(fields.Expires)).toBeGreaterThan(Date.now());
  expect(Date.parse(fields.Expires)).toBeLessThan(Date.now() + 366 * 24 * 60 * 60 * 1000);
  expect(new URL(fields.Canonical).pathname).toBe("/.well-known/security.txt");
  const policy = await request.get(new URL(fields.Policy).pathname);
  expect(await policy.text()).toContain(`id="${new URL(fields.Policy).hash.slice(1)}"`);
});

test("programs read what a page is about, and a claim's verdict only as an editor's word", async ({
  request,
}) => {
  const dataOf = async (address: string) => {
    const html = await (await request.get(address)).text();
    const json = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)?.[1] ?? "null";
    return { html, data: JSON.parse(json) };
  };
  expect((await dataOf("/en")).data["@type"]).toBe("WebSite");
  const event = await dataOf("/en/events/makiivka-2023");
  expect(event.data).toMatchObject({
    "@type": "Dataset",
    license: expect.stringContaining("creativecommons"),
  });
  const claims = [...new Set(event.html.match(/\/en\/claims\/[a-z0-9]+(?=")/g))];
  const all = await Promise.all(claims.slice(0, 12).map(dataOf));
  const reviews = all.map(({ data }) => data).filter((data) => data["@type"] === "ClaimReview");
  expect(reviews.length).toBeGreaterThan(0);
  for (const { reviewRating } of reviews) {
    expect(reviewRating.alternateName).toBe("documented");
    // Those of the demonstration rest on a named list: the evidence carries them, on a scale of evidence.
    expect(reviewRating).toMatchObject({ ratingValue: 3, bestRating: 3, reviewAspect: expect.any(String) });
  }
});
