import { VERIFICATIONS } from "../../lib/vocabulary";
import messages from "../../messages/en.json" with { type: "json" };
import { storageStateOf } from "./signed-in";
import { EVENT, expect, test } from "./watched";

const WORDS = VERIFICATIONS.map((code) => messages.verification[code].label);

test("the words of verification are the same, in the same order, wherever they are listed", async ({
  page,
  browser,
  baseURL,
}) => {
  await page.goto("/en/method");
  const explained = page.locator("#verification dt");
  // Beside the word stands its shape, which for "unverifiable" is a letter.
  expect((await explained.allInnerTexts()).map((text) => text.trim().split("\n").at(-1))).toEqual(WORDS);

  await page.goto("/en/claims");
  const offered = page.getByLabel("Verification").locator("option");
  expect((await offered.allInnerTexts()).slice(1)).toEqual(WORDS);

  await page.goto(EVENT);
  const legend = page.locator("details").filter({ hasText: "How to read the marks" }).first();
  for (const word of WORDS) expect(await legend.textContent()).toContain(word);

  const editor = await browser.newContext({
    baseURL,
    storageState: await storageStateOf(browser, "editor", baseURL ?? ""),
  });
  const desk = await editor.newPage();
  const claim = await page.getByRole("main").locator('a[href^="/en/claims/"]').first().getAttribute("href");
  await desk.goto(`/en/desk/claims/${claim?.split("/").at(-1)?.split("#")[0]}/assess`);
  const choices = desk.locator('input[type="radio"][name="status"]');
  expect(await choices.evaluateAll((all) => all.map((input) => (input as HTMLInputElement).value))).toEqual([
    ...VERIFICATIONS,
  ]);
  await editor.close();
});
