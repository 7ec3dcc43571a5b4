import type { Page } from "@playwright/test";
import type { LinkEvent } from "../support/load-link-events";
import { loadWorld } from "./load-world";
import { storageStateOf } from "./signed-in";
import { expect, test, violationsOn } from "./watched";

/** Opens an act and presses its button, with what its fields are told. */
async function act(page: Page, summary: string, submit: string, fields: Record<string, string> = {}) {
  const opened = page
    .locator("details")
    .filter({ has: page.getByText(summary, { exact: true }) })
    .first();
  await opened.locator("summary").click();
  for (const [label, text] of Object.entries(fields)) await opened.getByLabel(label).fill(text);
  await opened.getByRole("button", { name: submit }).click();
}

const done = (page: Page, text: string) =>
  expect(page.getByRole("status").filter({ hasText: text })).toBeVisible();

test("an editor decides a link of each kind and takes it back; readers see what follows", async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const event = loadWorld<LinkEvent>("load-link-events");
  await page.context().addCookies((await storageStateOf(browser, "editor", String(baseURL))).cookies);

  // The list of all events leads to that of this one.
  await page.goto("/en/desk/links?tab=duplicate_of");
  await page.getByLabel("Event", { exact: true }).selectOption({ label: event.title });
  await page.getByRole("button", { name: "Show" }).click();
  await expect(page.getByRole("link", { name: "Duplicates 1" })).toHaveAttribute("aria-current", "page");
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole("listitem").getByRole("link", { name: event.title }).click();
  await expect(page.getByRole("heading", { name: "Links to decide", level: 1 })).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);

  // What a reason is missing of is kept as it was typed.
  await act(page, "They are one claim …", "Make one claim of them", { "Note for colleagues": "One post." });
  await expect(page.locator("#duplicate_of").getByRole("alert")).toContainText("Fill this in");
  await page.locator("#duplicate_of").getByLabel("Reason").fill("Both are its list of 25 January.");
  await page.getByRole("button", { name: "Make one claim of them" }).click();
  await done(page, "They are one claim now.");

  const reader = await browser.newPage();
  const answer = await reader.goto(`/en/claims/${event.duplicate}`);
  expect(
    await answer
      ?.request()
      .redirectedFrom()
      ?.response()
      .then((one) => one?.status()),
  ).toBe(308);
  await expect(reader).toHaveURL(`/en/claims/${event.kept}`);

  await act(page, "The newer takes the older one’s place …", "Mark as superseded");
  await done(page, "The newer figure took the older one’s place.");
  await act(page, "It had claims from there …", "Record where it had them from");
  await done(page, "The report now says whom it had its claims from.");
  await act(page, "Answer …", "Keep this answer", {});
  await expect(page.locator("#one_origin").getByRole("alert")).toBeVisible();
  await page.locator("#one_origin").getByLabel("Answer").selectOption("No, they are two statements");
  await page.getByRole("button", { name: "Keep this answer" }).last().click();
  await done(page, "The answer is kept.");
  await expect(page.locator("#decided").getByText("Demonstration editor")).toHaveCount(4);

  await reader.goto(`/en/claims/${event.older}`);
  await expect(reader.getByText("Superseded").first()).toBeVisible();

  // Each way back, from the answers.
  for (const sentence of [
    "They are one claim.",
    "The newer figure takes the older one’s place.",
    "They go back to two statements.",
    "It had claims from there.",
  ]) {
    const item = page.locator("#decided li").filter({ hasText: sentence });
    await item.locator("summary").click();
    const reason = item.getByLabel("Reason");
    if (await reason.count()) await reason.fill("It was answered too soon.");
    await item.getByRole("button", { name: "Take this answer back" }).click();
    await done(page, "The answer was taken back.");
    await expect(page.locator("#decided li").filter({ hasText: sentence })).toHaveCount(0);
  }
  for (const kind of ["supersedes", "duplicate_of", "via", "one_origin"])
    await expect(page.locator(`#${kind} li[id^=link-]`)).toHaveCount(1);

  await reader.goto(`/en/claims/${event.duplicate}`);
  await expect(reader).toHaveURL(`/en/claims/${event.duplicate}`);
  await reader.close();
});

test("a journalist is not asked to decide links", async ({ playwright, browser, baseURL }) => {
  const home = String(baseURL);
  const storageState = await storageStateOf(browser, "journalist", home);
  const request = await playwright.request.newContext({ baseURL: home, storageState });
  for (const page of ["links", "events/makiivka-2023/links"])
    expect((await request.get(`/en/desk/${page}`)).status()).toBe(403);
  await request.dispose();
});
