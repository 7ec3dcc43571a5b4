import { expect, findPages, test } from "./watched";

test.describe("200", () => {
  test("every page answers, names its canonical address, sets no cookie, and is guarded: no inline script without a nonce, no frame, no sniffing", async ({
    page,
    request,
  }) => {
    for (const [name, address] of Object.entries(await findPages(page))) {
      const response = await request.get(address);
      const [headers, html] = [response.headers(), await response.text()];
      if (name !== "not found") {
        expect(response.status(), name).toBe(200);
        expect(html, name).toContain('rel="canonical"');
      }
      expect(headers["set-cookie"], name).toBeUndefined();
      const policy = headers["content-security-policy"] ?? "";
      expect(policy, name).toContain("default-src 'none'");
      expect(policy, name).toContain("frame-ancestors 'none'");
      expect(policy, name).not.toContain("unsafe");
      expect(headers["x-content-type-options"], name).toBe("nosniff");
      expect(headers["x-powered-by"], name).toBeUndefined();
      expect(headers["x-request-id"], name).toMatch(/^[0-9a-f-]{36}$/);
      expect(html, name).not.toMatch(/ style="/);
    }
  });

  test("two answers never share a nonce, and one that is kept for all has none", async ({ request }) => {
    const nonceOf = async (address: string) =>
      (await request.get(address)).headers()["content-security-policy"]?.match(/nonce-([^']+)/)?.[1];
    const nonces = [await nonceOf("/en/sign-in"), await nonceOf("/en/sign-in")];
    expect(nonces[0]).toBeTruthy();
    expect(nonces[0]).not.toBe(nonces[1]);
    expect([await nonceOf("/en"), await nonceOf("/en")]).toEqual([undefined, undefined]);
  });

  test("a page is rendered once for all, in each choice of colours, and told anew only where it changed", async ({
    request,
  }) => {
    const ask = (headers: Record<string, string>) => request.get("/en/method", { headers });
    const [light, dark] = [await ask({ Cookie: "theme=light" }), await ask({ Cookie: "theme=dark" })];
    expect(await light.text()).toContain('data-theme="light"');
    expect(await dark.text()).toContain('data-theme="dark"');
    const again = await ask({ Cookie: "theme=dark" });
    expect(again.headers()["cache-status"]).toBe("counterclaim; hit");
    expect(again.headers().vary).toMatch(/Accept-Encoding.*Cookie/);
    const etag = again.headers().etag as string;
    expect((await ask({ Cookie: "theme=dark", "If-None-Match": etag })).status()).toBe(304);
    expect((await ask({ Cookie: "theme=light", "If-None-Match": etag })).status()).toBe(200);
  });
});

test.describe("307", () => {
  test("the bare address leads to the language of the site", async ({ request }) => {
    const response = await request.get("/", { maxRedirects: 0 });
    expect(response.status()).toBe(307);
    expect(response.headers().location).toBe("/en");
  });
});

test.describe("404", () => {
  const MISSING = [
    "/en/nothing-here",
    "/en/events/no-such-event",
    "/en/events/NOT%20A%20SLUG",
    "/en/claims/222222222",
    "/en/claims/..%2f",
    "/en/claims/00000000-0000-0000-0000-000000000000",
    "/en/claimants/nobody",
    "/en/publications/none",
    "/en/reports/222222222",
    "/xx",
    "/xx/claims",
  ];

  test("what is not there is told to be missing, in the look of the site", async ({ page }) => {
    for (const address of MISSING) {
      const response = await page.goto(address);
      expect(response?.status(), address).toBe(404);
      await expect(page.getByRole("heading", { level: 1 }), address).toBeVisible();
      await expect(page.getByRole("search").first(), address).toBeVisible();
    }
  });
});

test.describe("400", () => {
  test("a malformed address is refused and the server goes on", async ({ request }) => {
    expect((await request.get("/%E0%A4%A")).status()).toBe(400);
    expect((await request.get("/en")).status()).toBe(200);
  });
});

test.describe("405", () => {
  test("a page can only be read", async ({ request }) => {
    for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
      const response = await request.fetch("/en/claims", { method });
      expect(response.status(), method).toBe(405);
      expect(response.headers().allow).toBe("GET, HEAD");
    }
  });
});

test("a choice of colours that is not sent as a form is refused", async ({ request, baseURL }) => {
  const headers = { Origin: String(baseURL) };
  expect((await request.post("/theme", { data: { theme: "dark" }, headers })).status()).toBe(400);
});

test("the probes of operations answer", async ({ request }) => {
  expect((await request.get("/health")).status()).toBe(200);
  expect((await request.get("/ready")).status()).toBe(200);
});
