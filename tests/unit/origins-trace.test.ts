import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type ClaimantFacts,
  type ClaimOrigin,
  type TracedAttribution,
  type TracedClaim,
  traceOrigins,
} from "../../lib/origins/trace";
import { CARRIES } from "../../lib/vocabulary";

/** A figure of one measure, by a claimant of the same name unless one is given. */
function aClaim(id: string, given: Partial<TracedClaim> = {}): TracedClaim {
  return {
    id,
    claimantId: id,
    measureId: "killed",
    lane: "count",
    low: 40,
    high: 40,
    isDisowned: false,
    isEntryError: false,
    statedEarliest: 0,
    statedLatest: 0,
    ...given,
  };
}

let made = 0;
/** A report that paraphrases a claim at first hand. */
function carries(
  claimId: string,
  reportId: string,
  given: Partial<TracedAttribution> = {},
): TracedAttribution {
  made += 1;
  return {
    id: `attribution-${made}`,
    claimId,
    reportId,
    carries: "paraphrase",
    viaReportId: null,
    viaClaimantId: null,
    ...given,
  };
}

function aClaimant(id: string, given: Partial<ClaimantFacts> = {}): [string, ClaimantFacts] {
  return [id, { id, name: id, bodyId: id, isUnnamed: false, side: null, publication: null, ...given }];
}

const nobody = new Map<string, ClaimantFacts>();

function originOf(origins: Map<string, ClaimOrigin>, id: string): ClaimOrigin {
  return origins.get(id) as ClaimOrigin;
}

describe("the origin of a claim", () => {
  test("R8: many reports of one statement rest on one origin", () => {
    const attributions = [
      carries("who", "agency"),
      carries("who", "daily", { carries: "via", viaReportId: "agency" }),
      carries("who", "copy", { carries: "via", viaReportId: "daily" }),
    ];
    const origin = originOf(traceOrigins([aClaim("who")], attributions, nobody), "who");
    expect(origin).toMatchObject({ keys: ["claimant:who"], notFound: null, hadFrom: [] });
    expect([...origin.reports].map(([id, { hops, nextReportId }]) => [id, hops, nextReportId])).toEqual([
      ["agency", 0, null],
      ["daily", 1, "agency"],
      ["copy", 2, "daily"],
    ]);
  });

  test("R8: a body that takes over another's figure has that one's origin", () => {
    const claims = [aClaim("study"), aClaim("government")];
    const attributions = [
      carries("study", "paper", { carries: "own" }),
      carries("government", "daily", { viaClaimantId: "study" }),
    ];
    const origins = traceOrigins(claims, attributions, nobody);
    expect(originOf(origins, "government")).toMatchObject({ keys: ["claimant:study"], hadFrom: ["study"] });
  });

  test("R8: it takes over the figure with the same bounds before one that merely meets it", () => {
    const claims = [
      aClaim("exactly", { claimantId: "study" }),
      aClaim("later", { claimantId: "study", low: 30, high: 50, statedEarliest: 1, statedLatest: 1 }),
      aClaim("government", { statedLatest: 2 }),
    ];
    const attributions = [
      carries("exactly", "paper"),
      carries("later", "paper"),
      carries("government", "daily", { viaClaimantId: "study" }),
    ];
    expect(originOf(traceOrigins(claims, attributions, nobody), "government").hadFrom).toEqual(["exactly"]);
  });

  test("nobody takes over what was stated later", () => {
    const claims = [aClaim("study", { statedEarliest: 9, statedLatest: 9 }), aClaim("government")];
    const attributions = [
      carries("study", "paper"),
      carries("government", "daily", { viaClaimantId: "study" }),
    ];
    expect(originOf(traceOrigins(claims, attributions, nobody), "government").hadFrom).toEqual([]);
  });

  test("a spokesman is the voice of the body and no other origin", () => {
    const claimants = new Map([aClaimant("ministry"), aClaimant("spokesman", { bodyId: "ministry" })]);
    const claims = [aClaim("c", { claimantId: "ministry" }), aClaim("s", { claimantId: "spokesman" })];
    const attributions = [carries("c", "daily", { viaClaimantId: "spokesman" }), carries("s", "daily")];
    expect(originOf(traceOrigins(claims, attributions, claimants), "c")).toMatchObject({
      keys: ["claimant:ministry"],
      hadFrom: [],
    });
  });

  test("R17: unnamed claimants of one publication are one origin, those of another are another", () => {
    const daily = { id: "daily", name: "Daily", family: null };
    const claimants = new Map([
      aClaimant("a", { isUnnamed: true, publication: daily }),
      aClaimant("b", { isUnnamed: true, publication: daily }),
      aClaimant("c", { isUnnamed: true, publication: { ...daily, id: "weekly" } }),
    ]);
    const claims = ["a", "b", "c"].map((id) => aClaim(id));
    const origins = traceOrigins(
      claims,
      claims.map(({ id }) => carries(id, `report of ${id}`)),
      claimants,
    );
    expect(claims.map(({ id }) => originOf(origins, id).keys)).toEqual([
      ["publication:daily"],
      ["publication:daily"],
      ["publication:weekly"],
    ]);
  });

  test.each([
    [
      "two reports that name each other",
      "cycle",
      [
        ["a", "b"],
        ["b", "a"],
      ],
    ],
    [
      "a report that names itself through two others",
      "cycle",
      [
        ["a", "b"],
        ["b", "c"],
        ["c", "a"],
      ],
    ],
    ["a report that is only named", "dead_end", [["a", "b"]]],
  ] as const)("R15: the origin is not found where the chain is %s", (_, why, links) => {
    const attributions = links.map(([from, to]) => carries("x", from, { carries: "via", viaReportId: to }));
    expect(originOf(traceOrigins([aClaim("x")], attributions, nobody), "x")).toMatchObject({
      notFound: why,
      keys: [],
      roots: [],
    });
  });

  test("R15: the origin is not found where the chain ends unattributed, however long it is", () => {
    const attributions = [
      carries("x", "copy", { carries: "via", viaReportId: "daily" }),
      carries("x", "daily", { carries: "unattributed" }),
    ];
    expect(originOf(traceOrigins([aClaim("x")], attributions, nobody), "x").notFound).toBe("unattributed");
  });

  test("R13: a claim that no report carries has no known origin", () => {
    expect(originOf(traceOrigins([aClaim("x")], [], nobody), "x").notFound).toBe("no_report");
  });

  test("R15: claims that were had from each other have no known origin", () => {
    const claims = [aClaim("x"), aClaim("y")];
    const attributions = [
      carries("x", "one", { viaClaimantId: "y" }),
      carries("y", "two", { viaClaimantId: "x" }),
    ];
    expect(originOf(traceOrigins(claims, attributions, nobody), "x").notFound).toBe("cycle");
  });

  test("R23: who passed on a figure that its claimant denies has that statement as its origin, marked as denied", () => {
    const claims = [aClaim("denied", { isDisowned: true }), aClaim("passed")];
    const attributions = [carries("denied", "update"), carries("passed", "update", { carries: "own" })];
    const decisions = { passedOn: [{ fromId: "passed", toId: "denied" }], oneOrigin: [] };
    const origins = traceOrigins(claims, attributions, nobody, decisions);
    expect(originOf(origins, "passed")).toMatchObject({
      keys: ["denied:denied"],
      roots: [{ claimId: "denied", isDisowned: true }],
    });
  });

  test("nothing descends from what was entered by mistake", () => {
    const claims = [aClaim("mistaken", { isEntryError: true }), aClaim("x")];
    const attributions = [carries("mistaken", "a"), carries("x", "b", { viaClaimantId: "mistaken" })];
    const origin = originOf(traceOrigins(claims, attributions, nobody), "x");
    expect(origin).toMatchObject({ hadFrom: [], keys: ["claimant:x"], via: ["mistaken"] });
  });

  test("R13: what was had from two, of whom one is unknown, is unknown in part", () => {
    const claims = [aClaim("known"), aClaim("unknown"), aClaim("x")];
    const attributions = [
      carries("known", "a"),
      carries("unknown", "b", { carries: "unattributed" }),
      carries("x", "c", { viaClaimantId: "known" }),
      carries("x", "d", { viaClaimantId: "unknown" }),
    ];
    const origins = traceOrigins(claims, attributions, nobody);
    expect(originOf(origins, "x")).toMatchObject({ notFound: null, isPartlyUnknown: true });
    expect(originOf(origins, "known").isPartlyUnknown).toBe(false);
  });

  test("R16: what a person found to be of one origin has the origin of the first", () => {
    const claims = [aClaim("late", { statedEarliest: 5, statedLatest: 5 }), aClaim("early")];
    const attributions = [carries("late", "a"), carries("early", "b")];
    const decisions = { passedOn: [], oneOrigin: [{ ids: ["late", "early"] as const }] };
    const origins = traceOrigins(claims, attributions, nobody, decisions);
    expect(originOf(origins, "late").keys).toEqual(["claimant:early"]);
    expect(originOf(origins, "early").keys).toEqual(["claimant:early"]);
  });
});

const ids = ["a", "b", "c", "d"];
const someClaims = fc.array(
  fc.record({ claimant: fc.constantFrom(...ids), n: fc.integer({ min: 1, max: 3 }), at: fc.nat(3) }),
  { maxLength: 6 },
);
const someCarrying = fc.array(
  fc.record({
    claim: fc.nat(5),
    report: fc.nat(5),
    carries: fc.constantFrom(...CARRIES),
    via: fc.option(fc.nat(5), { nil: null }),
    claimant: fc.option(fc.constantFrom(...ids), { nil: null }),
  }),
  { maxLength: 12 },
);
const toClaims = (drawn: { claimant: string; n: number; at: number }[]) =>
  drawn.map(({ claimant, n, at }, order) =>
    aClaim(`claim-${order}`, { claimantId: claimant, low: n, high: n, statedEarliest: at, statedLatest: at }),
  );
type Drawn = {
  claim: number;
  report: number;
  carries: TracedAttribution["carries"];
  via: number | null;
  claimant: string | null;
};
const toAttribution = ({ claim, report, carries: how, via, claimant }: Drawn, order: number) =>
  carries(`claim-${claim}`, `report-${report}`, {
    id: `drawn-${order}`,
    carries: how,
    viaReportId: via === null ? null : `report-${via}`,
    viaClaimantId: via === null ? claimant : null,
  });

const countOrigins = (origins: Map<string, ClaimOrigin>) =>
  new Set([...origins.values()].flatMap(({ keys }) => keys)).size;

describe("whatever the graph", () => {
  test("R15: each claim has an origin or the reason why not, and nothing throws", () => {
    fc.assert(
      fc.property(someClaims, someCarrying, (claims, drawn) => {
        for (const origin of traceOrigins(toClaims(claims), drawn.map(toAttribution), nobody).values()) {
          expect(origin.keys.length > 0).toBe(origin.notFound === null);
          expect(origin.roots.length > 0).toBe(origin.notFound === null);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test("the order of claims and attributions changes nothing", () => {
    const drawn = fc
      .tuple(someClaims, someCarrying)
      .chain(([claims, carrying]) =>
        fc.tuple(
          fc.constant({ claims: toClaims(claims), attributions: carrying.map(toAttribution) }),
          fc.shuffledSubarray(toClaims(claims), { minLength: claims.length }),
          fc.shuffledSubarray(carrying.map(toAttribution), { minLength: carrying.length }),
        ),
      );
    const asRows = (origins: Map<string, ClaimOrigin>) =>
      [...origins.values()]
        .map(({ reports, ...origin }) => ({ ...origin, reports: [...reports].sort() }))
        .sort((a, b) => (a.claimId < b.claimId ? -1 : 1));
    fc.assert(
      fc.property(drawn, ([given, claims, attributions]) => {
        expect(asRows(traceOrigins(claims, attributions, nobody))).toEqual(
          asRows(traceOrigins(given.claims, given.attributions, nobody)),
        );
      }),
      { numRuns: 1000 },
    );
  });

  test("R8: one more report never takes an origin away, and adds one at most", () => {
    const copy = fc.record({
      claim: fc.nat(5),
      report: fc.integer({ min: 6, max: 9 }),
      carries: fc.constantFrom(...CARRIES),
      via: fc.option(fc.nat(5), { nil: null }),
      claimant: fc.constant(null),
    });
    fc.assert(
      fc.property(someClaims, someCarrying, copy, (claims, drawn, added) => {
        const before = traceOrigins(toClaims(claims), drawn.map(toAttribution), nobody);
        const after = traceOrigins(toClaims(claims), [...drawn, added].map(toAttribution), nobody);
        const gained = countOrigins(after) - countOrigins(before);
        expect([0, 1]).toContain(gained);
        const unknownBefore = before.get(`claim-${added.claim}`)?.notFound ?? null;
        if (unknownBefore === null) expect(gained).toBe(0);
      }),
      { numRuns: 2000 },
    );
  });

  test("a chain of twenty thousand reports is followed to its end", () => {
    const chain = Array.from({ length: 20_000 }, (_, at) =>
      carries("x", `r${at}`, { carries: "via", viaReportId: `r${at + 1}` }),
    );
    const origin = originOf(traceOrigins([aClaim("x")], [...chain, carries("x", "r20000")], nobody), "x");
    expect(origin.notFound).toBeNull();
    expect(origin.reports.get("r0")?.hops).toBe(20_000);
  });
});
