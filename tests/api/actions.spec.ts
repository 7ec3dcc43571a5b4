import { readFileSync } from "node:fs";
import { type APIRequestContext, expect, type PlaywrightWorkerArgs, test } from "@playwright/test";
import { FRESH } from "../../lib/forms/form-state";
import { ROLES, type Role } from "../../lib/vocabulary";
import { storageStateOf } from "../e2e/signed-in";

/** A server action as the build made it an endpoint: its id, where its source is, and a page that it is asked on. */
type Endpoint = { id: string; name: string; file: string; page: string };

/** By which one comes to be signed in: they are for whoever holds a password or a link. */
const SIGNING_IN = ["signInAction", "acceptInvitationAction", "askForLinkAction", "resetPasswordAction"];
/** Those, and what readers send, who need no account. */
const OPEN = [...SIGNING_IN, "reportErrorAction"];

/** What a journalist is refused, and of it what an editor is too. Everything else is for everybody who is signed in. */
const FOR_ADMINS = [
  "changeRoleAction",
  "endSessionsAction",
  "invitePersonAction",
  "makeApiTokenAction",
  "makePasswordLinkAction",
  "redactFieldAction",
  "reinstateAction",
  "revokeApiTokenAction",
  "suspendAction",
];
const FOR_EDITORS = [
  "assignClaimAction",
  "acceptErrorReportAction",
  "acceptProposalAction",
  "acceptSuccessionAction",
  "acceptSupersessionAction",
  "acceptViaAction",
  "assessClaimAction",
  "decideOriginAction",
  "declineDuplicateAction",
  "declineErrorReportAction",
  "declineProposalAction",
  "declineSuccessionAction",
  "declineSupersessionAction",
  "declineViaAction",
  "disownClaimAction",
  "estimateAction",
  "markDuplicateAction",
  "markSeenAction",
  "mergeAction",
  "mergeDuplicateAction",
  "moveClaimAction",
  "moveClaimBackAction",
  "moveEventAction",
  "moveTickedAction",
  "reopenLinkAction",
  "reopenViaAction",
  "splitEventAction",
  "supersedeAction",
  "takeBackDuplicateAction",
  "takeClaimAction",
  "undoMergeAction",
  "withdrawClaimAction",
  "withdrawEstimateAction",
];

const NOBODY = "00000000-0000-4000-8000-000000000000";
/** What an action may be told of the page that it is sent from; each takes what it knows. */
const ANYTHING = {
  locale: "en",
  id: NOBODY,
  secret: "x",
  slug: "x",
  publicId: "x",
  kind: "claimant",
  claimVersion: 1,
  from: { id: NOBODY, version: 1 },
  into: { id: NOBODY, version: 1 },
  newer: { id: NOBODY, version: 1 },
  older: { id: NOBODY, version: 1 },
  version: 0,
  mergeId: NOBODY,
  back: "claims",
  field: "wording",
};
/** Of the verbs that one action has, one for editors. */
const VERBS: Record<string, string> = {
  how: "retracted",
  back: "returned",
  move: "published",
  to: "published",
};

function endpoints(): Endpoint[] {
  const manifest = JSON.parse(readFileSync(".next/server/server-reference-manifest.json", "utf8"));
  return Object.entries(
    manifest.node as Record<string, { workers: object; filename: string; exportedName: string }>,
  )
    .map(([id, { workers, filename, exportedName }]) => {
      const page = Object.keys(workers).find((worker) => worker.endsWith("/page")) ?? "";
      return { id, name: exportedName, file: filename, page: addressOf(page) };
    })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function addressOf(page: string): string {
  return page
    .replace(/^app\//, "/")
    .replace(/\/page$/, "")
    .replace(/\/\([\w-]+\)/g, "")
    .replace("[locale]", "en")
    .replace(/\[\w+\]/g, "x");
}

/** The arguments that its source names, each with something that is of no record: the form is empty. */
function argumentsOf({ file, name }: Endpoint): unknown[] {
  const source = readFileSync(file, "utf8");
  const [, parameters = ""] =
    new RegExp(`export async function ${name}\\(([\\s\\S]*?)\\)\\s*:`).exec(source) ?? [];
  return parameters
    .split(/,(?![^<{]*[>}])/)
    .map((parameter) => parameter.trim())
    .filter(Boolean)
    .map((parameter) => {
      if (parameter.startsWith("locale")) return "en";
      if (parameter.includes("FormState")) return FRESH;
      if (parameter.includes("FormData")) return "$K1";
      if (/: string$/.test(parameter)) return NOBODY;
      return VERBS[parameter.split(":", 1)[0] ?? ""] ?? ANYTHING;
    });
}

async function ask(request: APIRequestContext, endpoint: Endpoint, origin: string) {
  const multipart = { "1_actorId": NOBODY, "0": JSON.stringify(argumentsOf(endpoint)) };
  const headers = { "Next-Action": endpoint.id, Origin: origin };
  const answer = await request.post(endpoint.page, { multipart, headers, maxRedirects: 0 });
  return { status: answer.status(), text: await answer.text(), headers: answer.headers() };
}

async function signedIn(
  playwright: PlaywrightWorkerArgs["playwright"],
  browser: PlaywrightWorkerArgs["browser"],
  role: Role,
  baseURL: string,
) {
  return playwright.request.newContext({
    baseURL,
    storageState: await storageStateOf(browser, role, baseURL),
  });
}

test("every action is found, with the arguments that its source names", () => {
  expect(endpoints().length).toBeGreaterThan(30);
  for (const endpoint of endpoints())
    expect([endpoint.name, argumentsOf(endpoint)]).toEqual([endpoint.name, expect.arrayContaining(["$K1"])]);
  expect(endpoints().map(({ name }) => name)).toEqual(expect.arrayContaining(OPEN));
});

for (const who of ["nobody", "somebody whose session was ended"]) {
  test(`every action refuses ${who}`, async ({ playwright, browser, baseURL }) => {
    const home = String(baseURL);
    const request = await (who === "nobody"
      ? playwright.request.newContext({ baseURL: home })
      : endedSession(playwright, browser, home));
    for (const endpoint of endpoints().filter(({ name }) => !OPEN.includes(name))) {
      const { text, headers } = await ask(request, endpoint, home);
      const isRefused =
        text.includes('"outcome":"signed_out"') || headers["x-action-redirect"]?.includes("/sign-in");
      expect([endpoint.name, isRefused]).toEqual([endpoint.name, true]);
    }
    await request.dispose();
  });
}

for (const role of ROLES) {
  test(`every action refuses a ${role} what is not for that role, and no more`, async ({
    playwright,
    browser,
    baseURL,
  }) => {
    const home = String(baseURL);
    const request = await signedIn(playwright, browser, role, home);
    const refused: string[] = [];
    for (const endpoint of endpoints()) {
      const { text } = await ask(request, endpoint, home);
      expect([endpoint.name, text.includes("signed_out")]).toEqual([endpoint.name, false]);
      if (text.includes("This needs the role")) refused.push(endpoint.name);
    }
    const expected = { journalist: [...FOR_EDITORS, ...FOR_ADMINS], editor: FOR_ADMINS, admin: [] };
    expect(refused).toEqual(expected[role].toSorted());
    await request.dispose();
  });
}

test("a form that comes from another site is refused before it reaches an action", async ({
  request,
  baseURL,
}) => {
  const home = String(baseURL);
  const [endpoint] = endpoints();
  if (!endpoint) throw new Error("There is no action.");
  expect((await ask(request, endpoint, "https://elsewhere.example")).status).toBe(403);
  const multipart = { theme: "dark" };
  const from = async (headers: Record<string, string>) =>
    (await request.post("/theme", { multipart, headers, maxRedirects: 0 })).status();
  expect(await from({ Origin: home })).toBe(303);
  expect(await from({ Origin: "null" })).toBe(403);
  expect(await from({ Origin: home, "Sec-Fetch-Site": "cross-site" })).toBe(403);
  expect(await from({})).toBe(403);
});

async function endedSession(
  playwright: PlaywrightWorkerArgs["playwright"],
  browser: PlaywrightWorkerArgs["browser"],
  baseURL: string,
) {
  const context = await browser.newContext({ baseURL });
  const page = await context.newPage();
  const { signInAs } = await import("../e2e/signed-in");
  await signInAs(page, "editor");
  const storageState = await context.storageState();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await context.close();
  return playwright.request.newContext({ baseURL, storageState });
}
