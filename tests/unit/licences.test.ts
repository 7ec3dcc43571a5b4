import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { dependenciesOf, isAllowed, LIST, listOf } from "../../scripts/licences";

const dependencies = dependenciesOf(readFileSync("package-lock.json", "utf8"));

test("every library that the site is built with may be used: its licence is known, and goes with the MIT licence", () => {
  expect(dependencies.length).toBeGreaterThan(100);
  expect(dependencies.filter(({ licence }) => !isAllowed(licence))).toEqual([]);
});

test("the list that readers get is of what is installed (npm run licences)", () => {
  expect(readFileSync(LIST, "utf8")).toBe(listOf(dependencies));
  const { dependencies: own } = JSON.parse(readFileSync("package.json", "utf8"));
  for (const [name, version] of Object.entries(own))
    expect(readFileSync(LIST, "utf8")).toContain(`\n${name} ${version}: `);
});

test.each([
  "GPL-3.0-only",
  "AGPL-3.0-or-later",
  "Hippocratic-2.1",
  "SEE LICENSE IN LICENSE",
  "MIT AND GPL-2.0",
  "UNLICENSED",
  "(MIT OR ISC) AND GPL-3.0",
  null,
])("%s is refused", (licence) => expect(isAllowed(licence)).toBe(false));

test.each(["MIT", "(MIT OR GPL-3.0-only)", "MIT and ISC", "Apache-2.0 AND LGPL-3.0-or-later AND MIT"])(
  "%s is taken",
  (licence) => expect(isAllowed(licence)).toBe(true),
);
