import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import type { Endpoint } from "../../lib/api/endpoint";
import { READS } from "../../lib/api/reads";
import { type ApiWorld, anApiWorld } from "../factories/api-world";
import { aPublishedEvent } from "../factories/claims";
import { queriesOf } from "../factories/read-back";
import { aWorld } from "../factories/ways-out";

let small: ApiWorld;
let large: ApiWorld;
let secret: Awaited<ReturnType<typeof aWorld>>;
beforeAll(async () => {
  small = await anApiWorld(5);
  large = await anApiWorld(25);
  secret = await aWorld(await aPublishedEvent());
}, 60_000);

type Asked = { params?: Record<string, string>; query?: Record<string, string> };

/** For every read: what finds something, with all that it sends along, in a world. */
const ASKED: Record<string, (world: ApiWorld) => Asked> = {
  listEvents: () => ({ query: { include: "measures" } }),
  getEvent: ({ event }) => ({ params: { slug: event }, query: { include: "measures" } }),
  listEventRevisions: ({ event }) => ({ params: { slug: event }, query: { limit: "100" } }),
  listMeasures: ({ event }) => ({ params: { slug: event } }),
  getMeasure: ({ event, measure }) => ({ params: { event, measure }, query: { include: "event" } }),
  listClaims: ({ event }) => ({
    query: { event, limit: "100", include: "attributions,assessments,relations,event,claimant" },
  }),
  getClaim: ({ claim: id }) => ({
    params: { id },
    query: { include: "attributions,assessments,relations,event,claimant" },
  }),
  listClaimAttributions: ({ claim: id }) => ({ params: { id }, query: { include: "claim" } }),
  listClaimAssessments: ({ claim: id }) => ({ params: { id }, query: { include: "claim" } }),
  listClaimRevisions: ({ claim: id }) => ({ params: { id } }),
  listAttributions: ({ report }) => ({ query: { report, limit: "100", include: "claim" } }),
  listAssessments: ({ claim }) => ({ query: { claim, include: "claim" } }),
  listClaimants: () => ({ query: { include: "members,events" } }),
  getClaimant: ({ claimant: slug }) => ({ params: { slug }, query: { include: "members,events" } }),
  listPublications: () => ({ query: { include: "claimants" } }),
  getPublication: ({ publication: slug }) => ({ params: { slug }, query: { include: "claimants" } }),
  listReports: () => ({ query: { include: "attributions" } }),
  getReport: ({ report: id }) => ({ params: { id }, query: { include: "attributions" } }),
  search: () => ({ query: { q: "ministry" } }),
  compare: ({ claim, contested }) => ({ query: { claims: `${claim},${contested}` } }),
  listVocabulary: () => ({}),
};

// Pinned: a number that grows here is a read that grows slower.
const QUERIES: Record<string, number> = {
  listEvents: 10,
  getEvent: 10,
  listEventRevisions: 20,
  listMeasures: 6,
  getMeasure: 10,
  listClaims: 33,
  getClaim: 33,
  listClaimAttributions: 9,
  listClaimAssessments: 10,
  listClaimRevisions: 24,
  listAttributions: 9,
  listAssessments: 10,
  listClaimants: 10,
  getClaimant: 9,
  listPublications: 6,
  getPublication: 5,
  listReports: 10,
  getReport: 10,
  search: 2,
  compare: 11,
  listVocabulary: 0,
};

function readNamed(id: string): Endpoint {
  const found = READS.find((read) => read.id === id);
  if (!found) throw new Error(`There is no read ${id}.`);
  return found;
}

function ask(read: Endpoint, { params = {}, query = {} }: Asked) {
  const call = { params: read.params.parse(params), query: read.query.parse(query), body: null };
  return read.run({ ...call, actor: null, ifMatch: null, now: new Date() } as never);
}

const listOf = ({ data }: { data: unknown }) => data as Record<string, unknown>[];

test("every read is tried", () => {
  expect(Object.keys(ASKED).toSorted()).toEqual(READS.map(({ id }) => id).toSorted());
});

describe.each(READS.map((read) => [read.id, read] as const))("%s", (id, read) => {
  const asked = (world: ApiWorld) => ASKED[id]?.(world) ?? {};

  test("answers what its schema says, and something", async () => {
    const { data } = await ask(read, asked(large));
    const schema = read.isList ? z.array(read.data).min(1) : read.data;
    expect(schema.safeParse(data).error).toBeUndefined();
  });

  test("asks no more of the database for much than for little", async () => {
    const few = await queriesOf(() => ask(read, asked(small)));
    const many = await queriesOf(() => ask(read, asked(large)));
    expect([id, many.length]).toEqual([id, QUERIES[id]]);
    expect(few.length).toBeLessThanOrEqual(many.length);
  });

  test("gives only the names that are asked for, and refuses those that it does not have", async () => {
    const [name = ""] = Object.keys((read.data as z.ZodObject).shape);
    const { query = {}, params } = asked(large);
    const { include: _, ...rest } = query;
    const { data } = await ask(read, { ...(params && { params }), query: { ...rest, fields: name } });
    const [row] = read.isList ? listOf({ data }) : [data as object];
    expect(Object.keys(row ?? {})).toEqual([name]);
    expect(read.query.safeParse({ ...query, fields: "nothing" }).success).toBe(false);
    expect(read.query.safeParse({ ...query, include: "nothing" }).success).toBe(false);
  });

  test("says nothing of what is not public (R34)", async () => {
    const { data } = await ask(read, asked(large));
    for (const text of [secret.word, secret.claim.publicId]) expect(JSON.stringify(data)).not.toContain(text);
  });
});

describe("a list", () => {
  test.each(
    READS.filter(({ isList, id }) => isList && id !== "listVocabulary").map(
      (read) => [read.id, read] as const,
    ),
  )("%s gives each row once, page by page, as on one page", async (id, read) => {
    const { query = {}, params = {} } = ASKED[id]?.(small) ?? {};
    const { include: _, ...rest } = query;
    const sorts = sortsOf(read);
    for (const sort of sorts) {
      const whole = await ask(read, { params, query: { ...rest, sort, limit: "100" } });
      const pages: Record<string, unknown>[] = [];
      for (let after: string | null | undefined = null; after !== undefined; ) {
        const page: { data: unknown; next?: string | null } = await ask(read, {
          params,
          query: { ...rest, sort, limit: "2", ...(after && { after }) },
        });
        pages.push(...listOf(page));
        after = page.next ?? undefined;
      }
      if (id.endsWith("Revisions")) expect(actsOf(pages)).toEqual(actsOf(listOf(whole)));
      else expect(pages).toEqual(listOf(whole));
    }
  });

  test("of claims stands in the order that was asked for", async () => {
    const read = readNamed("listClaims");
    const stated = async (sort: string) =>
      listOf(await ask(read, { query: { sort, limit: "100" } })).map(
        ({ stated }) => (stated as { earliest: string }).earliest,
      );
    const ascending = await stated("stated");
    expect(ascending).toEqual(ascending.toSorted());
    expect(await stated("-stated")).toEqual(ascending.toReversed());
  });

  test("of claims is the one on the screen for the same filters", async () => {
    const read = readNamed("listClaims");
    const { data } = await ask(read, { query: { event: small.event, type: "statement" } });
    expect(listOf({ data })).toMatchObject([{ type: "statement", quantity: null, measure: null }]);
    const { data: none } = await ask(read, { query: { event: small.event, verification: "refuted" } });
    expect(none).toEqual([]);
  });
});

function sortsOf({ query }: Endpoint): string[] {
  const { anyOf, enum: sorts } = z.toJSONSchema(query.shape.sort as z.ZodType) as Record<string, unknown>;
  expect(anyOf).toBeUndefined();
  return sorts as string[];
}

// A page may end within what one person did at once.
const actsOf = (entries: readonly Record<string, unknown>[]) =>
  entries.flatMap(({ acts }) => acts as { number: number }[]).map(({ number }) => number);

describe("what moved", () => {
  const MOVED: [string, (world: ApiWorld) => Asked, (world: ApiWorld) => string][] = [
    ["getEvent", ({ former }) => ({ params: { slug: former.event } }), ({ event }) => `/events/${event}`],
    [
      "listMeasures",
      ({ former }) => ({ params: { slug: former.event } }),
      ({ event }) => `/events/${event}/measures`,
    ],
    [
      "listEventRevisions",
      ({ former }) => ({ params: { slug: former.event } }),
      ({ event }) => `/events/${event}/revisions`,
    ],
    [
      "getMeasure",
      ({ former, measure }) => ({ params: { event: former.event, measure } }),
      ({ event, measure }) => `/measures/${event}/${measure}`,
    ],
    [
      "getClaimant",
      ({ former }) => ({ params: { slug: former.claimant } }),
      ({ claimant }) => `/claimants/${claimant}`,
    ],
    [
      "getPublication",
      ({ former }) => ({ params: { slug: former.publication } }),
      ({ publication }) => `/publications/${publication}`,
    ],
    ["getClaim", ({ duplicate: id }) => ({ params: { id } }), ({ kept }) => `/claims/${kept}`],
    [
      "listClaimAttributions",
      ({ duplicate: id }) => ({ params: { id } }),
      ({ kept }) => `/claims/${kept}/attributions`,
    ],
    [
      "listClaimAssessments",
      ({ duplicate: id }) => ({ params: { id } }),
      ({ kept }) => `/claims/${kept}/assessments`,
    ],
    [
      "listClaimRevisions",
      ({ duplicate: id }) => ({ params: { id } }),
      ({ kept }) => `/claims/${kept}/revisions`,
    ],
  ];

  test.each(MOVED)("%s leads from a former address to the present one (R30)", async (id, asked, path) => {
    expect((await ask(readNamed(id), asked(small))).movedTo).toBe(path(small));
  });

  test.each(READS.filter(({ path }) => path.includes("{")).map((read) => [read.id, read] as const))(
    "%s says of what is not public that there is no such thing (R34)",
    async (_, read) => {
      const slug = read.path.startsWith("/claimants") ? secret.slugs[0] : secret.slugs[1];
      const isEvent = /^\/(events|measures)/.test(read.path);
      const params = {
        ...(read.path.includes("{slug}") && { slug: isEvent ? "no-such-event" : String(slug) }),
        ...(read.path.includes("{id}") && {
          id: read.path.startsWith("/reports") ? secret.report.publicId : secret.claim.publicId,
        }),
        ...(read.path.includes("{event}") && { event: secret.event.slug, measure: `measure-${secret.word}` }),
      };
      await expect(ask(read, { params })).rejects.toMatchObject({ code: "not_found" });
    },
  );
});

test("two figures are compared by R6, with why and both as-of dates, and never averaged", async () => {
  const { data } = await ask(readNamed("compare"), {
    query: { claims: `${small.claim},${small.contested},${secret.claim.publicId}` },
  });
  expect(data).toMatchObject({
    claims: [{ id: small.contested }, { id: small.claim }],
    pairs: [
      {
        claims: [small.contested, small.claim],
        relation: "incompatible",
        why: expect.stringMatching(/100.*4 May 2026.*300.*4 May 2026/),
        overlap: null,
        gap: { above: 100, below: 300 },
        differs: [],
      },
    ],
    leftOut: [{ id: secret.claim.publicId, why: "no_claim" }],
  });
});
