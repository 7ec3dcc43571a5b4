import type { Browser, Page } from "@playwright/test";
import { storageStateOf } from "./signed-in";
import { expect, test, violationsOn } from "./watched";

test.describe.configure({ timeout: 90_000 });

// Each test has a figure of its own, in an event whose assessments no other test looks at.
const FIGURES = "/en/claims?event=hurricane-maria-2017&type=figure&lifecycle=current";

async function publicIdOf(page: Page, figure: string): Promise<string> {
  await page.goto(FIGURES);
  const link = page.getByRole("main").locator("a.figure").filter({ hasText: figure }).first();
  return ((await link.getAttribute("href")) ?? "").split("/").at(-1) ?? "";
}

async function anEditor(browser: Browser, baseURL = "", javaScriptEnabled = true): Promise<Page> {
  const storageState = await storageStateOf(browser, "editor", baseURL);
  return (await browser.newContext({ baseURL, storageState, javaScriptEnabled })).newPage();
}

/** Fills in one piece of evidence, and leaves the other rows blank. */
async function giveEvidence(
  desk: Page,
  row: number,
  { kind, stance = "supports", url, note }: Record<"kind" | "url" | "note", string> & { stance?: string },
) {
  const piece = desk.getByRole("group", { name: `Piece ${row}` });
  await piece.getByLabel("What it is").selectOption(kind);
  await piece.getByLabel("For or against the claim").selectOption(stance);
  await piece.getByLabel("Link", { exact: true }).fill(url);
  await piece.getByLabel("What it shows").fill(note);
}

const publish = (desk: Page) => desk.getByRole("button", { name: "Publish assessment" }).click();
const isAssessed = (desk: Page) =>
  expect(desk.getByText("Assessed. Readers see it now.")).toBeVisible({ timeout: 15_000 });

test("an editor assesses a claim on two pieces of evidence, and a reader sees both with their links", async ({
  browser,
  baseURL,
  page,
}) => {
  const publicId = await publicIdOf(page, "1,052");
  const desk = await anEditor(browser, baseURL);
  await desk.goto(`/en/desk/claims/${publicId}`);
  await desk.getByRole("link", { name: "Assess the claim" }).click();
  await publish(desk);
  await expect(desk.getByRole("link", { name: "Reason: Fill this in." })).toBeVisible();

  await desk.getByRole("radio", { name: /^documented/ }).check();
  await expect(desk.getByText("Its status: unverified becomes documented.")).toBeVisible();
  await expect(desk.getByText("Its status: unverified becomes refuted.")).toBeHidden();
  await desk.getByRole("textbox", { name: "Reason" }).fill("The registry shows the excess deaths by month.");
  const registry = { kind: "registry", url: "https://example.org/registry", note: "Deaths by month." };
  await giveEvidence(desk, 1, registry);
  await desk.getByRole("button", { name: "Add a piece of evidence" }).click();
  const against = { kind: "witness", stance: "speaks_against", url: "https://example.org/clerk" };
  await giveEvidence(desk, 4, { ...against, note: "A clerk says that some were counted twice." });
  await desk.getByLabel("What would change this").fill("A register of names.");
  expect(await violationsOn(desk)).toEqual([]);
  await desk.emulateMedia({ colorScheme: "dark" });
  expect(await violationsOn(desk, "contrast")).toEqual([]);
  await publish(desk);
  await isAssessed(desk);
  await desk.context().close();

  await page.goto(`/en/claims/${publicId}#assessments`);
  const assessment = page.getByRole("article", { name: /^Assessment 1/ });
  await expect(assessment).toContainText("documented");
  await expect(assessment).toContainText("The registry shows the excess deaths by month.");
  await expect(assessment).toContainText("registry, supports: Deaths by month.");
  await expect(assessment).toContainText(
    "witness, speaks against: A clerk says that some were counted twice.",
  );
  await expect(assessment).toContainText("A register of names.");
  const links = assessment.getByRole("link", { name: /^example\.org/ });
  await expect(links).toHaveText(["example.org/registry", "example.org/clerk"]);
  expect(await violationsOn(page)).toEqual([]);
});

test("a figure is corroborated though a test fails only with a reason for it, and both are shown (R12)", async ({
  browser,
  baseURL,
  page,
}) => {
  const publicId = await publicIdOf(page, "2,975");
  const desk = await anEditor(browser, baseURL);
  await desk.goto(`/en/desk/claims/${publicId}/assess`);
  const figures = desk.getByRole("group", { name: /^The figure that corroborates it/ });
  await expect(figures).toBeHidden();
  await desk.getByRole("radio", { name: /^corroborated/ }).check();
  const other = figures.getByRole("radio", { name: /^2,975/ });
  await expect(other).toHaveAccessibleName(/passes 5 of 6 tests; failed: neither had it from the other/);
  await expect(figures.getByRole("row", { name: /^compatible figures passed/ }).first()).toBeVisible();

  const why = desk.getByLabel("Why it is corroborated although a test failed");
  await expect(why).toBeHidden();
  await other.check();
  await expect(why).toBeVisible();
  await desk.getByRole("textbox", { name: /^Reason/ }).fill("Both rest on the register of deaths.");
  expect(await violationsOn(desk)).toEqual([]);
  await publish(desk);
  await expect(desk.getByRole("link", { name: /These tests failed: no path/ })).toBeVisible();
  await expect(other).toBeChecked();
  await expect(desk.getByRole("textbox", { name: /^Reason/ })).toHaveValue(
    "Both rest on the register of deaths.",
  );
  await why.fill("The government checked it against its own register.");
  await publish(desk);
  await isAssessed(desk);
  await desk.context().close();

  await page.goto(`/en/claims/${publicId}#assessments`);
  const assessment = page.getByRole("article", { name: /^Assessment 1/ });
  await expect(assessment).toContainText("corroborated");
  await expect(assessment).toContainText("The government checked it against its own register.");
  await expect(assessment.getByRole("row", { name: /^neither had it from the other failed/ })).toBeVisible();
});

test("who assesses second sees what the first published, loses nothing typed, and saves after looking (R33)", async ({
  browser,
  baseURL,
  page,
}) => {
  const publicId = await publicIdOf(page, "985");
  const first = await anEditor(browser, baseURL);
  const second = await first.context().newPage();
  for (const desk of [first, second]) await desk.goto(`/en/desk/claims/${publicId}/assess`);
  await first.getByRole("radio", { name: /^refuted/ }).check();
  await first.getByRole("textbox", { name: "Reason" }).fill("The register shows more.");
  await publish(first);
  await isAssessed(first);

  await second.getByRole("radio", { name: /^unverifiable/ }).check();
  await second.getByRole("textbox", { name: "Reason" }).fill("No register was kept.");
  const list = { kind: "document", url: "https://example.org/note", note: "A note on the registers." };
  await giveEvidence(second, 2, list);
  await publish(second);
  const table = second.getByRole("table", { name: "Somebody else saved this while you were writing" });
  await expect(table.getByRole("row", { name: /^Status/ })).toContainText(/unverifiable.*refuted/s);
  const reasons = table.getByRole("row", { name: /^Reason/ });
  await expect(reasons).toContainText(/No register was kept\..*The register shows more\./s);
  await expect(second.getByRole("radio", { name: /^unverifiable/ })).toBeChecked();
  await expect(second.getByRole("textbox", { name: "Reason" })).toHaveValue("No register was kept.");
  await expect(second.getByRole("group", { name: "Piece 1" }).getByLabel("What it shows")).toHaveValue("");
  await expect(second.getByRole("group", { name: "Piece 2" }).getByLabel("What it shows")).toHaveValue(
    list.note,
  );
  expect(await violationsOn(second)).toEqual([]);
  await publish(second);
  await isAssessed(second);
  await first.context().close();

  await page.goto(`/en/claims/${publicId}#assessments`);
  await expect(page.getByRole("article", { name: /^Assessment 2/ })).toContainText("No register was kept.");
  const earlier = page.getByRole("region", { name: "Earlier assessments" });
  await expect(earlier.getByRole("article", { name: /^Assessment 1/ })).toContainText("refuted");
});

test("without scripts a claim is assessed too", async ({ browser, baseURL, page }) => {
  const publicId = await publicIdOf(page, "5,740");
  const desk = await anEditor(browser, baseURL, false);
  await desk.goto(`/en/desk/claims/${publicId}/assess`);
  await desk.getByRole("radio", { name: /^documented/ }).check();
  const registry = { kind: "registry", url: "https://example.org/5740", note: "Deaths by year." };
  await giveEvidence(desk, 2, registry);
  await publish(desk);
  await expect(desk.getByText("Fill this in.").first()).toBeVisible();
  await expect(desk.getByRole("radio", { name: /^documented/ })).toBeChecked();
  await desk.getByRole("textbox", { name: "Reason" }).fill("The yearbook has it.");
  await publish(desk);
  await isAssessed(desk);
  await desk.context().close();
  await page.goto(`/en/claims/${publicId}#assessments`);
  await expect(page.getByRole("article", { name: /^Assessment 1/ })).toContainText("Deaths by year.");
});

test("a journalist is refused the form, and is not led to it", async ({ browser, baseURL, page }) => {
  const publicId = await publicIdOf(page, "4,645");
  const storageState = await storageStateOf(browser, "journalist", baseURL ?? "");
  const context = await browser.newContext({ baseURL, storageState });
  const desk = await context.newPage();
  expect((await desk.goto(`/en/desk/claims/${publicId}/assess`))?.status()).toBe(403);
  await desk.goto(`/en/desk/claims/${publicId}`);
  await expect(desk.getByRole("link", { name: "Assess the claim" })).toHaveCount(0);
  await context.close();
});
