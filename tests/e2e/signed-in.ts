import { type Browser, type BrowserContext, expect, type Page } from "@playwright/test";
import { DEMONSTRATION_ACCOUNTS, DEMONSTRATION_PASSWORD } from "../../lib/accounts/demonstration-accounts";
import type { Role } from "../../lib/vocabulary";

/**
 * Signs a demonstration account in through the form, in a session of its own, and arrives at `to`: for a test that
 * looks at signing in, or ends sessions. The rest take less time with `storageStateOf`.
 */
export async function signInAs(page: Page, role: Role, to = "/en/desk/account"): Promise<void> {
  await signInWith(page, { email: emailOf(role), password: DEMONSTRATION_PASSWORD }, to);
}

/** As signInAs, for any account. */
export async function signInWith(
  page: Page,
  account: { email: string; password: string },
  to = "/en/desk/account",
): Promise<void> {
  await page.goto(`/en/sign-in?next=${encodeURIComponent(to)}`);
  await page.getByLabel("E-mail").fill(account.email);
  await page.getByLabel("Password").fill(account.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  // A password takes its time to be checked, by design.
  await expect(page).toHaveURL(to, { timeout: 15_000 });
}

export function emailOf(role: Role): string {
  return DEMONSTRATION_ACCOUNTS.find((account) => account.role === role)?.email ?? "";
}

/**
 * The cookies of a signed-in demonstration account, for `browser.newContext({ storageState })` or
 * `context.addCookies(state.cookies)`. Each worker signs in once for each role: leave this session as it is.
 */
export async function storageStateOf(browser: Browser, role: Role, baseURL: string): Promise<StorageState> {
  states[role] ??= signInOnce(browser, role, baseURL);
  return states[role];
}

type StorageState = Awaited<ReturnType<BrowserContext["storageState"]>>;
const states: { [role in Role]?: Promise<StorageState> } = {};

async function signInOnce(browser: Browser, role: Role, baseURL: string): Promise<StorageState> {
  const context = await browser.newContext({ baseURL });
  try {
    await signInAs(await context.newPage(), role);
    return await context.storageState();
  } finally {
    await context.close();
  }
}
