import { storageStateOf } from "./signed-in";
import { expect, test, violationsOn } from "./watched";

const EVENT = "/en/events/derna-2023";
const FEED = "/feeds/events/derna-2023/corrections.atom";

test("a reader follows what was changed of an event, back to the words that were changed (R24, R26)", async ({
  browser,
  baseURL,
  page,
}) => {
  // From a sign-in over the desk to three pages for readers.
  test.setTimeout(60_000);
  // A figure that no other test looks at is put right by an editor.
  await page.goto("/en/claims?event=derna-2023&type=figure&lifecycle=current&sort=stated");
  const figures = page.getByRole("main").locator('a.figure[href^="/en/claims/"]');
  const address = (await figures.filter({ hasNotText: "11,300" }).first().getAttribute("href")) ?? "";
  const storageState = await storageStateOf(browser, "editor", String(baseURL));
  const context = await browser.newContext({ baseURL, storageState });
  const desk = await context.newPage();
  await desk.goto(`${address.replace("/claims/", "/desk/claims/")}/edit`);
  await desk.getByLabel("Figure, as it was said").fill("at least 7101");
  await desk.getByRole("textbox", { name: "Reason" }).fill("The broadcast says so.");
  await desk.getByRole("button", { name: "Amend in public" }).click();
  await expect(desk.getByText("Amended in public.")).toBeVisible();
  await context.close();

  await page.goto(EVENT);
  await page.getByRole("link", { name: "History of changes" }).click();
  const entry = page.getByRole("article").filter({ hasText: "The broadcast says so." }).last();
  await expect(entry).toContainText("Record of the claim corrected");
  await expect(
    entry
      .getByRole("row", { name: /^Wording/ })
      .locator("ins")
      .first(),
  ).toContainText("put in:");
  expect(await violationsOn(page)).toEqual([]);

  // Its own address keeps it first, and of its claim alone there is less to read.
  await entry.getByRole("link", { name: /^Link to this entry/ }).click();
  await expect(page).toHaveURL(/\?after=\d+#r\d+$/);
  await expect(page.locator(":target")).toContainText("The broadcast says so.");
  await page.goto(address);
  await page.getByRole("link", { name: "This claim in the history of its event" }).click();
  await expect(page.getByText("Claim published")).toHaveCount(1);
  await page.getByRole("main").locator(`a[href="${EVENT}"]`).first().click();
  await expect(page).toHaveURL(new RegExp(`${EVENT}$`));
});

test("the corrections of an event are a feed that any reader of feeds can take (R26)", async ({
  page,
  request,
}) => {
  await page.goto(EVENT);
  const inHead = page.locator('link[rel="alternate"][type="application/atom+xml"][href*="/corrections"]');
  const href = await inHead.getAttribute("href");
  expect(new URL(href ?? "").pathname).toBe(FEED);
  for (const address of ["/feeds/corrections.atom", FEED]) {
    const answer = await request.get(address);
    expect(answer.headers()["content-type"]).toBe("application/atom+xml; charset=utf-8");
    // The browser's own reader of XML, which forgives nothing.
    const found = await page.evaluate(
      (xml) => {
        const document = new DOMParser().parseFromString(xml, "application/xml");
        const textsOf = (name: string) =>
          [...document.querySelectorAll(name)].map((node) => node.textContent);
        return {
          root: document.documentElement.namespaceURI,
          error: document.querySelector("parsererror")?.textContent ?? null,
          ids: textsOf("id"),
          updated: textsOf("feed > updated"),
          newest: textsOf("entry > updated")[0] ?? null,
          self: document.querySelector("feed > link[rel=self]")?.getAttribute("href"),
        };
      },
      await answer.text(),
    );
    expect(found).toMatchObject({ root: "http://www.w3.org/2005/Atom", error: null });
    expect(new Set(found.ids).size).toBe(found.ids.length);
    expect(found.newest ?? found.updated[0]).toBe(found.updated[0]);
    expect(new URL(found.self ?? "").pathname).toBe(address);
  }
  const etag = (await request.get("/feeds/events/makiivka-2023/corrections.atom")).headers().etag ?? "";
  const again = { headers: { "If-None-Match": etag } };
  expect((await request.get("/feeds/events/makiivka-2023/corrections.atom", again)).status()).toBe(304);
  expect((await request.get("/feeds/events/no-such-event/corrections.atom")).status()).toBe(404);
});
