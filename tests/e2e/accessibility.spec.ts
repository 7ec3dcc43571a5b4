import { expect, findPages, test, violationsOn } from "./watched";

// Tests of their own look at two of these, opened; the third differs from the event in its axis alone.
const SEEN_ELSEWHERE =
  /^(origins of an event|event, each figure with each|event, linear, with unnamed claimants)$/;

for (const half of [0, 1]) {
  test(`every page can be read by everybody: axe finds nothing, and none scrolls sideways at 320, 360 or 1280 px (${half + 1} of 2)`, async ({
    page,
  }) => {
    test.setTimeout(120_000);
    const pages = Object.entries(await findPages(page)).filter((_, i) => i % 2 === half);
    for (const [name, address] of pages) {
      await page.goto(address);
      if (!SEEN_ELSEWHERE.test(name)) expect(await violationsOn(page), name).toEqual([]);
      for (const width of [320, 360, 1280]) {
        await page.setViewportSize({ width, height: 800 });
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        expect(overflow, `${name} at ${width} px`).toBeLessThanOrEqual(0);
      }
    }
  });
}

test("nor does it in the dark, on the pages that together use every colour", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  const { event, claim, method, "claims list": claims } = await findPages(page);
  for (const address of [event, claim, method, claims]) {
    await page.goto(address ?? "");
    // Nothing but colours differs in the dark.
    expect(await violationsOn(page, "contrast"), address).toEqual([]);
  }
});

test("nor where the scripts of the page that has most never run", async ({ page, browser, baseURL }) => {
  const { event } = await findPages(page);
  // axe itself is a script, so JavaScript as such must be on: only what the site sends is kept away.
  const context = await browser.newContext({ baseURL });
  const reader = await context.newPage();
  await reader.route("**/*.js", (route) => route.abort());
  await reader.goto(event ?? "");
  expect(await violationsOn(reader, "structure")).toEqual([]);
  await context.close();
});

test("the arrow keys move between the marks, and the mark is told in a sentence", async ({ page }) => {
  await page.goto("/en/events/makiivka-2023");
  const marks = page.getByRole("figure").first().locator(".chart-plot a").filter({ visible: true });
  const told = page.locator(".chart-told").first();
  await expect(told).toBeVisible();
  await marks.first().focus();
  await expect(told).toContainText((await marks.first().getAttribute("aria-label")) ?? "");
  await page.keyboard.press("ArrowDown");
  await expect(marks.nth(1)).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await expect(marks.first()).toBeFocused();
});

test("the keyboard alone reaches the content, the navigation and every mark of the chart", async ({
  page,
}) => {
  await page.goto("/en/events/makiivka-2023");
  await page.keyboard.press("Tab");
  await expect(page.locator(":focus")).toHaveAttribute("href", "#content");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/#content$/);

  const marks = page.getByRole("link", { name: /, stated / });
  const visible = await marks.filter({ visible: true }).count();
  expect(visible).toBeGreaterThanOrEqual(7);
  for (const mark of await marks.filter({ visible: true }).all()) {
    await mark.focus();
    await expect(mark).toBeFocused();
  }
});
