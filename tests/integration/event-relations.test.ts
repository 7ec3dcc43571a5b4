import { beforeAll, describe, expect, test } from "vitest";
import { db } from "../../lib/db/client";
import { findEvent } from "../../lib/events/queries";
import type { EventSummary } from "../../lib/events/rules";
import type { EventPage, RelationsView } from "../../lib/events/types";
import { aClaim, aPublishedClaim, makePublic, supersede } from "../factories/claims";
import { queriesOf } from "../factories/read-back";
import { aClaimant, aMeasure, anEvent } from "../factories/records";

let page: EventPage;
let relations: RelationsView;
let event: { id: string; slug: string };

// A flood: two ministries, a list of names and a word of the drowned; a zero of all harm; the missing; and drafts.
beforeAll(async () => {
  event = await anEvent();
  const of = { eventId: event.id };
  const drowned = await aMeasure(event.id, { slug: "drowned", area: null });
  const harmed = await aMeasure(event.id, { slug: "harmed", area: null, kinds: ["killed", "injured"] });
  const missing = await aMeasure(event.id, { slug: "missing", area: "coast", kinds: ["missing"] });
  const ministry = await aClaimant({ name: "Ministry" });
  const first = await aPublishedClaim({
    ...of,
    measureId: drowned,
    claimantId: ministry.id,
    n: 63,
    stated: "2026-05-04",
  });
  const later = { n: 89, stated: "2026-05-05", asOf: "2026-05-05" };
  await supersede(
    first,
    await aPublishedClaim({ ...of, measureId: drowned, claimantId: ministry.id, ...later }),
  );
  await aPublishedClaim({ ...of, measureId: drowned, n: 400, stated: "2026-05-06" });
  await aPublishedClaim({
    ...of,
    measureId: drowned,
    n: 92,
    basis: "named_list",
    raw: "92 by name",
    stated: "2026-05-07",
  });
  await aClaim({ ...of, measureId: drowned, n: 7777, raw: "7777" });
  const zero = { qualifier: "none", low: 0, high: 0 } as const;
  await aPublishedClaim({ ...of, measureId: harmed, raw: "nobody was hurt", quantity: zero });
  await aPublishedClaim({ ...of, measureId: missing, n: 12 });
  await makePublic(event);
  page = (await findEvent(event.slug, "drowned")) as EventPage;
  relations = page.relations as RelationsView;
}, 60_000);

describe("the relations of one measure", () => {
  test("R6: name the current figures, the first stated first, and say of each two how they stand", () => {
    expect(relations.claims.map(({ raw }) => raw)).toEqual(["89", "400", "92 by name"]);
    expect(relations.pairs).toEqual([
      { one: 0, other: 1, comparison: { relation: "incompatible", gap: { above: 89, below: 400 } } },
      { one: 0, other: 2, comparison: { relation: "incompatible", gap: { above: 89, below: 92 } } },
      { one: 1, other: 2, comparison: { relation: "compatible", overlap: { low: 400, high: 400 } } },
    ]);
    expect(relations.claims[0]).toMatchObject({ basis: "unstated", asOf: { edtf: "2026-05-05" } });
    expect(relations.leftOutCount).toBe(0);
  });

  test("R6: say of each other measure in which parts it differs", () => {
    expect(relations.others.map(({ slug, differs, claims }) => [slug, differs, claims.length])).toEqual([
      ["harmed", ["kinds"], 1],
      ["missing", ["kinds", "area"], 1],
    ]);
  });

  test("R34: hold nothing that is not published", () => {
    expect(JSON.stringify(relations)).not.toContain("7777");
  });

  test.each([null, "missing", "no-such-measure", ""])(
    "are not there unless asked for, nor of a measure with one figure, nor of none: %j",
    async (slug) => {
      expect((await findEvent(event.slug, slug))?.relations).toBeNull();
    },
  );

  test("take no further query", async () => {
    const without = await queriesOf(() => findEvent(event.slug));
    const having = await queriesOf(() => findEvent(event.slug, "drowned"));
    expect(having.length).toBe(without.length);
  });
});

describe("the headline range", () => {
  test("R3, R7: every figure on the page says whether it is in it, and why not", () => {
    const verdicts = page.measures.flatMap(({ figures }) =>
      figures.map(({ quantity, headline }) => [quantity.raw, headline]),
    );
    expect(Object.fromEntries(verdicts)).toEqual({
      89: { code: "in" },
      400: { code: "in" },
      "92 by name": { code: "left_out", reason: "documented" },
      "nobody was hurt": { code: "in_as_zero" },
      12: { code: "other_measure" },
    });
  });

  test("R7: what the page says of its figures is what is stored beside the event", async () => {
    const row = await db().eventDerived.findUniqueOrThrow({ where: { eventId: event.id } });
    const { ranges, headlineMeasureId } = row.summary as unknown as EventSummary;
    const stored = ranges.find((range) => range.measureId === headlineMeasureId && range.lane === "count");
    const inIt = page.measures
      .flatMap(({ figures }) => figures)
      .filter(({ headline }) => headline?.code === "in" || headline?.code === "in_as_zero");
    expect(inIt.map(({ id }) => id).toSorted()).toEqual(stored?.countedIds.toSorted());
  });

  test("R7: an event that counts no killed has none, and no figure speaks of it", async () => {
    const quiet = await anEvent();
    await aPublishedClaim({
      eventId: quiet.id,
      measureId: await aMeasure(quiet.id, { kinds: ["attending"] }),
    });
    await makePublic(quiet);
    const found = await findEvent(quiet.slug);
    expect(found?.measures.flatMap(({ figures }) => figures.map(({ headline }) => headline))).toEqual([null]);
  });
});
