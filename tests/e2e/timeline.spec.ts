import { overlapsIn } from "./overlaps";
import { EVENT, expect, test } from "./watched";

test("a reader sees from the event who stated which figure when, what changed since, and a claim at its version", async ({
  page,
}) => {
  await page.goto(EVENT);
  await page.getByRole("link", { name: "Figures over time" }).click();
  await expect(page).toHaveURL(`${EVENT}/timeline`);
  const chart = page.getByRole("figure", { name: /Russian servicemen killed.*stated/ });
  const markOf = (name: RegExp) => chart.getByRole("link", { name }).filter({ visible: true });
  const [older, newer] = [
    markOf(/Ministry of Defence.*63 killed.*superseded/),
    markOf(/Ministry of Defence.*89 killed.*current/),
  ];
  await page.evaluate(() => document.fonts.ready);
  const [before, after] = [
    await older.locator("circle").boundingBox(),
    await newer.locator("circle").boundingBox(),
  ];
  // Later is to the right, and more is higher.
  expect(after?.x).toBeGreaterThan(before?.x ?? 0);
  expect(after?.y).toBeLessThan(before?.y ?? 0);
  for (const width of [320, 360, 700, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    expect(await overlapsIn(chart)).toEqual([]);
  }

  // The arrow keys go through the marks in the order of time.
  await older.focus();
  await page.keyboard.press("ArrowRight");
  await expect(older).not.toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect(older).toBeFocused();

  const row = page.getByRole("row").filter({ hasText: "Took the place of 63" });
  await expect(row).toContainText("89");

  await page.getByLabel("Changed since").fill("2023-01-03");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page).toHaveURL(/\/timeline\?since=2023-01-03/);
  const since = page.locator("#since");
  await expect(since.getByRole("heading", { level: 2 })).toHaveText("What changed since 3 January 2023");
  await expect(since.getByRole("listitem").filter({ hasText: "From 63" })).toContainText("up by 26.");
  await expect(since.getByRole("row").filter({ hasText: "Russian servicemen killed" }).first()).toContainText(
    "89",
  );

  await newer.click();
  await expect(page).toHaveURL(/\/claims\/[a-z0-9]+$/);
  await page
    .getByRole("link", { name: /^Version \d+$/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/v\/\d+$/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("89");
  await expect(page.getByText(/^Version \d+ of \d+$/)).toBeVisible();
  expect((await page.request.get(page.url().replace(/\d+$/, "1"))).status()).toBe(404);
});
