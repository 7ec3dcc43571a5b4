import { storageStateOf } from "./signed-in";
import { EVENT, expect, test, violationsOn } from "./watched";

// The same words on the same claim are taken once a day.
const SAID = `The ministry gave this figure on 4 January, and the record says another day. (${Date.now()})`;
const LATER = `It was said a day later. (${Date.now()})`;

test("without JavaScript a reader reports an error in the ministry's 89, and an editor finds it and accepts it", async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(60_000);
  const context = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const reader = await context.newPage();
  await reader.goto(EVENT);
  await reader
    .getByRole("link", { name: /Russian Ministry of Defence.*\b89\b.*stated / })
    .first()
    .click();
  await reader.getByRole("link", { name: "Report an error in this record" }).click();
  await expect(reader.getByText("You need no account.")).toBeVisible();
  await reader.getByLabel("What is wrong").fill("Wrong.");
  await reader.getByLabel("How to reach you").fill("reader@example.org");
  await reader.getByRole("button", { name: "Send report" }).click();
  await expect(reader.getByLabel("What is wrong")).toHaveAccessibleDescription(/at least 10 characters/);
  await expect(reader.getByLabel("How to reach you")).toHaveValue("reader@example.org");
  await reader.getByLabel("What is wrong").fill(SAID);
  await reader.getByLabel("Where it can be checked").fill("example.org/briefing");
  await reader.getByRole("button", { name: "Send report" }).click();
  await expect(reader.getByRole("heading", { name: "Thank you" })).toBeVisible();
  const id = (await reader.getByText(/^R-[0-9a-z]{9}$/).textContent()) ?? "";

  await context.addCookies((await storageStateOf(browser, "editor", baseURL ?? "")).cookies);
  await reader.goto("/en/desk/error-reports");
  await reader
    .getByRole("listitem")
    .filter({ hasText: id })
    .getByRole("link", { name: "“89”, Russian servicemen killed, Russian Ministry of Defence" })
    .click();
  await expect(reader.getByText(SAID)).toBeVisible();
  await expect(reader.getByRole("link", { name: "https://example.org/briefing" })).toBeVisible();
  await expect(reader.getByText("reader@example.org")).toBeVisible();
  await reader.getByText("Accept this report …").click();
  await reader.getByLabel("What was done").fill("The day is put right.");
  await reader.getByRole("button", { name: "Accept report" }).click();
  await expect(reader.getByText("The report is accepted.")).toBeVisible();
  await expect(reader.getByRole("listitem").filter({ hasText: id })).toHaveCount(0);
  await reader.getByRole("link", { name: "Decided" }).click();
  const decided = reader.getByRole("listitem").filter({ hasText: id });
  await expect(decided).toContainText("The day is put right.");
  await decided.getByRole("link").click();
  await expect(reader.getByText("reader@example.org")).toHaveCount(0);
  await context.close();
});

test("an error at its field keeps what was typed, and the pages can be used by everybody", async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(60_000);
  await page.goto(EVENT);
  await page
    .getByRole("link", { name: /Russian Ministry of Defence.*\b63\b.*stated / })
    .first()
    .click();
  await page.getByRole("link", { name: "Report an error in this record" }).click();
  await page.getByLabel("What is wrong").fill(LATER);
  await page.getByLabel("Where it can be checked").fill("not an address");
  await page.getByRole("button", { name: "Send report" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toBeFocused();
  await expect(page.getByLabel("What is wrong")).toHaveValue(LATER);
  await expect(page.getByLabel("Where it can be checked")).toHaveAccessibleDescription(/https:\/\//);
  expect(await violationsOn(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await violationsOn(page, "contrast")).toEqual([]);
  await page.getByLabel("Where it can be checked").fill("");
  await page.getByRole("button", { name: "Send report" }).click();
  await expect(page.getByRole("heading", { name: "Thank you" })).toBeVisible();

  await page.emulateMedia({ colorScheme: "light" });
  await page.context().addCookies((await storageStateOf(browser, "editor", baseURL ?? "")).cookies);
  await page.goto("/en/desk/error-reports");
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole("listitem").getByRole("link", { name: /“63”/ }).first().click();
  await expect(page.getByRole("heading", { name: "What the reader says" })).toBeVisible();
  for (const act of await page.locator("main details > summary").all()) await act.click();
  expect(await violationsOn(page)).toEqual([]);
});

test.describe("403", () => {
  test("a journalist is told that readers' reports are for editors", async ({ browser, baseURL }) => {
    const storageState = await storageStateOf(browser, "journalist", baseURL ?? "");
    const context = await browser.newContext({ baseURL, storageState });
    expect((await context.request.get("/en/desk/error-reports")).status()).toBe(403);
    await context.close();
  });
});

test.describe("404", () => {
  test("there is no form for a claim that is not there", async ({ request }) => {
    expect((await request.get("/en/claims/222222222/report-error")).status()).toBe(404);
  });
});
