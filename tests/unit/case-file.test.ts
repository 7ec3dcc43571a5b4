import { describe, expect, test } from "vitest";
import { readCases } from "../../scripts/cases/case-file";

const HEAD = {
  slug: "fire-2026",
  title: "Fire in a store",
  place: { name: "Store", country: null, lat: null, lon: null },
  occurred: { edtf: "2026-05-04", timeZone: "UTC" },
};
const read = (...events: unknown[]) => {
  const file = readCases(JSON.stringify({ events }));
  if (typeof file === "string") throw new Error(file);
  return file;
};

describe("a file of cases", () => {
  test("is refused in a sentence when it is something else", () => {
    expect(readCases("events: 1")).toMatch(/^it is not JSON/);
    expect(readCases('{"figures": []}')).toBe('it holds no list of "events"');
    expect(readCases("null")).toBe('it holds no list of "events"');
  });

  test("reads what is absent as unknown, and asserts nothing that it does not expect", () => {
    const claim = { key: "twelve", type: "figure", claimant: "mayor", standing: "reported" };
    const [event] = read({ ...HEAD, claims: [claim], expect: { replacements: [] } }).events;
    expect(event?.unread).toEqual([]);
    expect(event?.claims[0]).toMatchObject({
      quantity: null,
      asOf: null,
      attributions: [],
      lifecycle: "current",
    });
    expect(event?.expect).toEqual({ replacements: [] });
    expect(event?.reports).toEqual([]);
  });

  test("a zero is a figure, and no figure is not zero (R4)", () => {
    const claim = { key: "none", type: "figure", claimant: "mayor", standing: "reported" };
    const quantity = { raw: "none", qualifier: "none", low: 0, high: 0, reading: "stated" };
    const silent = { raw: "not known", qualifier: "not_stated", reading: "stated" };
    const claims = [
      { ...claim, quantity },
      { ...claim, key: "silent", quantity: silent },
    ];
    const [event] = read({ ...HEAD, claims }).events;
    expect(event?.claims.map(({ quantity }) => [quantity?.low, quantity?.high])).toEqual([
      [0, 0],
      [null, null],
    ]);
  });

  test("loses one bad record, by name, and keeps the rest", () => {
    const claimants = [
      { key: "mayor", name: "Mayor", kind: "person" },
      { key: "press", name: 12, kind: "media" },
      { key: "mayor", name: "Another mayor", kind: "person" },
      "nobody",
    ];
    const expect_ = { incompatible: [["a"]], headlineMeasure: "killed" };
    const file = read({ ...HEAD, claimants, expect: expect_ }, { slug: "empty" });
    expect(file.events).toHaveLength(1);
    expect(file.unread).toEqual([expect.stringMatching(/^event 2: title: .*; place: .*; occurred: /)]);
    const [event] = file.events;
    expect(event?.claimants.map(({ name }) => name)).toEqual(["Mayor"]);
    expect(event?.expect).toEqual({ headlineMeasure: "killed" });
    expect(event?.unread).toEqual([
      expect.stringMatching(/^claimants press: name: /),
      "claimants mayor: another one has this key",
      expect.stringMatching(/^claimants 4: /),
      expect.stringMatching(/^expect\.incompatible: /),
    ]);
  });
});
