import { EVENT, expect, test } from "./watched";

test("R7: the event page heads with the range, its claimants and its dates", async ({ page }) => {
  await page.goto(EVENT);
  const main = page.getByRole("main");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Makiivka");
  await expect(main).toContainText(/89\s*(–|to)\s*400/);
  await expect(main).toContainText("Russian Ministry of Defence");
  await expect(main).toContainText("Strategic communications department");
});

test("R32: the strike is told as 1 January in Moscow and 31 December in Kyiv and UTC", async ({ page }) => {
  await page.goto(EVENT);
  const head = page.getByRole("main").getByRole("article").first();
  await expect(head).toContainText("1 January 2023");
  await expect(head).toContainText("00:01");
  await expect(head).toContainText("31 December");
  await expect(head).toContainText("Kyiv");
  await expect(head).toContainText("UTC");
});

test("R9: the documented minimum is its own figure and is flagged where it exceeds a current one", async ({
  page,
}) => {
  await page.goto(EVENT);
  const main = page.getByRole("main");
  await expect(main).toContainText("Documented minimum");
  await expect(main).toContainText(/at least 92/);
  await expect(main).toContainText(
    /documented minimum.*is above the current figure of Russian Ministry of Defence: 89/,
  );
});

test("R7: unnamed claimants widen the range only when asked for", async ({ page }) => {
  await page.goto(EVENT);
  await page
    .getByRole("link", { name: /unnamed claimants/i })
    .first()
    .click();
  await expect(page).toHaveURL(/anonymous=1/);
  await expect(page.getByRole("main")).toContainText(/89\s*(–|to)\s*500/);
});

test("the scale changes by a link, and every mark says its whole name", async ({ page }) => {
  await page.goto(EVENT);
  await page
    .getByRole("link", { name: /even steps/i })
    .first()
    .click();
  await expect(page).toHaveURL(/scale=linear/);
  const mark = page.getByRole("link", {
    name: /Russian Ministry of Defence, 89.*stated 4 January 2023.*unverified/i,
  });
  await expect(mark.filter({ visible: true }).first()).toBeVisible();
});

test("a reader goes from home to a claim's whole record, and back to its event", async ({ page }) => {
  await page.goto("/en");
  await page
    .getByRole("link", { name: /Strike on the vocational school/ })
    .first()
    .click();
  await expect(page).toHaveURL(EVENT);
  await page
    .getByRole("link", { name: /Russian Ministry of Defence, 89/ })
    .filter({ visible: true })
    .first()
    .click();
  await expect(page).toHaveURL(/\/en\/claims\/[a-z0-9]+$/);
  const main = page.getByRole("main");
  await expect(main).toContainText("63");
  await expect(main).toContainText("Sputnik");
  await expect(main).toContainText("Demonstration editor");
  await page
    .getByRole("link", { name: /Strike on the vocational school/ })
    .first()
    .click();
  await expect(page).toHaveURL(new RegExp(`${EVENT}`));
});

test.describe("with JavaScript off", () => {
  test.use({ javaScriptEnabled: false });

  test("the claims list filters by its form, and the address holds the filters", async ({ page }) => {
    await page.goto("/en/claims");
    const form = page.getByRole("form", { name: "Filter" });
    await form.getByRole("searchbox").fill("Гиркин");
    await form.getByRole("button", { name: "Show" }).click();
    await expect(page).toHaveURL(/q=/);
    const rows = page.getByRole("main").getByRole("row");
    await expect(rows.filter({ hasText: "hundreds" })).toHaveCount(1);
    await expect(rows.filter({ hasText: "Igor Girkin" })).toHaveCount(4);
    await expect(rows).toHaveCount(5);
  });

  test("a search without a match says so and clears", async ({ page }) => {
    await page.goto("/en/claims?q=nothingmatchesthis");
    await page.getByRole("link", { name: /clear/i }).first().click();
    await expect(page).toHaveURL("/en/claims");
  });

  test("the theme is a choice that stays, without a script", async ({ page }) => {
    await page.goto("/en");
    await page.getByRole("combobox", { name: "Colours" }).selectOption("dark");
    await page.getByRole("button", { name: "Apply" }).click();
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
    await page.goto(EVENT);
    await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  });
});
