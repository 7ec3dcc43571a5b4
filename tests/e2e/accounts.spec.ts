import type { Browser, BrowserContext, Page } from "@playwright/test";
import type { Role } from "../../lib/vocabulary";
import { signInAs, signInWith, storageStateOf } from "./signed-in";
import { expect, test, violationsOn } from "./watched";

const PASSWORD = "four words nobody guesses";

let invited = 0;

/** Invites somebody through the form of the page that an admin has open. Gives the address and the path of the link. */
async function invite(admin: Page, role: Role): Promise<{ email: string; path: string }> {
  invited += 1;
  const email = `person-${process.pid}-${Date.now()}-${invited}@newsroom.example`;
  await admin.goto("/en/desk/accounts");
  await admin.getByLabel("E-mail").fill(email);
  await admin.getByRole("group", { name: "Role" }).getByLabel(role).check();
  await admin.getByRole("button", { name: "Make invitation" }).click();
  const link = await admin.getByLabel(`Link of the invitation for ${email}`).inputValue();
  await expect(admin.getByRole("table", { name: "Open invitations" })).toContainText(email);
  return { email, path: new URL(link).pathname };
}

async function accept(person: Page, path: string, name: string): Promise<void> {
  await person.goto(path);
  await person.getByLabel("Name").fill(name);
  await person.getByLabel("Password").fill(PASSWORD);
  await person.getByRole("button", { name: "Open account" }).click();
  await expect(person).toHaveURL("/en/desk", { timeout: 20_000 });
}

function adminContext(browser: Browser, baseURL = "", javaScriptEnabled = true): Promise<BrowserContext> {
  return storageStateOf(browser, "admin", baseURL).then((storageState) =>
    browser.newContext({ baseURL, storageState, javaScriptEnabled }),
  );
}

test("who is invited opens an account, has another role from the next click, and is led to sign in once suspended", async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(90_000);
  await signInAs(page, "admin", "/en/desk/accounts");
  const { email, path } = await invite(page, "journalist");
  const elsewhere = await browser.newContext({ baseURL });
  const person = await elsewhere.newPage();
  await accept(person, path, "Oksana Melnyk");
  await person.goto(path);
  await expect(person.getByRole("heading", { level: 1 })).toHaveText("This invitation cannot be used");

  await person.goto("/en/desk/account");
  await person.getByRole("button", { name: "Sign out" }).click();
  await expect(person).toHaveURL("/en/sign-in");
  await signInWith(person, { email, password: PASSWORD });
  await expect(person.getByRole("link", { name: "Oksana Melnyk (journalist)" })).toBeVisible();

  await page.goto("/en/desk/accounts");
  const row = page.getByRole("row", { name: email });
  await row.getByRole("link", { name: "Oksana Melnyk" }).click();
  await page.getByText("Change the role").click();
  await page.getByLabel("New role").selectOption("editor");
  await page.getByRole("button", { name: "Change role" }).click();
  await expect(page.getByText("The role is changed.")).toBeFocused();
  await person.reload();
  await expect(person.getByRole("link", { name: "Oksana Melnyk (editor)" })).toBeVisible();

  await page.getByText("Suspend the account").click();
  await page.getByRole("button", { name: "Suspend Oksana Melnyk" }).click();
  await expect(page.getByText("The account is suspended.")).toBeFocused();
  await person.reload();
  await expect(person).toHaveURL(/\/en\/sign-in\?next=%2Fen%2Fdesk%2Faccount/);
  await person.getByLabel("E-mail").fill(email);
  await person.getByLabel("Password").fill(PASSWORD);
  await person.getByRole("button", { name: "Sign in" }).click();
  await expect(person.getByRole("main").getByRole("alert")).toContainText("or the account is suspended");
  await elsewhere.close();
});

test("one's own name, password and sessions are changed on one's own page", async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(90_000);
  const desk = await adminContext(browser, baseURL);
  const { email, path } = await invite(await desk.newPage(), "journalist");
  await accept(page, path, "Daryna Bondar");
  await page.goto("/en/desk/account");
  await page.getByLabel("Name").fill("Daryna Bondarenko");
  await page.getByRole("button", { name: "Change name" }).click();
  await expect(page.getByText("Your name is changed.")).toBeFocused();
  await expect(page.getByRole("link", { name: "Daryna Bondarenko (journalist)" })).toBeVisible();

  await page.getByLabel("Password that you have now").fill("not this one at all");
  await page.getByLabel("New password").fill("another four words then");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText(
    "This is not the password that you have now.",
  );
  await page.getByLabel("Password that you have now").fill(PASSWORD);
  await page.getByLabel("New password").fill("another four words then");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(page.getByText("Your password is changed.")).toBeFocused({ timeout: 20_000 });

  const elsewhere = await browser.newContext({ baseURL });
  const telephone = await elsewhere.newPage();
  await signInWith(telephone, { email, password: "another four words then" });
  await page.reload();
  await page.getByRole("button", { name: "End the session in Chrome on Linux" }).click();
  await expect(page.getByText("The session is ended.")).toBeFocused();
  await expect(page.getByText("this one")).toBeVisible();
  await telephone.reload();
  await expect(telephone).toHaveURL(/sign-in/);
  await elsewhere.close();
  await desk.close();
});

test("a token acts for its person until it is revoked", async ({ page, browser, baseURL, request }) => {
  const { cookies } = await storageStateOf(browser, "admin", baseURL ?? "");
  await page.context().addCookies(cookies);
  await page.goto("/en/desk/accounts");
  await page.getByRole("button", { name: "Make token" }).click();
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Person: Choose a person");
  await page
    .getByRole("combobox", { name: /^Person/ })
    .selectOption({ label: "Demonstration editor (editor@demonstration.invalid)" });
  const name = `A nightly program ${Date.now()}`;
  await page.getByLabel("What it is for").fill(name);
  await page.getByRole("checkbox", { name: /^Read/ }).check();
  await page.getByRole("button", { name: "Make token" }).click();
  const token = await page.getByLabel(`Token for “${name}”`).inputValue();
  const headers = { Authorization: `Bearer ${token}` };
  const known = await request.get("/api/v1/me", { headers });
  expect(known.status()).toBe(200);
  expect(await known.json()).toEqual({
    data: { name: "Demonstration editor", role: "editor", scopes: ["read"] },
  });

  const row = page.getByRole("row", { name });
  await expect(row).toContainText("works");
  await row.getByText("Revoke", { exact: true }).click();
  await row.getByRole("button", { name: "Revoke token" }).click();
  await expect(page.getByText("The token is revoked.")).toBeFocused();
  await expect(row).toContainText("revoked");
  const refused = await request.get("/api/v1/me", { headers });
  expect(refused.status()).toBe(401);
  expect(refused.headers()["www-authenticate"]).toContain("Bearer");
  expect(refused.headers()["content-type"]).toBe("application/problem+json");
  expect(await refused.json()).toMatchObject({ title: "Unauthorized", status: 401 });
});

test("without scripts an invitation is made, accepted, and its person renamed", async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(90_000);
  const desk = await adminContext(browser, baseURL, false);
  const { path } = await invite(await desk.newPage(), "editor");
  const elsewhere = await browser.newContext({ baseURL, javaScriptEnabled: false });
  const person = await elsewhere.newPage();
  await accept(person, path, "Yusuf Amin");
  await person.goto("/en/desk/account");
  await person.getByLabel("Name").fill("Yusuf Amin al-Khatib");
  await person.getByRole("button", { name: "Change name" }).click();
  await expect(person.getByText("Your name is changed.")).toBeVisible();
  await elsewhere.close();
  await desk.close();
});

test.describe("403", () => {
  test("a journalist is told that the accounts are for admins", async ({ browser, baseURL }) => {
    const storageState = await storageStateOf(browser, "journalist", baseURL ?? "");
    const context = await browser.newContext({ baseURL, storageState });
    const answer = await context.request.get("/en/desk/accounts");
    expect(answer.status()).toBe(403);
    expect(await answer.text()).toContain("It needs the role admin");
    await context.close();
  });
});

test("the pages of accounts can be used by everybody, at 360 and 1280 px, in the dark, also from right to left", async ({
  page,
  browser,
  baseURL,
}) => {
  test.setTimeout(120_000);
  const { cookies } = await storageStateOf(browser, "admin", baseURL ?? "");
  await page.context().addCookies(cookies);
  const { path } = await invite(page, "journalist");
  await page.goto("/en/desk/accounts");
  const someone = page.getByRole("link", { name: "Demonstration journalist" });
  const accountPath = (await someone.getAttribute("href")) ?? "";
  for (const address of ["/en/desk/accounts", accountPath, "/en/desk/account", path, "/en/password"]) {
    for (const [shown, width, colorScheme, what] of [
      [address, 1280, "light", "all"],
      ...(address === accountPath
        ? ([
            [address, 1280, "dark", "contrast"],
            [address.replace("/en/", "/ar-XB/"), 360, "light", "structure"],
          ] as const)
        : []),
    ] as const) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 800 });
      await page.goto(shown);
      for (const act of await page.locator("main details > summary").all()) await act.click();
      expect(await violationsOn(page, what), shown).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, shown).toBeLessThanOrEqual(0);
    }
  }
});
