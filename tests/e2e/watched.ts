import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type Page } from "@playwright/test";

/**
 * A browser test in which nothing may go wrong unseen: an error in the console, a script that throws, a violation
 * of the content security policy or a request to another host fails it, whatever the test itself looks at.
 */
export const test = base.extend<{ watch: undefined }>({
  watch: [
    async ({ page, baseURL }, use) => {
      const troubles: string[] = [];
      const home = new URL(baseURL ?? "").origin;
      page.on("pageerror", (error) => troubles.push(`script error: ${error.message}`));
      page.on("console", (message) => {
        // A page that is missing on purpose is reported by the browser as an error of its own address.
        const isExpected = message.location().url === page.url() && /status of 40[04]/.test(message.text());
        // What the desk asks while somebody types is refused once the session has ended; the form then says so.
        const isSignedOut = /\/desk\/(claims\/check|drafts|choices)/.test(message.location().url);
        const isRefused = isSignedOut && /status of 401/.test(message.text());
        if (message.type() === "error" && !isExpected && !isRefused)
          troubles.push(`console: ${message.text()}`);
      });
      page.on("request", (request) => {
        const { origin, protocol } = new URL(request.url());
        if (protocol.startsWith("http") && origin !== home) troubles.push(`request to ${origin}`);
      });
      await use(undefined);
      expect(troubles).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/**
 * What axe finds wrong by WCAG 2.2 AA and its best practices, in a form that a failing test can be read from; of the
 * contrast alone, where a page was looked at whole in other colours, or of all but it, where in the same.
 */
export async function violationsOn(
  page: Page,
  what: "all" | "contrast" | "structure" = "all",
): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    // What passes is not looked at, and no style sheet is fetched again.
    .options({
      resultTypes: ["violations"],
      preload: false,
      ...(what === "contrast" && { runOnly: ["color-contrast"] }),
      ...(what === "structure" && { rules: { "color-contrast": { enabled: false } } }),
    })
    // Frames of other sites are left out, of which there are none; the rest is found in half the time.
    .setLegacyMode()
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target}: ${failureSummary}`),
  );
}

export const EVENT = "/en/events/makiivka-2023";

/** The address of one page of each kind, found by following links as a reader would. */
export async function findPages(page: Page): Promise<Record<string, string>> {
  await page.goto(EVENT);
  const claim = await hrefOf(page, page.getByRole("main").locator('a[href^="/en/claims/"]').first());
  const claimant = await hrefOf(page, page.getByRole("main").locator('a[href^="/en/claimants/"]').first());
  await page.goto(claim);
  const report = await hrefOf(page, page.getByRole("main").locator('a[href^="/en/reports/"]').first());
  const publication = await hrefOf(
    page,
    page.getByRole("main").locator('a[href^="/en/publications/"]').first(),
  );
  await page.goto(`${EVENT}?asOf=2040-01-01`);
  const version = await hrefOf(page, page.getByRole("main").locator('a[href*="/v/"]').first());
  return {
    home: "/en",
    event: EVENT,
    "event, linear, with unnamed claimants": `${EVENT}?scale=linear&anonymous=1`,
    "event, each figure with each": `${EVENT}?relations=killed`,
    "event, as of a day": `${EVENT}?asOf=2023-01-03`,
    "event, before the first claim": `${EVENT}?asOf=2020-01-01`,
    "event, as of no day": `${EVENT}?asOf=yesterday`,
    "event, in a version": version,
    "origins of an event": `${EVENT}/origins`,
    "history of an event": `${EVENT}/history`,
    "figures of an event over time": `${EVENT}/timeline`,
    guide: "/en/guide",
    search: "/en/search?q=Makiivka",
    "code of a frame": `${EVENT}/embed`,
    "claims list": "/en/claims",
    "claims list, filtered": "/en/claims?q=Girkin&type=figure",
    "claims list, no match": "/en/claims?q=nothingmatchesthis",
    claim,
    "a version of a claim": `${claim}/v/4`,
    "report an error": `${claim}/report-error`,
    claimant,
    publication,
    report,
    "comparison, nothing chosen": "/en/compare",
    "comparison of all figures of a measure": "/en/compare?measure=makiivka-2023/killed&q=girkin",
    "comparison of claimants":
      "/en/compare?claimant=igor-girkin&claimant=russian-ministry-of-defence&claim=222222222",
    about: "/en/about",
    data: "/en/data",
    follow: "/en/follow",
    "citation of an event": `${EVENT}/cite`,
    "citation of a claim": `${claim}/cite`,
    corrections: "/en/corrections",
    "corrections of an event without any": "/en/corrections?event=makiivka-2023",
    method: "/en/method",
    "documentation of the API": "/en/api",
    "documentation of claims in the API": "/en/api/claims",
    "not found": "/en/claims/222222222",
  };
}

async function hrefOf(page: Page, link: ReturnType<Page["locator"]>): Promise<string> {
  const href = await link.getAttribute("href");
  const url = new URL(href ?? "", page.url());
  return url.pathname;
}
