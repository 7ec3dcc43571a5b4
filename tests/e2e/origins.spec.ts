import type { Locator } from "@playwright/test";
import { EVENT, expect, test, violationsOn } from "./watched";

const ORIGINS = `${EVENT}/origins`;

/** The addresses of the reports, or of the claims, that a part of the page leads to. */
async function addressesIn(part: Locator, kind: "reports" | "claims"): Promise<string[]> {
  const links = await part
    .locator(`a[href*="/${kind}/"]`)
    .evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  return [...new Set(links)].toSorted();
}

test("the event page leads to what its figures rest on, and back", async ({ page }) => {
  await page.goto(EVENT);
  await page.getByRole("link", { name: "6 origins" }).click();
  await expect(page).toHaveURL(`${ORIGINS}#killed`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/What rests on what: Strike/);
  await page
    .getByRole("navigation", { name: "You are here" })
    .getByRole("link", { name: /Strike/ })
    .click();
  await expect(page).toHaveURL(EVENT);
});

test("R8: the drawing and its list tell of the same reports, and of as many as the sentence above them", async ({
  page,
}) => {
  await page.goto(ORIGINS);
  const killed = page.locator("#killed");
  await expect(killed).toContainText("14 reports, resting on 6 origins");
  await expect(killed).toContainText("8 figures by 7 claimants");
  const [drawing, list] = [killed.locator("svg.only-wide"), killed.locator("details")];
  for (const kind of ["reports", "claims"] as const)
    expect(await addressesIn(drawing, kind)).toEqual(await addressesIn(list, kind));
  expect(await addressesIn(list, "reports")).toHaveLength(14);
  expect(await addressesIn(list, "claims")).toHaveLength(8);
});

test("every mark says its whole name and leads to its record", async ({ page }) => {
  await page.goto(ORIGINS);
  const drawing = page.getByRole("figure", { name: /servicemen killed: which reports/ });
  const mark = (name: RegExp) => drawing.getByRole("link", { name }).filter({ visible: true });
  await expect(mark(/^Russian Ministry of Defence: origin of 2 claims in 5 reports/)).toHaveCount(1);
  await expect(mark(/^Kyiv Independent, 2 Jan 2023: .*carries 63, had it from RIA Novosti/)).toHaveCount(1);
  await expect(mark(/^Sputnik, .*carries 89, via Sergei Sevryukov/)).toHaveCount(1);
  // R17: two who are not named, known through one publication.
  await expect(mark(/^Unnamed, via Deutsche Welle: origin of 2 claims in 2 reports/)).toHaveCount(1);
  await mark(/^Russian Ministry of Defence, 63, stated 2 January 2023, unverified, superseded/).click();
  await expect(page).toHaveURL(/\/en\/claims\/[a-z0-9]+$/);
  await expect(page.getByRole("main")).toContainText("63");
});

test("R15: a figure that nobody is named for says that its origin is not found, and why", async ({
  page,
}) => {
  await page.goto(ORIGINS);
  const vigil = page.locator("#at-the-vigil-in-samara");
  await expect(vigil).toContainText("reportedly 200");
  await expect(vigil).toContainText(/Origin not found: .*nobody named/);
});

test("the keyboard reaches every mark, in the order of reading", async ({ page }) => {
  await page.goto(ORIGINS);
  const marks = page.locator("#killed svg.only-wide a");
  const names = await marks.evaluateAll((all) => all.map((mark) => mark.getAttribute("aria-label")));
  expect(names.length).toBeGreaterThanOrEqual(6 + 8 + 14);
  await marks.first().focus();
  for (const name of names.slice(1)) {
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe(name);
  }
});

for (const [width, theme, what] of [
  [1280, "light", "all"],
  [1280, "dark", "contrast"],
] as const) {
  test(`axe finds nothing at ${width} px in ${theme} colours, the lists opened`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    await page.setViewportSize({ width, height: 800 });
    await page.goto(ORIGINS);
    for (const closed of await page.locator("summary").filter({ visible: true }).all()) await closed.click();
    expect(await violationsOn(page, what)).toEqual([]);
  });
}

test("nothing scrolls sideways at any width", async ({ page }) => {
  await page.goto(ORIGINS);
  for (const width of [320, 360, 600, 640, 768, 960, 1024, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, `${width} px`).toBeLessThanOrEqual(0);
  }
});

test.describe("with JavaScript off", () => {
  test.use({ javaScriptEnabled: false });

  test("a telephone shows the list in the place of the drawing", async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 800 });
    await page.goto(ORIGINS);
    const killed = page.locator("#killed");
    await expect(killed.locator("svg.only-wide")).toBeHidden();
    await expect(killed.locator("svg.only-medium")).toBeHidden();
    await expect(killed.getByRole("link", { name: "Sputnik" })).toBeVisible();
    await expect(killed.getByRole("link", { name: "Unnamed, via Deutsche Welle" })).toBeVisible();
  });

  test("a wide screen shows the drawing, and the list when asked", async ({ page }) => {
    await page.goto(ORIGINS);
    const killed = page.locator("#killed");
    await expect(killed.getByRole("link", { name: /^Sputnik, 4 Jan 2023/ })).toBeVisible();
    const listed = killed.locator("details").getByRole("link", { name: "Sputnik" });
    await expect(listed).toBeHidden();
    await killed.locator("summary").click();
    await expect(listed).toBeVisible();
  });
});

test("from right to left the origins stand at the right, and the reports at their left", async ({ page }) => {
  await page.goto(`/ar-XB/events/makiivka-2023/origins`);
  const drawing = page.locator("#killed svg.only-wide");
  const [origin, report] = [drawing.locator("a").first(), drawing.locator('a[href*="/reports/"]').first()];
  const [first, last] = [await origin.boundingBox(), await report.boundingBox()];
  expect(first?.x).toBeGreaterThan((last?.x ?? Infinity) + (last?.width ?? 0));
});

test("404: an event that is not there has no origins", async ({ page }) => {
  const response = await page.goto("/en/events/no-such-event/origins");
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});
