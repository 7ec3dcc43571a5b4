import { type APIRequestContext, type Browser, expect, type Page, test } from "@playwright/test";
import { storageStateOf } from "./signed-in";

// Each run has names of its own: what it makes stays on file.
const RUN = Date.now().toString(36);

async function asEditor(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const storageState = await storageStateOf(browser, "editor", baseURL ?? "");
  return (await browser.newContext({ storageState, baseURL })).newPage();
}

/** Makes a record as a dialog of the desk does, and gives the id and slug under which it is on file. */
async function make(request: APIRequestContext, kind: string, form: Record<string, string>, baseURL = "") {
  const answer = await request.post(`/en/desk/make/${kind}`, { form, headers: { origin: baseURL } });
  const { outcome, fieldErrors, result } = await answer.json();
  expect({ outcome, fieldErrors }).toEqual({ outcome: "done", fieldErrors: {} });
  return result as { id: string; label: string; extra: Record<string, string> };
}

async function choose(page: Page, label: RegExp, typed: string) {
  const box = page.getByRole("combobox", { name: label });
  await box.click();
  await box.pressSequentially(typed);
  await page.locator("li[role=option]").filter({ hasText: typed }).first().click();
  await expect(box).toHaveAttribute("aria-expanded", "false");
}

test.describe("an editor keeps the records", () => {
  test("a claimant is registered under two names, changed, and a rename keeps its old address (R30)", async ({
    browser,
    baseURL,
  }) => {
    const page = await asEditor(browser, baseURL);
    await page.goto("/en/desk/claimants/new");
    await page.getByLabel("Kind").selectOption({ label: "non-governmental organisation" });
    await page.getByLabel("Name (required)").fill(`Медична служба ${RUN}`);
    await page.getByLabel("Other names").fill(`Medical Service ${RUN}\nMS ${RUN}`);
    await page.getByRole("button", { name: "Register claimant" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Медична служба ${RUN}`);
    const address = page.url();
    expect(address).toContain(`/en/desk/claimants/medychna-sluzhba-${RUN}`);

    await page.getByLabel("Name (required)").fill(`Medical Service ${RUN}`);
    await page.getByText("Address on this site").first().click();
    await page.getByRole("textbox", { name: "Address on this site" }).fill(`medical-service-${RUN}`);
    await page.getByRole("button", { name: "Save changes" }).click();
    await expect(page.getByRole("status").filter({ hasText: "Saved." })).toBeVisible();
    await page.goto(address);
    await expect(page).toHaveURL(`/en/desk/claimants/medical-service-${RUN}`);
  });

  test("two claimants become one after a look at what moves, and two again (R28)", async ({
    browser,
    baseURL,
  }) => {
    const page = await asEditor(browser, baseURL);
    const names = [`Relief Council ${RUN}`, `Council of Relief ${RUN}`] as const;
    for (const name of names) await make(page.request, "claimant", { name, kind: "ngo" }, baseURL);
    await page.goto(`/en/desk/claimants/relief-council-${RUN}`);
    await page.getByRole("link", { name: "Merge into another claimant" }).click();
    await choose(page, /^Claimant that stays/, names[1]);
    await page.getByRole("button", { name: "Look at what moves" }).click();
    await expect(page.getByText("1 name", { exact: true })).toBeVisible();
    await page.getByRole("button", { name: "Merge the two" }).click();
    await expect(page.getByText("This was not saved")).toBeVisible();
    await page.getByLabel("Reason").fill("Two spellings of one body.");
    await page.getByRole("button", { name: "Merge the two" }).click();
    await expect(page).toHaveURL(`/en/desk/claimants/council-of-relief-${RUN}`);
    await expect(page.getByLabel("Other names")).toHaveValue(names[0]);

    await page.getByText("Undo", { exact: true }).click();
    await page.getByLabel("Reason").fill("They are two bodies after all.");
    await page.getByRole("button", { name: "Undo it" }).click();
    await expect(page.getByText(/^Undone by/)).toBeVisible();
    await page.goto(`/en/desk/claimants/relief-council-${RUN}`);
    await expect(page.getByRole("button", { name: "Save changes" })).toBeVisible();
  });

  test("who saves second sees both versions and loses nothing typed (R33)", async ({ browser, baseURL }) => {
    const [first, second] = [await asEditor(browser, baseURL), await asEditor(browser, baseURL)];
    const name = `Gazette ${RUN}`;
    await make(first.request, "publication", { name, country: "UA" }, baseURL);
    for (const page of [first, second]) await page.goto(`/en/desk/publications/gazette-${RUN}`);
    await first.getByLabel("Publisher family").fill(`Family of ${RUN}`);
    await first.getByRole("button", { name: "Save changes" }).click();
    await expect(first.getByRole("status").filter({ hasText: "Saved." })).toBeVisible();

    await second.getByLabel("Other names").fill("gazette.example");
    await second.getByRole("button", { name: "Save changes" }).click();
    const both = second.getByRole("table");
    await expect(both.getByRole("row", { name: /Publisher family/ })).toContainText(`Family of ${RUN}`);
    await expect(second.getByLabel("Other names")).toHaveValue("gazette.example");
    await both.getByRole("button", { name: /Publisher family/ }).click();
    await expect(second.getByLabel("Publisher family")).toHaveValue(`Family of ${RUN}`);
    await second.getByRole("button", { name: "Save changes" }).click();
    await expect(second.getByRole("status").filter({ hasText: "Saved." })).toBeVisible();
    await expect(second.getByLabel("Publisher family")).toHaveValue(`Family of ${RUN}`);
    await expect(second.getByLabel("Other names")).toHaveValue("gazette.example");
  });

  test("an event is created, counted in, and split in two after a look at what moves", async ({
    browser,
    baseURL,
  }) => {
    const page = await asEditor(browser, baseURL);
    const title = `Two blasts ${RUN}`;
    await page.goto("/en/desk/events/new");
    await page.getByLabel("Title (required)").fill(title);
    await page.getByLabel("Summary (required)").fill("Two blasts in one town, at first taken for one.");
    await page.getByRole("textbox", { name: /^Place/ }).fill("Testtown");
    await page.getByLabel("Time zone of the place").fill("Europe/Kyiv");
    await page.getByLabel("When it happened").fill("2 Jan 2023, around 14:00");
    await expect(page.getByText(/2 January 2023/)).toBeVisible();
    await page.getByLabel("When it happened").fill("2 Jan 2023");
    await page.getByRole("button", { name: "Create event" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);

    await page.getByRole("link", { name: "New measure" }).click();
    await page.getByLabel("Killed", { exact: true }).check();
    await expect(page.getByLabel("Name of the measure")).toHaveValue("People killed");
    await page.getByRole("button", { name: "Define measure" }).click();
    await expect(page.getByRole("heading", { name: "People killed" })).toBeVisible();

    const claimant = await make(
      page.request,
      "claimant",
      { name: `Town hall ${RUN}`, kind: "government_body" },
      baseURL,
    );
    for (const figure of ["3", "at least 7"]) {
      await page.goto(`/en/desk/claims/log?event=two-blasts-${RUN}&claimant=town-hall-${RUN}`);
      await choose(page, /^What is counted/, "People killed");
      await page.getByLabel("Figure, as it was said").fill(figure);
      await page
        .getByLabel("Stated", { exact: false })
        .first()
        .fill(figure === "3" ? "3 Jan 2023" : "9 Jan 2023");
      await page.getByText("More about the claim").click();
      await page.getByLabel("Recalled from memory").check();
      await page.getByRole("button", { name: "Save claim" }).click();
      await expect(page).toHaveURL(/\/en\/desk\/claims\/(?!log)/);
    }
    expect(claimant.label).toBe(`Town hall ${RUN}`);

    await page.goto(`/en/desk/events/two-blasts-${RUN}/split`);
    await page.getByRole("checkbox", { name: /at least 7/ }).check();
    await page.getByRole("button", { name: "Look at what moves" }).click();
    await expect(page.getByText("1 measure", { exact: true })).toBeVisible();
    await page.getByLabel("Title (required)").fill(`Second blast ${RUN}`);
    await page.getByLabel("Summary (required)").fill("The blast in the north of the town.");
    await page.getByLabel("Reason").fill("The town says that there were two.");
    await page.getByRole("button", { name: "Split the event" }).click();
    await expect(page).toHaveURL(`/en/desk/events/second-blast-${RUN}`);
    await expect(page.getByRole("link", { name: /at least 7/ })).toBeVisible();
    await page.goto(`/en/desk/events/two-blasts-${RUN}`);
    await expect(page.getByRole("link", { name: /at least 7/ })).toHaveCount(0);
  });

  test("a report is filed without an address, and its publication made on the spot", async ({
    browser,
    baseURL,
  }) => {
    const page = await asEditor(browser, baseURL);
    await page.goto("/en/desk/reports/new");
    await page.getByLabel("Address (URL) or description").fill(`Evening news ${RUN}`);
    const publication = page.getByRole("combobox", { name: /^Publication/ });
    await publication.click();
    await publication.pressSequentially(`Channel ${RUN}`);
    await page.getByText(`Register the publication “Channel ${RUN}”`).click();
    const dialog = page.getByRole("dialog", { name: "New publication" });
    await expect(dialog.getByLabel("Name (required)")).toHaveValue(`Channel ${RUN}`);
    await dialog.getByLabel("Country").selectOption("UA");
    await dialog.getByRole("button", { name: "Register publication" }).click();
    await expect(dialog).toBeHidden();
    await expect(publication).toBeFocused();
    await expect(publication).toHaveValue(`Channel ${RUN}`);
    await page.getByLabel("Medium").selectOption("broadcast");
    await page.getByLabel("Published", { exact: true }).fill("2 Jan 2023");
    await page.getByRole("button", { name: "File report" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Evening news ${RUN}`);
    await expect(page.getByLabel("Published", { exact: true })).toHaveValue("2023-01-02");
  });
});
