import type { Browser, Locator, Page } from "@playwright/test";
import type { Role } from "../../lib/vocabulary";
import { nameOfFocused, tabTo, type } from "./keyboard";
import { storageStateOf } from "./signed-in";
import { submitFigures } from "./submitted-claims";
import { expect, test, violationsOn } from "./watched";

const now = Date.now();

async function pageOf(
  browser: Browser,
  role: Role,
  baseURL: string,
  javaScriptEnabled = true,
): Promise<Page> {
  const storageState = await storageStateOf(browser, role, baseURL);
  return (await browser.newContext({ baseURL, storageState, javaScriptEnabled })).newPage();
}

test("an editor works through the queue by keyboard alone: publishes two, returns one, takes one", async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(90_000);
  const title = `Strike of the queue ${now}`;
  const { slug, publicIds } = await submitFigures(browser, String(baseURL), title, ["11", "12", "13", "14"]);
  await page.context().addCookies((await storageStateOf(browser, "editor", String(baseURL))).cookies);
  await page.goto("/en/desk");
  await expect(async () => {
    await page.keyboard.press("g");
    await page.keyboard.press("q");
    await expect(page).toHaveURL(/\/desk\/queue/, { timeout: 3_000 });
  }).toPass({ timeout: 20_000 });
  await tabTo(page, "Event");
  await type(page, title);
  await tabTo(page, "Show");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`tab=submitted&event=${slug}`));
  const rows = page.getByRole("table").getByRole("row");
  await expect(rows).toHaveCount(5);
  expect(await violationsOn(page)).toEqual([]);

  for (const _ of ["the first", "the second"]) {
    await page.keyboard.press("j");
    await page.keyboard.press("x");
  }
  await expect(page.getByText("2 ticked")).toBeVisible();
  await page.keyboard.press("p");
  await expect.poll(() => nameOfFocused(page)).toBe("Reason");
  await type(page, "Both are quoted in full.");
  await page.keyboard.press("Tab");
  expect(await nameOfFocused(page)).toBe("Publish");
  await page.keyboard.press("Enter");
  const outcome = page.getByRole("status").filter({ hasText: "claims are published:" });
  await expect(outcome).toBeFocused({ timeout: 15_000 });
  await expect(outcome).toContainText("2 claims are published:");
  await expect(rows).toHaveCount(3);
  await expect(page).toHaveURL(new RegExp(`event=${slug}`));

  await page.keyboard.press("j");
  await page.keyboard.press("r");
  await expect.poll(() => nameOfFocused(page)).toBe("Reason");
  await type(page, "Name the page of the report.");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  expect(await nameOfFocused(page)).toBe("Return");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "1 claim is returned:" })).toBeFocused({
    timeout: 15_000,
  });

  await page.keyboard.press("j");
  await page.keyboard.press("a");
  await expect(page.getByRole("status").filter({ hasText: "You took 1 claim:" })).toBeFocused({
    timeout: 15_000,
  });
  await expect(rows.last()).toContainText("you");
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`/en/desk/claims/${publicIds[3]}`, { timeout: 15_000 });
  await expect(page.getByText("Taken by you.")).toBeVisible();

  const author = await pageOf(browser, "journalist", String(baseURL));
  await author.goto(`/en/desk/claims/${publicIds[2]}`);
  await expect(author.getByText("returned", { exact: false }).first()).toBeVisible();
  await expect(author.getByText("Name the page of the report.").first()).toBeVisible();
  await author.context().close();

  await page.getByText("Assign it to a colleague …").click();
  await page.getByLabel("Colleague").selectOption({ label: "Demonstration admin" });
  await page.getByRole("button", { name: "Assign claim" }).click();
  await expect(page.getByText("Assigned.", { exact: true })).toBeFocused({ timeout: 15_000 });
  await expect(page.getByText("Taken by Demonstration admin.")).toBeVisible();
});

test("what somebody else took first is refused by name and stays ticked, and the keys of a claim's page open its acts", async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(90_000);
  const { slug, publicIds } = await submitFigures(browser, String(baseURL), `Taken twice ${now}`, [
    "21",
    "22",
  ]);
  const address = `/en/desk/queue?event=${slug}`;
  await page.context().addCookies((await storageStateOf(browser, "editor", String(baseURL))).cookies);
  await page.goto(address);
  const other = await pageOf(browser, "admin", String(baseURL));
  await other.goto(`/en/desk/claims/${publicIds[0]}`);
  await pressUntil(other, "a", other.getByText("Taken: it is yours to review."));
  await other.context().close();

  await page.getByRole("button", { name: "Tick all on this page" }).click();
  await page.getByRole("button", { name: "Take", exact: true }).click();
  const outcome = page.getByRole("status").filter({ hasText: "1 claim was refused" });
  await expect(outcome).toContainText("You took 1 claim:", { timeout: 15_000 });
  await expect(page.getByRole("checkbox", { name: /“21”/ })).toBeChecked();
  await expect(page.getByRole("checkbox", { name: /“22”/ })).not.toBeChecked();

  await page.goto(`/en/desk/claims/${publicIds[1]}`);
  await page.getByText("Begin review").first().click();
  await page.getByRole("button", { name: "Begin review" }).click();
  await expect(page.getByText("Review begun.")).toBeFocused({ timeout: 15_000 });
  await pressUntil(page, "p", page.getByRole("button", { name: "Publish claim" }));
  await page.goto(`/en/desk/claims/${publicIds[1]}`);
  await pressUntil(page, "r", page.getByRole("button", { name: "Return claim" }));
  expect(await nameOfFocused(page)).toBe("Reason");
});

/** Presses a key of the desk until it is heard: a page just opened may not listen yet. */
async function pressUntil(page: Page, key: string, shown: Locator) {
  await expect(async () => {
    await page.keyboard.press(key);
    await expect(shown).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 20_000 });
}

test("without scripts a claim is returned once its reason is given, and the queue is marked as seen", async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(60_000);
  const { slug } = await submitFigures(browser, String(baseURL), `Without scripts ${now}`, ["31"]);
  const page = await pageOf(browser, "editor", String(baseURL), false);
  await page.goto(`/en/desk/queue?event=${slug}`);
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Return", exact: true }).click();
  await expect(page.getByRole("alert")).toContainText("Reason:");
  await expect(page.getByRole("checkbox")).toBeChecked();
  await page.getByLabel("Reason").fill("Which office said it?");
  await page.getByRole("button", { name: "Return", exact: true }).click();
  await expect(page.getByText("1 claim is returned:")).toBeVisible();
  await expect(page.getByText("No claim matches these filters")).toBeVisible();
  await page.getByRole("button", { name: "Mark as seen" }).click();
  await expect(page.getByText("Marked as seen.")).toBeVisible();
  await expect(page.getByText(/changed since you last looked/)).toBeVisible();
  await page.context().close();
});

test.describe("403", () => {
  test("a journalist is told that the queue is for editors, and has no link to it", async ({
    browser,
    baseURL,
  }) => {
    const page = await pageOf(browser, "journalist", String(baseURL));
    const answer = await page.goto("/en/desk/queue");
    expect(answer?.status()).toBe(403);
    await expect(page.getByText("It needs the role editor or admin")).toBeVisible();
    await expect(page.getByRole("link", { name: "Queue" })).toHaveCount(0);
    await page.context().close();
  });
});
