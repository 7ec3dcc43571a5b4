import { describe, expect, test } from "vitest";
import { type NamedClaimant, rankClaimants } from "../../lib/articles/rank-claimants";

const claimant = (name: string, given: Partial<NamedClaimant> = {}): NamedClaimant => ({
  id: name,
  name,
  kind: "government_body",
  aliases: [],
  isOfEvent: true,
  ...given,
});
const person = (name: string, given: Partial<NamedClaimant> = {}) =>
  claimant(name, { kind: "person", ...given });
const found = (name: string, ...claimants: NamedClaimant[]) =>
  rankClaimants(name, claimants).map(({ id, why }) => [id, why]);

const MINISTRY = claimant("Russian Ministry of Defence", { aliases: ["Minoborony"] });
const SHOIGU = person("Sergei Shoigu");

describe("a name in an article is that of a claimant on file", () => {
  test.each([
    ["russian ministry of defence", "letter case"],
    ["the Russian Ministry of Defense", "its article, and the other spelling"],
    ["Russia’s defence ministry", "the order of its words, and the country for its people"],
  ])("%s, whatever %s", (name) => {
    expect(found(name, MINISTRY, SHOIGU)).toEqual([[MINISTRY.id, "same_name"]]);
  });

  test.each([
    ["Syria's health ministry", "Syrian Ministry of Health"],
    ["Pakistan's foreign ministry", "Pakistani Foreign Ministry"],
    ["Sudan's army", "Sudanese Army"],
    ["Iran's Red Crescent", "Iranian Red Crescent"],
    ["the U.N.", "UN"],
    ["Médecins sans frontières", "Medecins Sans Frontieres"],
  ])("%s is %s", (name, onFile) => {
    expect(found(name, claimant(onFile))).toEqual([[onFile, "same_name"]]);
  });

  test("or an alias of one, after whoever has it as their name", () => {
    const namesake = claimant("Minoborony", { isOfEvent: false });
    expect(found("Minoborony", MINISTRY, namesake)).toEqual([
      [namesake.id, "same_name"],
      [MINISTRY.id, "alias"],
    ]);
  });

  test("or a part of one of the event", () => {
    expect(found("the defence ministry", MINISTRY, SHOIGU)).toEqual([[MINISTRY.id, "of_this_event"]]);
  });

  test("or holds one: of two, that of more words", () => {
    const state = claimant("Russia");
    expect(found("the Russian Ministry of Defence in Moscow", state, MINISTRY)).toEqual([
      [MINISTRY.id, "of_this_event"],
      [state.id, "of_this_event"],
    ]);
  });

  test("those of the event before others", () => {
    const elsewhere = claimant("Ministry of Defence of Chad", { isOfEvent: false });
    expect(found("Ministry of Defence", elsewhere, MINISTRY)[0]).toEqual([MINISTRY.id, "of_this_event"]);
  });
});

describe("a person is known", () => {
  test("by the full name, with whatever stands before it", () => {
    expect(found("Defence Minister Sergei Shoigu", SHOIGU)).toEqual([[SHOIGU.id, "of_this_event"]]);
  });

  test("by the last name, where nobody else has it", () => {
    expect(found("Shoigu", SHOIGU)).toEqual([[SHOIGU.id, "of_this_event"]]);
    expect(found("Shoigu", SHOIGU, person("Yuri Shoigu"))).toEqual([]);
  });

  test("not by the first name", () => {
    expect(found("Sergei", SHOIGU)).toEqual([]);
    expect(found("Sergei Mironov", SHOIGU)).toEqual([]);
  });
});

describe("nobody is guessed", () => {
  test("of two ministries that the words could mean", () => {
    const other = claimant("Ukrainian Ministry of Defence");
    expect(found("the defence ministry", MINISTRY, other)).toEqual([]);
    expect(found("Ukraine's defence ministry", MINISTRY, other)).toEqual([[other.id, "same_name"]]);
  });

  test("for an unnamed claimant but by all of its name (R17)", () => {
    const unnamed = claimant("unnamed officer, via Evening News", { kind: "unnamed" });
    expect(found("an officer", unnamed)).toEqual([]);
    expect(found("Unnamed officer via Evening News", unnamed)).toEqual([[unnamed.id, "same_name"]]);
  });

  test("for a name of which no word carries a meaning", () => {
    expect(found("the", claimant("The"))).toEqual([]);
    expect(found("…", MINISTRY)).toEqual([]);
  });
});

test("no more than five are offered", () => {
  const many = Array.from({ length: 9 }, (_, at) =>
    claimant("Red Cross", { id: `red-cross-${at}`, isOfEvent: at > 3 }),
  );
  const ranked = rankClaimants("Red Cross", many);
  expect(ranked).toHaveLength(5);
  expect(ranked[0]?.id).toBe("red-cross-4");
});
