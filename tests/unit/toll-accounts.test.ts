import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { accountsOf, type TollLink } from "../../lib/claims/toll-accounts";
import type { Figure } from "../../lib/quantity/quantity";
import { aFigure, aMeasure } from "../fixtures/a-figure";

const DAY = 24 * 3_600_000;
const killed = aMeasure("killed", ["killed"]);
const excess = aMeasure("excess", ["killed"], { cause: "indirect_or_excess" });
const added = aMeasure("added", ["killed"], { total: "increment" });
const measures = [killed, excess, added];

/** A figure of one claimant, stated on a day. */
function said(n: number, day: number, given: Partial<Figure> = {}): Figure {
  const [statedEarliest, statedLatest] = [day * DAY, (day + 1) * DAY - 1];
  return aFigure(n, { claimantId: "office", statedEarliest, statedLatest, ...given });
}

function link(newer: Figure, older: Figure, given: Partial<TollLink> = {}): TollLink {
  return { kind: "supersedes", state: "accepted", newerId: newer.id, olderId: older.id, ...given };
}

describe("accountsOf", () => {
  test("figures stand in the order of their moments, an as-of before the day of stating (R18)", () => {
    const [first, second] = [said(63, 2), said(89, 4)];
    const third = said(92, 9, { asOfEarliest: 3 * DAY, asOfLatest: 4 * DAY - 1 });
    const [account] = accountsOf([second, third, first], measures, []);
    expect(account?.figures.map(({ quantity }) => quantity.low)).toEqual([63, 92, 89]);
  });

  test("where a person decided on overlapping dates, the newer stands after the older (R18)", () => {
    const older = said(63, 2, { statedLatest: 20 * DAY, lifecycle: "superseded" });
    const newer = said(89, 1, { statedLatest: 21 * DAY });
    const [account] = accountsOf([older, newer], measures, [link(newer, older)]);
    expect(account?.figures).toEqual([older, newer]);
    expect(account?.steps).toMatchObject([{ older: 0, newer: 1, kind: "supersedes", isOrdered: false }]);
  });

  test("a figure that fell is a downward step, and one that rose is not (R20)", () => {
    const gone = { lifecycle: "superseded" } as const;
    const [first, second, third] = [said(63, 2, gone), said(89, 4, gone), said(80, 6)];
    const decided = [link(second, first), link(third, second)];
    const [account] = accountsOf([first, second, third], measures, decided);
    expect(account?.steps.map(({ isDownward }) => isDownward)).toEqual([false, true]);
  });

  test("another count in its place is one account with a break, and says what differs (R22)", () => {
    const older = said(64, 2);
    const newer = said(2975, 200, { measureId: "excess", lane: "estimate" });
    const [account] = accountsOf([older, newer], measures, [link(newer, older, { kind: "replaces" })]);
    expect(account?.steps).toMatchObject([
      { kind: "replaces", differs: ["cause", "lane"], isDownward: false },
    ]);
  });

  test("a smaller count of something else is no fall (R20, R22)", () => {
    const older = said(64, 2);
    const newer = said(60, 9, { measureId: "excess" });
    const [account] = accountsOf([older, newer], measures, [link(newer, older, { kind: "replaces" })]);
    expect(account?.steps[0]?.isDownward).toBe(false);
  });

  test("what nobody linked stays apart by measure and lane, and one figure alone is no account (R11, R22)", () => {
    const figures = [
      said(64, 2),
      said(70, 3, { measureId: "excess" }),
      said(75, 4, { measureId: "excess", lane: "estimate" }),
    ];
    expect(accountsOf(figures, measures, [])).toEqual([]);
  });

  test("two figures that both stand are undecided, each with the next one (R18, R19)", () => {
    const [first, second, third] = [said(63, 2), said(89, 4), said(92, 6)];
    const [account] = accountsOf([first, second, third], measures, []);
    expect(account?.steps).toMatchObject([
      { older: 0, newer: 1, kind: "undecided", isOrdered: true },
      { older: 1, newer: 2, kind: "undecided" },
    ]);
  });

  test("of two that both stand none has fallen: nobody decided that one took the other's place (R20)", () => {
    const [account] = accountsOf([said(89, 2), said(63, 4)], measures, []);
    expect(account?.steps).toMatchObject([{ kind: "undecided", isDownward: false }]);
  });

  test("of one moment no date tells which is newer (R18)", () => {
    const [account] = accountsOf([said(63, 2), said(89, 2)], measures, []);
    expect(account?.steps).toMatchObject([{ kind: "undecided", isOrdered: false }]);
  });

  test("a declined proposal is a decision: both stand (R19)", () => {
    const [first, second] = [said(63, 2), said(89, 4)];
    const [account] = accountsOf([first, second], measures, [link(second, first, { state: "declined" })]);
    expect(account?.steps).toMatchObject([{ kind: "both_stand" }]);
  });

  test("increments are counted on top of each other and take no place (R21)", () => {
    const [first, second] = [said(5, 2, { measureId: "added" }), said(3, 3, { measureId: "added" })];
    const [account] = accountsOf([first, second], measures, []);
    expect(account?.steps).toMatchObject([{ kind: "adds", isDownward: false }]);
  });

  test("a disowned or retracted figure stays in the account, and nothing is open between it and another (R23, R24)", () => {
    const [denied, withdrawn] = [
      said(63, 2, { standing: "disowned" }),
      said(70, 3, { lifecycle: "retracted" }),
    ];
    const [account] = accountsOf([denied, withdrawn, said(89, 4)], measures, []);
    expect(account?.figures).toHaveLength(3);
    expect(account?.steps).toEqual([]);
  });

  test("a link to a figure that is not among these joins nothing", () => {
    const [first, second] = [said(63, 2), said(89, 4)];
    const far = link(second, aFigure(40));
    expect(accountsOf([first, second], measures, [far])[0]?.steps).toMatchObject([{ kind: "undecided" }]);
  });

  test("links that run in a circle, which no command makes, still end", () => {
    const [first, second] = [said(63, 2), said(89, 4)];
    const circle = [link(first, second), link(second, first)];
    expect(accountsOf([first, second], measures, circle)[0]?.figures).toHaveLength(2);
  });

  test("whatever the order of the input, the accounts are the same, and hold each figure once", () => {
    const anyDay = fc.integer({ min: 0, max: 6 });
    const anyFigures = fc.array(fc.tuple(anyDay, fc.constantFrom("killed", "excess", "added")), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(anyFigures, fc.infiniteStream(fc.nat()), (given, numbers) => {
        const figures = given.map(([day, measureId], i) => said(i, day, { measureId }));
        const links = figures.flatMap((newer, i) => {
          const older = figures[(numbers.next().value ?? 0) % figures.length];
          const isLater = older && older.statedEarliest < newer.statedEarliest;
          return i % 2 === 0 && isLater ? [link(newer, older, { kind: "replaces" })] : [];
        });
        const accounts = accountsOf(figures, measures, links);
        expect(accountsOf(figures.toReversed(), measures, links.toReversed())).toEqual(accounts);
        const told = accounts.flatMap((account) => account.figures.map(({ id }) => id));
        expect(new Set(told).size).toBe(told.length);
        for (const { figures: own, steps } of accounts) {
          for (const { older, newer } of steps) {
            expect(own[older] && own[newer]).toBeTruthy();
            expect(older).toBeLessThan(newer);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });
});
