import { expect, test } from "./watched";

test("a reader searches with the keyboard, in another script, and comes to the event; and finds a claim by its words", async ({
  page,
}) => {
  await page.goto("/en");
  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox").filter({ visible: true })).toBeFocused();
  await page.keyboard.type("Макеевка");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/en\/search\?q=/);
  const events = page.getByRole("region", { name: /^Events/ });
  await expect(events.getByRole("link")).toHaveText(/Strike on the vocational school in Makiivka/);

  const field = page.getByRole("main").getByRole("searchbox");
  await field.fill("HIMARS rocket");
  await field.press("Enter");
  const claims = page.getByRole("region", { name: /^Claims/ });
  await expect(claims.locator("mark").first()).toHaveText(/HIMARS|rocket/i);
  await expect(claims.getByRole("listitem").first()).toContainText(/\d{4}/);
  await expect(claims.getByRole("listitem").first()).toContainText(/unverified|documented|corroborated/);
  await claims.getByRole("link").first().click();
  await expect(page).toHaveURL(/\/en\/claims\/[a-z0-9]+$/);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });
  test("a search that finds nothing says so and what to do; signs alone are no search", async ({ page }) => {
    await page.goto("/en/search?q=nothinglikethisanywhere");
    await expect(page.getByText("Nothing public fits")).toBeVisible();
    await page.getByRole("main").getByRole("searchbox").fill("?!");
    await page.getByRole("main").getByRole("button", { name: "Search" }).click();
    await expect(page.getByText("There is no word in this.")).toBeVisible();
  });
});
