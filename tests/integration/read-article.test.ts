import type { RequestListener } from "node:http";
import { afterEach, expect, test } from "vitest";
import { readArticle } from "../../lib/articles/read-article";
import type { FetchOptions } from "../../lib/http/safe-fetch";
import { type AServer, aServer } from "../fixtures/a-server";

const open: AServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

async function read(listener: RequestListener, options: FetchOptions = {}) {
  const server = await aServer(listener);
  open.push(server);
  return readArticle(`${server.origin}/news/flood`, { allowsLoopback: true, ...options });
}

const answer =
  (status: number, contentType: string, body: string | Buffer): RequestListener =>
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
  [200, "text/html", `<article><p>${SAID}</p><p>Log in to read the full story.</p></article>`, "no_text"],
  [200, "text/plain", " \n ", "no_text"],
  [200, "text/plain", SAID.repeat(1_200), "too_long"],
  [200, "text/plain", "1, ".repeat(1_700_000), "too_large"],
  [200, "application/pdf", "%PDF-1.7", "pdf"],
  [200, "image/png", "", "wrong_type"],
])("a page that cannot be read says why: %s %s", async (status, type, body, problem) => {
  expect(await read(answer(status, type, body))).toEqual({ problem });
});

test("an article is found behind a redirect, and read in its charset", async () => {
  const said = "Мэр сказал, что за ночь закрыли девять мостов, а десятый открыт, и что лодки ходят. ".repeat(
    4,
  );
  const page = `<html lang="ru"><title>Паводок</title><body><article><p>${said}</p></article>`;
  const read1251 = answer(200, "text/html; charset=windows-1251", windows1251(page));
  const found = await read((request, response) => {
    if (request.url === "/story") read1251(request, response);
    else response.writeHead(302, { location: "/story" }).end();
  });
  expect(found).toMatchObject({ text: said.trim(), title: "Паводок", language: "ru", problem: null });
});

test("a page that never ends is waited for no longer than for any other", async () => {
  const endless: RequestListener = (_, response) => {
    response.writeHead(200, { "content-type": "text/html" });
    const more = setInterval(() => response.write(`<p>${SAID}</p>`), 10);
    response.on("close", () => clearInterval(more));
  };
  expect(await read(endless, { timeLimitMs: 300 })).toEqual({ problem: "timed_out" });
  expect(await read(endless, { bytesMax: 2_000 })).toEqual({ problem: "too_large" });
});

test("no markup comes with it", async () => {
  const page = `<html><title>A &lt;b&gt; &amp; c</title><meta name="author" content="A. Writer"><body><article>
    <p onclick="x()">${SAID}<img src=x onerror="x()"></p><script>x()</script></article>`;
  const found = await read(answer(200, "text/html", page));
  expect(found).toMatchObject({ text: SAID.trim(), byline: "A. Writer", title: "A <b> & c" });
});

test("an address of the inside is not asked for", async () => {
  expect(await readArticle("http://169.254.169.254/latest")).toEqual({ problem: "not_public" });
});

function windows1251(text: string): Buffer {
  return Buffer.from(
    [...text].map((letter) => {
      const code = letter.charCodeAt(0);
      return code >= 0x410 && code <= 0x44f ? code - 0x350 : code;
    }),
  );
}
