import type { Browser, BrowserContext, Page } from "@playwright/test";
import type { Role } from "../../lib/vocabulary";
import { storageStateOf } from "./signed-in";
import { expect, test, violationsOn } from "./watched";

// One claim of an event that no other test changes or counts, through all that can be corrected of it, in turn.
test.describe.configure({ mode: "serial" });

const EVENT = "/en/events/al-asad-2020";

async function contextOf(browser: Browser, role: Role, baseURL = ""): Promise<BrowserContext> {
  const storageState = await storageStateOf(browser, role, baseURL);
  return browser.newContext({ baseURL, storageState });
}

/** Runs what one person does, in a session of their own. */
async function as(
  browser: Browser,
  baseURL: string | undefined,
  role: Role,
  work: (page: Page) => Promise<void>,
) {
  const context = await contextOf(browser, role, baseURL);
  try {
    await work(await context.newPage());
  } finally {
    await context.close();
  }
}

let publicId = "";
let old = "";

test.beforeAll(async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL });
  const page = await context.newPage();
  await page.goto("/en/claims?event=al-asad-2020&type=figure&lifecycle=current&sort=stated");
  const link = page.getByRole("main").locator('a.figure[href^="/en/claims/"]').last();
  publicId = ((await link.getAttribute("href")) ?? "").split("/").at(-1) ?? "";
  old = (await link.innerText()).split("\n")[0]?.trim() ?? "";
  await context.close();
  expect(publicId).not.toBe("");
});

test("a proposed correction changes nothing for readers until an editor accepts it", async ({
  browser,
  baseURL,
  page,
}) => {
  await as(browser, baseURL, "journalist", async (desk) => {
    await desk.goto(`/en/desk/claims/${publicId}`);
    expect(await violationsOn(desk)).toEqual([]);
    await desk.getByRole("link", { name: "Propose a correction" }).click();
    await desk.getByLabel("Figure, as it was said").fill("at least 7001");
    await desk.getByRole("textbox", { name: "Reason" }).fill("The transcript says so.");
    expect(await violationsOn(desk)).toEqual([]);
    await desk.getByRole("button", { name: "Propose correction" }).click();
    await expect(desk.getByText("Proposed: an editor decides.")).toBeVisible();
  });
  await page.goto(`/en/claims/${publicId}`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText(old);
  await expect(page.getByText("7001")).toHaveCount(0);
  await page.goto("/en/corrections");
  await expect(page.getByText("7001")).toHaveCount(0);

  await as(browser, baseURL, "editor", async (desk) => {
    await desk.goto(`/en/desk/claims/${publicId}`);
    await desk
      .getByRole("link", { name: /^Correction of a claim, by/ })
      .first()
      .click();
    await expect(desk.getByRole("row", { name: /^Wording/ })).toContainText("at least 7001");
    expect(await violationsOn(desk)).toEqual([]);
    await desk.getByText("Accept", { exact: true }).click();
    await desk.getByRole("button", { name: "Accept proposal" }).click();
    await expect(desk.getByText("Accepted.")).toBeVisible();
  });
});

test("an accepted correction stands with its old value and its reason (R24, R26)", async ({ page }) => {
  await page.goto(`/en/claims/${publicId}`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("at least 7001");
  const corrections = page.locator("#corrections");
  await expect(corrections).toContainText("The transcript says so.");
  // The words that went and came are marked as such between the others.
  const before = new RegExp(old.split(" ").join(".*"));
  await expect(corrections.getByRole("row", { name: /^Wording/ })).toContainText(before);
  expect(await violationsOn(page)).toEqual([]);

  await page.goto(EVENT);
  await page.getByRole("link", { name: "Corrections to this event" }).click();
  const listed = page.getByRole("article").filter({ hasText: "at least 7001" }).first();
  await expect(listed).toContainText("The transcript says so.");
  await expect(listed).toContainText(before);
  expect(await violationsOn(page)).toEqual([]);
});

test("who amends second sees both versions and loses nothing typed (R33)", async ({ browser, baseURL }) => {
  await as(browser, baseURL, "editor", async (first) => {
    const second = await first.context().newPage();
    for (const desk of [first, second]) await desk.goto(`/en/desk/claims/${publicId}/edit`);
    await amend(first, "at least 7002", "Counted again.");
    await expect(first.getByText("Amended in public.")).toBeVisible();
    await amend(second, "at least 7003", "Counted once more.");
    const table = second.getByRole("table", { name: "Somebody else saved this while you were writing" });
    const row = table.getByRole("row", { name: /^Figure/ });
    await expect(row).toContainText("at least 7003");
    await expect(row).toContainText("at least 7002");
    await expect(second.getByLabel("Figure, as it was said")).toHaveValue("at least 7003");
    await expect(second.getByRole("textbox", { name: "Reason" })).toHaveValue("Counted once more.");
    expect(await violationsOn(second)).toEqual([]);
    await row.getByRole("button", { name: /Take theirs/ }).click();
    await expect(second.getByLabel("Figure, as it was said")).toHaveValue("at least 7002");
  });
});

test("a redacted passage is gone from the page and from the history, and its reason is public (R35)", async ({
  browser,
  baseURL,
  page,
}) => {
  await as(browser, baseURL, "editor", async (desk) => {
    await desk.goto(`/en/desk/claims/${publicId}`);
    await desk
      .getByRole("link", { name: /^Edit how it is carried/ })
      .first()
      .click();
    await desk.getByLabel("What the report got wrong").fill("It names the witness Nightingale.");
    await desk.getByRole("textbox", { name: "Reason" }).fill("The report dropped a qualifier.");
    expect(await violationsOn(desk)).toEqual([]);
    await desk.getByRole("button", { name: "Save", exact: true }).click();
    await expect(desk.getByRole("status").filter({ hasText: "Saved." })).toBeVisible();
  });
  await page.goto(`/en/claims/${publicId}`);
  await expect(page.getByText("Nightingale").first()).toBeVisible();

  await as(browser, baseURL, "admin", async (desk) => {
    await desk.goto(`/en/desk/claims/${publicId}`);
    await desk.getByRole("link", { name: "Redact a field" }).click();
    const field = desk.locator("details").filter({ hasText: "Nightingale" });
    await field.locator("summary").click();
    await field.getByRole("textbox", { name: /^Reason/ }).fill("A witness must not be named.");
    expect(await violationsOn(desk)).toEqual([]);
    await field.getByRole("button", { name: "Redact for good" }).click();
    await expect(desk.getByText("Redacted. Its text is gone.")).toBeVisible();
    await expect(desk.getByText("Nightingale")).toHaveCount(0);
  });
  for (const address of [`/en/claims/${publicId}`, "/en/corrections"]) {
    await page.goto(address);
    await expect(page.getByText("Nightingale")).toHaveCount(0);
    await expect(page.getByText("A witness must not be named.").first()).toBeVisible();
  }
});

test("a retraction says before it is made what it touches, and then stands above the claim", async ({
  browser,
  baseURL,
  page,
}) => {
  await as(browser, baseURL, "editor", async (desk) => {
    await desk.goto(`/en/desk/claims/${publicId}`);
    await desk.getByText("Its claimant retracted it").click();
    const act = desk.locator("details").filter({ hasText: "Its claimant retracted it" });
    await expect(act.getByText(/The reported range|No reported range/)).toBeVisible();
    await act.getByRole("button", { name: "Mark as retracted" }).click();
    await expect(act.getByText("Fill this in.").first()).toBeVisible();
    await act.getByRole("textbox", { name: /^Reason/ }).fill("The ministry took it back.");
    await act.getByRole("button", { name: "Mark as retracted" }).click();
    await expect(desk.getByText("Marked as retracted.")).toBeVisible();
  });
  await page.goto(`/en/claims/${publicId}`);
  const banner = page.getByRole("complementary", { name: "Retracted" });
  await expect(banner).toContainText("The ministry took it back.");
});

async function amend(desk: Page, figure: string, reason: string): Promise<void> {
  await desk.getByLabel("Figure, as it was said").fill(figure);
  await desk.getByRole("textbox", { name: "Reason" }).fill(reason);
  await desk.getByRole("button", { name: "Amend in public" }).click();
}
