import type { RequestListener } from "node:http";
import { type AddressInfo, createServer } from "node:net";
import { brotliCompressSync, constants, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { afterEach, describe, expect, test, vi } from "vitest";
import { type FetchOptions, safeFetch } from "../../lib/http/safe-fetch";
import { type AServer, aServer } from "../fixtures/a-server";

const HTML = "<!doctype html><title>89 dead</title>";

const open: { close: () => Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
  vi.unstubAllEnvs();
});

async function serve(listener: RequestListener): Promise<AServer> {
  const server = await aServer(listener);
  open.push(server);
  return server;
}

/** Serves the pages by their paths. */
function pages(byPath: Record<string, RequestListener>): RequestListener {
  return (request, response) => {
    const page = byPath[request.url ?? ""];
    if (page) page(request, response);
    else response.writeHead(404, { "content-type": "text/html" }).end("nothing");
  };
}

const html: RequestListener = (_, response) => {
  response.writeHead(200, { "content-type": "text/html; charset=UTF-8" }).end(HTML);
};
const redirect =
  (location: string, status = 302): RequestListener =>
  (_, response) => {
    response.writeHead(status, { location }).end("elsewhere");
  };
const typed =
  (contentType: string, body: string | Buffer = "x"): RequestListener =>
  (_, response) => {
    response.writeHead(200, { "content-type": contentType }).end(body);
  };
const packed =
  (encoding: string, body: Buffer): RequestListener =>
  (_, response) => {
    response.writeHead(200, { "content-type": "text/html", "content-encoding": encoding }).end(body);
  };

const fetchHere = (url: string, options: FetchOptions = {}) =>
  safeFetch(url, { allowsLoopback: true, timeLimitMs: 5000, ...options });

describe("a page", () => {
  test("comes with its type, its charset and the address at which it was found", async () => {
    const { origin } = await serve(html);
    expect(await fetchHere(`${origin}/story?id=1#top`)).toEqual({
      state: "fetched",
      url: `${origin}/story?id=1`,
      status: 200,
      contentType: "text/html",
      charset: "utf-8",
      body: Buffer.from(HTML),
    });
  });

  test("is asked for by a program that says whose it is, without cookies and without saying where it came from", async () => {
    vi.stubEnv("SITE_URL", "https://figures.example.org");
    let headers: Record<string, unknown> = {};
    const { origin } = await serve(
      pages({
        "/": (_, response) => {
          response.writeHead(302, { location: "/next", "set-cookie": "a=1" }).end();
        },
        "/next": (request, response) => {
          headers = request.headers;
          html(request, response);
        },
      }),
    );
    expect(await fetchHere(origin)).toMatchObject({ state: "fetched", url: `${origin}/next` });
    expect(headers["user-agent"]).toBe("Counterclaim (+https://figures.example.org/)");
    expect(Object.keys(headers).sort()).toEqual(
      ["accept", "accept-encoding", "connection", "host", "user-agent"].sort(),
    );
  });

  test.each(["text/html", "application/xhtml+xml", "text/plain", "application/pdf"])(
    "of the type %s is taken",
    async (type) => {
      const { origin } = await serve(typed(type));
      expect(await fetchHere(origin)).toMatchObject({ state: "fetched", contentType: type, charset: null });
    },
  );

  test.each(["image/png", "application/json", "application/octet-stream", "video/mp4", "", "text/html2"])(
    "of the type %j is refused",
    async (type) => {
      const { origin } = await serve(typed(type));
      expect(await fetchHere(origin)).toEqual({ state: "refused", problem: "wrong_type" });
    },
  );

  test("that is not there says so by its status, whatever its type", async () => {
    const { origin } = await serve((_, response) => {
      response.writeHead(410, { "content-type": "application/json" }).end("{}");
    });
    expect(await fetchHere(origin)).toMatchObject({ state: "fetched", status: 410, body: Buffer.alloc(0) });
  });

  test.each([
    ["gzip", gzipSync(HTML)],
    ["br", brotliCompressSync(HTML)],
    ["deflate", deflateSync(HTML)],
    ["deflate", deflateRawSync(HTML)],
    ["identity", Buffer.from(HTML)],
  ])("packed as %s is unpacked", async (encoding, body) => {
    const { origin } = await serve(packed(encoding, body));
    expect(await fetchHere(origin)).toMatchObject({ state: "fetched", body: Buffer.from(HTML) });
  });

  test.each(["zstd", "gzip, gzip", "compress"])("packed as %s is refused", async (encoding) => {
    const { origin } = await serve(packed(encoding, gzipSync(HTML)));
    expect(await fetchHere(origin)).toEqual({ state: "refused", problem: "unknown_encoding" });
  });

  test.each(["gzip", "br", "deflate"])(
    "that is not what it says it is packed as (%s) fails",
    async (name) => {
      const { origin } = await serve(packed(name, Buffer.from("not packed at all")));
      expect(await fetchHere(origin)).toEqual({ state: "failed", problem: "broken_answer" });
    },
  );
});

describe("redirects", () => {
  test.each([301, 302, 303, 307, 308])("%d is followed, also to a relative address", async (status) => {
    const { origin } = await serve(pages({ "/a/b": redirect("../c?d=1", status), "/c?d=1": html }));
    expect(await fetchHere(`${origin}/a/b`)).toMatchObject({ state: "fetched", url: `${origin}/c?d=1` });
  });

  const chain = (length: number) =>
    pages({
      ...Object.fromEntries(Array.from({ length }, (_, n) => [`/${n}`, redirect(`/${n + 1}`)])),
      [`/${length}`]: html,
    });

  test("five are followed", async () => {
    const { origin, asked } = await serve(chain(5));
    expect(await fetchHere(`${origin}/0`)).toMatchObject({ state: "fetched", url: `${origin}/5` });
    expect(asked).toHaveLength(6);
  });

  test("six are refused, and what the sixth names is not asked for", async () => {
    const { origin, asked } = await serve(chain(6));
    expect(await fetchHere(`${origin}/0`)).toEqual({ state: "refused", problem: "too_many_redirects" });
    expect(asked).not.toContain("/6");
  });

  test("a loop ends", async () => {
    const { origin, asked } = await serve(redirect("/again"));
    expect(await fetchHere(origin)).toEqual({ state: "refused", problem: "too_many_redirects" });
    expect(asked).toHaveLength(6);
  });

  test("to what is no address fails", async () => {
    const { origin } = await serve(redirect("http://[nowhere"));
    expect(await fetchHere(origin)).toEqual({ state: "failed", problem: "broken_answer" });
  });

  test("without an address to go to is an answer like any other", async () => {
    const { origin } = await serve((_, response) => {
      response.writeHead(302, { "content-type": "text/html" }).end(HTML);
    });
    expect(await fetchHere(origin)).toMatchObject({ state: "fetched", status: 302 });
  });
});

describe("how much", () => {
  test("a body that says it is too long is not read", async () => {
    const { origin } = await serve((_, response) => {
      response.writeHead(200, { "content-type": "text/html", "content-length": "5000001" }).write("x");
    });
    expect(await fetchHere(origin)).toEqual({ state: "refused", problem: "too_large" });
  });

  test("a body that goes on and on is left at the limit", async () => {
    const piece = Buffer.alloc(100_000, "x");
    let sent = 0;
    const { origin } = await serve((_, response) => {
      response.writeHead(200, { "content-type": "text/html" });
      const go = (): void => {
        while (!response.destroyed && response.write(piece)) sent += piece.length;
        response.once("drain", go);
      };
      go();
    });
    expect(await fetchHere(origin)).toEqual({ state: "refused", problem: "too_large" });
    expect(sent).toBeLessThan(20_000_000);
  });

  test("a body of the limit itself is taken", async () => {
    const { origin } = await serve(typed("text/plain", Buffer.alloc(1000, "x")));
    expect(await fetchHere(origin, { bytesMax: 1000 })).toMatchObject({ state: "fetched" });
    expect(await fetchHere(origin, { bytesMax: 999 })).toEqual({ state: "refused", problem: "too_large" });
  });

  const BOMBS: [string, (body: Buffer) => Buffer][] = [
    ["gzip", gzipSync],
    ["br", (body) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } })],
    ["deflate", deflateSync],
    ["deflate", deflateRawSync],
  ];
  test.each(BOMBS)("a bomb packed as %s does not unpack", async (encoding, pack) => {
    const bomb = pack(Buffer.alloc(200_000_000));
    expect(bomb.length).toBeLessThan(250_000);
    const { origin } = await serve(packed(encoding, bomb));
    const before = process.memoryUsage().rss;
    expect(await fetchHere(origin)).toEqual({ state: "refused", problem: "too_large" });
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000);
  });
});

describe("how long", () => {
  const quick = { timeLimitMs: 300 };

  test("a server that never answers is left", async () => {
    const { origin } = await serve(() => {});
    expect(await fetchHere(origin, quick)).toEqual({ state: "failed", problem: "timed_out" });
  });

  test("a body that drips is left at the limit, though each drop comes in time", async () => {
    const { origin } = await serve((_, response) => {
      response.writeHead(200, { "content-type": "text/html" });
      const drip = setInterval(() => response.write("x"), 20);
      response.on("close", () => clearInterval(drip));
    });
    const startedAt = performance.now();
    expect(await fetchHere(origin, quick)).toEqual({ state: "failed", problem: "timed_out" });
    expect(performance.now() - startedAt).toBeLessThan(2000);
  });

  test("redirects share one limit", async () => {
    const { origin, asked } = await serve((_, response) => {
      setTimeout(() => response.writeHead(302, { location: "/again" }).end(), 120);
    });
    expect(await fetchHere(origin, quick)).toEqual({ state: "failed", problem: "timed_out" });
    expect(asked.length).toBeLessThan(4);
  });

  test("a name that nobody answers for is left", async () => {
    const resolve = () => new Promise<string[]>(() => {});
    const result = await safeFetch("http://silent.example.org/", { ...quick, resolve });
    expect(result).toEqual({ state: "failed", problem: "timed_out" });
  });
});

describe("what the network does", () => {
  test("a name that is not there is told by a code", async () => {
    const resolve = () => Promise.reject(new Error("getaddrinfo ENOTFOUND with the name of our resolver"));
    expect(await safeFetch("http://missing.example.org/", { resolve })).toEqual({
      state: "failed",
      problem: "no_such_host",
    });
    expect(await safeFetch("http://empty.example.org/", { resolve: async () => [] })).toEqual({
      state: "failed",
      problem: "no_such_host",
    });
  });

  test("a port at which nobody listens is told by a code", async () => {
    const server = await aServer(html);
    await server.close();
    expect(await fetchHere(server.origin)).toEqual({ state: "failed", problem: "unreachable" });
  });

  const ANSWERS: [string, string][] = [
    ["no HTTP", "SSH-2.0-OpenSSH_9.6\r\n"],
    ["a body cut short", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100\r\n\r\nhalf"],
    [
      "a chunk of no size",
      "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    ],
    ["headers without end", `HTTP/1.1 200 OK\r\nX: ${"x".repeat(200_000)}`],
    ["nothing", ""],
    ["another protocol", "HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n"],
  ];
  test.each(ANSWERS)("%s is a broken answer", async (_, answer) => {
    const server = createServer((socket) => {
      socket.on("error", () => {});
      socket.once("data", () => socket.end(answer));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    open.push({ close: () => new Promise((resolve) => server.close(() => resolve())) });
    const { port } = server.address() as AddressInfo;
    expect(await fetchHere(`http://127.0.0.1:${port}/`)).toEqual({
      state: "failed",
      problem: "broken_answer",
    });
  });

  test("a server without a certificate is not reached by https", async () => {
    const { port } = await serve(html);
    expect(await fetchHere(`https://127.0.0.1:${port}/`)).toMatchObject({ state: "failed" });
  });
});

describe("one at a time", () => {
  test("one host is asked for one page after another", async () => {
    let [now, most] = [0, 0];
    const { origin, asked } = await serve((request, response) => {
      most = Math.max(most, ++now);
      setTimeout(() => {
        now--;
        html(request, response);
      }, 30);
    });
    const results = await Promise.all([1, 2, 3, 4].map((n) => fetchHere(`${origin}/${n}`)));
    expect(results.map(({ state }) => state)).toEqual(Array(4).fill("fetched"));
    expect(most).toBe(1);
    expect(asked).toEqual(["/1", "/2", "/3", "/4"]);
  });

  test("two hosts are asked at once", async () => {
    let [now, most] = [0, 0];
    const { port } = await serve((request, response) => {
      most = Math.max(most, ++now);
      setTimeout(() => {
        now--;
        html(request, response);
      }, 100);
    });
    await Promise.all(["127.0.0.1", "localhost"].map((host) => fetchHere(`http://${host}:${port}/`)));
    expect(most).toBe(2);
  });

  test("who waits too long is told that the host is busy, and does not let the next one pass", async () => {
    const { origin, asked } = await serve((request, response) => {
      setTimeout(() => html(request, response), 300);
    });
    const first = fetchHere(`${origin}/first`);
    const second = fetchHere(`${origin}/second`, { timeLimitMs: 100 });
    expect(await second).toEqual({ state: "failed", problem: "busy" });
    const third = fetchHere(`${origin}/third`);
    expect(asked).toEqual(["/first"]);
    expect(await first).toMatchObject({ state: "fetched" });
    expect(await third).toMatchObject({ state: "fetched" });
    expect(asked).toEqual(["/first", "/third"]);
  });
});
