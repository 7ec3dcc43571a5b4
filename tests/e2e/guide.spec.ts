import { EVENT, expect, test } from "./watched";

test("the guide explains the very chart of the event from which it was opened, row by row", async ({
  page,
}) => {
  await page.goto(EVENT);
  await page.getByRole("link", { name: "How to read this page" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("How to read this");
  const rows = page.locator(".numbered-chart .chart-row");
  const notes = page.locator(".numbered-chart + ol > li");
  expect(await notes.count()).toBe(await rows.count());
  for (const [i, row] of (await rows.locator(".chart-who > :first-child").allTextContents()).entries())
    await expect(notes.nth(i)).toContainText(row);
});

test("a word of state or a figure explains itself when it is pointed at or focused, until Escape", async ({
  page,
}) => {
  await page.goto(EVENT);
  const explained = page.locator(".explained");
  await page.getByRole("table").getByRole("link", { name: "unverified" }).first().hover();
  await expect(explained).toContainText("unverified: No editor has found evidence");
  // It can be pointed at itself.
  await explained.hover();
  await expect(explained).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(explained).toBeHidden();

  const figure = page.getByRole("table").getByRole("link", { name: "far fewer than 400" }).first();
  await figure.focus();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Tab");
  await expect(figure).toBeFocused();
  await expect(explained).toContainText("relative: Measured against another figure");
  await expect(figure).toHaveAccessibleDescription(/relative: Measured against another figure/);
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });
  test("a word of state leads to its explanation, and is described by it", async ({ page }) => {
    await page.goto(EVENT);
    const word = page.getByRole("table").getByRole("link", { name: "unverified" }).first();
    await expect(word).toHaveAccessibleDescription(/No editor has found evidence/);
    await word.click();
    await expect(page).toHaveURL(/\/en\/method#verification$/);
  });
});
