import type { Locator, Page } from "@playwright/test";
import { overlapsIn } from "./overlaps";
import { EVENT, expect, test, violationsOn } from "./watched";

const CLAIMANT = "/en/claimants/russian-ministry-of-defence";

function timelineOn(page: Page): Locator {
  return page.getByRole("figure", { name: /the figures of .*Russian Ministry of Defence.* over time/ });
}

function markIn(figure: Locator, name: RegExp): Locator {
  return figure.getByRole("link", { name }).filter({ visible: true });
}

const FIRST = /Ministry of Defence.*, .*63.*Russian servicemen killed.*stated .*2 January 2023.*superseded/;
const SECOND = /Ministry of Defence.*, .*89.*Russian servicemen killed.*stated .*4 January 2023.*current/;

async function placeOf(mark: Locator): Promise<{ x: number; y: number }> {
  const box = await mark.locator("circle").first().boundingBox();
  if (!box) throw new Error("The mark is not drawn.");
  return box;
}

test("R18: a reader comes from the event to how a claimant's figure changed: 63, then 89", async ({
  page,
}) => {
  await page.goto(EVENT);
  await page
    .getByRole("main")
    .getByRole("link", { name: "Russian Ministry of Defence", exact: true })
    .first()
    .click();
  await expect(page).toHaveURL(CLAIMANT);
  const section = page.locator("#how-its-figures-changed");
  await expect(section.getByRole("heading", { level: 2 })).toHaveText("How its figures changed");
  await expect(section.getByRole("heading", { level: 3 }).getByRole("link")).toHaveAttribute("href", EVENT);

  const figure = timelineOn(page);
  const [first, second] = [await placeOf(markIn(figure, FIRST)), await placeOf(markIn(figure, SECOND))];
  // Later is to the right, and more is higher.
  expect(second.x).toBeGreaterThan(first.x);
  expect(second.y).toBeLessThan(first.y);
  await expect(markIn(figure, FIRST)).toContainText("63");
  await expect(markIn(figure, SECOND)).toContainText("4 Jan");
});

test("the table beside it says the same in words, with who says what else", async ({ page }) => {
  await page.goto(CLAIMANT);
  const section = page.locator("#how-its-figures-changed");
  const rows = section.getByRole("table").getByRole("row");
  await expect(rows.nth(1)).toContainText("The first figure on file.");
  await expect(rows.nth(1)).toContainText("63");
  await expect(rows.nth(2)).toContainText(/89.*stated 4 Jan 2023.*Takes the place of 63, 2 Jan 2023/s);

  const others = section.getByRole("list").filter({ hasText: "BBC News Russian" });
  await expect(others.getByRole("listitem").filter({ hasText: "at least 92" })).toContainText(
    "stated 25 Jan 2023",
  );
  const unnamed = others.getByRole("listitem").filter({ hasText: "far fewer than 400" });
  await expect(unnamed).toContainText("claimant not identified");
});

test("every mark leads to its claim", async ({ page }) => {
  await page.goto(CLAIMANT);
  await markIn(timelineOn(page), SECOND).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/en\/claims\/[a-z0-9]+$/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("89");
});

test("at 320, 360, 700 and 1280 px nothing scrolls sideways, and no label stands on another", async ({
  page,
}) => {
  await page.goto(CLAIMANT);
  await page.evaluate(() => document.fonts.ready);
  for (const width of [320, 360, 700, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, `${width} px`).toBeLessThanOrEqual(0);
    await expect(markIn(timelineOn(page), FIRST), `${width} px`).toContainText("63");
    await expect(markIn(timelineOn(page), SECOND), `${width} px`).toContainText("89");
    expect(await overlapsIn(timelineOn(page)), `${width} px`).toEqual([]);
  }
});

test("everybody can read it, also in the dark: axe finds nothing", async ({ page }) => {
  await page.goto(CLAIMANT);
  expect(await violationsOn(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await violationsOn(page, "contrast")).toEqual([]);
});

test("time keeps its direction from right to left, too", async ({ page }) => {
  await page.goto("/ar-XB/claimants/russian-ministry-of-defence");
  const figure = timelineOn(page);
  const [first, second] = [await placeOf(markIn(figure, FIRST)), await placeOf(markIn(figure, SECOND))];
  expect(second.x).toBeGreaterThan(first.x);
  expect(await violationsOn(page, "structure")).toEqual([]);
});

test("a claimant whose figures never changed has no such section", async ({ page }) => {
  await page.goto("/en/claimants/russian-ministry-of-defence");
  await page
    .locator("#how-its-figures-changed")
    .getByRole("link", { name: "BBC News Russian", exact: true })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("BBC News Russian");
  await expect(page.locator("#how-its-figures-changed")).toHaveCount(0);
});
