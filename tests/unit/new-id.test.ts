import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { instantText } from "../../lib/db/instant-text";
import { newId, newSalt } from "../../lib/db/new-id";

describe("ids that are made before the row is written", () => {
  const ids = Array.from({ length: 20_000 }, newId);

  test("are UUIDs of version 7, made now", () => {
    expect(
      ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id)),
    ).toBe(true);
    const madeAt = Number.parseInt((ids[0] ?? "").replace("-", "").slice(0, 12), 16);
    expect(Math.abs(Date.now() - madeAt)).toBeLessThan(60_000);
  });

  test("are all different, and stand in the order in which they were made", () => {
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.toSorted()).toEqual(ids);
  });

  test("salts have 128 bits, and none is given twice", () => {
    const salts = Array.from({ length: 20_000 }, newSalt);
    expect(new Set(salts).size).toBe(salts.length);
    expect(salts.every((salt) => Buffer.from(salt, "base64url").length === 16)).toBe(true);
  });
});

describe("an instant is written so that PostgreSQL reads it", () => {
  test.each([
    ["2026-05-04T12:00:00.123Z", "2026-05-04T12:00:00.123Z"],
    ["0001-01-01T00:00:00.000Z", "0001-01-01T00:00:00.000Z"],
    ["9999-12-31T23:59:59.999Z", "9999-12-31T23:59:59.999Z"],
    ["+010000-01-01T04:59:59.999Z", "10000-01-01T04:59:59.999Z"],
    ["0000-12-29T00:00:00.000Z", "0001-12-29T00:00:00.000Z BC"],
    ["-000043-03-15T00:00:00.000Z", "0044-03-15T00:00:00.000Z BC"],
  ])("%s: %s", (iso, text) => {
    expect(instantText(new Date(iso))).toBe(text);
  });

  test("never with a sign or the year 0, whatever the instant", () => {
    fc.assert(
      fc.property(fc.date({ noInvalidDate: true }), (at) => {
        expect(instantText(at)).toMatch(/^(?!0000)\d{4,6}-\d\d-\d\dT[\d:.]+Z( BC)?$/);
      }),
      { numRuns: 1_000 },
    );
  });
});
