import { readFile } from "node:fs/promises";
import { storageStateOf } from "./signed-in";
import { expect, test, violationsOn } from "./watched";

test.describe.configure({ timeout: 90_000 });

const RUN = Date.now().toString(36);

// As many commas as semicolons: only a person can tell which of them divides the cells.
const FILE = [
  "day;place, quarter, district;dead",
  "04.05.2023;Port, west, 1;at least 7711",
  "05.05.2023;Port, east, 2;7722",
  "31.02.2023;Port, east, 3;7733",
  "06.05.2023;Port, east, 4;see above",
].join("\n");

test("a journalist imports a file: corrects how it is read, maps it, sees its problems, and takes it back", async ({
  browser,
  baseURL,
}) => {
  const storageState = await storageStateOf(browser, "journalist", String(baseURL));
  const page = await (await browser.newContext({ baseURL, storageState })).newPage();
  await page.goto("/en/desk/imports");
  await page.getByRole("button", { name: "Upload file" }).click();
  await expect(page.getByRole("link", { name: "File: Choose a file." })).toBeVisible();
  const buffer = Buffer.from(FILE);
  await page.getByLabel("File").setInputFiles({ name: `harbour-${RUN}.csv`, mimeType: "text/csv", buffer });
  await page.getByRole("button", { name: "Upload file" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`harbour-${RUN}.csv`);

  const rows = page.getByRole("table", { name: "The first rows of the file" });
  await expect(rows.getByRole("columnheader", { name: "dead", exact: true })).toHaveCount(0);
  await page.getByText("This is wrong: read the file in another way").click();
  await page.getByLabel("Cells are divided by").selectOption({ label: "semicolon (;)" });
  await page.getByRole("button", { name: "Read the file so" }).click();
  await expect(rows.getByRole("columnheader", { name: "dead", exact: true })).toBeVisible();

  await page.getByText("Make a mapping for this file").click();
  const form = page.locator("form").filter({ hasText: "The figures" });
  // What is missing is told at its field, and what was typed stays.
  await form.getByLabel("Data set").fill(`harbour-${RUN}`);
  await form.getByRole("button", { name: "Use this mapping" }).click();
  await expect(form.getByRole("link", { name: /^Event of all rows: Choose one/ })).toBeVisible();
  await expect(form.getByLabel("Data set")).toHaveValue(`harbour-${RUN}`);
  await form.getByRole("combobox", { name: "Event of all rows" }).fill("makiivka-2023");
  await form.getByRole("combobox", { name: "Claimant of all rows" }).fill("igor-girkin");
  await form.getByRole("combobox", { name: "Publication of all rows" }).fill("reuters");
  await form.getByLabel("Address of the report of all rows").fill(`https://example.org/${RUN}`);
  await form.getByLabel("Column of the date of the statement").selectOption("day");
  await form.getByLabel("Format of the dates").fill("DD.MM.YYYY");
  const figure = form.getByRole("group", { name: "Figure 1" });
  await figure.getByLabel("Column of the figure").selectOption("dead");
  await figure.getByRole("combobox", { name: "What it counts" }).fill("killed");
  await form.getByRole("button", { name: "Use this mapping" }).click();
  const preview = page.getByRole("table", { name: "The claims that the first rows become" });
  await expect(preview.getByText("“at least 7711”")).toBeVisible();
  expect(await violationsOn(page)).toEqual([]);

  await page.getByRole("button", { name: "Do a dry run" }).click();
  await expect(page.getByText("2 claims are new", { exact: false })).toBeVisible({ timeout: 30_000 });
  const problems = page.getByRole("table", { name: "Problems, in the order of the file" });
  await expect(problems.getByRole("row")).toHaveCount(3);
  await expect(problems.getByRole("row", { name: /31\.02\.2023/ })).toContainText("no such day");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: "Download all as CSV" }).click(),
  ]);
  const csv = await readFile(await download.path(), "utf8");
  expect(csv.trim().split("\r\n")).toHaveLength(3);
  expect(csv).toContain("see above");

  await page.getByRole("button", { name: "Import 2 claims" }).click();
  await expect(page.getByText("2 claims were logged", { exact: false })).toBeVisible({ timeout: 30_000 });
  const address = new URL(page.url()).pathname;
  await page.getByRole("link", { name: "Your drafts" }).click();
  await expect(page.getByRole("link", { name: /7711/ })).toBeVisible();

  await page.goto(address);
  await page.getByText("Undo this import", { exact: true }).click();
  await expect(page.getByText("2 claims are laid aside", { exact: false })).toBeVisible();
  await page.getByRole("button", { name: "Undo the import" }).click();
  await expect(page.getByRole("status").filter({ hasText: "The import is undone." })).toBeVisible();
  await page.goto("/en/desk/claims?status=draft");
  await expect(page.getByRole("link", { name: /7711/ })).toHaveCount(0);
  await page.context().close();
});
