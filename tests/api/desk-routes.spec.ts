import { expect, test } from "@playwright/test";
import { DEMONSTRATION_PASSWORD } from "../../lib/accounts/demonstration-accounts";
import { ROLES } from "../../lib/vocabulary";
import { emailOf, storageStateOf } from "../e2e/signed-in";

/** The routes of the desk that answer a program in the browser, each with what it is asked. */
const ROUTES = [
  { method: "GET", address: "/en/desk/choices?kind=event&q=Makiivka", ok: 200 },
  { method: "POST", address: "/en/desk/claims/check", ok: 200 },
  { method: "GET", address: `/en/desk/drafts?submission=${crypto.randomUUID()}`, ok: 200 },
  { method: "PUT", address: "/en/desk/drafts", ok: 422 },
  { method: "DELETE", address: "/en/desk/drafts", ok: 422 },
  { method: "POST", address: "/en/desk/reports/read", ok: 400 },
  { method: "GET", address: "/en/desk/dates?text=2+Jan+2023", ok: 200 },
  { method: "POST", address: "/en/desk/make/claimant", ok: 200 },
] as const;

const ask = (baseURL: string, method: string) => ({
  method,
  headers: { Origin: baseURL },
  maxRedirects: 0,
  ...(method === "POST" && { multipart: { nothing: "" } }),
});

test.describe("401", () => {
  for (const { method, address } of ROUTES) {
    test(`${method} ${address.split("?")[0]} without a session`, async ({ request, baseURL }) => {
      const home = String(baseURL);
      const answer = await request.fetch(address, ask(home, method));
      const text = await answer.text();
      // A form that is sent by a script is told in its own state that nobody is signed in.
      expect([401, 200]).toContain(answer.status());
      if (answer.status() === 200) expect(text).toContain('"outcome":"signed_out"');
      expect(answer.headers()["cache-control"]).toContain("no-store");
    });
  }
});

for (const role of ROLES) {
  test(`each route answers a ${role}`, async ({ playwright, browser, baseURL }) => {
    const home = String(baseURL);
    const storageState = await storageStateOf(browser, role, home);
    const request = await playwright.request.newContext({ baseURL: home, storageState });
    for (const { method, address, ok } of ROUTES) {
      const answer = await request.fetch(address, ask(home, method));
      expect([method, address, answer.status()]).toEqual([method, address, ok]);
      expect(await answer.text()).not.toContain("signed_out");
    }
    await request.dispose();
  });
}

test("pages of the desk lead to sign in, and from there back; what is for admins is refused to others with 403", async ({
  request,
  playwright,
  browser,
  baseURL,
}) => {
  const home = String(baseURL);
  for (const page of [
    "",
    "/claims/log?event=makiivka-2023",
    "/events",
    "/claimants",
    "/accounts",
    "/links",
    "/proposals",
    "/estimates",
    "/queue?tab=stale",
  ]) {
    const answer = await request.get(`/en/desk${page}`, { maxRedirects: 0 });
    expect([307, 303]).toContain(answer.status());
    expect(answer.headers().location).toBe(`/en/sign-in?next=${encodeURIComponent(`/en/desk${page}`)}`);
  }
  for (const role of ["journalist", "editor"] as const) {
    const own = await playwright.request.newContext({
      baseURL: home,
      storageState: await storageStateOf(browser, role, home),
    });
    expect((await own.get("/en/desk/accounts")).status()).toBe(403);
    await own.dispose();
  }
});

test("the page after signing in is one of this site, whatever the address says", async ({
  browser,
  baseURL,
}) => {
  const home = String(baseURL);
  const context = await browser.newContext({ baseURL: home });
  const page = await context.newPage();
  await page.goto(`/en/sign-in?next=${encodeURIComponent("//elsewhere.example/")}`);
  await page.getByLabel("E-mail").fill(emailOf("journalist"));
  await page.getByLabel("Password").fill(DEMONSTRATION_PASSWORD);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL("/en/desk", { timeout: 15_000 });
  await context.close();
});
