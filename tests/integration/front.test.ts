import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { editClaimant } from "../../lib/claimants/edit-claimant";
import { db } from "../../lib/db/client";
import { inTransaction } from "../../lib/db/transaction";
import { announce } from "../../lib/history/announce";
import { type Line, openLine } from "../../scripts/faults/line";
import { anEditor } from "../factories/cast";
import {
  aClaim,
  anAssessment,
  aPublishedClaim,
  makePublic,
  publish,
  type StoredClaim,
} from "../factories/claims";
import { tick } from "../factories/clock";
import { claimantInput } from "../factories/records";
import { type AFront, aFront } from "../fixtures/a-front";

let line: Line;
let here: AFront;
let elsewhere: AFront;
let claim: StoredClaim;
let address: string;
let isFailing = false;

/** A page that tells how many assessments there are, as the database says. */
async function page(url: string) {
  if (isFailing) return { status: 500, body: "It failed." };
  if (url.includes("/slow")) await wait(50);
  if (url.includes("/long")) return { body: "x".repeat(2_000_000) };
  if (url.includes("/missing")) return { status: 404, body: "Nothing is here." };
  if (url.startsWith("/api/"))
    return {
      body: JSON.stringify({ text: "word ".repeat(400) }),
      type: "application/json",
      headers: { "Cache-Control": "public, max-age=0", ETag: '"v3-abc"', RateLimit: '"read";r=9' },
    };
  if (url.startsWith("/private")) return { body: "{}", type: "application/json" };
  const n = await db().assessment.count();
  return { body: `<p>assessed ${n} times</p><script nonce="abc=">go()</script>${"<p>more</p>".repeat(200)}` };
}

beforeAll(async () => {
  line = await openLine(process.env.DATABASE_URL as string);
  [here, elsewhere] = await Promise.all([aFront(line.url, page), aFront(line.url, page)]);
  claim = await aPublishedClaim();
  await makePublic({ id: claim.eventId });
  const { slug } = await db().event.findUniqueOrThrow({ where: { id: claim.eventId } });
  address = `/en/events/${slug}`;
});

afterAll(async () => {
  await Promise.all([here.close(), elsewhere.close()]);
  await line.close();
});

beforeEach(async () => {
  isFailing = false;
  here.rendered.length = 0;
  elsewhere.rendered.length = 0;
});

const get = (front: AFront, url: string, headers: Record<string, string> = {}) =>
  fetch(front.origin + url, { headers: { "Accept-Encoding": "identity", ...headers } });
const textOf = async (front: AFront, url: string) => (await get(front, url)).text();

describe("one rendering for many readers", () => {
  test("who asks at once waits for one, who asks later gets what was kept", async () => {
    const texts = await Promise.all(Array.from({ length: 20 }, () => textOf(here, "/en/slow")));
    expect(new Set(texts).size).toBe(1);
    await textOf(here, "/en/slow?utm_source=letter");
    expect(here.rendered).toEqual(["/en/slow"]);
  });

  test("who has it is told so in every encoding, and what is kept names no nonce", async () => {
    const first = await get(here, "/en/kept", { "Accept-Encoding": "br" });
    expect(first.headers.get("content-encoding")).toBe("br");
    const etag = first.headers.get("etag") as string;
    expect(etag).toMatch(/^"[\w-]+-br"$/);
    expect(await first.text()).toContain("<script>go()</script>");
    expect(first.headers.get("content-security-policy")).toMatch(/^script-src 'self' 'sha256-[\w+/]+='$/);
    expect(first.headers.get("cache-control")).toBe("public, max-age=0, s-maxage=1, stale-if-error=86400");
    for (const encoding of ["br", "gzip", "identity"]) {
      const again = await get(here, "/en/kept", { "Accept-Encoding": encoding, "If-None-Match": etag });
      expect(again.status, encoding).toBe(304);
      expect(await again.text()).toBe("");
    }
    expect((await get(here, "/en/kept", { "If-None-Match": '"other"' })).status).toBe(200);
    expect(here.rendered).toEqual(["/en/kept"]);
  });

  test("an answer of the API keeps the tag that names its version, and nobody's limit is told to another", async () => {
    const first = await get(here, "/api/v1/events", { "Accept-Encoding": "gzip" });
    const second = await get(here, "/api/v1/events");
    expect([first, second].map(({ headers }) => headers.get("etag"))).toEqual(['"v3-abc-gzip"', '"v3-abc"']);
    expect([first, second].map(({ headers }) => headers.get("ratelimit"))).toEqual(['"read";r=9', null]);
    expect(await second.json()).toEqual(await first.json());
  });

  test("HEAD is answered by what is kept, without its body", async () => {
    await textOf(here, "/en/head");
    const response = await fetch(`${here.origin}/en/head`, { method: "HEAD" });
    expect(Number(response.headers.get("content-length"))).toBeGreaterThan(50);
    expect(here.rendered).toEqual(["/en/head"]);
  });
});

describe("turns", () => {
  let turns: AFront;
  let open: () => void = () => {};
  let under = 0;
  const gate = new Promise<void>((resolve) => (open = resolve));
  beforeAll(async () => {
    turns = await aFront(line.url, page, async (url) => {
      if (url.includes("refused")) return null;
      if (url.includes("queue")) await gate;
      under += 1;
      return () => {
        under -= 1;
      };
    });
  });
  afterAll(() => turns.close());

  test("who may not is refused without a rendering, and everybody gets what is kept all the same", async () => {
    expect((await get(turns, "/en/refused")).status).toBe(429);
    expect((await get(turns, "/en/refused", { authorization: "Bearer x" })).status).toBe(429);
    expect(turns.rendered).toEqual([]);
    expect((await get(turns, "/en/allowed")).status).toBe(200);
    expect(under).toBe(0);
  });

  test("who waited for a turn while another rendered the same gets that, and every turn is given back", async () => {
    turns.rendered.length = 0;
    const answers = Promise.all([1, 2, 3].map(() => textOf(turns, "/en/queue/slow")));
    await wait(30);
    expect(turns.rendered).toEqual([]);
    open();
    expect(new Set(await answers).size).toBe(1);
    expect(turns.rendered).toEqual(["/en/queue/slow"]);
    await get(turns, "/en/missing/queue");
    await get(turns, "/en/queue", { cookie: "counterclaim.session_token=abc" });
    expect(under).toBe(0);
  });
});

describe("not kept", () => {
  test.each([
    ["with a session", "/en/mine", { cookie: "counterclaim.session_token=abc" }],
    ["with a token", "/api/v1/events?mine", { authorization: "Bearer cct_x" }],
    ["what is not there", "/en/missing", {}],
    ["what does not say that it is for all", "/private", {}],
    ["what is too long", "/en/long", {}],
  ])("%s", async (_, url, headers) => {
    const sizes = [];
    for (let i = 0; i < 2; i += 1) sizes.push((await (await get(here, url, headers as never)).text()).length);
    expect(here.rendered.length).toBe(2);
    expect(sizes[0]).toBe(sizes[1]);
    if (url === "/en/long") expect(sizes[0]).toBe(2_000_000);
  });
});

describe("no reader sees what was before a change", () => {
  test("a change of one event ends its pages and lists on every instance within a second, and no other event's", async () => {
    const other = "/en/events/another-event";
    const urls = [address, "/en/claims", other];
    for (const front of [here, elsewhere]) for (const url of urls) await textOf(front, url);
    await anAssessment(claim.id);
    const assessed = await db().assessment.count();
    const [start, seen] = [Date.now(), [] as string[]];
    while (Date.now() - start < 1_000 && seen.length < 2)
      for (const front of [here, elsewhere]) {
        if (seen.includes(front.origin)) continue;
        if ((await textOf(front, address)).includes(`assessed ${assessed} times`)) seen.push(front.origin);
      }
    expect(seen.length).toBe(2);
    expect(await textOf(elsewhere, "/en/claims")).toContain(`assessed ${assessed} times`);
    await textOf(elsewhere, other);
    expect(elsewhere.rendered).toEqual([...urls, address, "/en/claims"]);
  });

  test("a draft ends nothing; its publication and a name's change do", async () => {
    const draft = await aClaim({ eventId: claim.eventId });
    await textOf(here, address);
    here.rendered.length = 0;
    await aClaim({ eventId: claim.eventId });
    await wait(350);
    await textOf(here, address);
    expect(here.rendered).toEqual([]);
    await publish(draft);
    await wait(100);
    await textOf(here, address);
    expect(here.rendered.length).toBe(1);
    const claimant = await db().claimant.findUniqueOrThrow({ where: { id: claim.claimantId } });
    await editClaimant(
      await anEditor(),
      {
        ...claimantInput({ name: "Renamed Ministry" }),
        id: claimant.id,
        version: claimant.version,
        reason: "The new name.",
      } as never,
      tick(),
    );
    await wait(100);
    await textOf(here, address);
    expect(here.rendered.length).toBe(2);
  });

  test("a change while the line was cut is found when it is mended", async () => {
    await textOf(here, address);
    line.cut();
    await here.until(false);
    await anAssessment(claim.id);
    line.mend();
    await here.until(true);
    expect(await textOf(here, address)).toContain(`assessed ${await db().assessment.count()} times`);
  });
});

describe("while nothing can be rendered", () => {
  test("pages that were seen are shown with their age, those that were not fail, and all come back by themselves", async () => {
    await textOf(here, address);
    isFailing = true;
    line.cut();
    await here.until(false);
    const shown = await get(here, address);
    expect(shown.status).toBe(200);
    expect(shown.headers.get("age")).toMatch(/^\d+$/);
    expect(shown.headers.get("cache-status")).toBe("counterclaim; hit; detail=stale");
    expect((await get(here, "/en/never-seen")).status).toBe(500);
    isFailing = false;
    line.mend();
    await here.until(true);
    const after = await get(here, address);
    expect([after.status, after.headers.get("age")]).toEqual([200, null]);
  });

  test("a page that fails after a change is shown as it was, to all who wait; one that shows what was blanked is not (R35)", async () => {
    await textOf(here, address);
    isFailing = true;
    await inTransaction((tx) => announce(tx, [claim.eventId], "event"));
    await wait(100);
    const shown = await Promise.all([get(here, address), get(here, address)]);
    expect(shown.map(({ status }) => status)).toEqual([200, 200]);
    await inTransaction((tx) => announce(tx, [claim.eventId], "event", { isBlanked: true }));
    await wait(100);
    expect((await get(here, address)).status).toBe(500);
  });
});
