import { expect, test, violationsOn } from "./watched";

// The pseudo-locale sets the English texts from right to left; the server of the tests turns it on.
const PAGES = [
  "/ar-XB",
  "/ar-XB/events/makiivka-2023",
  "/ar-XB/events/makiivka-2023?relations=killed",
  "/ar-XB/events/makiivka-2023/origins",
  "/ar-XB/events/makiivka-2023/history",
  "/ar-XB/claimants/russian-ministry-of-defence",
  "/ar-XB/claims",
  "/ar-XB/method",
];

test("every kind of page mirrors at 1280 and 360 px: nothing is cut off, and axe finds nothing", async ({
  page,
}) => {
  test.setTimeout(120_000);
  for (const address of PAGES) {
    await page.goto(address);
    for (const width of [1280, 360]) {
      await page.setViewportSize({ width, height: 800 });
      await expect(page.locator("html"), address).toHaveAttribute("dir", "rtl");
      const title = await page.getByRole("heading", { level: 1 }).boundingBox();
      const main = await page.getByRole("main").boundingBox();
      if (!title || !main) throw new Error(`${address} has no heading to look at.`);
      expect(title.x, address).toBeGreaterThanOrEqual(0);
      // The title begins at the right edge of the page's column.
      expect(main.x + main.width - (title.x + title.width), address).toBeLessThan(40);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
        address,
      ).toBeLessThanOrEqual(0);
    }
    expect(await violationsOn(page, "structure"), address).toEqual([]);
  }
});

test("the axis of figures keeps its direction: zero at the left", async ({ page }) => {
  await page.goto("/ar-XB/events/makiivka-2023");
  const placeOf = async (name: RegExp) => {
    const mark = page.getByRole("link", { name }).filter({ visible: true }).first();
    const box = await mark.locator("circle").first().boundingBox();
    if (!box) throw new Error(`No mark is drawn for ${name}.`);
    return box.x;
  };
  expect(await placeOf(/Russian Ministry of Defence.*\b89\b.*stated .*current/)).toBeLessThan(
    await placeOf(/Strategic communications.*\b400\b.*stated/),
  );
});
