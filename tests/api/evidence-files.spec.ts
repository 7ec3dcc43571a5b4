import { createHash } from "node:crypto";
import { type APIRequestContext, expect, type PlaywrightWorkerArgs, test } from "@playwright/test";
import type { Role } from "../../lib/vocabulary";
import { storageStateOf } from "../e2e/signed-in";

const UPLOAD = "/en/desk/evidence-files";
const PDF = Buffer.from(`%PDF-1.4\n% ${crypto.randomUUID()}\n%%EOF\n`);

async function signedIn(
  playwright: PlaywrightWorkerArgs["playwright"],
  browser: PlaywrightWorkerArgs["browser"],
  role: Role,
  baseURL = "",
): Promise<APIRequestContext> {
  const storageState = await storageStateOf(browser, role, baseURL);
  return playwright.request.newContext({ baseURL, storageState, extraHTTPHeaders: { Origin: baseURL } });
}

const send = (request: APIRequestContext, buffer: Buffer, name = "Список.pdf") =>
  request.post(UPLOAD, { multipart: { file: { name, mimeType: "application/pdf", buffer } } });

test("201: an editor uploads a file, which nobody else reads before it is evidence", async ({
  playwright,
  browser,
  request,
  baseURL,
}) => {
  const editor = await signedIn(playwright, browser, "editor", baseURL);
  const answer = await send(editor, PDF);
  expect(answer.status()).toBe(201);
  expect(answer.headers()["cache-control"]).toContain("no-store");
  const file = await answer.json();
  expect(file).toEqual({
    id: expect.stringMatching(/^[0-9a-f-]{36}$/),
    publicId: expect.stringMatching(/^[0-9a-z]{9}$/),
    name: "Список.pdf",
    size: PDF.length,
    type: "application/pdf",
  });

  const address = `/files/${file.publicId}`;
  const sha256 = createHash("sha256").update(PDF).digest("hex");
  const read = await editor.get(address);
  expect(read.status()).toBe(200);
  expect(await read.body()).toEqual(PDF);
  expect(read.headers()).toMatchObject({
    "content-type": "application/pdf",
    "content-length": String(PDF.length),
    "content-disposition": `attachment; filename="______.pdf"; filename*=UTF-8''${encodeURIComponent("Список.pdf")}`,
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; sandbox",
    "cross-origin-resource-policy": "same-origin",
    etag: `"${sha256}"`,
    "cache-control": "private, no-cache, no-transform",
  });
  const head = await editor.head(address);
  expect([head.status(), head.headers()["content-length"], head.headers().etag]).toEqual([
    200,
    String(PDF.length),
    `"${sha256}"`,
  ]);
  const held = await editor.get(address, { headers: { "If-None-Match": `W/"x", "${sha256}"` } });
  expect([held.status(), (await held.body()).length]).toEqual([304, 0]);

  const journalist = await signedIn(playwright, browser, "journalist", baseURL);
  for (const other of [request, journalist]) {
    expect((await other.get(address)).status()).toBe(404);
    expect((await other.head(address)).status()).toBe(404);
    expect((await other.get(address, { headers: { "If-None-Match": "*" } })).status()).toBe(404);
  }
  await Promise.all([editor.dispose(), journalist.dispose()]);
});

test("404: where there is no file", async ({ request }) => {
  for (const id of ["2222222222", "x", "..%2f..%2fetc%2fpasswd", "%00"])
    expect([id, (await request.get(`/files/${id}`)).status()]).toEqual([id, 404]);
});

test("401 without a session, 403 for a journalist, and 403 from another site", async ({
  playwright,
  browser,
  request,
  baseURL,
}) => {
  const multipart = { file: { name: "list.pdf", mimeType: "application/pdf", buffer: PDF } };
  const nobody = await request.post(UPLOAD, { multipart, headers: { Origin: String(baseURL) } });
  expect([nobody.status(), await nobody.json()]).toEqual([401, { message: expect.any(String) }]);
  const journalist = await signedIn(playwright, browser, "journalist", baseURL);
  const refused = await send(journalist, PDF);
  expect([refused.status(), await refused.json()]).toEqual([403, { message: expect.any(String) }]);
  const editor = await signedIn(playwright, browser, "editor", baseURL);
  const elsewhere = { multipart, headers: { Origin: "https://elsewhere.example" } };
  expect((await editor.post(UPLOAD, elsewhere)).status()).toBe(403);
  await Promise.all([journalist.dispose(), editor.dispose()]);
});

test("413, 415 and 422: what is too large, not of the list, empty or no form", async ({
  playwright,
  browser,
  baseURL,
}) => {
  const editor = await signedIn(playwright, browser, "editor", baseURL);
  const over = Buffer.alloc(20 * 1024 * 1024 + 1);
  over.write("%PDF-1.4\n");
  const cases: [number, Buffer][] = [
    [413, over],
    [413, Buffer.alloc(22 * 1024 * 1024)],
    [415, Buffer.from("<!doctype html><script>alert(1)</script>")],
    [415, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    [415, Buffer.from("MZ\x90\0\x03\0\0\0", "latin1")],
    [422, Buffer.alloc(0)],
  ];
  for (const [status, bytes] of cases) {
    const answer = await send(editor, bytes, "list.pdf");
    expect([answer.status(), await answer.json()]).toEqual([status, { message: expect.any(String) }]);
  }
  expect((await editor.post(UPLOAD, { multipart: { other: "x" } })).status()).toBe(422);
  expect((await editor.post(UPLOAD, { data: "x" })).status()).toBe(422);
  await editor.dispose();
});
