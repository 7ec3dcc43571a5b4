import { EVENT, expect, test } from "./watched";

const KILLED = "#killed .figure-table";

test.describe("with JavaScript off", () => {
  test.use({ javaScriptEnabled: false });

  test("figures ticked on the page of an event are compared, and those that count something else kept apart (R6)", async ({
    page,
  }) => {
    await page.setViewportSize({ width: 360, height: 800 });
    await page.goto(EVENT);
    await expect(page.getByText("Ticked to compare")).toBeHidden();
    for (const name of [
      /^Compare: 89, Russian Ministry/,
      /^Compare: 400, Strategic/,
      /^Compare: hundreds, Igor/,
    ])
      await page.getByRole("checkbox", { name }).check();
    await page.locator(KILLED).getByRole("button", { name: "Compare the ticked claims" }).click();

    await expect(page).toHaveURL(/\/en\/compare\?claim=\w+&claim=\w+&claim=\w+$/);
    const chart = page.getByRole("figure", { name: /Russian servicemen killed, .*by claimant/ });
    await expect(chart.getByRole("listitem")).toHaveCount(2);
    await expect(
      page.getByText("The greatest number said by the two, 400, is about 4.5 times the least, 89."),
    ).toBeVisible();
    const apart = page.getByRole("heading", { name: "Not on one axis" }).locator("..");
    await expect(apart).toContainText("They differ in the kinds counted.");
    await expect(apart).toContainText(
      "“hundreds” (Igor Girkin, as stated on 2 January 2023) are incomparable",
    );
    const row = page
      .getByRole("table", { name: /Claimants and what they counted/ })
      .getByRole("row", { name: /Igor Girkin/ });
    await expect(row).toContainText("hundreds");
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);

    await page.getByRole("link", { name: /“hundreds”, Igor Girkin.*Remove/ }).click();
    await expect(page.getByRole("heading", { name: "Not on one axis" })).toHaveCount(0);

    await page.getByRole("searchbox", { name: /Name of a claimant/ }).fill("girkin");
    await page.getByRole("button", { name: "Find" }).click();
    await page.getByRole("checkbox", { name: /^Igor Girkin/ }).check();
    await page.getByRole("button", { name: "Add what is ticked" }).click();
    await expect(page).toHaveURL(/claim=\w+&claim=\w+&claimant=igor-girkin$/);
    await expect(page.getByRole("heading", { name: "Not on one axis" })).toBeVisible();

    // With nothing chosen there is a comparison to begin with.
    await page.getByRole("link", { name: "Start again" }).click();
    await page.getByRole("link", { name: /^Compare these 3/ }).click();
    await expect(page.getByRole("heading", { name: "Not on one axis" })).toBeVisible();
  });
});

test("what is ticked with the keyboard is kept from page to page, and the bar leads to its comparison", async ({
  page,
}) => {
  await page.goto(EVENT);
  const box = page.getByRole("checkbox", { name: /^Compare: 89, Russian Ministry/ });
  await box.focus();
  await page.keyboard.press("Space");
  const bar = page.getByRole("form", { name: "Ticked to compare" });
  await expect(bar.getByRole("status")).toHaveText("Ticked to compare: 1");

  await page.goto("/en/claims?q=Girkin&type=figure");
  await expect(bar.getByRole("status")).toHaveText("Ticked to compare: 1");
  await page.getByRole("checkbox", { name: /^Compare: hundreds, Igor Girkin/ }).check();
  await bar.getByRole("button", { name: "Compare", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/en\/compare\?claim=\w+&claim=\w+$/);
  await expect(page.getByRole("heading", { name: "Not on one axis" })).toBeVisible();
  await expect(bar).toBeHidden();

  await page.goto(EVENT);
  await expect(box).toBeChecked();
  await bar.getByRole("button", { name: "Untick all" }).click();
  await expect(box).not.toBeChecked();
  await expect(bar).toBeHidden();
});
