import { beforeAll, describe, expect, test } from "vitest";
import { oneOfEach, refusedBy } from "../factories/past-the-commands";

// Past the commands, straight to the database: what must never be, whoever writes.
let ids: Record<string, string>;
beforeAll(async () => {
  ids = await oneOfEach();
});

const claim = (set: string) => `update claim set ${set} where id = $claim`;
const statement = (set: string) => `update claim set ${set} where id = $statement`;

describe("R31: the database refuses a claim with", () => {
  test.each([
    ["a negative figure", claim("low = -1, high = -1"), "claim_not_negative"],
    ["a low above its high", claim("qualifier = 'between', low = 5, high = 4"), "claim_low_not_above_high"],
    ["a fraction of people", claim("low = 1.5, high = 1.5"), "claim_people_are_whole"],
    ["a number that a double cannot hold whole", claim("low = 1e16, high = 1e16"), "claim_exact_in_double"],
    ["two bounds where one number was said", claim("high = 13"), "claim_bounds_fit_qualifier"],
    ["R2: a ceiling over at least", claim("qualifier = 'at_least'"), "claim_bounds_fit_qualifier"],
    ["R2: a floor under up to", claim("qualifier = 'up_to'"), "claim_bounds_fit_qualifier"],
    ["R2: a floor under fewer than", claim("qualifier = 'fewer_than'"), "claim_bounds_fit_qualifier"],
    ["R2: a ceiling over more than", claim("qualifier = 'more_than'"), "claim_bounds_fit_qualifier"],
    ["one bound between", claim("qualifier = 'between', low = null"), "claim_bounds_fit_qualifier"],
    ["R4: none that is not zero", claim("qualifier = 'none'"), "claim_bounds_fit_qualifier"],
    [
      "R4: some that are two",
      claim("qualifier = 'some', low = 2, high = null"),
      "claim_bounds_fit_qualifier",
    ],
    [
      "R4: a figure that is not stated, and a number",
      claim("qualifier = 'not_stated'"),
      "claim_bounds_fit_qualifier",
    ],
    ["a relative figure with two bounds", claim("qualifier = 'relative'"), "claim_bounds_fit_qualifier"],
    [
      "an interval without its middle",
      claim("qualifier = 'estimate_ci', reading = 'ci'"),
      "claim_bounds_fit_qualifier",
    ],
    [
      "a middle outside its interval",
      claim("qualifier = 'estimate_ci', reading = 'ci', central = 99"),
      "claim_central_inside",
    ],
    ["a middle of a plain number", claim("central = 12"), "claim_central_of_estimates_only"],
    [
      "R5: a word that is not our reading",
      claim("qualifier = 'words', low = 100, high = 999"),
      "claim_reading_fits_qualifier",
    ],
    ["R11: a model among the counts", claim("basis = 'model'"), "claim_lane_fits_basis"],
    ["R11: a count among the estimates", claim("lane = 'estimate'"), "claim_lane_fits_basis"],
    ["R1: no words", claim("wording = '  '"), "claim_wording_not_blank"],
    ["itself for its measure of comparison", claim("relative_to_id = id"), "claim_not_relative_to_itself"],
    ["a measure of another event", claim("measure_id = $elsewhere"), "claim_measure_id_event_id_fkey"],
    ["a figure without a measure", claim("measure_id = null"), "claim_figure_or_statement"],
    ["a figure with a topic", claim("topic = 'cause'"), "claim_figure_or_statement"],
    ["a statement with a figure", statement("low = 1, high = 1"), "claim_figure_or_statement"],
    ["a statement without a topic", statement("topic = null"), "claim_figure_or_statement"],
    [
      "a statement measured against a figure",
      statement("relative_to_id = $claim"),
      "claim_figure_or_statement",
    ],
    [
      "a stating that ends before it begins",
      claim("stated_latest = stated_earliest - interval '1 s'"),
      "claim_stated_in_order",
    ],
    ["half an as-of", claim("as_of_edtf = '2026-05-04'"), "claim_as_of_whole"],
    ["half an event time", claim("event_time_zone = 'UTC'"), "claim_event_time_whole"],
    ["a publication without its time", claim("record_status = 'published'"), "claim_published_has_time"],
    ["a claimant that is not on file", claim("claimant_id = gen_random_uuid()"), "claim_claimant_id_fkey"],
    [
      "the number of another claim of its event",
      claim("event_id = event_id, number = 0, public_id = (select public_id from claim where id = $other)"),
      "claim_public_id_key",
    ],
  ])("%s", async (_, sql, constraint) => {
    expect(await refusedBy(sql, ids)).toBe(constraint);
  });
});

// A CHECK takes unknown for true: a bound that is missing must be asked for, not only compared.
describe("the database refuses a missing bound:", () => {
  test.each([
    ["an exact number without its high", claim("high = null")],
    ["a round number without its high", claim("qualifier = 'about', high = null")],
    ["none without a zero", claim("qualifier = 'none', low = null, high = null")],
    ["none with half a zero", claim("qualifier = 'none', low = 0, high = null")],
    ["some without a one", claim("qualifier = 'some', low = null, high = null")],
  ])("%s", async (_, sql) => {
    expect(await refusedBy(sql, ids)).toBe("claim_bounds_fit_qualifier");
  });
});
