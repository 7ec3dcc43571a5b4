import { beforeAll, describe, expect, test } from "vitest";
import type { Endpoint } from "../../lib/api/endpoint";
import { handle } from "../../lib/api/handle";
import { statusesOf } from "../../lib/api/openapi/answers";
import { READS } from "../../lib/api/reads";
import { type ApiWorld, anApiWorld } from "../factories/api-world";

let world: ApiWorld;
beforeAll(async () => {
  world = await anApiWorld(5);
}, 60_000);

/** The records that each address and query names: those that are there, and those of former addresses. */
function named({ path, id }: Endpoint, isFormer = false): [Record<string, string>, Record<string, string>] {
  const { event, claimant, publication } = isFormer ? world.former : world;
  const slug = path.startsWith("/claimants")
    ? claimant
    : path.startsWith("/publications")
      ? publication
      : event;
  const claim = isFormer ? world.duplicate : world.claim;
  const queries: Record<string, Record<string, string>> = {
    listAttributions: { claim },
    listAssessments: { claim },
    search: { q: "ministry" },
    compare: { claims: `${world.claim},${world.contested}` },
  };
  const all: Record<string, string> = {
    slug,
    event,
    measure: world.measure,
    id: path.startsWith("/reports") ? world.report : claim,
  };
  const params = Object.entries(all).filter(([name]) => path.includes(`{${name}}`));
  return [Object.fromEntries(params), queries[id] ?? {}];
}

function ask(
  read: Endpoint,
  [params, query]: ReturnType<typeof named>,
  headers: Record<string, string> = {},
): Promise<Response> {
  const path = read.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? "");
  const url = `http://localhost:3000/api/v1${path}?${new URLSearchParams(query)}`;
  // As the framework has it, an address without parameters has none at all.
  const given = Object.keys(params).length > 0 ? params : undefined;
  return handle(read)(new Request(url, { headers }), { params: Promise.resolve(given) });
}

/** 429 is the same for all, and tried once. */
const having = (status: number) =>
  READS.filter((read) => statusesOf(read).includes(status)).map((read) => [read.id, read] as const);

async function expectProblem(answer: Response, status: number): Promise<void> {
  expect(answer.status).toBe(status);
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  expect(await answer.json()).toMatchObject({
    status,
    title: expect.any(String),
    detail: expect.any(String),
  });
}

describe("200 and 304", () => {
  test.each(having(304))("%s is not sent again to who has it", async (_, read) => {
    const answer = await ask(read, named(read));
    expect(answer.status).toBe(200);
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    const { data, page } = await answer.json();
    if (read.isList) expect(page).toEqual({ nextCursor: page.nextCursor, hasMore: page.nextCursor !== null });
    expect(data).toBeDefined();
    const etag = answer.headers.get("etag") ?? "";
    expect((await ask(read, named(read), { "If-None-Match": etag })).status).toBe(304);
  });
});

describe("308", () => {
  test.each(having(308))("%s leads to the present address (R30)", async (_, read) => {
    const answer = await ask(read, named(read, true));
    expect(answer.status).toBe(308);
    const [params] = named(read);
    const own = { ...params, ...(params.id && { id: world.kept }) };
    const path = read.path.replaceAll(/\{(\w+)\}/g, (__, name: string) => own[name as "id"] ?? "");
    expect(answer.headers.get("location")).toContain(`/api/v1${path}`);
  });
});

describe("400", () => {
  test.each(having(400))("%s refuses a name that it does not have, and one given twice", async (_, read) => {
    const [params, query] = named(read);
    await expectProblem(await ask(read, [params, { ...query, nothing: "1" }]), 400);
    await expectProblem(await ask(read, [params, { ...query, fields: "nothing" }]), 400);
  });
});

describe("401", () => {
  test.each(having(401))("%s refuses a token that is unknown", async (_, read) => {
    await expectProblem(await ask(read, named(read), { Authorization: "Bearer nothing" }), 401);
  });
});

describe("404", () => {
  test.each(having(404))("%s says so of what is not there", async (_, read) => {
    const [params, query] = named(read);
    const gone = (given: Record<string, string>, value: string) =>
      Object.fromEntries(Object.keys(given).map((name) => [name, value]));
    const value =
      /\{id\}/.test(read.path) || Object.keys(params).length === 0 ? "222222222" : "no-such-thing";
    const asked = Object.keys(params).length === 0 ? gone(query, value) : query;
    await expectProblem(await ask(read, [gone(params, value), asked]), 404);
  });
});

test("422: attributions are those of a claim or of a report", async () => {
  const read = READS.find(({ id }) => id === "listAttributions") as Endpoint;
  await expectProblem(await ask(read, [{}, {}]), 422);
});

test("429: more than the limit waits as long as it is told", async () => {
  const kept = globalThis as { counterclaimEnv?: unknown };
  process.env.API_READS_PER_MINUTE = "1";
  kept.counterclaimEnv = undefined;
  try {
    const read = READS.find(({ id }) => id === "listVocabulary") as Endpoint;
    await ask(read, named(read));
    const answer = await ask(read, named(read));
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(answer.headers.get("ratelimit")).toMatch(/^"read";r=0;t=\d+$/);
    await expectProblem(answer, 429);
  } finally {
    delete process.env.API_READS_PER_MINUTE;
    kept.counterclaimEnv = undefined;
  }
});
