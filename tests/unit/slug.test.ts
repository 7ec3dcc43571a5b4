import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Slug } from "../../lib/forms/fields";
import { slugOf } from "../../lib/forms/slug";

describe("an address is made from a name", () => {
  test.each([
    ["Strike on the vocational school in Makiivka", "strike-on-the-vocational-school-in-makiivka"],
    ["Медична служба", "medychna-sluzhba"],
    ["Médecins Sans Frontières", "medecins-sans-frontieres"],
    ["Reporters’ Union & Co.", "reporters-union-and-co"],
    ["İstanbul Büyükşehir", "istanbul-buyuksehir"],
    ["Łódź", "lodz"],
    ["  ---  ", "claimant"],
    ["日本", "claimant"],
  ])("%s: %s", (name, slug) => {
    expect(slugOf(name, "claimant")).toBe(slug);
  });

  test("a long name is cut between words, with room for a number behind it", () => {
    const slug = slugOf("word ".repeat(40), "event");
    expect(slug.length).toBeLessThanOrEqual(72);
    expect(slug.endsWith("word")).toBe(true);
  });

  test("whatever the name, the address is one that the site takes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (name) => {
        expect(Slug.safeParse(`${slugOf(name, "event")}-20`).success).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
