import fc from "fast-check";
import { expect, test } from "vitest";
import { type Encoding, encode, encodingFor, isCompressible } from "../../lib/front/encodings";

test.each([
  [undefined, "identity"],
  ["", "identity"],
  ["gzip, deflate, br, zstd", "br"],
  ["gzip, deflate", "gzip"],
  ["br;q=0, gzip", "gzip"],
  ["BR; Q=0.5", "br"],
  ["*", "br"],
  ["*;q=0", "identity"],
  ["identity", "identity"],
] as const)("who accepts %s gets %s", (accepted, encoding) => {
  expect(encodingFor(accepted)).toBe(encoding);
});

test("a text is the same in every encoding, from whichever it is made", async () => {
  const encodings: Encoding[] = ["identity", "gzip", "br"];
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      const plain = Buffer.from(bytes);
      for (const from of encodings)
        for (const to of encodings) {
          const there = await encode(await encode(plain, "identity", from), from, to);
          expect((await encode(there, to, "identity")).equals(plain)).toBe(true);
        }
    }),
    { numRuns: 200 },
  );
});

test("texts are compressed, pictures and short answers are sent as they are", () => {
  const types = ["text/html; charset=utf-8", "application/json", "application/atom+xml", "image/svg+xml"];
  expect(types.filter((type) => isCompressible(type, 5_000))).toEqual(types);
  expect(
    ["image/png", "font/woff2", "application/zip"].filter((type) => isCompressible(type, 5_000)),
  ).toEqual([]);
  expect(isCompressible("text/html", 200)).toBe(false);
});
