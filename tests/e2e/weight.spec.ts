import { gzipSync } from "node:zlib";
import { EVENT, expect, test } from "./watched";

// The scripts of the framework are left out of pages for reading; what remains is our own.
const SCRIPT_BYTES_MAX = 15_000;
const TEXT_BYTES_MAX = 200_000;

test("the event page ships little: its scripts, and its HTML, CSS and fonts together", async ({ page }) => {
  const sizes: Promise<{ kind: "script" | "text"; bytes: number }>[] = [];
  page.on("response", (response) => {
    const type = response.request().resourceType();
    if (!["script", "document", "stylesheet", "font"].includes(type)) return;
    sizes.push(
      response.body().then((body) => ({
        kind: type === "script" ? "script" : "text",
        // Fonts are compressed already, and served as they are.
        bytes: type === "font" ? body.length : gzipSync(body).length,
      })),
    );
  });
  await page.goto(EVENT, { waitUntil: "networkidle" });

  const found = await Promise.all(sizes);
  const sum = (kind: "script" | "text") =>
    found.filter((size) => size.kind === kind).reduce((total, { bytes }) => total + bytes, 0);
  const description = `scripts ${sum("script")}, HTML, CSS and fonts ${sum("text")}`;
  test.info().annotations.push({ type: "bytes", description });
  expect(sum("script")).toBeLessThan(SCRIPT_BYTES_MAX);
  expect(sum("text")).toBeLessThan(TEXT_BYTES_MAX);
});
