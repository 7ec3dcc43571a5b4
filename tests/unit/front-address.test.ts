import type { IncomingMessage } from "node:http";
import { describe, expect, test } from "vitest";
import { addressOf } from "../../lib/front/address";

const asked = (url: string, headers: Record<string, string> = {}, method = "GET") =>
  addressOf({ url, headers, method } as unknown as IncomingMessage);

describe("an answer is kept for everybody only where it is the same for everybody", () => {
  test.each([
    ["with a session", "/en", { cookie: "theme=dark; counterclaim.session_token=abc.def" }],
    ["with a session over https", "/en", { cookie: "__Secure-counterclaim.session_token=abc" }],
    ["with a token", "/api/v1/events", { authorization: "Bearer cct_x" }],
    ["asked for by the framework's scripts", "/en?_rsc=1", { rsc: "1" }],
    ["of the desk", "/en/desk", {}],
    ["of the desk's forms", "/en/desk/claims/new?event=a", {}],
    ["to sign in", "/en/sign-in", {}],
    ["by an invitation", "/en/invitation/secret", {}],
    ["for a new password", "/en/password?token=secret", {}],
    ["about who asks", "/api/v1/me", {}],
    ["about this instance", "/ready", {}],
  ])("none %s", (_, url, headers) => {
    expect(asked(url, headers as Record<string, string>)).toBeNull();
  });

  test("none of a write", () => {
    expect(asked("/theme", {}, "POST")).toBeNull();
    expect(asked("/en", {}, "DELETE")).toBeNull();
  });

  test("a page that only begins like the desk is for everybody", () => {
    expect(asked("/en/deskwork")).not.toBeNull();
  });

  test("the framework's files are, also with a session", () => {
    const cookie = "counterclaim.session_token=abc";
    expect(asked("/_next/static/chunks/a.css", { cookie })).toMatchObject({ isFile: true, event: null });
  });
});

describe("each address and choice of colours has one answer", () => {
  test("pages differ by the colours, what is no page does not", () => {
    const keys = ["light", "dark", "system", "<b>"].map(
      (theme) => asked("/en", { cookie: `theme=${theme}` })?.key,
    );
    expect(keys).toEqual(["theme=light /en", "theme=dark /en", "/en", "/en"]);
    expect(asked("/api/v1/events", { cookie: "theme=dark" })?.key).toBe("/api/v1/events");
  });

  test("what tells how a reader came is left out, and what names the page stays as it was", () => {
    expect(asked("/en/claims?utm_source=x&fbclid=1")?.url).toBe("/en/claims");
    expect(asked("/en/claims?utm_source=x&q=a%20b&sort=-stated&gclid=2")?.url).toBe(
      "/en/claims?q=a%20b&sort=-stated",
    );
  });
});

describe("an answer about one event changes with that event", () => {
  test.each([
    "/en/events/derna-2023",
    "/en/events/derna-2023/origins?claim=a",
    "/embed/events/derna-2023?lang=en",
    "/export/events/derna-2023.csv".replace(".csv", "/csv"),
    "/feeds/events/derna-2023/claims.atom",
    "/api/v1/events/derna-2023?include=claims",
  ])("%s", (url) => {
    expect(asked(url)?.event).toBe("derna-2023");
  });

  test("one that is written in another way is taken to change with any", () => {
    expect(asked("/en/events/%64erna-2023")?.event).toBeNull();
    expect(asked("/en/events?after=x")?.event).toBeNull();
    expect(asked("/en/claims/bcdfghjkm")?.event).toBeNull();
  });
});
