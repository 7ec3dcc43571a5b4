import { beforeAll, describe, expect, test } from "vitest";
import { findCompareMatches } from "../../lib/compare/matches";
import { findComparison } from "../../lib/compare/queries";
import { type CompareChoice, readChoice } from "../../lib/compare/schema";
import { db } from "../../lib/db/client";
import type { StoredClaim } from "../factories/claims";
import { aClaim, aPublishedClaim, aStatement, makePublic, publish, supersede } from "../factories/claims";
import { queriesOf } from "../factories/read-back";
import { aClaimant, aMeasure, anEvent } from "../factories/records";

const SECRET = "thirteen that nobody may read";
const HUNDREDS = {
  raw: "hundreds",
  quantity: { qualifier: "words", low: 100, high: 999, reading: "convention" },
} as const;

let strike: { id: string; slug: string };
let claims: Record<"first" | "later" | "rival" | "words" | "elsewhere" | "draft" | "statement", StoredClaim>;

// A strike with figures of two measures, a flood whose measure reads the same, and what is not public.
beforeAll(async () => {
  const flood = await anEvent({ slug: "flood" });
  strike = await anEvent({ slug: "strike" });
  const [ministry, monitor] = [
    await aClaimant({ slug: "ministry", name: "Ministry of Roads" }),
    await aClaimant({ slug: "monitor", name: "Bridge Monitor" }),
  ];
  const killed = { slug: "killed", area: null, label: "People killed" };
  const of = { eventId: strike.id, measureId: await aMeasure(strike.id, killed) };
  const harmed = await aMeasure(strike.id, { slug: "harmed", area: null, kinds: ["injured", "killed"] });
  const there = await aMeasure(flood.id, killed);
  claims = {
    first: await aPublishedClaim({ ...of, claimantId: ministry.id, n: 63, stated: "2026-05-04" }),
    later: await aPublishedClaim({ ...of, claimantId: ministry.id, n: 89, stated: "2026-05-06" }),
    rival: await aPublishedClaim({ ...of, claimantId: monitor.id, n: 400, stated: "2026-05-05" }),
    words: await aPublishedClaim({ ...of, ...HUNDREDS, measureId: harmed, claimantId: monitor.id }),
    elsewhere: await aPublishedClaim({
      eventId: flood.id,
      measureId: there,
      claimantId: ministry.id,
      n: 89,
      stated: "2026-05-07",
    }),
    draft: await aClaim({ ...of, raw: SECRET, n: 13, claimantId: (await aClaimant({ name: SECRET })).id }),
    statement: await publish(await aStatement({ eventId: strike.id, claimantId: ministry.id })),
  };
  await supersede(claims.first, claims.later);
  await makePublic(strike);
  await makePublic(flood);
}, 60_000);

const chosen = (given: Partial<CompareChoice>): CompareChoice => ({ ...readChoice({}).choice, ...given });
const compared = (given: Partial<CompareChoice>) => findComparison(chosen(given));
const ids = (...names: (keyof typeof claims)[]) => names.map((name) => claims[name].publicId);
const raws = ({ view }: Awaited<ReturnType<typeof findComparison>>) =>
  view.groups.map(({ figures }) => figures.map(({ quantity }) => quantity.raw));

describe("what a reader chose to compare", () => {
  test("R6: claims of one measure stand on one axis, those of another and of another event apart", async () => {
    const page = await compared({ claims: ids("later", "rival", "words", "elsewhere") });
    expect(raws(page)).toEqual([["400", "89"], ["hundreds"], ["89"]]);
    expect(page.view.groups[0]?.pairs).toMatchObject([
      { comparison: { relation: "incompatible" }, spread: { least: 89, greatest: 400 } },
    ]);
    expect(page.view.apart.map(({ differs }) => differs)).toEqual([["kinds"], ["event"], ["event", "kinds"]]);
  });

  test("R19: a figure that was superseded is compared where it is named, and not where its claimant is", async () => {
    expect(raws(await compared({ claims: ids("first", "rival") }))).toEqual([["63", "400"]]);
    expect(raws(await compared({ claimants: ["ministry"] }))).toEqual([["89"], ["89"]]);
  });

  test("a measure brings all its current figures; with a claimant, those of that claimant", async () => {
    const measures = [{ event: "strike", measure: "killed" }];
    expect(raws(await compared({ measures }))).toEqual([["400", "89"]]);
    const both = await compared({ measures, claimants: ["monitor", "no-such"] });
    expect(raws(both)).toEqual([["400"]]);
    expect(both.leftOut).toEqual([{ why: "no_claimant", claimant: "no-such" }]);
    expect(raws(await compared({ measures, claimants: ["no-such"] }))).toEqual([]);
  });

  test("what cannot be drawn is told, and why", async () => {
    const { view, leftOut } = await compared({
      claims: ids("statement"),
      measures: [{ event: "strike", measure: "killed-estimates" }],
    });
    expect(view.groups).toEqual([]);
    expect(leftOut).toMatchObject([
      { why: "statement", claim: claims.statement.publicId, claimant: "Ministry of Roads" },
      { why: "measure_without_figure", measure: { lane: "estimate", label: "People killed" } },
    ]);
  });

  test("R30: the former address of a claimant and of an event leads to the present one", async () => {
    const ministry = await db().claimant.findUniqueOrThrow({ where: { slug: "ministry" } });
    await db().formerSlug.createMany({
      data: [
        { kind: "claimant", slug: "ministry-of-ways", claimantId: ministry.id },
        { kind: "event", slug: "blast", eventId: strike.id },
      ],
    });
    const page = await compared({
      claimants: ["ministry-of-ways"],
      measures: [{ event: "blast", measure: "killed" }],
    });
    expect(raws(page)).toEqual([["89"]]);
    expect(page.claimants).toMatchObject([{ slug: "ministry" }]);
    expect(page.measures).toMatchObject([{ event: "strike", measure: "killed" }]);
  });
});

describe("R34: nothing unpublished is compared", () => {
  test("a claim that is not published is answered like one that does not exist", async () => {
    const page = await compared({ claims: [...ids("draft"), "222222222"] });
    expect(page.leftOut).toEqual([
      { why: "no_claim", claim: claims.draft.publicId },
      { why: "no_claim", claim: "222222222" },
    ]);
    expect(JSON.stringify(page)).not.toContain(SECRET);
  });

  test("nor found, by whatever words", async () => {
    const found = [await findCompareMatches(SECRET), await findCompareMatches("strike")];
    expect(JSON.stringify(found)).not.toContain(SECRET);
  });
});

test("what was typed finds claimants, measures by the name of their event, and figures", async () => {
  expect((await findCompareMatches("bridge monitr")).claimants).toEqual([
    { slug: "monitor", name: "Bridge Monitor", count: 2 },
  ]);
  const title = (await db().event.findUniqueOrThrow({ where: { id: strike.id } })).title;
  const { measures } = await findCompareMatches(title);
  expect(measures).toContainEqual(
    expect.objectContaining({ event: "strike", measure: "killed", lane: "count", count: 2 }),
  );
  expect((await findCompareMatches("hundreds")).claims.map(({ publicId }) => publicId)).toEqual(ids("words"));
});

test("as many queries are asked for many figures as for few", async () => {
  const few = await queriesOf(() => compared({ claims: ids("rival"), claimants: ["ministry"] }));
  const many = await queriesOf(() =>
    compared({ claims: ids("rival", "first", "words"), claimants: ["ministry", "monitor"] }),
  );
  expect(many.length).toBe(few.length);
});
