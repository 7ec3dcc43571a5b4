import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db } from "../../lib/db/client";
import { verifyHistory } from "../../lib/history/verify-history";
import { readCases } from "../../scripts/cases/case-file";
import type { CaseEvent } from "../../scripts/cases/case-shape";
import { type CaseState, readCase } from "../../scripts/cases/case-state";
import { checkExpectation, expectationsOf } from "../../scripts/cases/check-case";
import { type LoadedCase, loadCase, openDesk } from "../../scripts/cases/load-case";
import { CASES, type CaseName, caseEvent, caseFile } from "../fixtures/case-files";

const loaded = new Map<CaseName, LoadedCase>();
const states = new Map<CaseName, CaseState | null>();

beforeAll(async () => {
  const desk = await openDesk(new Date("2026-11-01T08:00:00Z"));
  for (const name of CASES) {
    const found = await loadCase(caseEvent(name), desk);
    loaded.set(name, found);
    states.set(name, await readCase(found));
  }
}, 120_000);

describe.each(CASES)("%s", (name) => {
  test("every record is accepted by its command", () => {
    expect(loaded.get(name)?.refusals).toEqual([]);
  });

  const counted = expectationsOf(caseEvent(name)).filter(({ isInfo }) => !isInfo);
  test.each(counted.map((expectation) => [expectation.name, expectation] as const))(
    "%s",
    (_, expectation) => {
      const { expected, got } = checkExpectation(expectation, states.get(name) ?? null);
      expect(got).toBe(expected);
    },
  );
});

test("the history of all of them holds", async () => {
  const { breaks, chains } = await verifyHistory(db());
  expect(breaks).toEqual([]);
  expect(chains).toBeGreaterThan(CASES.length);
});

describe("the check itself", () => {
  /** The names of the expectations that fail when one event is held against other expectations than its own. */
  function failing(name: CaseName, change: (event: CaseEvent) => void): string[] {
    const event = caseEvent(name);
    change(event);
    return expectationsOf(event)
      .map((expectation) => checkExpectation(expectation, states.get(name) ?? null))
      .flatMap(({ name, state }) => (state === "FAIL" ? [name] : []));
  }
  const inExpect = (change: (expect: Required<CaseEvent["expect"]>) => void) => (event: CaseEvent) =>
    change(event.expect as Required<CaseEvent["expect"]>);

  test.each<[string, CaseName, (event: CaseEvent) => void, string[]]>([
    [
      "another high",
      "olenivka-2022",
      inExpect(({ reportedRange: [range] }) => Object.assign(range ?? {}, { high: 54 })),
      ["R7 reportedRange pow_killed/count"],
    ],
    [
      "a tie in another order",
      "olenivka-2022",
      inExpect(({ reportedRange: [range] }) => {
        if (range)
          [range.lowClaimants, range.lowClaimant] = [["ukr_prosecutor", "bezsonov"], "ukr_prosecutor"];
      }),
      ["R7 reportedRange pow_killed/count"],
    ],
    [
      "a closed end that is open",
      "derna-2023",
      inExpect(({ reportedRange }) =>
        Object.assign(reportedRange[1]?.withAnonymous ?? {}, { highOpen: false }),
      ),
      ["R7 reportedRange missing_derna/count withAnonymous"],
    ],
    [
      "an end of its own that is borrowed",
      "al-asad-2020",
      inExpect(({ reportedRange: [range] }) => Object.assign(range ?? {}, { fromMeasure: null })),
      ["R7 reportedRange us_killed/count"],
    ],
    [
      "a range that is not named",
      "makiivka-2023",
      inExpect(({ reportedRange }) => reportedRange.pop()),
      ["R7 reportedRange, no others"],
    ],
    [
      "another headline",
      "olenivka-2022",
      inExpect((expected) =>
        Object.assign(expected, { headlineMeasure: "pow_killed_rubble", notInHeadline: undefined }),
      ),
      ["R7 headlineMeasure"],
    ],
    [
      "a figure that is counted as left out",
      "olenivka-2022",
      inExpect(({ notInHeadline }) => notInHeadline.push("mod_killed_50")),
      ["R7 notInHeadline mod_killed_50"],
    ],
    [
      "two minima in another order",
      "makiivka-2023",
      inExpect(({ documentedMinimum }) => documentedMinimum.reverse()),
      ["R9 documentedMinimum 1", "R9 documentedMinimum 2"],
    ],
    [
      "a minimum that exceeds nobody",
      "makiivka-2023",
      inExpect(({ documentedMinimum: [first], flags }) => {
        Object.assign(first ?? {}, { exceeds: [] });
        for (const flag of flags) if (flag.rule === "R9") flag.note = "nothing is raised";
      }),
      ["R9 documentedMinimum 1", "R9 flag bbc_named_92 against mod_89"],
    ],
    [
      "a pair that is missing",
      "derna-2023",
      inExpect(({ incompatible }) => incompatible.pop()),
      ["R6 incompatible, no others"],
    ],
    [
      "a pair too many",
      "derna-2023",
      inExpect(({ incompatible }) => incompatible.push(["who_3958", "mayor_20000"])),
      ["R6 incompatible mayor_20000 / who_3958"],
    ],
    [
      "a pair that can be compared",
      "derna-2023",
      inExpect(({ incomparable }) => incomparable.push(["who_3958", "mayor_20000", null])),
      ["R6 incomparable mayor_20000 / who_3958"],
    ],
    [
      "a supersession that nobody accepted or proposed",
      "derna-2023",
      inExpect(({ supersessions }) => supersessions.push(["who_3958", "ocha_3958"])),
      ["R18 supersessions who_3958 > ocha_3958"],
    ],
    [
      "a supersession the other way round",
      "makiivka-2023",
      inExpect(({ supersessions: [pair] }) => pair?.reverse()),
      [
        "R18 supersessions mod_89 > mod_63",
        "R18 supersessions, no others",
        "R19 before it was decided, mod_89 > mod_63",
      ],
    ],
    [
      "a pair that is not asked about",
      "hurricane-maria-2017",
      inExpect(({ askSupersession }) => askSupersession.splice(0, 1, ["gwu_2975", "gov_2975"])),
      ["R18 askSupersession gov_2975 / gwu_2975", "R18 askSupersession, no others"],
    ],
    [
      "a replacement that is not named",
      "hurricane-maria-2017",
      inExpect(({ replacements }) => replacements.pop()),
      ["R22 replacements, no others"],
    ],
    [
      "an alarm that no flag names",
      "olenivka-2022",
      inExpect((expected) => {
        expected.flags = expected.flags.filter(({ rule }) => rule !== "R16");
      }),
      ["R16 claims under an alarm"],
    ],
    [
      "an alarm where none is to be raised",
      "olenivka-2022",
      inExpect(({ flags }) =>
        flags.push({ rule: "R16", claims: ["bezsonov_killed_40", "pg_killed_40"], note: "no alarm" }),
      ),
      ["R16 flag bezsonov_killed_40, pg_killed_40"],
    ],
    [
      "a claim in another state",
      "derna-2023",
      ({ claims }) => Object.assign(claims[0] ?? {}, { standing: "reported" }),
      ["lifecycle, standing and lane of every claim"],
    ],
  ])("fails at %s, and nowhere else", (_, name, change, expected) => {
    expect(failing(name, change).toSorted()).toEqual(expected.toSorted());
  });
});

describe("an event of which its file tells more than these do", () => {
  const figure = (key: string, n: number, given: object = {}) => ({
    key,
    type: "figure",
    claimant: "mayor",
    measure: "injured",
    quantity: { raw: String(n), qualifier: "exact", low: n, high: n, reading: "stated" },
    statedOn: "2026-05-04",
    attributions: [{ report: "paper", carries: "paraphrase" }],
    standing: "reported",
    ...given,
  });
  const scope = { personClass: "unspecified", cause: "unspecified", total: "running_total" };
  const fewer = { raw: "fewer than 40", qualifier: "relative", low: null, high: 39, reading: "stated" };
  const content = {
    slug: "fire-2026",
    title: "Fire in a store",
    place: { name: "Store" },
    occurred: { edtf: "2026-05-04", timeZone: "Europe/Kyiv" },
    parties: [{ claimant: "mayor", role: "authority" }],
    claimants: [
      { key: "deputy", name: "Deputy mayor", kind: "person", partOf: "mayor" },
      { key: "mayor", name: "Mayor", kind: "person" },
      { key: "witness", name: "unnamed witness", kind: "unnamed" },
      { key: "radio", name: "Radio", kind: "media" },
    ],
    publications: [{ key: "paper", name: "Paper" }],
    reports: [
      {
        key: "paper",
        publication: "paper",
        url: "https://example.org/fire",
        published: "2026-05-04T10:00:00",
      },
      { key: "paper_again", publication: "paper", url: "https://www.example.org/fire?utm_source=x" },
    ],
    measures: [{ key: "injured", kinds: ["injured"], scope, unit: "people" }],
    claims: [
      figure("fewer", 0, { quantity: { ...fewer, relativeTo: "seen" }, claimant: "radio" }),
      figure("mistyped", 30, { lifecycle: "entry_error" }),
      figure("thirty", 30, { lifecycle: "superseded" }),
      figure("again", 30, { statedOn: "2026-05-05", supersedes: "thirty" }),
      figure("seen", 40, { claimant: "witness", lifecycle: "retracted" }),
      figure("feared", 90, { statedOn: "2026-05-01", lifecycle: "corrected" }),
      figure("fell", 20, {
        claimant: "deputy",
        statedOn: "2026-05-06",
        supersedes: "again",
        revisionReason: "miscount",
      }),
      figure("twice", 7, {
        claimant: "deputy",
        statedOn: null,
        standing: "disowned",
        attributions: ["paper", "paper_again"].map((report) => ({ report, carries: "paraphrase" })),
      }),
      figure("passed", 7, { claimant: "radio", passedOnFrom: "twice", memory: true, attributions: [] }),
    ].map((claim) => (claim.key === "again" ? { ...claim, lifecycle: "superseded" } : claim)),
    expect: {
      headlineMeasure: "injured",
      notInHeadline: ["mistyped", "thirty", "again", "seen", "feared", "twice"],
    },
  };
  let found: LoadedCase;
  let state: CaseState;

  beforeAll(async () => {
    const file = readCases(JSON.stringify({ events: [content] }));
    if (typeof file === "string") throw new Error(file);
    found = await loadCase(file.events[0] as CaseEvent, await openDesk(new Date("2026-11-01T08:00:00Z")));
    state = (await readCase(found)) as CaseState;
  }, 60_000);

  test("is loaded whole, and what was read in another way is told", () => {
    expect(found.event.unread).toEqual([]);
    expect(found.refusals).toEqual([]);
    expect(found.notices).toEqual([
      expect.stringMatching(/^claimant radio speaks through a publication that the file does not list/),
      expect.stringMatching(/^report paper_again is on file already, by its address \(R29\)/),
      expect.stringMatching(/^claim again says again what another does within three days \(R28\)/),
      expect.stringMatching(/^claim feared was stated before what it counts began \(R31\)/),
      expect.stringMatching(/^claim twice has no date/),
      expect.stringMatching(/^an editor puts injured at the head; the rule alone would put nothing there/),
    ]);
  });

  test("meets its expectations: mistakes, forecasts, retractions and figures for two among them", () => {
    const outcomes = expectationsOf(found.event).map((expectation) => checkExpectation(expectation, state));
    expect(outcomes.filter(({ state }) => state === "FAIL")).toEqual([]);
    expect(outcomes.filter(({ state }) => state === "ok").length).toBeGreaterThanOrEqual(9);
  });
});

describe("npm run cases", () => {
  const folder = mkdtempSync(join(tmpdir(), "counterclaim-cases-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  function run(...files: string[]): Promise<{ code: number; said: string; complained: string }> {
    const command = ["--conditions=react-server", "scripts/run.mjs", "cases", ...files];
    const options = { env: { ...process.env, NODE_OPTIONS: "" } };
    return new Promise((resolve) => {
      const child = execFile(process.execPath, command, options, (_, said, complained) =>
        resolve({ code: child.exitCode ?? -1, said, complained }),
      );
    });
  }

  test("tells what failed, what was refused and how many there were, and ends with 1", async () => {
    const content = JSON.parse(readFileSync(caseFile("derna-2023"), "utf8"));
    const [event] = content.events;
    event.expect.reportedRange[0].high = 20_001;
    event.expect.incompatible.pop();
    event.claims.push({ ...event.claims.at(-2), key: "impossible", statedOn: "2023-09-31" });
    const file = join(folder, "changed.json");
    writeFileSync(file, JSON.stringify(content));

    const { code, said } = await run(file);
    const lines = said.trim().split("\n");
    expect(lines.filter((line) => line.startsWith("FAIL"))).toEqual([
      "FAIL derna-2023 | records | expected: accepted | got: claim impossible: stated.edtf: There is no such day.",
      expect.stringMatching(/^FAIL derna-2023 \| lifecycle.* impossible is not on file/),
      expect.stringMatching(
        /^FAIL derna-2023 \| R7 reportedRange killed_derna\/count \| expected: 3166 .* 20001 .* \| got: 3166 .* 20000 /,
      ),
      expect.stringMatching(/^FAIL derna-2023 \| R7 notInHeadline, no others .* got: impossible$/),
      expect.stringMatching(
        /^FAIL derna-2023 \| R6 incompatible, no others .* got: east_health_3166 \/ who_3958$/,
      ),
    ]);
    expect(lines.at(-1)).toMatch(/^1 event: \d+ expectations, \d+ ok, 5 failed\.$/);
    expect(code).toBe(1);
  }, 120_000);

  test("says in a sentence why a file cannot be read, and ends with 2", async () => {
    const none = await run(join(folder, "none.json"));
    expect(none).toMatchObject({ code: 2, said: "" });
    expect(none.complained).toMatch(/^The file .*none\.json cannot be read: .*\.$/m);

    writeFileSync(join(folder, "other.json"), '{"figures": []}');
    const other = await run(join(folder, "other.json"));
    expect(other.code).toBe(2);
    expect(other.complained).toMatch(/is no file of cases: it holds no list of "events"\.$/m);
  }, 60_000);
});
