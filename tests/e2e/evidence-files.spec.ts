import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { storageStateOf } from "./signed-in";
import { expect, test, violationsOn } from "./watched";

test.describe.configure({ timeout: 90_000 });

const PDF = Buffer.from(`%PDF-1.4\n% ${crypto.randomUUID()}\n%%EOF\n`);
const NAME = "Register – Списки.pdf";

test("an editor adds a file to an assessment with the keyboard, and a reader downloads the same file", async ({
  browser,
  baseURL,
  page,
}) => {
  // A figure that no other test assesses.
  await page.goto("/en/claims?event=hurricane-maria-2017&type=figure&lifecycle=current");
  const figure = page.getByRole("main").locator("a.figure").filter({ hasText: "1,400" }).first();
  const publicId = (await figure.getAttribute("href"))?.split("/").at(-1) ?? "";

  const storageState = await storageStateOf(browser, "editor", String(baseURL));
  const desk = await (await browser.newContext({ baseURL, storageState })).newPage();
  await desk.goto(`/en/desk/claims/${publicId}/assess`);
  const piece = desk.getByRole("group", { name: "Piece 1" });
  const field = piece.getByLabel("File", { exact: true });
  await field.setInputFiles({ name: "page.pdf", mimeType: "application/pdf", buffer: Buffer.from("<html>") });
  await expect(field).toHaveAccessibleDescription(/This kind of file cannot be kept/);
  await field.focus();
  await field.setInputFiles({ name: NAME, mimeType: "application/pdf", buffer: PDF });
  await expect(piece.getByRole("status").filter({ hasText: "is uploaded" })).toBeVisible();
  await expect(piece.getByRole("button", { name: `Remove ${NAME}` })).toBeFocused();
  expect(await violationsOn(desk)).toEqual([]);

  await piece.getByLabel("What it is").selectOption("document");
  await desk.getByRole("radio", { name: /^documented/ }).check();
  await desk.getByRole("textbox", { name: "Reason" }).fill("The register lists them.");
  // What is wrong elsewhere leaves the file where it is.
  await desk.getByRole("button", { name: "Publish assessment" }).click();
  await expect(desk.getByRole("link", { name: /What it shows: Fill this in/ })).toBeVisible();
  await expect(piece.getByText(NAME, { exact: true })).toBeVisible();
  await piece.getByLabel("What it shows").fill("The register of the hospital.");
  await desk.getByRole("button", { name: "Publish assessment" }).click();
  await expect(desk.getByText("Assessed. Readers see it now.")).toBeVisible({ timeout: 15_000 });
  await desk.context().close();

  await page.goto(`/en/claims/${publicId}#assessments`);
  const assessment = page.getByRole("article", { name: /^Assessment 1/ });
  const sha256 = createHash("sha256").update(PDF).digest("hex");
  await assessment.getByText(`SHA-256 ${sha256.slice(0, 12)}…`).click();
  await expect(assessment.getByText(sha256, { exact: true })).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);
  const link = assessment.getByRole("link", { name: `Download ${NAME}` });
  const [download] = await Promise.all([page.waitForEvent("download"), link.click()]);
  expect(download.suggestedFilename()).toBe(NAME);
  expect(await readFile(await download.path())).toEqual(PDF);

  const address = String(await link.getAttribute("href"));
  const read = await page.request.get(address);
  expect(read.headers()).toMatchObject({
    "content-security-policy": "default-src 'none'; sandbox",
    "cache-control": "public, no-cache, no-transform",
    etag: `"${sha256}"`,
  });
  const held = await page.request.get(address, { headers: { "If-None-Match": `"${sha256}"` } });
  expect(held.status()).toBe(304);
});
