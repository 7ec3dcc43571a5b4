import type { RequestListener } from "node:http";
import { afterEach, expect, test } from "vitest";
import { readArticle } from "../../lib/articles/read-article";
import { type AServer, aServer } from "../fixtures/a-server";

const open: AServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

async function read(listener: RequestListener) {
  const server = await aServer(listener);
  open.push(server);
  return readArticle(`${server.origin}/news/flood`, { allowsLoopback: true });
}

const answer =
  (status: number, contentType: string, body: string): RequestListener =>
  (_, response) => {
    response.writeHead(status, { "content-type": contentType }).end(body);
  };

const SAID = "The mayor said that 12 people had died and that 30 were still missing after the night. ".repeat(
  4,
);

test("an article is read with what its page says of itself", async () => {
  const page = `<html lang="en"><title>Flood in Orvale</title><meta property="og:site_name" content="The Belmar Post">
    <meta property="article:published_time" content="2026-03-15T08:00:00Z"><body><nav>Home</nav><article><p>${SAID}</p></article>`;
  expect(await read(answer(200, "text/html; charset=utf-8", page))).toMatchObject({
    text: SAID.trim(),
    title: "Flood in Orvale",
    siteName: "The Belmar Post",
    publishedEdtf: "2026-03-15T08:00:00Z",
    language: "en",
    problem: null,
  });
});

test("a plain text is taken as it is", async () => {
  expect(await read(answer(200, "text/plain; charset=utf-8", SAID))).toMatchObject({ text: SAID.trim() });
});

test.each([
  [404, "text/html", "<p>Gone</p>", "missing"],
  [403, "text/html", "<p>Subscribe</p>", "denied"],
  [503, "text/html", "<p>Later</p>", "site_failed"],
  [200, "text/html", "<html><body><p>Too short.</p></body></html>", "no_text"],
  [200, "application/pdf", "%PDF-1.7", "pdf"],
])("a page that cannot be read says why: %s %s", async (status, type, body, problem) => {
  expect(await read(answer(status, type, body))).toEqual({ problem });
});

test("an address of the inside is not asked for", async () => {
  expect(await readArticle("http://169.254.169.254/latest")).toEqual({ problem: "not_public" });
});
