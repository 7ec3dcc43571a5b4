import { EVENT, expect, test, violationsOn } from "./watched";

const RELATIONS = `${EVENT}?relations=killed`;

test.describe("with JavaScript off", () => {
  test.use({ javaScriptEnabled: false });

  test("R6: each figure is set against each other on demand, and every pair says why and as of when", async ({
    page,
  }) => {
    await page.goto(EVENT);
    await expect(page.getByRole("heading", { name: "Each figure with each other" })).toHaveCount(0);
    await page.locator("#killed").getByRole("link", { name: "Compare each with each" }).click();
    await expect(page).toHaveURL(`${RELATIONS}#relations-killed`);

    const matrix = page.getByRole("table", { name: /every current figure against every other/ });
    await expect(matrix.getByRole("row")).toHaveCount(7);
    await matrix.getByRole("link", { name: "incompatible 89 with at least 92" }).click();
    await expect(page).toHaveURL(/relations=killed#pair-/);
    const reasons = page.locator(":target");
    await expect(reasons).toContainText(
      "“89” (Russian Ministry of Defence, as stated on 4 January 2023) and “at least 92” (BBC News Russian, as stated on 25 January 2023) are incompatible, since for comparison one ends at 89 and the other begins at 92: nothing lies in both (“at least 92” is a documented count, so a floor: 92 and more).",
    );

    await page.getByRole("link", { name: "Close the comparison" }).first().click();
    await expect(page).toHaveURL(`${EVENT}#killed`);
    await expect(page.getByRole("heading", { name: "Each figure with each other" })).toHaveCount(0);
  });

  test("R6: what counts something else is named with the parts in which it differs", async ({ page }) => {
    await page.goto(RELATIONS);
    const others = page.locator("#relations-killed section").filter({ hasText: "Not comparable" });
    await expect(others.getByRole("link", { name: "Russian servicemen injured" })).toBeVisible();
    await expect(others).toContainText("differs in the kinds counted");
    await expect(others).toContainText("differs in the area and the period");
    await expect(others.getByRole("link", { name: /Igor Girkin/ })).toHaveAttribute("href", /\/en\/claims\//);
  });

  test("R7: the table says of each figure whether it is in the headline range, and leads to why", async ({
    page,
  }) => {
    await page.goto(EVENT);
    const row = (claimant: string) =>
      page.locator("#killed").getByRole("row").filter({ hasText: claimant }).first();
    await expect(row("Russian Ministry of Defence")).toContainText("In the headline range");
    await expect(row("Idel.Realii")).toContainText(
      "Not in the headline range: a documented count stands on its own line",
    );
    await row("Operational Reports")
      .getByRole("link", { name: /Not in the headline range/ })
      .click();
    await expect(page).toHaveURL("/en/method#headline-anonymous");
    await expect(page.locator(":target")).toContainText("The headline range uses identified claimants only.");
  });
});

test("the comparison keeps the scale and the claimants that were chosen", async ({ page }) => {
  await page.goto(`${EVENT}?scale=linear&anonymous=1`);
  await page.locator("#killed").getByRole("link", { name: "Compare each with each" }).click();
  await expect(page).toHaveURL(`${EVENT}?scale=linear&anonymous=1&relations=killed#relations-killed`);
});

test("a measure that has nothing to compare offers no comparison, nor does an address that names none", async ({
  page,
}) => {
  for (const slug of ["injured", "nothing-like-it", ""]) {
    await page.goto(`${EVENT}?relations=${slug}`);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Makiivka");
    await expect(page.getByRole("heading", { name: "Each figure with each other" })).toHaveCount(0);
  }
  await expect(page.locator("#injured").getByRole("link", { name: "Compare each with each" })).toHaveCount(0);
});

test("the keyboard alone reaches a pair and its reasons", async ({ page }) => {
  await page.goto(RELATIONS);
  const pair = page.getByRole("link", { name: "compatible 83 with 89", exact: true });
  await pair.focus();
  await expect(pair).toBeInViewport({ ratio: 1 });
  await page.keyboard.press("Enter");
  await expect(page.locator(":target")).toBeInViewport();
});

for (const [address, scheme, what] of [
  [RELATIONS, "light", "all"],
  [RELATIONS, "dark", "contrast"],
] as const) {
  test(`${address} in ${scheme} can be read by everybody, and scrolls sideways only inside its table`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: scheme });
    await page.goto(address);
    for (const width of [1280, 320, 360]) {
      await page.setViewportSize({ width, height: 800 });
      await expect(page.locator(".matrix")).toBeVisible();
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, `${width} px`).toBeLessThanOrEqual(0);
    }
    expect(await violationsOn(page, what)).toEqual([]);
  });
}
