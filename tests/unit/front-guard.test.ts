import { createHmac } from "node:crypto";
import { IncomingMessage, ServerResponse } from "node:http";
import { Socket } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { askerOf } from "../../lib/front/asker";
import { newGuard } from "../../lib/front/guard";
import { refuse } from "../../lib/front/refuse";

const SECRET = "Zm9yIHRoZSB0ZXN0cyBvZiB0aGUgZnJvbnQgYWxvbmU";
const kept = globalThis as { counterclaimEnv?: unknown };
const before = { env: kept.counterclaimEnv, proxy: process.env.TRUST_PROXY };

beforeAll(() => {
  kept.counterclaimEnv = { AUTH_SECRET: SECRET };
  process.env.TRUST_PROXY = "1";
});

afterAll(() => {
  kept.counterclaimEnv = before.env;
  if (before.proxy === undefined) delete process.env.TRUST_PROXY;
  else process.env.TRUST_PROXY = before.proxy;
});

type Asked = { path?: string; from?: string; method?: string; headers?: Record<string, string> };

function aRequest({ path = "/en/claims", from = "192.0.2.1", method = "GET", headers = {} }: Asked) {
  const request = new IncomingMessage(new Socket());
  Object.assign(request, { url: path, method });
  Object.assign(request.headers, { "x-forwarded-for": from, ...headers });
  return request;
}

const asker = (asked: Asked = {}) => askerOf(aRequest(asked), asked.path ?? "/en/claims");
const signed = (token: string, secret = SECRET) => {
  const signature = createHmac("sha256", secret).update(token).digest("base64");
  return { cookie: `counterclaim.session_token=${encodeURIComponent(`${token}.${signature}`)}` };
};

describe("who asks", () => {
  test("is an address, of IPv6 the network that one connection has", () => {
    expect(asker().client).toBe(asker({ path: "/en" }).client);
    expect(asker().client).not.toBe(asker({ from: "192.0.2.2" }).client);
    expect(asker({ from: "::ffff:192.0.2.1" }).client).toBe(asker().client);
    expect(asker({ from: "2001:db8:1:2::3" }).client).toBe(asker({ from: "2001:db8:1:2:ffff::4" }).client);
    expect(asker({ from: "2001:db8:1:2::3" }).client).not.toBe(asker({ from: "2001:db8:1:3::3" }).client);
  });

  test("is a person, by a session that was begun here; a forged one is believed nothing", () => {
    const mine = asker({ headers: signed("mine") });
    expect(mine.client).not.toBe(asker().client);
    expect(mine.client).toBe(asker({ from: "192.0.2.9", headers: signed("mine") }).client);
    expect(mine.client).not.toContain("mine");
    const forged = [
      "counterclaim.session_token=a.b",
      signed("x", "another secret").cookie,
      "counterclaim.session_token=%",
    ];
    for (const cookie of forged) expect(asker({ headers: { cookie } }).client).toBe(asker().client);
  });

  test("made up tokens are one address", () => {
    const path = "/api/v1/claims";
    const withToken = (token: string) => asker({ path, headers: { authorization: `Bearer ${token}` } });
    expect(withToken("a").client).toBe(withToken("b").client);
    expect(withToken("a").sharedKey).not.toBe(withToken("b").sharedKey);
  });

  test.each([
    ["/en/claims", "GET", "page"],
    ["/feeds/events.atom", "GET", "page"],
    ["/export/measures/x/killed.png", "GET", "page"],
    ["/en/search", "GET", "search"],
    ["/api/v1/search", "GET", "search"],
    ["/api/v1/claims", "HEAD", "read"],
    ["/api/v1/claims", "POST", "write"],
    ["/en/sign-in", "POST", "form"],
    ["/export/claims.csv", "GET", "download"],
    ["/export/events/makiivka-2023.json", "GET", "download"],
    ["/export/events/makiivka-2023/claims.csv", "GET", "download"],
  ])("%s by %s counts as %s", (path, method, limit) => expect(asker({ path, method }).limit).toBe(limit));
});

const answered = (status: number, headers: Record<string, string> = {}) => {
  const response = new ServerResponse(aRequest({}));
  response.statusCode = status;
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  return response;
};

describe("what one client has rendered", () => {
  test("is limited by the minute, told in headers, and leaves others theirs", async () => {
    const guard = newGuard({ perMinute: 20 });
    for (let n = 1; n <= 20; n += 1) {
      const entered = await guard.enter(asker());
      expect(entered.headers).toMatchObject({ RateLimit: `"page";r=${20 - n};t=60` });
      entered.end?.();
    }
    const late = await guard.enter(asker());
    expect(late).toMatchObject({ end: null, limit: "page", retryAfterSeconds: 60 });
    expect(late.headers).toEqual({ "RateLimit-Policy": '"page";q=20;w=60', RateLimit: '"page";r=0;t=60' });
    expect((await guard.enter(asker({ from: "192.0.2.2" }))).end).not.toBeNull();
    expect((await guard.enter(asker({ headers: signed("mine") }))).end).not.toBeNull();
    // What is typed into a form is worth more than a page.
    expect((await guard.enter(asker({ method: "POST", path: "/en/sign-in" }))).end).not.toBeNull();
    expect([...guard.refusals]).toEqual([["page", 1]]);
    // Who is busy rests between two turns, for as long as a turn takes on this machine.
  }, 30_000);

  test("is not counted here of the API, and nothing is where there is no limit", async () => {
    const guard = newGuard({ perMinute: 2 });
    const none = newGuard({ perMinute: 0 });
    for (let n = 0; n < 9; n += 1) {
      const entered = await guard.enter(asker({ path: "/api/v1/claims" }));
      expect(entered.headers).toEqual({});
      expect(entered.end).not.toBeNull();
      entered.end?.();
      expect((await none.enter(asker())).end).not.toBeNull();
    }
  });

  test("a limit of all instances that is used up is not asked for again, and others are not shut out", async () => {
    const guard = newGuard({ perMinute: 100 });
    const path = "/api/v1/search";
    const headers = {
      "retry-after": "30",
      ratelimit: '"search";r=0;t=30',
      "ratelimit-policy": '"search";q=120;w=60',
    };
    guard.note(asker({ path }), answered(429, headers));
    expect(await guard.enter(asker({ path }))).toMatchObject({
      end: null,
      limit: "search",
      retryAfterSeconds: 30,
      headers: { RateLimit: '"search";r=0;t=30', "RateLimit-Policy": '"search";q=120;w=60' },
    });
    for (const other of [
      { path, from: "192.0.2.2" },
      { path, headers: { authorization: "Bearer cct_mine" } },
      { path: "/api/v1/claims" },
      { path: "/en/search" },
    ])
      expect((await guard.enter(asker(other))).end).not.toBeNull();
  });

  test("a download that waits for a place, or a form that was sent too often, shuts nothing", async () => {
    const guard = newGuard({ perMinute: 100 });
    const path = "/export/counterclaim.zip";
    guard.note(
      asker({ path }),
      answered(429, { "retry-after": "30", ratelimit: '"page";r=9;t=3, "download";r=7;t=9' }),
    );
    guard.note(asker({ method: "POST" }), answered(429, { "retry-after": "3600" }));
    expect((await guard.enter(asker({ path }))).end).not.toBeNull();
    expect((await guard.enter(asker({ method: "POST" }))).end).not.toBeNull();
  });
});

describe("429", () => {
  const ID = "6f1b7d0e-1111-4222-8333-944444444444";
  async function refused(path: string, accept: string) {
    const request = aRequest({ path, headers: { accept, "x-request-id": ID } });
    const response = new ServerResponse(request);
    let body = "";
    response.end = ((text: string) => {
      body = text;
      return response;
    }) as never;
    const refusal = { end: null, limit: "page", retryAfterSeconds: 42, headers: {} } as const;
    await refuse(request, response, { pathname: path, locale: "en" }, refusal);
    expect([response.statusCode, Number(response.getHeader("retry-after"))]).toEqual([429, 42]);
    return { type: String(response.getHeader("content-type")), body, response };
  }

  test("a reader gets a page that says when to come back, and that what was typed is not lost", async () => {
    const { type, body } = await refused("/en/claims", "text/html,*/*");
    expect(type).toMatch(/^text\/html/);
    expect(body).toContain("Try again in 42 seconds.");
    expect(body).toContain("go back, where it still stands");
    expect(body).toContain(ID);
  });

  test("a program gets a problem, or plain words", async () => {
    const { type, body, response } = await refused("/api/v1/claims", "text/html");
    expect(type).toBe("application/problem+json");
    expect(JSON.parse(body)).toMatchObject({ status: 429, instance: `urn:uuid:${ID}` });
    expect(response.getHeader("access-control-allow-origin")).toBe("*");
    expect((await refused("/feeds/events.atom", "*/*")).body).toBe(
      "Too many requests: try again in 42 seconds.\n",
    );
  });
});
