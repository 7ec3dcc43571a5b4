import { connect, type LookupFunction } from "node:net";
import { afterEach, describe, expect, test, vi } from "vitest";
import { type FetchOptions, safeFetch } from "../../lib/http/safe-fetch";
import { type AServer, aServer } from "../fixtures/a-server";

const PUBLIC = "93.184.215.14";
const OTHER_PUBLIC = "2606:2800:21f:cb07:6820:80da:af6b:8b2c";

const open: AServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
  vi.unstubAllEnvs();
});

/** A server that is asked nothing, where the guard holds. */
async function anInside(): Promise<AServer> {
  const server = await aServer((_, response) => {
    response.writeHead(200, { "content-type": "text/html" }).end("secret");
  });
  open.push(server);
  return server;
}

type Connector = ReturnType<NonNullable<FetchOptions["connectorTo"]>>;

/**
 * A public network on this machine: whoever connects to an address is led to the server and told that it is the
 * address, or `arrivesAt`. `connected` keeps where each connection was to go.
 */
function aNetwork(server: AServer, arrivesAt?: string) {
  const connected: string[] = [];
  const connectorTo = (lookup: LookupFunction): Connector => {
    return ({ hostname }, callback) => {
      lookup(hostname, { all: true }, (_, addresses) => {
        const address = Array.isArray(addresses) ? (addresses[0]?.address ?? "") : addresses;
        connected.push(address);
        const socket = connect(server.port, "127.0.0.1", () => callback(null, socket));
        Object.defineProperty(socket, "remoteAddress", { value: arrivesAt ?? address });
      });
    };
  };
  return { connected, connectorTo };
}

const resolveTo =
  (...addresses: string[]) =>
  async () =>
    addresses;

describe("what is not fetched as it is written", () => {
  const HOSTILE: [string, string][] = [
    ["http://127.0.0.1/", "not_public"],
    ["http://127.1/", "not_public"],
    ["http://127.255.255.254/", "not_public"],
    ["http://2130706433/", "not_public"],
    ["http://017700000001/", "not_public"],
    ["http://0x7f.1/", "not_public"],
    ["http://0x7f000001/", "not_public"],
    ["http://0177.0.0.1/", "not_public"],
    ["http://127.0.0.1./", "not_public"],
    ["http://１２７.０.０.１/", "not_public"],
    ["http://127。0。0。1/", "not_public"],
    ["http://%31%32%37.0.0.1/", "not_public"],
    ["http://0.0.0.0/", "not_public"],
    ["http://0/", "not_public"],
    ["http://169.254.169.254/latest/meta-data/", "not_public"],
    ["http://2852039166/", "not_public"],
    ["http://[fd00:ec2::254]/", "not_public"],
    ["http://10.0.0.1/", "not_public"],
    ["http://10.255.255.255/", "not_public"],
    ["http://172.16.0.1/", "not_public"],
    ["http://172.31.255.255/", "not_public"],
    ["http://192.168.1.1/", "not_public"],
    ["http://100.64.0.1/", "not_public"],
    ["http://100.100.100.200/", "not_public"],
    ["http://192.0.0.192/", "not_public"],
    ["http://192.0.2.1/", "not_public"],
    ["http://198.18.0.1/", "not_public"],
    ["http://198.51.100.1/", "not_public"],
    ["http://203.0.113.1/", "not_public"],
    ["http://224.0.0.1/", "not_public"],
    ["http://240.0.0.1/", "not_public"],
    ["http://255.255.255.255/", "not_public"],
    ["http://[::1]/", "not_public"],
    ["http://[::]/", "not_public"],
    ["http://[::ffff:127.0.0.1]/", "not_public"],
    ["http://[::ffff:7f00:1]/", "not_public"],
    ["http://[::ffff:93.184.215.14]/", "not_public"],
    ["http://[::127.0.0.1]/", "not_public"],
    ["http://[::ffff:0:127.0.0.1]/", "not_public"],
    ["http://[fc00::1]/", "not_public"],
    ["http://[fdff::1]/", "not_public"],
    ["http://[fe80::1]/", "not_public"],
    ["http://[fec0::1]/", "not_public"],
    ["http://[ff02::1]/", "not_public"],
    ["http://[64:ff9b::7f00:1]/", "not_public"],
    ["http://[64:ff9b:1::7f00:1]/", "not_public"],
    ["http://[2002:7f00:1::]/", "not_public"],
    ["http://[2002:a9fe:a9fe::1]/", "not_public"],
    ["http://[2001:0:5ef5:79fb::1]/", "not_public"],
    ["http://[2001:db8::1]/", "not_public"],
    ["http://[100::1]/", "not_public"],
    ["http://[4000::1]/", "not_public"],
    ["http://localhost/", "own_site"],
    ["http://localhost./", "own_site"],
    ["http://LOCALHOST:443/", "own_site"],
    ["http://a.localhost/", "not_public"],
    ["http://localhost.localdomain/", "not_public"],
    ["http://metadata/", "not_public"],
    ["http://metadata.google.internal/", "not_public"],
    ["http://printer.local/", "not_public"],
    ["http://router.home.arpa/", "not_public"],
    ["http://intranet/", "not_public"],
    ["http://user@example.org/", "has_credentials"],
    ["http://user:password@example.org/", "has_credentials"],
    ["http://:password@example.org/", "has_credentials"],
    ["http://example.org@127.0.0.1/", "has_credentials"],
    ["http://example.org:8080/", "port"],
    ["http://example.org:22/", "port"],
    ["https://example.org:5432/", "port"],
    ["http://127.0.0.1:3000/", "port"],
    ["file:///etc/passwd", "not_web"],
    ["gopher://example.org/_GET", "not_web"],
    ["ftp://example.org/", "not_web"],
    ["data:text/html,<p>", "not_web"],
    ["javascript:alert(1)", "not_web"],
    ["blob:http://example.org/1", "not_web"],
    ["ws://example.org/", "not_web"],
    ["unix:/var/run/docker.sock", "not_web"],
    ["http://", "not_an_address"],
    ["//example.org/", "not_an_address"],
    ["example.org", "not_an_address"],
    ["http://[::1%25eth0]/", "not_an_address"],
    ["http://127.0.0.1.256/", "not_an_address"],
    ["http://exa mple.org/", "not_an_address"],
    ["", "not_an_address"],
  ];

  test.each(HOSTILE)("%s (%s)", async (url, problem) => {
    // A resolver that would call everything public: what is refused here is refused by its form.
    const resolve = vi.fn(resolveTo(PUBLIC));
    const network = aNetwork(await anInside());
    const options = { allowsLoopback: false, ownUrl: "http://localhost:3000/", resolve, ...network };
    expect(await safeFetch(url, options)).toEqual({ state: "refused", problem });
    expect(resolve).not.toHaveBeenCalled();
    expect(network.connected).toEqual([]);
  });

  test.each([
    "https://figures.example.org/",
    "http://FIGURES.example.org./en/",
    "https://figures.example.org:80/",
  ])("the site itself, as %s", async (url) => {
    vi.stubEnv("SITE_URL", "https://figures.example.org");
    const result = await safeFetch(url, { allowsLoopback: false, resolve: resolveTo(PUBLIC) });
    expect(result).toEqual({ state: "refused", problem: "own_site" });
  });
});

describe("what a name leads to", () => {
  const INSIDE = ["127.0.0.1", "10.1.2.3", "169.254.169.254", "::1", "::ffff:10.0.0.1", "fd12::1", "0.0.0.0"];

  test.each(INSIDE)("a name of %s is not connected to", async (address) => {
    const network = aNetwork(await anInside());
    const result = await safeFetch("http://inside.example.org/", { resolve: resolveTo(address), ...network });
    expect(result).toEqual({ state: "refused", problem: "not_public" });
    expect(network.connected).toEqual([]);
  });

  test.each(INSIDE)("nor is one of a public address and %s, in either order", async (address) => {
    const network = aNetwork(await anInside());
    for (const resolve of [resolveTo(PUBLIC, address), resolveTo(address, PUBLIC)]) {
      const result = await safeFetch("http://both.example.org/", { resolve, ...network });
      expect(result).toEqual({ state: "refused", problem: "not_public" });
    }
    expect(network.connected).toEqual([]);
  });

  test("nor is one whose address is none", async () => {
    const network = aNetwork(await anInside());
    const result = await safeFetch("http://odd.example.org/", {
      resolve: resolveTo("fe80::1%eth0"),
      ...network,
    });
    expect(result).toEqual({ state: "refused", problem: "not_public" });
    expect(network.connected).toEqual([]);
  });

  test("a public name is connected to, once, at the very address that was checked", async () => {
    const network = aNetwork(await anInside());
    const resolve = vi.fn(resolveTo(OTHER_PUBLIC));
    const result = await safeFetch("http://public.example.org/", { resolve, ...network });
    expect(result).toMatchObject({ state: "fetched", status: 200 });
    expect(network.connected).toEqual([OTHER_PUBLIC]);
    expect(resolve).toHaveBeenCalledTimes(1);
  });

  test("a name that changes its address between the check and the connection changes nothing", async () => {
    const network = aNetwork(await anInside());
    const answers = [[PUBLIC], ["127.0.0.1"], ["127.0.0.1"]];
    const resolve = async () => answers.shift() ?? [];
    expect(await safeFetch("http://rebound.example.org/", { resolve, ...network })).toMatchObject({
      state: "fetched",
    });
    expect(network.connected).toEqual([PUBLIC]);
    expect(answers).toHaveLength(2);

    // Asked again, it is checked again.
    const again = await safeFetch("http://rebound.example.org/", { resolve, ...network });
    expect(again).toEqual({ state: "refused", problem: "not_public" });
    expect(network.connected).toEqual([PUBLIC]);
  });

  test.each(["127.0.0.1", "::ffff:127.0.0.1", "10.0.0.1", OTHER_PUBLIC])(
    "a connection that arrives at %s, which was not checked, is cut before anything is asked",
    async (arrivesAt) => {
      const inside = await anInside();
      const network = aNetwork(inside, arrivesAt);
      const result = await safeFetch("http://public.example.org/", {
        resolve: resolveTo(PUBLIC),
        ...network,
      });
      expect(result).toEqual({ state: "refused", problem: "not_public" });
      expect(network.connected).toEqual([PUBLIC]);
      expect(inside.asked).toEqual([]);
    },
  );

  test("the system's own connector goes where the look-up was pinned", async () => {
    const inside = await anInside();
    const result = await safeFetch(`http://a.localhost:${inside.port}/`, {
      allowsLoopback: true,
      resolve: resolveTo("127.0.0.1"),
    });
    expect(result).toMatchObject({ state: "fetched", body: Buffer.from("secret") });
  });
});

describe("redirects from the outside to the inside", () => {
  const INWARD: [string, string][] = [
    ["http://127.0.0.1/", "not_public"],
    ["//2130706433/", "not_public"],
    ["http://169.254.169.254/latest/meta-data/", "not_public"],
    ["http://[::ffff:169.254.169.254]/", "not_public"],
    ["http://inside.example.org/", "not_public"],
    ["http://figures.example.org/", "own_site"],
    ["http://user:password@public.example.org/", "has_credentials"],
    ["http://public.example.org:6379/", "port"],
    ["file:///etc/passwd", "not_web"],
    ["gopher://127.0.0.1:6379/_FLUSHALL", "not_web"],
  ];

  test.each(INWARD)("to %s are not followed", async (location, problem) => {
    const server = await aServer((_, response) => {
      response.writeHead(302, { location }).end();
    });
    open.push(server);
    const network = aNetwork(server);
    const result = await safeFetch("http://public.example.org/story", {
      ownUrl: "https://figures.example.org/",
      resolve: async (host) => (host === "inside.example.org" ? ["10.0.0.1"] : [PUBLIC]),
      ...network,
    });
    expect(result).toEqual({ state: "refused", problem });
    expect(network.connected).toEqual([PUBLIC]);
    expect(server.asked).toEqual(["/story"]);
  });
});

describe("the switch for tests", () => {
  test("opens this machine, and no other private address", async () => {
    const options = { allowsLoopback: true, resolve: resolveTo("127.0.0.1") };
    for (const url of [
      "http://10.0.0.1/",
      "http://169.254.169.254/",
      "http://[fd00::1]/",
      "http://0.0.0.0/",
    ]) {
      expect(await safeFetch(url, options)).toEqual({ state: "refused", problem: "not_public" });
    }
    expect(await safeFetch("http://10.0.0.1:8080/", options)).toEqual({ state: "refused", problem: "port" });
    // A public name may not lead here by it.
    expect(await safeFetch("http://inside.example.org/", options)).toEqual({
      state: "refused",
      problem: "not_public",
    });
  });

  test("leaves the site itself alone", async () => {
    const site = await anInside();
    const ownUrl = `${site.origin}/`;
    const result = await safeFetch(`${site.origin}/en/`, { allowsLoopback: true, ownUrl });
    expect(result).toEqual({ state: "refused", problem: "own_site" });
    expect(site.asked).toEqual([]);
  });

  test("is off where nothing is set", async () => {
    const inside = await anInside();
    expect(await safeFetch(inside.origin)).toEqual({ state: "refused", problem: "port" });
    expect(inside.asked).toEqual([]);
  });

  test("stops whoever uses it where the site has a public address", async () => {
    vi.stubEnv("NODE_ENV", "production");
    vi.stubEnv("SITE_URL", "https://figures.example.org");
    await expect(safeFetch("http://example.org/", { allowsLoopback: true })).rejects.toThrow(
      "ALLOW_PRIVATE_FETCH is for tests alone",
    );
    vi.stubEnv("SITE_URL", "");
    const inside = await anInside();
    expect(await safeFetch(inside.origin, { allowsLoopback: true })).toMatchObject({ state: "fetched" });
  });
});
