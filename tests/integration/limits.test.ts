import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { attempt } from "../../app/_desk/submit";
import { onRequestError } from "../../instrumentation";
import { handle } from "../../lib/api/handle";
import { READS } from "../../lib/api/reads";
import { countUse, takeReading, takeRequest } from "../../lib/auth/throttle";
import { db } from "../../lib/db/client";
import { env } from "../../lib/env";
import { TooOften } from "../../lib/errors";
import { type Answer, renderInto } from "../../lib/http/answer";
import { readinessOf } from "../../lib/http/probes";
import { aPublishedClaim } from "../factories/claims";
import { unique } from "../factories/clock";

const LIMITS = {
  API_READS_PER_MINUTE: 3,
  SEARCHES_PER_MINUTE: 2,
  DOWNLOADS_PER_MINUTE: 2,
  FORMS_PER_MINUTE: 3,
} as const;
let before: object;

beforeAll(() => {
  const settings = env();
  before = Object.fromEntries(
    Object.keys(LIMITS).map((name) => [name, settings[name as keyof typeof LIMITS]]),
  );
  Object.assign(settings, LIMITS);
});

afterAll(() => void Object.assign(env(), before));

const ID = "6f1b7d0e-2222-4222-8333-944444444444";

function aRead(id: string, from: string, { query = "", headers = {} } = {}): Promise<Response> {
  const endpoint = READS.find((read) => read.id === id) as (typeof READS)[number];
  const asked = new Request(`http://site.example/api/v1${endpoint.path}?${query}`, {
    headers: { "x-client-address": from, "x-request-id": ID, ...headers },
  });
  return handle(endpoint)(asked, { params: Promise.resolve({}) });
}

describe("limits that all instances share", () => {
  test("searches of the API have their own, and leave an address its other reads", async () => {
    const from = unique("address");
    const searches = [];
    for (let n = 0; n < 3; n += 1) searches.push(await aRead("search", from, { query: "q=ministry" }));
    expect(searches.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(searches[2]?.headers.get("ratelimit")).toMatch(/^"search";r=0;t=\d+$/);
    expect(Number(searches[2]?.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await aRead("listVocabulary", from)).status).toBe(200);
    expect((await aRead("search", unique("address"), { query: "q=ministry" })).status).toBe(200);
  });

  test("who tries tokens is counted by the address, whichever token it was", async () => {
    const from = unique("address");
    const statuses = [];
    for (let n = 0; n < 4; n += 1)
      statuses.push(
        (await aRead("listVocabulary", from, { headers: { authorization: `Bearer cct_${n}` } })).status,
      );
    expect(statuses).toEqual([401, 401, 401, 429]);
  });

  test("an account may send so many forms in a minute, and is told how long to wait", async () => {
    const id = unique("actor");
    for (let n = 0; n < LIMITS.FORMS_PER_MINUTE; n += 1) await countUse("form", id);
    const late = await countUse("form", id).catch((error: unknown) => error);
    expect(late).toBeInstanceOf(TooOften);
    expect((late as TooOften).retryAfterSeconds).toBeGreaterThan(0);
    expect((late as TooOften).message).toContain("What you typed stands below");
    await countUse("form", unique("actor"));
  });

  test("a form that is sent too often is answered by 429, and keeps all that was typed", async () => {
    const answer: Answer = { status: null, isForReading: false };
    const typed = { wording: ["at least 400 killed"] };
    const state = await renderInto(answer, () => attempt(() => Promise.reject(new TooOften(17)), typed));
    expect(state).toMatchObject({
      outcome: "refused",
      message: expect.stringContaining("in 17 seconds"),
      typed,
    });
    expect(answer).toMatchObject({ status: 429, retryAfterSeconds: 17 });
  });

  test("two at once cannot both have the last one, and no address is stored", async () => {
    const from = unique("address");
    const all = await Promise.all([1, 2, 3, 4].map(() => takeReading("download", from)));
    expect(all.filter((left) => left?.isAllowed)).toHaveLength(LIMITS.DOWNLOADS_PER_MINUTE);
    expect(all.at(-1)?.headers).toMatchObject({
      "RateLimit-Policy": '"download";q=2;w=60',
      "Retry-After": "60",
    });
    expect((await takeRequest("search", `address ${from}`)).isAllowed).toBe(true);
    expect(JSON.stringify(await db().rateLimit.findMany({ select: { key: true } }))).not.toContain(from);
  });
});

describe("the log of a failure", () => {
  const PRIVATE = [
    "kovalenko@newsroom.example",
    "192.0.2.77",
    "aleppo hospital",
    "cct_secret",
    "session-of-somebody",
    "one-time-secret",
  ];
  const lines: string[] = [];
  beforeEach(() => {
    lines.length = 0;
    vi.spyOn(process.stdout, "write").mockImplementation((line) => {
      lines.push(String(line));
      return true;
    });
    return () => void vi.restoreAllMocks();
  });

  const failing = () => {
    const cause = Object.assign(new Error(`Key (email)=(${PRIVATE[0]}) already exists`), {
      detail: PRIVATE[2],
      code: "23505",
    });
    const error = new TypeError(`"${PRIVATE[2]}" is not a figure`, { cause });
    return Object.assign(error, { meta: { query: PRIVATE[2], token: PRIVATE[3] } });
  };

  test("of the API has the id that the program was shown, where it failed, and nothing personal", async () => {
    const endpoint = READS.find(({ id }) => id === "search") as (typeof READS)[number];
    const broken = { ...endpoint, run: () => Promise.reject(failing()) };
    const headers = {
      "x-client-address": "192.0.2.77",
      "x-request-id": ID,
      cookie: "counterclaim.session_token=session-of-somebody",
    };
    const request = new Request("http://site.example/api/v1/search?q=aleppo+hospital", { headers });
    const answer = await handle(broken as never)(request, { params: Promise.resolve({}) });
    expect(answer.status).toBe(500);
    expect((await answer.json()).instance).toBe(`urn:uuid:${ID}`);
    const told = JSON.parse(lines.join(""));
    expect(told).toMatchObject({
      level: 50,
      requestId: ID,
      endpoint: "search",
      error: { type: "TypeError", message: "… is not a figure", cause: { type: "Error", code: "23505" } },
    });
    expect(told.error.at.join()).toContain("limits.test.ts");
    for (const word of PRIVATE) expect(lines.join("").replaceAll("+", " ")).not.toContain(word);
  });

  test("of a page has the id that the reader was shown, which page it is, and nothing of its address", async () => {
    const request = {
      path: "/en/password/one-time-secret?q=aleppo+hospital",
      method: "GET",
      headers: { "x-request-id": ID, cookie: "session-of-somebody", "x-client-address": "192.0.2.77" },
    };
    await onRequestError(failing(), request, {
      routePath: "/[locale]/password/[secret]",
      routeType: "render",
    } as never);
    expect(JSON.parse(lines.join(""))).toMatchObject({ requestId: ID, route: "/[locale]/password/[secret]" });
    for (const word of PRIVATE) expect(lines.join("").replaceAll("+", " ")).not.toContain(word);
  });
});

test("a probe tells how long ago the history grew and how many jobs wait; without a database, that it is not ready", async () => {
  await aPublishedClaim();
  const here = readinessOf(process.env.DATABASE_URL as string);
  const away = readinessOf("postgresql://nobody@127.0.0.1:1/nothing");
  try {
    expect(await here.check()).toEqual({
      isReady: true,
      reason: null,
      chainHeadAgeSeconds: expect.any(Number),
    });
    expect(await here.look()).toMatchObject({ chainHeadAgeSeconds: expect.any(Number) });
    expect(await away.check()).toEqual({
      isReady: false,
      reason: "the database does not answer",
      chainHeadAgeSeconds: null,
    });
    expect(await away.look()).toBeNull();
  } finally {
    await Promise.all([here.close(), away.close()]);
  }
});
