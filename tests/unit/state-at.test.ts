import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Json } from "../../lib/history/digest";
import { type FoldedRevision, lastAct, statesAt, statesOf } from "../../lib/history/state-at";

/** A revision of a claim: its version, and the new value of each field; undefined: the field was redacted. */
function revision(version: number, fields: Record<string, Json | undefined>): FoldedRevision {
  return {
    chainId: "event",
    number: version,
    at: version * 1000,
    action: version === 1 ? "claim.logged" : "claim.amended",
    subjectKind: "claim",
    subjectId: "a",
    version,
    fields: Object.fromEntries(
      Object.entries(fields).map(([name, after]) => [
        name,
        after === undefined ? null : { before: null, after, salt: "" },
      ]),
    ),
  };
}

const claim = (revisions: FoldedRevision[]) => statesOf(statesAt(revisions), "claim").get("a");

describe("a record by its revisions", () => {
  test("has of each field what was written last, whatever the order in which they are read", () => {
    fc.assert(
      fc.property(
        fc.array(fc.dictionary(fc.constantFrom("wording", "basis", "stated"), fc.integer()), {
          minLength: 1,
        }),
        fc.infiniteStream(fc.integer()),
        (written, shuffle) => {
          const revisions = written.map((fields, place) => revision(place + 1, fields));
          const mixed = revisions
            .map((one) => [shuffle.next().value, one] as const)
            .sort(([a], [b]) => a - b)
            .map(([, one]) => one);
          expect(claim(mixed)?.fields).toEqual(Object.assign({}, ...written));
          expect(claim(mixed)?.version).toBe(written.length);
        },
      ),
      { numRuns: 1000 },
    );
  });

  test("R35: tells that a field was redacted, and not what it was", () => {
    const state = claim([
      revision(1, { wording: undefined, basis: "count" }),
      revision(2, { basis: "model" }),
    ]);
    expect(state?.fields).toEqual({ wording: null, basis: "model" });
    expect([...(state?.redacted ?? [])]).toEqual(["wording"]);
  });

  test("R35: what is written anew after a redaction is there again", () => {
    const state = claim([revision(1, { wording: undefined }), revision(2, { wording: "63" })]);
    expect(state?.fields.wording).toBe("63");
    expect(state?.redacted.size).toBe(0);
  });

  test("says when something was last done to it", () => {
    const state = claim([revision(1, {}), revision(2, {}), revision(3, {})]);
    expect(state && lastAct(state, "claim.amended")?.number).toBe(3);
    expect(state && lastAct(state, "claim.retracted")).toBeUndefined();
  });
});
