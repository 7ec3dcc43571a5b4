import type { Locator, Page } from "@playwright/test";
import type { CrowdedEvent } from "../support/load-crowded-event";
import { loadWorld } from "./load-world";
import { cutOffIn, overlapsIn } from "./overlaps";
import { expect, test } from "./watched";

const CASES = ["makiivka-2023", "olenivka-2022", "al-asad-2020", "hurricane-maria-2017", "derna-2023"];

/** "Ministry, 89 killed, stated 4 January 2023, unverified, current": who, how many, when, and in which states. */
const FULL_NAME =
  /^.+, .+, .*(stated|described|as of) .*\d{4}.*, .*(unverified|corroborated|documented|refuted|unverifiable).*, .*(current|superseded|replaced|corrected|retracted)/s;

// One worker, so that the crowded event is made once.
test.describe.configure({ mode: "default" });

let crowded: CrowdedEvent;
test.beforeAll(() => {
  crowded = loadWorld("load-crowded-event");
});

function marksOf(page: Page): Locator {
  return page.locator("figure svg a").filter({ visible: true });
}

async function expectLegible(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  const figures = await page.locator("main figure").filter({ visible: true }).all();
  expect(figures.length).toBeGreaterThan(0);
  for (const figure of figures) {
    expect(await overlapsIn(figure)).toEqual([]);
    expect(await cutOffIn(figure)).toEqual([]);
  }
  const names = await marksOf(page).evaluateAll((marks) =>
    marks.map((mark) => mark.getAttribute("aria-label") ?? ""),
  );
  expect(names.filter((name) => !FULL_NAME.test(name))).toEqual([]);
}

for (const part of ["", "/timeline"]) {
  test(`at 360 px nothing overlaps on the ${part.slice(1) || "chart"} of any case, and every mark has its full name`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 360, height: 800 });
    for (const slug of CASES) {
      await page.goto(`/en/events/${slug}${part}`);
      await expectLegible(page);
    }
  });

  test(`a hundred claims of one measure stay legible on the ${part.slice(1) || "chart"}`, async ({
    page,
  }) => {
    for (const width of [360, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(`/en/events/${crowded.slug}${part}`);
      await expectLegible(page);
      expect(await marksOf(page).count()).toBeGreaterThanOrEqual(100);
    }
  });
}

test("the arrows lead through all hundred marks of a chart", async ({ page }) => {
  await page.goto(`/en/events/${crowded.slug}`);
  const marks = marksOf(page);
  const count = await marks.count();
  await marks.first().focus();
  for (let i = 1; i < count; i += 1) await page.keyboard.press("ArrowDown");
  await expect(marks.last()).toBeFocused();
});
