import { describe, expect, test } from "vitest";
import { type Counted, rankMeasures } from "../../lib/articles/rank-measures";
import type { MeasureMatch } from "../../lib/articles/types";

const measure = (id: string, given: Partial<MeasureMatch> = {}): MeasureMatch => ({
  id,
  label: id,
  kinds: ["killed"],
  unit: "people",
  personClass: "unspecified",
  total: "running_total",
  ...given,
});
const counted = (given: Partial<Counted> & { whom?: string } = {}): Counted => {
  const { whom, ...figure } = given;
  const population = whom ? { text: whom, start: 0, end: whom.length } : null;
  return { kinds: ["killed"], personClass: null, increment: null, unit: null, population, ...figure };
};
const ranked = (figure: Counted, ...measures: MeasureMatch[]) =>
  rankMeasures(figure, measures).map(({ id }) => id);

describe("a figure may be of a measure", () => {
  test("of the same set of kinds alone, in whatever order (R3, R6)", () => {
    const both = measure("killed or wounded", { kinds: ["injured", "killed"] });
    expect(ranked(counted({ kinds: ["killed", "injured"] }), measure("killed"), both)).toEqual([both.id]);
    expect(ranked(counted(), both)).toEqual([]);
  });

  test("of totals, or of additions where it was added, and never of the other (R21)", () => {
    const [all, added] = [measure("killed"), measure("killed since", { total: "increment" })];
    expect(ranked(counted(), all, added)).toEqual([all.id]);
    expect(ranked(counted({ increment: { start: 0, end: 7 } }), all, added)).toEqual([added.id]);
  });

  test("of the same class of persons before others, and of soldiers where nobody says whom", () => {
    const [people, soldiers] = [measure("people"), measure("soldiers", { personClass: "military" })];
    expect(ranked(counted({ personClass: "military" }), people, soldiers)).toEqual([soldiers.id, people.id]);
    expect(ranked(counted(), soldiers, people)).toEqual([people.id, soldiers.id]);
  });

  test("of soldiers never where it counts civilians", () => {
    const soldiers = measure("soldiers", { personClass: "military" });
    const prisoners = measure("prisoners", { personClass: "prisoner_of_war" });
    expect(ranked(counted({ personClass: "civilian" }), soldiers, prisoners)).toEqual([]);
    expect(ranked(counted({ personClass: "military" }), prisoners)).toEqual([prisoners.id]);
  });

  test("of the one that uses the article's words for whom it counts", () => {
    const [ours, theirs] = [
      measure("Ukrainian servicemen killed", { personClass: "military" }),
      measure("Russian servicemen killed", { personClass: "military" }),
    ];
    const russians = counted({ personClass: "military", whom: "Russian soldiers" });
    expect(ranked(russians, ours, theirs)).toEqual([theirs.id, ours.id]);
    const other = (unit: string) => measure(`counted ${unit}`, { kinds: ["other"], unit });
    const aboard = counted({ kinds: ["other"], unit: "on_board" });
    expect(ranked(aboard, other("people affected"), other("people on board"))[0]).toBe(
      "counted people on board",
    );
  });

  test("in the event's order where nothing tells them apart", () => {
    expect(ranked(counted(), measure("first"), measure("second"))).toEqual(["first", "second"]);
  });
});
