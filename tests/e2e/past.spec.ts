import { createHash } from "node:crypto";
import { EVENT, expect, test } from "./watched";

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a reader goes from an event to what was known on a day, and to what this site showed (R7, R24)", async ({
    page,
  }) => {
    await page.goto(EVENT);
    await page.getByText("See the event as it stood on an earlier day").click();
    await page.getByLabel("As of").fill("2023-01-03");
    await page.getByRole("button", { name: "Show" }).click();
    await expect(
      page.getByRole("heading", { name: "What was known by the end of 3 January 2023" }),
    ).toBeVisible();
    const killed = page.locator("#killed");
    await expect(killed.getByText("63 – 400")).toBeVisible();
    await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", /noindex/);
    await expect(page.locator('link[rel="canonical"]')).toHaveAttribute("href", new RegExp(`${EVENT}$`));

    // The charts of the past are switched in the past.
    await killed.getByRole("link", { name: "Even steps instead" }).click();
    await expect(page).toHaveURL(/scale=linear.*asOf=2023-01-03/);
    await page.getByRole("link", { name: /^Later/ }).click();
    await expect(page).toHaveURL(/scale=linear.*asOf=2023-01-04/);
    await expect(killed.getByText("89 – 400")).toBeVisible();

    await page.goto(`${EVENT}?asOf=2040-01-01`);
    await page.getByRole("link", { name: /What this site showed then/ }).click();
    await expect(page).toHaveURL(/\/v\/\d+$/);
    await expect(page.getByText(/^Version (\d+) of \1$/)).toBeVisible();
    const file = page.getByRole("link", { name: /\/export\/events\/.*\.json$/ });
    const answer = await page.request.get((await file.getAttribute("href")) ?? "");
    const sha256 = createHash("sha256")
      .update(await answer.body())
      .digest("hex");
    await expect(page.getByText(sha256)).toBeVisible();
    await page.getByRole("link", { name: /, before it$/ }).click();
    await expect(page.getByRole("link", { name: /, after it$/ })).toBeVisible();
    await page.getByRole("link", { name: "The event as it is now" }).click();
    await expect(page).toHaveURL(new RegExp(`${EVENT}$`));
  });

  test("what is not a day is said at its field, and the present is told", async ({ page }) => {
    await page.goto(`${EVENT}?asOf=yesterday`);
    await expect(page.getByLabel("As of")).toHaveValue("yesterday");
    await expect(page.getByLabel("As of")).toHaveAccessibleDescription(/We do not understand this as a day/);
    await expect(page.locator("#killed").getByText("89 – 400")).toBeVisible();
    await page.goto(`${EVENT}?asOf=2020-01-01`);
    await expect(page.getByText("Nothing on file had been stated yet")).toBeVisible();
  });
});

test("by keyboard, the slider tells a moment, and Enter opens it", async ({ page }) => {
  await page.goto(`${EVENT}?asOf=2023-01-03`);
  const slider = page.getByRole("slider", { name: "Moment" });
  await slider.focus();
  await page.keyboard.press("ArrowRight");
  await expect(slider).toHaveAttribute("aria-valuetext", /4 Jan 2023.*89, Russian Ministry of Defence/);
  await expect(page).toHaveURL(/asOf=2023-01-03/);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/asOf=2023-01-04/);
});
