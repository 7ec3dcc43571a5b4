import { describe, expect, test } from "vitest";
import type { EventRows } from "../../lib/past/event-rows";
import { asKnownAt } from "../../lib/past/known-at";

const at = (day: string) => Date.parse(`${day}T12:00:00Z`);

/** A claim as far as this looks at it, stated on a day. */
function claim(id: string, day: string, given: object = {}) {
  const [earliest, latest] = [new Date(`${day}T00:00:00Z`), new Date(`${day}T23:59:59.999Z`)];
  const stated = { statedEdtf: day, statedEarliest: earliest, statedLatest: latest, statedZone: "UTC" };
  return { id, ...stated, verification: "unverified", lifecycle: "current", standing: "reported", ...given };
}

function rows(claims: ReturnType<typeof claim>[], given: object = {}): EventRows {
  const loaded = {
    event: { occurredZone: "UTC" },
    claims,
    attributions: new Map(),
    links: [],
    decisions: { estimates: [], takenBack: [] },
    ...given,
  };
  const inputs = { claims: claims.map(({ id }) => ({ id, figure: null })), attributions: [] };
  return { loaded, inputs, assessments: [], ends: [], ...given } as unknown as EventRows;
}

const known = (of: EventRows, day: string) =>
  Object.fromEntries(
    asKnownAt(of, Date.parse(`${day}T23:59:59.999Z`)).loaded.claims.map((row) => [
      row.id,
      `${row.lifecycle} ${row.verification} ${row.standing}`,
    ]),
  );

describe("what was known then", () => {
  test("R18: a figure has a successor from the day on which that one was stated", () => {
    const older = claim("older", "2023-01-02", { lifecycle: "superseded" });
    const links = [{ fromClaimId: "newer", toClaimId: "older" }];
    const of = rows([older, claim("newer", "2023-01-04")], { links });
    expect(known(of, "2023-01-01")).toEqual({});
    expect(known(of, "2023-01-03")).toEqual({ older: "current unverified reported" });
    expect(known(of, "2023-01-04").older).toBe("superseded unverified reported");
    expect(asKnownAt(of, at("2023-01-03")).loaded.links).toEqual([]);
  });

  test("R34: a figure whose successor is not public is superseded from the beginning", () => {
    const links = [{ fromClaimId: "hidden", toClaimId: "older" }];
    const of = rows([claim("older", "2023-01-02", { lifecycle: "superseded" })], { links });
    expect(known(of, "2023-01-02").older).toBe("superseded unverified reported");
  });

  test("R23, R24: a claim is denied or taken back from the day in our records", () => {
    const denied = claim("denied", "2023-01-02", { standing: "disowned" });
    const taken = claim("taken", "2023-01-02", { lifecycle: "retracted" });
    const ends = [
      { claimId: "denied", kind: "disowned", at: at("2026-05-01"), standing: "direct" },
      { claimId: "taken", kind: "retracted", at: at("2026-05-02"), standing: "reported" },
    ];
    const of = rows([denied, taken], { ends });
    expect(known(of, "2026-04-30")).toEqual({
      denied: "current unverified direct",
      taken: "current unverified reported",
    });
    expect(known(of, "2026-05-01").denied).toBe("current unverified disowned");
    expect(known(of, "2026-05-02").taken).toBe("retracted unverified reported");
  });

  test.each(["entry_error", "corrected"])("R24: what was %s was wrong from the beginning", (lifecycle) => {
    const of = rows([claim("wrong", "2023-01-02", { lifecycle })]);
    expect(known(of, "2023-01-02").wrong).toBe(`${lifecycle} unverified reported`);
  });

  test("an assessment holds from the day on which it was made, until the next", () => {
    const assessments = [
      { claimId: "a", number: 2, status: "refuted", at: at("2026-03-01") },
      { claimId: "a", number: 1, status: "documented", at: at("2026-02-01") },
    ];
    const of = rows([claim("a", "2023-01-02", { verification: "refuted" })], { assessments });
    expect(known(of, "2026-01-31").a).toContain("unverified");
    expect(known(of, "2026-02-01").a).toContain("documented");
    expect(known(of, "2026-03-01").a).toContain("refuted");
  });

  test("R10: an estimate is there, and stale, from when it was", () => {
    const estimate = { measureId: "m", number: 1, at: at("2026-02-01"), staleSince: at("2026-03-01") };
    const of = rows([], { decisions: { estimates: [estimate], takenBack: [] } });
    const on = (day: string) => asKnownAt(of, at(day)).loaded.decisions.estimates;
    expect(on("2026-01-01")).toEqual([]);
    expect(on("2026-02-02")).toEqual([{ ...estimate, staleSince: null }]);
    expect(on("2026-03-02")).toEqual([estimate]);
  });

  test("R8: a report counts from the day on which it was out, and one without a date always", () => {
    const out = (day: string) => ({ report: { published: { edtf: day, ...span(day), zone: "UTC" } } });
    const attributions = new Map([
      ["a", [out("2023-01-02"), out("2023-06-01"), { report: { published: null } }]],
    ]);
    const of = rows([claim("a", "2023-01-02")], { attributions });
    const count = (day: string) =>
      asKnownAt(of, Date.parse(`${day}T23:59:59.999Z`)).loaded.attributions.get("a")?.length;
    expect([count("2023-01-02"), count("2023-06-01")]).toEqual([2, 3]);
  });
});

function span(day: string) {
  return { earliest: Date.parse(`${day}T00:00:00Z`), latest: Date.parse(`${day}T23:59:59.999Z`) };
}
