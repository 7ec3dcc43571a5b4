import { expect, test, violationsOn } from "./watched";

const EVENT = "/en/events/olenivka-2022";

test("R12: from the word corroborated a reader comes to the tests, each with its result and what it rests on", async ({
  page,
}) => {
  await page.goto(EVENT);
  await page.getByRole("link", { name: "corroborated", exact: true }).first().click();
  await expect(page).toHaveURL(/\/claims\/[0-9a-z]+#independence$/);

  const assessment = page.getByRole("article", { name: /Assessment 1/ });
  await expect(assessment).toContainText("Corroborated by 130, Daniil Bezsonov");
  const tests = assessment.getByRole("table", { name: "The tests of independence" });
  await expect(tests.getByRole("row")).toHaveCount(7);
  await expect(tests.getByRole("cell", { name: "passed" })).toHaveCount(6);
  expect(await violationsOn(page)).toEqual([]);
});

test("R16: a figure under an open suspicion of one origin says so, and with which other", async ({
  page,
}) => {
  await page.goto("/en/claims?event=olenivka-2022&q=around");
  await page
    .getByRole("link", { name: /around 40/ })
    .first()
    .click();
  await expect(page.getByText("possibly one origin")).toBeVisible();
  const failed = page.getByRole("row", { name: /no open suspicion of one origin failed/ });
  await expect(failed.getByRole("link", { name: /^40, Daniil Bezsonov/ })).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
});

test("R23: a denied figure says who recorded it and why, and who passed it on as its own", async ({
  page,
}) => {
  await page.goto("/en/claims?event=derna-2023&q=11,300");
  await page
    .getByRole("row", { name: /Libyan Red Crescent/ })
    .getByRole("link")
    .first()
    .click();
  const banner = page.getByRole("complementary", { name: "The named claimant denies having said this" });
  await expect(banner).toContainText("Recorded on");
  await expect(banner).toContainText("Passed on as its own by another: 11,300, UN Office");
});

test.describe("at 360 pixels", () => {
  test.use({ viewport: { width: 360, height: 800 } });
  test("the tests of independence fit", async ({ page }) => {
    await page.goto("/en/claims?event=olenivka-2022&q=around");
    await page
      .getByRole("link", { name: /around 40/ })
      .first()
      .click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
});
