import { storageStateOf } from "./signed-in";
import { expect, test, violationsOn } from "./watched";

test("a journalist takes the claims out of an article: one claimant corrected, one claim rejected, the rest saved as drafts that readers do not see", async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({
    storageState: await storageStateOf(browser, "journalist", String(baseURL)),
  });
  const page = await context.newPage();
  await page.goto("/en/desk/articles/new");
  await page.getByRole("link", { name: "Try it with an example text" }).click();
  await expect(page.getByLabel("Text of the article")).toHaveValue(/63 of its servicemen/);
  expect(await violationsOn(page)).toEqual([]);
  // A report of its own for each run.
  await page.getByLabel("Title").fill(`Tolls of Makiivka ${Date.now()}`);
  await page.getByRole("button", { name: "Find the claims" }).click();
  await expect(page.getByText("9 figures and 5 statements were found.")).toBeVisible();

  const rows = page.locator("li[data-row]");
  await expect(rows).toHaveCount(14);
  // By keyboard: to the first row, then on and on.
  const decided = async (key: string) => {
    await page.keyboard.press("j");
    await page.keyboard.press(key);
  };
  await decided("a");
  await expect(rows.nth(0).getByLabel("Accept")).toBeChecked();
  await expect(rows.nth(0).getByLabel("Perhaps on file already")).toContainText(
    "Russian Ministry of Defence",
  );
  await decided("r");
  await expect(rows.nth(1).getByLabel("Reject")).toBeChecked();

  // The vigil has nobody who is named: the publication said it.
  const vigil = rows.last();
  await expect(vigil.getByText("Nobody is named as saying this")).toBeVisible();
  await vigil.getByText("Change", { exact: true }).click();
  await vigil.getByLabel("Name of a new claimant").fill("Samara city council");
  await vigil.getByLabel("Kind of a new claimant").selectOption("government_body");
  await vigil.getByLabel("Figure in its words").fill("about 200");
  await expect(vigil.getByText("Read as: about 200")).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
  await page.reload();
  await expect(rows.nth(1).getByLabel("Reject")).toBeChecked();
  await page.getByRole("button", { name: "Accept all left" }).click();
  await expect(page.getByText("14 of 14 decided.")).toBeVisible();
  await page.getByRole("button", { name: "Save accepted claims (13)" }).click();

  await expect(page.getByText(/^The claims of the article are on file as drafts/)).toBeVisible();
  await expect(page.getByText("Samara city council").first()).toBeVisible();
  const reader = await browser.newContext();
  const event = await (await reader.request.get("/en/events/makiivka-2023")).text();
  expect(event).not.toContain("Samara city council");
  await Promise.all([context.close(), reader.close()]);
});

test("an address that cannot be read says why, and keeps what was typed", async ({ browser, baseURL }) => {
  const context = await browser.newContext({
    storageState: await storageStateOf(browser, "journalist", String(baseURL)),
  });
  const page = await context.newPage();
  await page.goto("/en/desk/articles/new?event=makiivka-2023");
  await page.getByLabel("Address").fill("http://10.0.0.1/secret");
  await page.getByLabel("Title").fill("Kept");
  await page.getByRole("button", { name: "Read the address" }).click();
  await expect(page.getByText("The address does not lead to a public site").first()).toBeVisible();
  await expect(page.getByLabel("Title")).toHaveValue("Kept");
  await expect(page.getByLabel("Text of the article")).toBeVisible();
  await context.close();
});
