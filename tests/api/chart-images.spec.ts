import { type APIResponse, expect, test } from "@playwright/test";

const CHART = "/export/measures/makiivka-2023/killed/chart";

/** Width and height as a PNG file tells them in its first bytes. */
async function sizeOf(answer: APIResponse): Promise<number[]> {
  const file = await answer.body();
  expect(file.subarray(1, 4).toString()).toBe("PNG");
  return [file.readUInt32BE(16), file.readUInt32BE(20)];
}

test("the chart of a measure leaves as SVG and as PNG, for any site, and only where it is new", async ({
  request,
}) => {
  const svg = await request.get(`${CHART}.svg?theme=dark`);
  expect(svg.headers()).toMatchObject({
    "content-type": "image/svg+xml; charset=utf-8",
    "access-control-allow-origin": "*",
    "cross-origin-resource-policy": "cross-origin",
    "content-security-policy": "default-src 'none'",
  });
  expect(await svg.text()).toContain("Russian Ministry of Defence");

  const png = await request.get(`${CHART}.png?width=400&download=1`);
  expect(png.headers()["content-type"]).toBe("image/png");
  expect(png.headers()["content-disposition"]).toMatch(
    /^attachment; filename="makiivka-2023-killed-[\d-]+\.png"; filename\*=UTF-8''/,
  );
  expect((await sizeOf(png))[0]).toBe(800);
  const again = await request.get(`${CHART}.png?width=400`, {
    headers: { "If-None-Match": String(png.headers().etag) },
  });
  expect(again.status()).toBe(304);
});

test("the card of an event is what its page and those of its claims name for links", async ({ request }) => {
  const page = await (await request.get("/en/events/makiivka-2023")).text();
  const address =
    /<meta property="og:image" content="([^"]+)"/.exec(page)?.[1]?.replaceAll("&amp;", "&") ?? "";
  expect(page).toMatch(
    /<meta property="og:image:alt" content="[^"]*89: Russian Ministry of Defence, stated 4 January 2023/,
  );
  const { pathname, search } = new URL(address);
  expect(await sizeOf(await request.get(pathname + search))).toEqual([1200, 630]);
  const claim = await (await request.get(`${/\/en\/claims\/[a-z0-9]+(?=")/.exec(page)?.[0]}`)).text();
  expect(claim).toContain('<meta name="twitter:card" content="summary_large_image"');
});

test("no picture is drawn of what is not public", async ({ request }) => {
  for (const address of ["/export/events/nothing/card.png", `${CHART.replace("killed", "nothing")}.png`])
    expect((await request.get(address)).status()).toBe(404);
});
