import type { Page } from "@playwright/test";
import { DEMONSTRATION_PASSWORD } from "../../lib/accounts/demonstration-accounts";
import { choose, create, nameOfFocused, tabTo, type } from "./keyboard";
import { emailOf, storageStateOf } from "./signed-in";
import { expect, test, violationsOn } from "./watched";

const now = Date.now();
const FORM = "/en/desk/claims/log";

test.describe("with the keyboard alone", () => {
  test("a journalist logs the five Makiivka figures from an empty event in one sitting", async ({ page }) => {
    test.setTimeout(120_000);
    await page.goto("/en/sign-in");
    await tabTo(page, "E-mail");
    await type(page, emailOf("journalist"));
    await page.keyboard.press("Tab");
    await type(page, DEMONSTRATION_PASSWORD);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { name: "Desk", level: 1 })).toBeVisible({ timeout: 15_000 });

    await page.keyboard.press("n");
    await expect.poll(() => nameOfFocused(page)).toBe("Event");
    await create(page, `Strike in Makiivka, logged anew ${now}`);
    await tabTo(page, "Summary");
    await type(page, "A building that housed soldiers was hit in the first minutes of 2023.");
    await tabTo(page, "Place");
    await type(page, "Makiivka");
    await tabTo(page, "Time zone of the place");
    await page.keyboard.press("Control+a");
    await type(page, "Europe/Moscow");
    await tabTo(page, "When it happened");
    await type(page, "1 Jan 2023, 00:01");
    await made(page, "Create event", "Event");

    await tabTo(page, "Report");
    await create(page, `Reports of the first week of 2023, ${now}`);
    await tabTo(page, "Publication");
    await create(page, `Daily of the first week ${now}`);
    await made(page, "Register publication", "Publication", 1);
    await made(page, "File report", "Report");

    await tabTo(page, "Claimant");
    await choose(page, "Russian Ministry of Def", /^Russian Ministry of Defence/);
    await create(page, "Russian servicemen killed");
    await measureOf(page, ["Killed"]);
    await tabTo(page, "Figure, as it was said");
    await type(page, "63");
    await page.keyboard.press("Tab");
    await type(page, "2 Jan 2023");
    await another(page);

    await choose(page, "Russian Ministry of Def", /^Russian Ministry of Defence/);
    await choose(page, "servicemen", "Russian servicemen killed");
    await type(page, "89");
    await page.keyboard.press("Tab");
    await retype(page, "4 Jan 2023");
    // R19: the figure before it is found by itself, and the answer is kept for an editor.
    await expect(page.getByRole("group", { name: "Does it take the place of this figure?" })).toContainText(
      "63",
    );
    await tabTo(page, "Yes, it supersedes it");
    await page.keyboard.press("Space");
    await another(page);

    await create(page, `Strategic communications of the armed forces ${now}`);
    await tabTo(page, "Kind");
    await type(page, "armed");
    await made(page, "Register claimant", "Claimant");
    await tabTo(page, "What is counted");
    await choose(page, "servicemen", "Russian servicemen killed");
    await type(page, "about 400");
    await page.keyboard.press("Tab");
    await retype(page, "2 January 2023");
    await another(page);

    await choose(page, "Strategic communications of the arm", new RegExp(`${now}`));
    await create(page, "Russian servicemen injured");
    await measureOf(page, ["Injured"]);
    await tabTo(page, "Figure, as it was said");
    await type(page, "300");
    await another(page);

    await choose(page, "Girkin", /Girkin/);
    await create(page, "Russian servicemen killed or injured");
    await measureOf(page, ["Killed", "Injured"]);
    await tabTo(page, "Figure, as it was said");
    await type(page, "hundreds");
    await expect(page.getByText(/our reading/).first()).toBeVisible();
    await page.keyboard.press("Control+Enter");

    await expect(page).toHaveURL(/\/en\/desk\/claims\/(?!log)\w+$/, { timeout: 15_000 });
    await expect(page.getByRole("heading", { level: 1 })).toContainText("hundreds");
    await page.goto("/en/desk");
    const mine = page.getByRole("listitem").filter({ hasText: `logged anew ${now}` });
    await expect(mine).toHaveCount(5);
    for (const figure of ["63", "89", "about 400", "300", "hundreds"])
      await expect(mine.filter({ hasText: `“${figure}”` })).toHaveCount(1);
    await expect(mine.filter({ hasText: "submitted" })).toHaveCount(5);
  });

  test("from the open form to the second claim of the same report takes at most 12 key presses beyond the text", async ({
    page,
    browser,
    baseURL,
  }) => {
    await page.context().addCookies((await storageStateOf(browser, "journalist", baseURL ?? "")).cookies);
    await page.goto(FORM);
    await expect.poll(() => nameOfFocused(page)).toBe("Event");
    let presses = 0;
    const press = async (keys: string) => {
      // Each key of a chord is a press.
      presses += keys.split("+").length;
      await page.keyboard.press(keys);
    };
    const take = async (text: string, option: string | RegExp) => {
      await type(page, text);
      await expect(page.getByRole("option", { name: option, selected: true })).toBeVisible({
        timeout: 15_000,
      });
      await press("Tab");
    };
    await take("Strike on the vocational", /^Strike on the vocational school/);
    await take("WION", /WION/);
    await take("UK Ministry of", /^UK Ministry of Defence/);
    await take("Russian servicemen kil", /killed/);
    await type(page, String(now % 100_000));
    await press("Tab");
    await type(page, "5 Jan 2023");
    await press("Control+Shift+Enter");
    await expect(page.getByText("Saved. The report is kept for the next claim.")).toBeVisible({
      timeout: 15_000,
    });
    await expect.poll(() => nameOfFocused(page)).toBe("Claimant");
    await take("UK Ministry of", /^UK Ministry of Defence/);
    await take("Russian servicemen kil", /killed/);
    await type(page, `at least ${(now % 100_000) + 7}`);
    await press("Control+Enter");
    await expect(page).toHaveURL(/\/en\/desk\/claims\/(?!log)\w+$/, { timeout: 15_000 });
    expect(presses).toBeLessThanOrEqual(12);
  });
});

test.describe("nothing that was typed is lost", () => {
  test.beforeEach(async ({ page, browser, baseURL }) => {
    await page.context().addCookies((await storageStateOf(browser, "editor", baseURL ?? "")).cookies);
  });

  test("by a reload: the form is back as it was, and on the desk's first page", async ({ page }) => {
    await page.goto(`${FORM}?event=makiivka-2023&reload=${now}`);
    await begin(page);
    await page.getByLabel("Figure, as it was said").fill(`at least ${now}`);
    await expect(page.getByText(/Draft kept at/)).toBeVisible({ timeout: 15_000 });
    page.on("dialog", (dialog) => void dialog.accept());
    await page.reload();
    await expect(page.getByText(/What you typed at .* is back/)).toBeVisible();
    await expect(page.getByLabel("Figure, as it was said")).toHaveValue(`at least ${now}`);
    await expect(page.getByRole("combobox", { name: "Claimant" })).toHaveValue("UK Ministry of Defence");

    await page.goto("/en/desk");
    await page.getByRole("link", { name: new RegExp(`at least ${now}`) }).click();
    await expect(page.getByLabel("Figure, as it was said")).toHaveValue(`at least ${now}`);
  });

  test("when the session ends while somebody types, and they sign in again in another tab", async ({
    page,
    context,
  }) => {
    await page.goto(`${FORM}?event=makiivka-2023&ended=${now}`);
    await begin(page);
    await page.getByRole("combobox", { name: "What is counted" }).fill("Russian servicemen killed");
    await page.getByRole("option", { name: /^Russian servicemen killed(?!,| or)/ }).click();
    await page.getByLabel("Figure, as it was said").fill(String(now));
    await page.getByLabel("Stated", { exact: false }).first().fill("6 Jan 2023");
    await page.getByText("More about the claim").click();
    await page.getByLabel("Recalled from memory: no report").check();

    const cookies = await context.cookies();
    await context.clearCookies();
    await page.getByRole("button", { name: "Save claim" }).click();
    await expect(
      page.getByRole("alert").filter({ hasText: "You are no longer signed in" }).first(),
    ).toBeVisible({
      timeout: 15_000,
    });
    await expect(page.getByLabel("Figure, as it was said")).toHaveValue(String(now));
    await expect(page.getByRole("combobox", { name: "Claimant" })).toHaveValue("UK Ministry of Defence");

    // As the other tab leaves it.
    await context.addCookies(cookies);
    await page.getByRole("button", { name: "Save claim" }).click();
    await expect(page).toHaveURL(/\/en\/desk\/claims\/(?!log)\w+$/, { timeout: 15_000 });
    await expect(page.getByRole("heading", { level: 1 })).toContainText(String(now));
  });

  test("by an error: what is missing is said at its field, and the rest stays", async ({ page }) => {
    await page.goto(`${FORM}?event=makiivka-2023&error=${now}`);
    await begin(page);
    await page.getByLabel("Figure, as it was said").fill("63 of 80");
    await page.getByRole("button", { name: "Save claim" }).click();
    const summary = page.getByRole("alert").filter({ hasText: "What is counted" });
    await expect(summary).toBeFocused({ timeout: 15_000 });
    await expect(summary).toContainText("Say which of the readings is meant");
    await expect(summary).toContainText("Say when it was stated");
    await expect(page.getByLabel("Figure, as it was said")).toHaveValue("63 of 80");
    await expect(page.getByRole("combobox", { name: "Claimant" })).toHaveValue("UK Ministry of Defence");
    expect(await violationsOn(page)).toEqual([]);
  });
});

async function begin(page: Page) {
  await expect.poll(() => nameOfFocused(page)).toBe("Claimant");
  await page.keyboard.type("UK Ministry of Def");
  await page.getByRole("option", { name: /^UK Ministry of Defence/ }).click();
}

/** Presses the button of a dialog by which a record is made, and finds the focus where it was missed. */
async function made(page: Page, button: string, field: string, left = 0) {
  await tabTo(page, button);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toHaveCount(left, { timeout: 15_000 });
  await expect.poll(() => nameOfFocused(page)).toBe(field);
}

async function measureOf(page: Page, kinds: string[]) {
  for (const kind of kinds) {
    await tabTo(page, kind);
    await page.keyboard.press("Space");
  }
  await made(page, "Define measure", "What is counted");
}

async function another(page: Page) {
  await page.keyboard.press("Control+Shift+Enter");
  await expect(page.getByText("Saved. The report is kept for the next claim.")).toBeVisible({
    timeout: 15_000,
  });
  await expect(page.getByLabel("Figure, as it was said")).toHaveValue("");
  await expect.poll(() => nameOfFocused(page)).toBe("Claimant");
}

async function retype(page: Page, text: string) {
  await page.keyboard.press("Control+a");
  await type(page, text);
}
