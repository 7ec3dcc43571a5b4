import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type Browser, expect, type FrameLocator, type Page, test } from "@playwright/test";
import { signInAs } from "./signed-in";

const EVENT = "/en/events/makiivka-2023";

// A page of a newsroom: another origin, which frames what it is given and keeps what the frames tell it.
let newsroom: Server;
let newsroomAddress = "";
test.beforeAll(async () => {
  newsroom = createServer((request, response) => {
    const asked = new URL(request.url ?? "/", "http://newsroom").searchParams;
    const sandbox = asked.has("sandbox") ? ` sandbox="${asked.get("sandbox")}"` : "";
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.end(`<!doctype html><title>An article</title><script>
      globalThis.told = [];
      addEventListener("message", ({ data }) => told.push(data));
    </script>${asked
      .getAll("frame")
      .map((src) => `<iframe src="${src}" title="Figures" width="600" height="900"${sandbox}></iframe>`)
      .join("")}`);
  });
  await new Promise<void>((done) => newsroom.listen(0, "127.0.0.1", done));
  newsroomAddress = `http://127.0.0.1:${(newsroom.address() as AddressInfo).port}`;
});
test.afterAll(() => {
  newsroom.close();
});

async function openArticle(
  page: Page,
  baseURL: string | undefined,
  paths: string[],
  sandbox: string | null = null,
): Promise<FrameLocator> {
  const frames = paths.map((path) => ["frame", `${baseURL}${path}`]);
  const query = new URLSearchParams(sandbox === null ? frames : [...frames, ["sandbox", sandbox]]);
  await page.goto(`${newsroomAddress}/?${query}`);
  return page.frameLocator("iframe").first();
}

async function withoutScripts(browser: Browser): Promise<Page> {
  return (await browser.newContext({ javaScriptEnabled: false })).newPage();
}

test("an article of another site shows the figures of an event and of a measure without any script", async ({
  browser,
  baseURL,
}) => {
  const page = await withoutScripts(browser);
  const event = await openArticle(page, baseURL, [
    "/embed/events/makiivka-2023",
    "/embed/measures/makiivka-2023/killed?theme=dark",
  ]);
  await expect(event.getByRole("link", { name: /Strike on the vocational school/ })).toBeVisible();
  await expect(
    event.getByRole("link", { name: /Russian Ministry of Defence, 89 killed/ }).first(),
  ).toBeVisible();
  await expect(event.getByText(/Figures as of/)).toBeVisible();
  await expect(event.getByText(/Changed since/)).toHaveCount(0);
  const dark = page.frameLocator("iframe").nth(1);
  await expect(dark.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(dark.getByText("89 – 400")).toBeVisible();
  await page.context().close();
});

test("a frame tells its height, runs nothing else, and keeps no cookie, even of somebody who is signed in", async ({
  page,
  baseURL,
}) => {
  await signInAs(page, "editor");
  const answer = await page.request.get(`${baseURL}/embed/events/makiivka-2023`);
  expect(answer.headers()["set-cookie"]).toBeUndefined();
  const html = await answer.text();
  expect(html.match(/<script/g)).toHaveLength(1);
  expect(html).not.toContain("/en/desk");
  // In a sandbox, as systems for articles put what they do not know, a frame has no origin of its own.
  for (const sandbox of [null, "allow-scripts"]) {
    const frame = await openArticle(page, baseURL, ["/embed/events/makiivka-2023"], sandbox);
    const told = () => page.evaluate(() => (globalThis as unknown as { told: unknown[] }).told.at(-1));
    await expect.poll(told).toEqual({ type: "counterclaim:height", height: expect.any(Number) });
    await expect(frame.locator("body")).toHaveCSS("padding-top", "16px");
    const height = await frame
      .locator("body")
      .evaluate((body) => Math.ceil(body.getBoundingClientRect().height));
    await expect.poll(told).toMatchObject({ height });
    const fonts = () => frame.locator("body").evaluate(() => [...document.fonts].map(({ status }) => status));
    await expect.poll(fonts).toContain("loaded");
  }
});

test("an article from before a change says what changed since; a page that is none of these is in no frame", async ({
  browser,
  baseURL,
}) => {
  const page = await withoutScripts(browser);
  const since = "since=2023-01-01T00:00:00.000Z";
  const frame = await openArticle(page, baseURL, [`/embed/events/makiivka-2023?${since}`, EVENT]);
  await expect(
    frame.getByRole("heading", { name: /Changed since this article, 1 January 2023/ }),
  ).toBeVisible();
  await expect(
    frame.getByText("Revised: 89, Russian Ministry of Defence, 4 January 2023; no longer 63."),
  ).toBeVisible();
  await expect(page.frameLocator("iframe").nth(1).getByRole("heading", { level: 1 })).toHaveCount(0);
  await page.context().close();
});

test("the code of a page of ours frames what was chosen, and oEmbed tells the same, found from the page", async ({
  page,
  request,
}) => {
  await page.goto(EVENT);
  const discovered = page.locator('link[type="application/json+oembed"]');
  const address = new URL((await discovered.getAttribute("href")) ?? "");
  const asked = `${address.pathname}${address.search}`;
  const answer = await request.get(`${asked}&maxwidth=500&maxheight=900`);
  const made = await answer.json();
  expect(made).toMatchObject({
    type: "rich",
    version: "1.0",
    provider_name: "Counterclaim",
    width: 500,
    height: 900,
  });
  expect(made.html).toContain('width="500" height="900"');
  expect(made).not.toHaveProperty("thumbnail_url");
  expect(answer.headers()["access-control-allow-origin"]).toBe("*");
  const xml = await request.get(asked.replace("format=json", "format=xml"));
  expect(xml.headers()["content-type"]).toBe("text/xml; charset=utf-8");
  const inXml = await page.evaluate(
    (text) => {
      const root = new DOMParser().parseFromString(text, "text/xml").documentElement;
      return {
        root: root.nodeName,
        ...Object.fromEntries([...root.children].map((e) => [e.nodeName, e.textContent])),
      };
    },
    await xml.text(),
  );
  expect(inXml).toMatchObject({ root: "oembed", type: "rich", width: "700", thumbnail_width: "1200" });
  for (const [query, status] of [
    [asked.replace("format=json", "format=yaml"), 501],
    ["/oembed?url=https%3A%2F%2Felsewhere.example%2Fen%2Fevents%2Fx", 404],
    [asked.replace("makiivka-2023", "no-such-event"), 404],
    ["/oembed", 400],
    [`${asked}&maxwidth=wide`, 400],
  ] as const)
    expect((await request.get(query)).status(), query).toBe(status);

  await page.getByRole("link", { name: "Embed it in your page" }).click();
  await page.getByLabel("What to show").selectOption("killed");
  await page.getByLabel("Colours").first().selectOption("dark");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.locator("#embed-code")).toContainText("/embed/measures/makiivka-2023/killed?theme=dark");
  await expect(page.locator("#embed-code")).toContainText(/since=\d{4}-\d\d-\d\dT\d\d%3A\d\d%3A\d\dZ/);
  const preview = page.frameLocator("iframe");
  await page.locator("iframe").scrollIntoViewIfNeeded();
  await expect(preview.getByRole("heading", { level: 2 }).first()).toContainText("Russian servicemen killed");
});
