import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { ENDPOINTS } from "../../lib/api/endpoints";
import { db } from "../../lib/db/client";
import { env } from "../../lib/env";
import { aProgram, ask } from "../factories/api";
import { type ApiWorld, anApiWorld } from "../factories/api-world";

let world: ApiWorld;
let token: string;

beforeAll(async () => {
  world = await anApiWorld(5);
  token = (await aProgram("editor")).token;
  const most = 1_000_000;
  Object.assign(env(), {
    API_READS_PER_MINUTE: most,
    API_WRITES_PER_MINUTE: most,
    SEARCHES_PER_MINUTE: most,
  });
}, 60_000);

const LONE = "\ud800";
const junk: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    -1,
    0,
    1e308,
    2 ** 53,
    0.1,
    "",
    " ",
    "a\u0000b",
    `half a sign ${LONE}`,
    "x".repeat(30_000),
    "../../etc",
    "2026-02-31",
    "9999-99-99",
    "Mars/Olympus",
    [],
    {},
    [[[[[]]]]],
    "00000000-0000-0000-0000-000000000000",
  ),
  fc.string({ unit: "binary", maxLength: 20 }),
  fc.jsonValue({ maxDepth: 2 }),
);

/** A body that could be one, so that what is wrong with it is found behind the first look. */
const valid = () => ({
  slug: "a-new-one",
  name: "A name",
  title: "A title",
  summary: "A summary",
  kind: "government_body",
  kinds: ["killed"],
  label: "A label",
  unit: "people",
  total: "running_total",
  publication: world.publication,
  medium: "web",
  url: "https://daily.example/x",
  place: { name: "Somewhere", country: null, latitude: 1, longitude: 2 },
  occurred: { edtf: "2026-05-04", zone: "UTC" },
  parties: [{ claimant: world.claimant }],
  event: world.event,
  type: "figure",
  claimant: world.claimant,
  measure: world.measure,
  wording: { text: "at least 12", language: "en" },
  stated: { edtf: "2026-05-04", zone: "UTC" },
  asOf: { edtf: "2026-05-04", zone: "UTC" },
  attributions: [{ report: world.report, carries: "quote" }],
  attribution: { report: world.report, carries: "quote" },
  reason: "A reason",
  status: "refuted",
  older: { id: world.claim, version: 1 },
  evidence: [{ kind: "document", stance: "supports", note: "A note", url: "https://a.example/" }],
});

/** Of what a body could have, what this endpoint takes. */
function bodyOf(shape: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(valid()).filter(([name]) => name in shape));
}

const TABLES = [
  "event",
  "claim",
  "claimant",
  "publication",
  "report",
  "measure",
  "attribution",
  "assessment",
];
async function rows(): Promise<string> {
  const counts = TABLES.map((table) => `(select count(*) from ${table})`);
  const [row] = await db().$queryRawUnsafe<object[]>(
    `select ${counts.map((count, i) => `${count} as n${i}`).join(", ")},
      (select sum(length) from chain) as revisions, (select md5(string_agg(c::text, '' order by id)) from claim c) as claims`,
  );
  return JSON.stringify(row, (_, value) => (typeof value === "bigint" ? Number(value) : value));
}

const arbitrary = fc.record({
  endpoint: fc.constantFrom(...ENDPOINTS.map(({ id }) => id)),
  isKnown: fc.boolean(),
  name: fc.oneof(fc.string({ maxLength: 30 }), fc.string({ unit: "binary", maxLength: 10 })),
  body: fc.oneof(junk, fc.tuple(fc.nat(20), junk), fc.tuple(fc.nat(20), junk), fc.tuple(fc.nat(20), junk)),
  query: fc.array(
    fc.tuple(
      fc.constantFrom("limit", "after", "sort", "fields", "q", "claims", "from", "x"),
      fc.string({ maxLength: 20 }),
    ),
    {
      maxLength: 2,
    },
  ),
  version: fc.constantFrom(1, 2, 3, 4, 5, 99, 2_147_483_647, 999_999_999),
  key: fc.option(fc.string({ maxLength: 10 }).filter((text) => /^[\x20-\x7e]*$/.test(text.trim()))),
});

test("whatever is sent to the API, it is answered, never with a 500, and what is refused leaves nothing behind", async () => {
  let before = await rows();
  const answered = new Set<number>();
  await fc.assert(
    fc.asyncProperty(arbitrary, async ({ endpoint, isKnown, name, body, query, version, key }) => {
      const { method, body: schema } = ENDPOINTS.find(({ id }) => id === endpoint) ?? {};
      const shape = (schema as { shape?: Record<string, unknown> } | null)?.shape ?? {};
      const sent =
        Array.isArray(body) && body.length === 2 ? withJunk(bodyOf(shape), body as [number, unknown]) : body;
      const ids = isKnown ? { ...world, slug: slugFor(endpoint), id: idFor(endpoint) } : {};
      const params = { slug: name, id: name, event: name, measure: name, ...ids };
      const { status } = await ask(endpoint, {
        token,
        params,
        query: query.length > 0 ? `?${new URLSearchParams(query)}` : "",
        ...(method !== "GET" && { body: sent, version }),
        headers: key ? { "Idempotency-Key": key.trim() || "k" } : {},
      });
      answered.add(status);
      expect(status, endpoint).toBeLessThan(500);
      const after = await rows();
      if (status >= 300) expect(after, endpoint).toBe(before);
      before = after;
    }),
    { numRuns: 1000 },
  );
  expect([...answered].toSorted()).toEqual(expect.arrayContaining([200, 400, 404, 412, 422]));
}, 60_000);

const slugFor = (id: string) =>
  /claimant/i.test(id) ? world.claimant : /publication/i.test(id) ? world.publication : world.event;
const idFor = (id: string) => (/report$/i.test(id) && id !== "attachReport" ? world.report : world.claim);

/** The body with junk in the place of one of its values, at any depth. */
function withJunk(body: Record<string, unknown>, [at, value]: [number, unknown]): unknown {
  const places: [object, string][] = [];
  const collect = (of: object) => {
    for (const [name, one] of Object.entries(of)) {
      places.push([of, name]);
      if (one !== null && typeof one === "object") collect(one);
    }
  };
  collect(body);
  const place = places[at % Math.max(1, places.length)];
  if (place) Object.assign(place[0], { [place[1]]: value });
  return body;
}
