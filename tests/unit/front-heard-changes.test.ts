import fc from "fast-check";
import { expect, test } from "vitest";
import { nothingHeard } from "../../lib/front/heard-changes";
import { reachOf } from "../../lib/history/reach";

const change = (chain: string, version: number, event: string | null, isBlanked = false) => ({
  chain,
  version,
  event,
  isBlanked,
});

test("an event's page holds until that event changes, a list until any does", () => {
  const heard = nothingHeard();
  const derna = { tick: heard.tick(), event: "derna" };
  const list = { tick: heard.tick(), event: null };
  heard.add(change("a", 1, "goma"));
  expect([heard.holds(derna), heard.holds(list)]).toEqual([true, false]);
  heard.add(change("b", 1, "derna"));
  expect(heard.holds(derna)).toBe(false);
  expect(heard.holds({ tick: heard.tick(), event: "derna" })).toBe(true);
});

test("a change that any page may show ends them all", () => {
  const heard = nothingHeard();
  const derna = { tick: heard.tick(), event: "derna" };
  heard.add(change("register", 1, null));
  expect(heard.holds(derna)).toBe(false);
});

test("what is heard twice is one change", () => {
  const heard = nothingHeard();
  heard.add(change("a", 3, null));
  const page = { tick: heard.tick(), event: null };
  heard.add(change("a", 3, null));
  heard.add(change("a", 2, null));
  expect(heard.holds(page)).toBe(true);
});

test("what was rendered before something was blanked is not shown again (R35)", () => {
  const heard = nothingHeard();
  const page = { tick: heard.tick(), event: "derna" };
  heard.add(change("a", 1, "goma"));
  expect(heard.isBlanked(page)).toBe(false);
  heard.add(change("register", 1, null, true));
  expect(heard.isBlanked(page)).toBe(true);
  expect(heard.isBlanked({ tick: heard.tick(), event: "derna" })).toBe(false);
});

test("nothing that changed after it was rendered ever holds, whatever the order", () => {
  const slug = fc.constantFrom("a", "b", "c");
  fc.assert(
    fc.property(
      fc.array(fc.option(slug), { maxLength: 40 }),
      fc.option(slug),
      fc.nat(40),
      (changes, event, at) => {
        const heard = nothingHeard();
        let rendered = { tick: heard.tick(), event };
        let isChanged = false;
        for (const [i, changed] of changes.entries()) {
          if (i === at) {
            rendered = { tick: heard.tick(), event };
            isChanged = false;
          }
          heard.add(change(String(changed), i + 1, changed));
          isChanged ||= changed === null || event === null || changed === event;
        }
        expect(heard.holds(rendered)).toBe(!isChanged);
      },
    ),
    { numRuns: 1_000 },
  );
});

test("readers see no step before publication, a claim's changes on its event's pages, and a name's on all", () => {
  const of = (action: string, subjectKind: string, chain = "an event") =>
    reachOf(chain, [{ action, subjectKind } as never]);
  expect(of("claim.logged", "claim")).toBeNull();
  expect(of("claim.submitted", "claim")).toBeNull();
  expect(of("note.written", "note")).toBeNull();
  expect(of("claim.published", "claim")).toBe("event");
  expect(of("assessment.made", "assessment")).toBe("event");
  expect(of("event.edited", "event")).toBe("everywhere");
  expect(of("claim.moved", "claim")).toBe("everywhere");
  expect(of("claimant.edited", "claimant", "register")).toBe("everywhere");
  expect(of("redaction.made", "redaction", "register")).toBe("everywhere");
});
