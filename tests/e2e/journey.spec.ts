import { expect, test } from "./watched";

const CLICKS_MAX = 4;

test("a reader who comes for the first time finds who said 400, whether it was corroborated, and how many origins there are", async ({
  page,
}) => {
  let clicks = 0;
  const click = async (name: string | RegExp) => {
    await page.getByRole("main").getByRole("link", { name }).filter({ visible: true }).first().click();
    clicks += 1;
  };
  await page.goto("/en");

  await click("Strike on the vocational school in Makiivka");
  // Who said it stands at the end of the range, above the fold, and on the row of the figure.
  const range = page.getByRole("main").locator("dl").first();
  await expect(range).toContainText(
    /400\s*Strategic communications department of the Armed Forces of Ukraine/,
  );
  const row = page.getByRole("row").filter({ hasText: "Strategic communications department" }).first();
  await expect(row).toContainText("400");
  await expect(row).toContainText("unverified");

  // Why not corroborated: the claim's own page names the tests.
  await row.getByRole("link", { name: "400", exact: true }).click();
  clicks += 1;
  await expect(page.getByRole("heading", { level: 1 })).toContainText("400");
  await expect(page.locator("#independence")).toBeVisible();

  // How many origins there are, and which.
  await click("Strike on the vocational school in Makiivka");
  await click(/\d+ origins/);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("main")).toContainText(/\d+ origins/);

  expect(clicks).toBeLessThanOrEqual(CLICKS_MAX);
  console.log(`Found in ${clicks} clicks from the first page.`);
});
