import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { CaseAttribution, CaseClaim } from "../../scripts/cases/case-shape";
import { assertsAbsence } from "../../scripts/cases/check-flags";
import {
  locatorsOf,
  publicationOfMedia,
  publicationOfUnnamed,
  slugFor,
  toSlug,
} from "../../scripts/cases/naming";
import { afterWhatTheyName, loggingOrder, successionsOf } from "../../scripts/cases/order";

/** As much of a claim as its place in an order depends on. */
function claim(key: string, given: Partial<CaseClaim> & { relativeTo?: string } = {}): CaseClaim {
  const { relativeTo = null, ...rest } = given;
  const nothing = { supersedes: null, replaces: null, lifecycle: "current", attributions: [] };
  return { key, ...nothing, quantity: { relativeTo }, ...rest } as unknown as CaseClaim;
}
const keys = (records: { key: string }[]) => records.map(({ key }) => key).join(" ");

describe("claims are logged", () => {
  test("in the order of the file, which breaks ties of dates (R7)", () => {
    expect(keys(loggingOrder(["c", "a", "b"].map((key) => claim(key))))).toBe("c a b");
  });

  test("after the figure that they point at", () => {
    expect(keys(loggingOrder([claim("fewer", { relativeTo: "400" }), claim("63"), claim("400")]))).toBe(
      "63 400 fewer",
    );
  });

  test("after our own mistakes, each taken back before the right claim is the same one (R27)", () => {
    expect(keys(loggingOrder([claim("63"), claim("36", { lifecycle: "entry_error" })]))).toBe("36 63");
  });

  test("each once, and none before what it names, unless they name each other in a circle", () => {
    const records = fc.uniqueArray(
      fc.record({ key: fc.nat(12).map(String), names: fc.option(fc.nat(12).map(String)) }),
      { selector: ({ key }) => key },
    );
    fc.assert(
      fc.property(records, (given) => {
        const ordered = afterWhatTheyName(given, ({ names }) => names);
        expect(ordered.map(({ key }) => key).toSorted()).toEqual(given.map(({ key }) => key).toSorted());
        const at = new Map(ordered.map(({ key }, place) => [key, place]));
        const namedBy = new Map(given.map(({ key, names }) => [key, names]));
        for (const { key, names } of ordered) {
          if (names === null || !at.has(names) || isLedInCircle(key, namedBy)) continue;
          expect(at.get(names)).toBeLessThan(at.get(key) ?? -1);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});

function isLedInCircle(from: string, namedBy: ReadonlyMap<string, string | null>): boolean {
  const met = new Set([from]);
  for (let key = namedBy.get(from); key; key = namedBy.get(key)) {
    if (met.has(key)) return true;
    met.add(key);
  }
  return false;
}

describe("who took whose place is decided", () => {
  test("while both are current: what a claim took the place of, before what took its own (R18)", () => {
    const chain = [
      claim("109", { supersedes: "64" }),
      claim("64", { supersedes: "50" }),
      claim("50", { supersedes: "34" }),
    ];
    expect(successionsOf(chain).map(({ older, newer }) => `${older} > ${newer}`)).toEqual([
      "34 > 50",
      "50 > 64",
      "64 > 109",
    ]);
  });

  test("across a change of what is counted too (R22)", () => {
    const links = successionsOf([claim("2975", { replaces: "64" }), claim("64", { supersedes: "16" })]);
    expect(links.map(({ kind, newer }) => [kind, newer])).toEqual([
      ["supersedes", "64"],
      ["replaces", "2975"],
    ]);
  });
});

describe("publications", () => {
  const publications = ["Deutsche Welle", "WION"].map((name) => ({
    key: toSlug(name),
    name,
    family: null,
    country: null,
  }));
  const reports = publications.map(({ key }) => ({
    key: `report of ${key}`,
    publication: key,
    url: null,
    title: null,
    published: null,
    note: null,
  }));
  const carried = (report: string, via: string | null) => ({ report, via }) as CaseAttribution;

  test("an unnamed claimant is known through the one that its name ends in (R17)", () => {
    const event = { publications, reports, claims: [] };
    const name = "unnamed people, via somebody, via Deutsche welle";
    expect(publicationOfUnnamed({ key: "people", name }, event)).toBe("deutsche-welle");
  });

  test("else through the one that carries it at first hand, else through any that names it (R17)", () => {
    const people = { key: "people", name: "unnamed people, via a channel" };
    const own = claim("500", {
      claimant: "people",
      attributions: [carried("report of wion", "agency"), carried("report of deutsche-welle", null)],
    });
    expect(publicationOfUnnamed(people, { publications, reports, claims: [own] })).toBe("deutsche-welle");
    own.attributions.pop();
    expect(publicationOfUnnamed(people, { publications, reports, claims: [own] })).toBe("wion");
    const passed = claim("63", { claimant: "ministry", attributions: [carried("report of wion", "people")] });
    expect(publicationOfUnnamed(people, { publications, reports, claims: [passed] })).toBe("wion");
    expect(publicationOfUnnamed(people, { publications, reports, claims: [] })).toBeNull();
  });

  test("a media claimant speaks through the one of its name, whatever the keys say", () => {
    const wion = { key: "deutsche-welle", name: "World is One News", aliases: ["wion"] };
    expect(publicationOfMedia(wion, publications)).toBe("wion");
    expect(publicationOfMedia({ ...wion, aliases: [] }, publications)).toBe("deutsche-welle");
    expect(publicationOfMedia({ key: "tv", name: "TV", aliases: [] }, publications)).toBeNull();
  });
});

test("the address of a record fits, and begins with its event", () => {
  expect(slugFor({ slug: "makiivka-2023" }, "Минобороны_РФ mod_63")).toBe("makiivka-2023-mod-63");
  expect(slugFor({ slug: "é".repeat(100) }, "mayor")).toBe(`${"e".repeat(74)}-mayor`);
  expect(slugFor({ slug: "event" }, "k".repeat(200))).toBe("k".repeat(80));
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (slug, key) => {
      const address = slugFor({ slug }, key);
      expect(address).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(address.length).toBeLessThanOrEqual(80);
    }),
    { numRuns: 1_000 },
  );
});

test("two places in one report have two locators", () => {
  const at = (report: string, passage: string | null) => ({ report, passage });
  expect(
    locatorsOf([at("a", "lead"), at("a", "lead"), at("b", "lead"), at("a", null), at("a", null)]),
  ).toEqual(["lead", "lead (2)", "lead", null, "place (2)"]);
});

describe("a flag says that nothing is to be raised (R16)", () => {
  test.each([
    "a round number: no alarm",
    "days apart, so it is not raised",
    "nothing to see",
    "no warning",
    "must never be raised",
    "raises no flag",
    "not under an alarm",
    "none is raised",
  ])("%s", (note) => {
    expect(assertsAbsence({ note })).toBe(true);
  });

  test.each([
    "possibly one origin",
    "equal from two sides: under an open alarm, not corroboration",
    "92 names exceed the 89 of the ministry",
    null,
  ])("but not in: %s", (note) => {
    expect(assertsAbsence({ note })).toBe(false);
  });
});
