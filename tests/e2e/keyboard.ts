import { expect, type Page } from "@playwright/test";

const STEPS_MAX = 80;

/** Goes to a control by its accessible name with the Tab key alone, as somebody without a pointer does. */
export async function tabTo(
  page: Page,
  name: string | RegExp,
  key: "Tab" | "Shift+Tab" = "Tab",
): Promise<void> {
  const seen: string[] = [];
  for (let step = 0; step < STEPS_MAX; step += 1) {
    const focused = await nameOfFocused(page);
    if (typeof name === "string" ? focused === name : name.test(focused)) return;
    seen.push(focused);
    await page.keyboard.press(key);
  }
  throw new Error(`The Tab key never came to ${name}; it passed ${seen.join(" | ")}`);
}

/** What a screen reader calls the control that has the focus, without "(required)". */
export async function nameOfFocused(page: Page): Promise<string> {
  const name = await page
    .evaluate(() => {
      const focused = document.activeElement as HTMLInputElement | null;
      if (!focused) return "";
      const labelled = focused.getAttribute("aria-labelledby")?.split(" ") ?? [];
      const words = labelled.map((id) => document.getElementById(id)?.textContent ?? "").join(" ");
      return (
        focused.getAttribute("aria-label") ||
        words ||
        focused.labels?.[0]?.textContent ||
        focused.textContent ||
        ""
      );
    })
    // Between two pages nothing has the focus.
    .catch(() => "");
  return name.replace(/\s*\(required\)\s*$/, "").trim();
}

/** Types into the field that has the focus, as fast as a quick typist, and counts nothing but letters. */
export async function type(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text, { delay: 5 });
}

/** Takes what a combobox offers first for a text: waits for the list, as eyes do, and goes on with Tab. */
export async function choose(page: Page, text: string, option: string | RegExp): Promise<void> {
  await type(page, text);
  await expect(page.getByRole("option", { name: option, selected: true })).toBeVisible({ timeout: 15_000 });
  await page.keyboard.press("Tab");
}

/** Takes the last option of a combobox, by which a record is made on the spot, and waits for its dialog. */
export async function create(page: Page, text: string): Promise<void> {
  const open = await page.getByRole("dialog").count();
  await type(page, text);
  await expect(page.getByRole("option", { name: /^(Create|File|Register|Define)\b.*“/ })).toBeVisible({
    timeout: 15_000,
  });
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog")).toHaveCount(open + 1);
}
