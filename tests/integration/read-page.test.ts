import type { RequestListener } from "node:http";
import { afterEach, describe, expect, test } from "vitest";
import { readPage } from "../../lib/reports/read-page";
import { FileReport } from "../../lib/reports/schema";
import { type AServer, aServer } from "../fixtures/a-server";

const open: AServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

async function read(listener: RequestListener, path = "/news/story-1") {
  const server = await aServer(listener);
  open.push(server);
  return {
    origin: server.origin,
    facts: await readPage(`${server.origin}${path}`, { allowsLoopback: true }),
  };
}

const answer =
  (status: number, contentType: string, body: string | Buffer): RequestListener =>
  (_, response) => {
    response.writeHead(status, { "content-type": contentType }).end(body);
  };

describe("readPage", () => {
  test("reads what a page says of itself, after redirects and in its charset", async () => {
    const html = `<html lang="ru"><title>Донецк: 89 погибших</title><meta property="article:published_time" content="2023-01-04T01:05:00+03:00">`;
    const body = Buffer.from([...html].map((letter) => windows1251(letter)));
    const { origin, facts } = await read((request, response) => {
      if (request.url === "/short") response.writeHead(301, { location: "/news/story-1?utm_source=x" }).end();
      else answer(200, "text/html; charset=windows-1251", body)(request, response);
    }, "/short");
    expect(facts).toEqual({
      url: `${origin}/news/story-1?utm_source=x`,
      canonicalUrl: `${origin.replace("http:", "https:")}/news/story-1`,
      title: "Донецк: 89 погибших",
      siteName: null,
      publishedEdtf: "2023-01-04T01:05:00+03:00",
      language: "ru",
      byline: null,
      credit: null,
      problem: null,
    });
  });

  test.each(["application/pdf", "text/plain"])(
    "a page of the type %s says nothing but its address",
    async (type) => {
      const { origin, facts } = await read(answer(200, type, "<title>Not a title</title>"));
      expect(facts).toMatchObject({ url: `${origin}/news/story-1`, title: null, problem: null });
    },
  );

  test.each([
    [404, "missing"],
    [410, "missing"],
    [401, "denied"],
    [403, "denied"],
    [429, "denied"],
    [451, "denied"],
    [500, "site_failed"],
    [503, "site_failed"],
  ])("a page with the status %d is not read: %s", async (status, problem) => {
    const { facts } = await read(answer(status, "text/html", "<title>Sorry</title>"));
    expect(facts).toEqual({ problem });
  });

  test("a page that may not be fetched is told by the same code", async () => {
    expect(await readPage("http://169.254.169.254/")).toEqual({ problem: "not_public" });
    const { facts } = await read(answer(200, "image/png", ""));
    expect(facts).toEqual({ problem: "wrong_type" });
  });

  test("what it reads goes through the form in which a report is filed", async () => {
    const { facts } = await read(
      answer(
        200,
        "text/html",
        `<html lang=EN-gb><title>${"a ".repeat(9000)}</title><meta name=author content="${"b ".repeat(900)}">`,
      ),
    );
    if (facts.problem !== null) throw new Error(facts.problem);
    const { url, title, language, byline, credit } = facts;
    const parsed = FileReport.safeParse({
      ...{
        publicationId: "00000000-0000-4000-8000-000000000000",
        medium: "web",
        published: null,
        isRead: true,
        note: null,
      },
      ...{ url, title, language, byline, credit },
    });
    expect(parsed.error?.issues ?? []).toEqual([]);
  });
});

function windows1251(letter: string): number {
  const code = letter.charCodeAt(0);
  return code >= 0x410 && code <= 0x44f ? code - 0x350 : code;
}
