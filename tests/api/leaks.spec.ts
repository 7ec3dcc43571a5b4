import { readdirSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { TABLE_NAMES } from "../../lib/exports/table";
import { loadWorld } from "../e2e/load-world";
import { storageStateOf } from "../e2e/signed-in";
import type { Leaks } from "../support/load-leak-markers";

/**
 * R34: the ways out. For every address that the app answers, what it is asked: queries, besides none. A page that is
 * not listed here fails the test, so that nobody adds a way out that is not tried.
 */
const PUBLIC: Record<string, readonly string[]> = {
  "/[locale]": [],
  "/[locale]/[...rest]": [],
  "/[locale]/claimants/[slug]": [],
  "/[locale]/claims": [
    "q=BAIT",
    "q=twelve+BAIT",
    "event=EVENT",
    "claimant=CLAIMANT",
    "publication=PUBLICATION",
    "sort=stated",
    "type=figure&kind=killed",
    "from=2026-05-01&to=2026-05-31",
  ],
  "/[locale]/claims/[id]": [],
  "/[locale]/claims/[id]/cite": [],
  "/[locale]/claims/[id]/report-error": [],
  "/[locale]/claims/[id]/v/[n]": [],
  "/[locale]/compare": [
    "claim=CLAIM",
    "claimant=CLAIMANT",
    "measure=EVENT/killed",
    "measure=leak-test/MEASURE",
    "measure=not-there-yet/MEASURE",
    "q=BAIT",
    "q=twelve+BAIT",
  ],
  "/[locale]/corrections": ["event=EVENT"],
  "/[locale]/about": [],
  "/[locale]/data": [],
  "/[locale]/follow": [],
  "/[locale]/events/[slug]": [
    "relations=MEASURE",
    "anonymous=1",
    "asOf=2026-05-10",
    "asOf=2040-01-01",
    "asOf=BAIT",
  ],
  "/[locale]/events/[slug]/cite": [],
  "/[locale]/events/[slug]/embed": ["measure=MEASURE&width=400"],
  "/[locale]/events/[slug]/history": ["after=2", "claim=CLAIM"],
  "/[locale]/events/[slug]/origins": [],
  "/[locale]/events/[slug]/v/[n]": [],
  "/[locale]/events/[slug]/timeline": ["since=2026-01-01", "measure=MEASURE"],
  "/[locale]/guide": ["event=EVENT"],
  "/[locale]/method": [],
  "/[locale]/publications/[slug]": [],
  "/[locale]/reports/[id]": [],
  "/[locale]/search": ["q=BAIT", "q=twelve+BAIT", "q=CLAIM", "q=EVENT"],
  "/[locale]/sign-in": [],
  "/[locale]/password": [],
  "/[locale]/password/[secret]": [],
  "/[locale]/invitation/[secret]": [],
  "/.well-known/security.txt": [],
  "/api/v1/me": [],
  "/[locale]/api": [],
  "/[locale]/api/[tag]": [],
  "/api/v1/assessments": ["claim=CLAIM&include=claim"],
  "/api/v1/attributions": ["claim=CLAIM&include=claim"],
  "/api/v1/claimants": ["limit=100&include=members,events"],
  "/api/v1/claimants/[slug]": ["include=members,events"],
  "/api/v1/claims": [
    "limit=100&include=attributions,assessments,relations,event,claimant",
    "q=BAIT",
    "q=twelve+BAIT",
    "event=EVENT",
    "claimant=CLAIMANT",
    "publication=PUBLICATION",
    "sort=stated&type=figure&kind=killed",
  ],
  "/api/v1/claims/[id]": ["include=attributions,assessments,relations,event,claimant"],
  "/api/v1/claims/[id]/assessments": [],
  "/api/v1/claims/[id]/attributions": [],
  "/api/v1/claims/[id]/revisions": ["limit=100"],
  "/api/v1/compare": ["claims=222222222,CLAIM"],
  "/api/v1/events": ["limit=100&include=measures"],
  "/api/v1/events/[slug]": ["include=measures"],
  "/api/v1/events/[slug]/measures": ["limit=100"],
  "/api/v1/events/[slug]/revisions": ["limit=100"],
  "/api/v1/measures/[event]/[measure]": ["include=event"],
  "/api/v1/openapi.json": [],
  "/api/v1/publications": ["limit=100&include=claimants"],
  "/api/v1/publications/[slug]": ["include=claimants"],
  "/api/v1/reports": ["limit=100&include=attributions"],
  "/api/v1/reports/[id]": ["include=attributions"],
  "/api/v1/search": ["q=BAIT", "q=twelve+BAIT", "q=CLAIM", "q=EVENT"],
  "/api/v1/vocabulary": [],
  "/embed/[...rest]": [],
  "/embed/events/[slug]": ["since=2026-01-01T00:00:00Z"],
  "/embed/measures/[event]/[measure]": ["since=2026-01-01T00:00:00Z"],
  "/oembed": [
    `url=http://localhost:${process.env.E2E_PORT}/en/events/EVENT`,
    `url=http://localhost:${process.env.E2E_PORT}/en/claims/CLAIM&format=xml`,
  ],
  "/files/[id]": [],
  "/manifest.webmanifest": [],
  "/robots.txt": [],
  "/sitemap.xml": [],
  "/sitemaps/events/[slug]": [],
  "/sitemaps/pages": [],
  "/export/[download]": ["q=BAIT", "event=EVENT"],
  "/export/events/[slug]": [],
  "/export/events/[slug]/[download]": [],
  "/export/events/[slug]/card.png": [],
  "/export/measures/[event]/[measure]/chart.png": ["anonymous=1&width=360"],
  "/export/measures/[event]/[measure]/chart.svg": ["anonymous=1&theme=dark"],
  "/export/events/[slug]/v/[file]": [],
  "/feeds/corrections.atom": [],
  "/feeds/corrections.json": [],
  "/feeds/claimants/[file]": [],
  "/feeds/events.atom": [],
  "/feeds/events.json": [],
  "/feeds/events/[slug]/claims.atom": [],
  "/feeds/events/[slug]/claims.json": [],
  "/feeds/events/[slug]/corrections.json": [],
  "/feeds/publications/[file]": [],
  "/export/claims/[id]/cite/[format]": [],
  "/export/events/[slug]/cite/[format]": [],
  "/feeds/events/[slug]/corrections.atom": [],
};

/** Where colleagues see what is not public: nobody may without a session, and what is personal not even they. */
const DESK: readonly string[] = [
  "",
  "/account",
  "/accounts",
  "/accounts/[id]",
  "/articles/[id]",
  "/articles/new",
  "/choices",
  "/claimants",
  "/claimants/[slug]",
  "/claimants/[slug]/merge",
  "/claimants/new",
  "/claims",
  "/claims/[publicId]",
  "/claims/[publicId]/assess",
  "/claims/[publicId]/attributions/[id]",
  "/claims/[publicId]/attributions/new",
  "/claims/[publicId]/edit",
  "/claims/[publicId]/redact",
  "/claims/log",
  "/dates",
  "/drafts",
  "/error-reports",
  "/error-reports/[publicId]",
  "/estimates",
  "/events",
  "/events/[slug]",
  "/events/[slug]/edit",
  "/events/[slug]/links",
  "/events/[slug]/measures/[measure]",
  "/events/[slug]/measures/[measure]/estimate",
  "/events/[slug]/measures/[measure]/merge",
  "/events/[slug]/measures/new",
  "/events/[slug]/merge",
  "/events/[slug]/split",
  "/events/new",
  "/imports",
  "/imports/[publicId]",
  "/imports/[publicId]/problems.csv",
  "/imports/[publicId]/progress",
  "/imports/format",
  "/links",
  "/proposals",
  "/proposals/[id]",
  "/publications",
  "/publications/[slug]",
  "/publications/[slug]/merge",
  "/publications/new",
  "/queue",
  "/redact/[kind]/[id]",
  "/reports/[publicId]",
  "/reports/new",
];

/** Answer writes alone, which the tests of actions and of the routes of the desk try. */
const WRITES = [
  "/[locale]/sign-out",
  "/theme",
  "/[locale]/desk/articles/[id]/keep",
  "/[locale]/desk/claims/check",
  "/[locale]/desk/evidence-files",
  "/[locale]/desk/imports/upload",
  "/[locale]/desk/make/[kind]",
  "/[locale]/desk/reports/read",
  // Of the API each needs a token, and answers with no more than what was sent and where it stands.
  "/api/v1/[...rest]",
  "/api/v1/attributions/[id]",
  "/api/v1/claims/[id]/amend",
  "/api/v1/claims/[id]/archive",
  "/api/v1/claims/[id]/correct",
  "/api/v1/claims/[id]/disown",
  "/api/v1/claims/[id]/mark-entry-error",
  "/api/v1/claims/[id]/publish",
  "/api/v1/claims/[id]/reopen",
  "/api/v1/claims/[id]/replace",
  "/api/v1/claims/[id]/retract",
  "/api/v1/claims/[id]/return",
  "/api/v1/claims/[id]/review",
  "/api/v1/claims/[id]/submit",
  "/api/v1/claims/[id]/supersede",
  "/api/v1/events/[slug]/archive",
  "/api/v1/events/[slug]/publish",
  "/api/v1/events/[slug]/reopen",
  "/api/v1/events/[slug]/return",
  "/api/v1/events/[slug]/review",
  "/api/v1/events/[slug]/submit",
];

/** Every list that can be downloaded; the formats differ only in how they are written. */
const DOWNLOADS = [...TABLE_NAMES.map((name) => `${name}.csv`), "claims.json", "claims.ndjson"];

/** Outside the app's folder: what the server answers by itself, and files. */
const SERVER = ["/health", "/ready", "/icon.svg", "/favicon.ico"];

/** Every address of the app as its folders name it: groups in brackets are no part of it. */
function routes(): string[] {
  return readdirSync("app", { recursive: true, withFileTypes: true })
    .filter(({ name }) => /^(page|route)\.tsx?$/.test(name))
    .map(({ parentPath }) =>
      parentPath
        .replaceAll("\\", "/")
        .replace(/^app/, "")
        .replaceAll(/\/\([^)]+\)/g, ""),
    )
    .toSorted();
}

test.describe.configure({ mode: "serial" });

let leaks: Leaks;
test.beforeAll(() => {
  leaks = loadWorld("load-leak-markers");
});

/** The addresses that a route has for the records at hand: each of them in the place of a parameter. */
function addressesOf(route: string): string[] {
  const kinds: Record<string, readonly string[]> = {
    n: ["1", "4", ...(leaks.places.versions ?? [])],
    file: leaks.places.versions ?? [],
    kind: ["claim"],
    tag: ["events", "claims", "finding"],
    // A table whose every row is text; what is packed is looked into by a test of its own.
    download: DOWNLOADS,
    secret: ["somebodys-secret"],
    format: ["txt", "bib", "ris", "json", "wiki"],
    measure: leaks.places.measures ?? [],
  };
  return route.split("/").reduce<string[]>(
    (found, segment, index, segments) => {
      const parameter = segment.match(/^\[(?:\.\.\.)?(.+)\]$/)?.[1];
      if (!parameter) return found.map((address) => (segment ? `${address}/${segment}` : address));
      const before = segments[index - 1] ?? "";
      const values =
        parameter === "locale"
          ? ["en"]
          : parameter === "rest"
            ? [`nothing-here/${leaks.bait}`]
            : (leaks.places[parameter === "event" ? "events" : before] ??
              kinds[parameter] ??
              leaks.places.claims);
      if (!values) throw new Error(`Nothing is known to ask for at ${route}.`);
      const named =
        parameter === "file"
          ? values.flatMap((slug) => [`${slug}.atom`, `${slug}.json`])
          : route === "/export/events/[slug]"
            ? values.map((slug) => `${slug}.json`)
            : values;
      return found.flatMap((address) => named.map((value) => `${address}/${value}`));
    },
    [""],
  );
}

function publicAddresses(): string[] {
  const places: Record<string, string> = {
    EVENT: "events",
    CLAIMANT: "claimants",
    PUBLICATION: "publications",
    MEASURE: "measures",
    CLAIM: "claims",
  };
  const asked = Object.entries(PUBLIC).flatMap(([route, queries]) =>
    addressesOf(route).flatMap((address) => [
      address,
      ...queries.flatMap((query) => {
        const name = query.match(/\b(EVENT|CLAIMANT|PUBLICATION|MEASURE|CLAIM)\b/)?.[1];
        const values = name ? (leaks.places[places[name] ?? ""] ?? []) : [""];
        return values.map(
          (value) => `${address}?${query.replace(name ?? "", value).replaceAll("BAIT", leaks.bait)}`,
        );
      }),
    ]),
  );
  return [...asked, ...SERVER];
}

/**
 * Asks as somebody, by the cookies of a session. Plain requests: in thousands, Playwright's own cost ten seconds more.
 */
type Ask = (address: string, headers?: Record<string, string>) => Promise<Response>;

function askAs(home: string, cookies: readonly { name: string; value: string }[] = []): Ask {
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  return (address, headers) =>
    fetch(home + address, {
      headers: { cookie, "accept-encoding": "identity", ...headers },
      redirect: "manual",
    });
}

/** As a browser asks that goes from page to page: what a page is made of may hold more than it shows. */
function askForParts(ask: Ask): Ask {
  return (address) => ask(`${address}${address.includes("?") ? "&" : "?"}_rsc`, { rsc: "1" });
}

/** What is found where it must not be: the address, and the kind of text. */
async function askAll(
  ask: Ask,
  addresses: readonly string[],
  words: Record<string, string>,
): Promise<string[]> {
  const found: string[] = [];
  const queue = [...addresses];
  const work = async () => {
    for (let address = queue.shift(); address !== undefined; address = queue.shift()) {
      const answer = await ask(address);
      const text = (await answer.text()) + JSON.stringify([...answer.headers]);
      for (const [kind, word] of Object.entries(words))
        if (text.includes(word)) found.push(`${address}: ${kind}`);
    }
  };
  await Promise.all([work(), work(), work(), work()]);
  return [...new Set(found)];
}

test("the leak test knows every way out", () => {
  const known = [
    ...Object.keys(PUBLIC),
    ...DESK.map((path) => `/[locale]/desk${path}`),
    ...WRITES,
  ].toSorted();
  expect(routes()).toEqual(known);
});

test("nothing unpublished leaves through any page, list, search, feed, file or answer, for readers and colleagues (R34)", async ({
  browser,
  baseURL,
}) => {
  test.setTimeout(180_000);
  const home = String(baseURL);
  const as = async (role: "editor" | "journalist") =>
    askAs(home, (await storageStateOf(browser, role, home)).cookies);
  const [editor, colleague, reader] = [await as("editor"), await as("journalist"), askAs(home)];
  const all = { ...leaks.words, ...leaks.personal };
  const pages = publicAddresses();
  const desk = DESK.flatMap((path) => addressesOf(`/[locale]/desk${path}`));

  // The words are there to be found: an editor sees those of the desk.
  const drafts = await askAll(editor, [`/en/desk/claims/${leaks.places.claims?.[0]}`], all);
  expect(drafts.some((line) => line.endsWith(": a draft"))).toBe(true);

  // First as somebody who may see it: what was made for them must not be kept for others.
  const shown = pages.filter((address) => !address.startsWith("/files/"));
  expect(await askAll(editor, shown, all)).toEqual([]);
  // At the desk as the one who may see least; what readers see, an editor who may all of that was asked for above.
  expect(await askAll(colleague, desk, leaks.personal)).toEqual([]);
  expect(await askAll(reader, [...pages, ...desk], all)).toEqual([]);
  const withPage = pages.filter((address) => !/^\/(api|embed|export|feeds|oembed|sitemaps)\//.test(address));
  const parts = askForParts(reader);
  const event = await parts(`/en/events/${leaks.places.events?.[0]}`);
  expect(event.headers.get("content-type")).toBe("text/x-component");
  expect(await askAll(parts, [...withPage, ...desk], all)).toEqual([]);
  console.log(
    `${Object.keys(all).length} kinds of text in none of ${pages.length} public addresses (${Object.keys(PUBLIC).length + SERVER.length} ways out: ${[...Object.keys(PUBLIC), ...SERVER].join(", ")}) and ${desk.length} of the desk.`,
  );
});
