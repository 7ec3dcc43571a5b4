import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { tollModel } from "../../app/_components/claimants/toll-model";
import { FRAMES, type Frame, type TollModel } from "../../app/_components/claimants/toll-plot";
import { areApart, type Box, boxAround } from "../../app/_components/timeline/boxes";
import { type PlacedLabel, sizeOf } from "../../app/_components/timeline/labels";
import { isCrossedFigure, reachOf, shifted } from "../../app/_components/timeline/mark-shape";
import type { TollAccount, TollFigure } from "../../lib/claims/toll-types";
import { aBesideFigure, anAccount, aStep, aTollFigure, aTollOf, PLAIN_TEXTS } from "../fixtures/a-toll";

const [narrow, middle, wide] = FRAMES as [Frame, Frame, Frame];

function drawn(account: TollAccount, frame = wide, occurred?: string): TollModel {
  return tollModel(aTollOf(account, occurred), account, frame, PLAIN_TEXTS);
}

const superseded = { lifecycle: "superseded" } as const;
const brainInjuries = anAccount([
  aTollFigure(11, "2020-01-16?", superseded),
  aTollFigure(34, "2020-01-24", superseded),
  aTollFigure(50, "2020-01-28?", superseded),
  aTollFigure(64, "2020-01-30?", superseded),
  aTollFigure(109, "2020-02-10"),
]);

describe("time runs to the right, true to scale", () => {
  test("figures stand in their order, as far apart as their moments", () => {
    const xs = drawn(brainInjuries, wide, "2020-01-08").figures.map(({ x }) => x);
    const steps = xs.slice(1).map((x, i) => x - (xs[i] ?? 0));
    expect(xs).toEqual(xs.toSorted((a, b) => a - b));
    // 8, 4, 2 and 11 days.
    for (const [i, days] of [8, 4, 2, 11].entries()) {
      expect((steps[i] ?? 0) / (steps[2] ?? 1)).toBeCloseTo(days / 2, 1);
    }
  });

  test("the event stands on the axis where the axis reaches it, and is left off where it would crowd the figures", () => {
    expect(drawn(brainInjuries, wide, "2020-01-08").event).not.toBeNull();
    expect(drawn(brainInjuries, wide, "2018-01-08").event).toBeNull();
  });

  test("what others said long after stands in a strip at the end, in its order, and the account keeps its room", () => {
    const late = [aBesideFigure(110, "2021-05"), aBesideFigure(120, "2020-12")];
    const { time, beside, figures } = drawn({ ...brainInjuries, beside: late }, wide, "2020-01-08");
    expect(time.strips.later).not.toBeNull();
    expect(time.strips.earlier).toBeNull();
    expect(beside.every(({ isFurther }) => isFurther)).toBe(true);
    expect(beside[1]?.x).toBeLessThan(beside[0]?.x ?? 0);
    expect((figures.at(-1)?.x ?? 0) - (figures[0]?.x ?? 0)).toBeGreaterThan(35);
  });

  test("a date of a month shows how much it can mean, and one of a day is a point", () => {
    const account = anAccount([aTollFigure(64, "2017-12", superseded), aTollFigure(75, "2018-08-28")]);
    const [month, day] = drawn(account, wide, "2017-09-20").figures;
    expect(month?.span).not.toBeNull();
    expect(month?.x).toBeCloseTo(((month?.span?.from ?? 0) + (month?.span?.to ?? 0)) / 2, 0);
    expect(day?.span).toBeNull();
  });

  test("a year that began before the event is cut where the event begins", () => {
    const beside = [aBesideFigure(985, "2017")];
    const account = anAccount([aTollFigure(64, "2017-12", superseded), aTollFigure(75, "2018-08-28")], {
      beside,
    });
    const model = drawn(account, wide, "2017-09-20");
    expect(model.beside[0]?.span?.from).toBe(model.event?.from);
  });

  test("where dates overlap, a figure never stands after the one that took its place (R18)", () => {
    const account = anAccount([
      aTollFigure(40, "2026-05", superseded),
      aTollFigure(50, 6, superseded),
      aTollFigure(60, "2026-04-28/2026-05-08"),
    ]);
    const [first, second, third] = drawn(account, wide, "2026-04-20").figures.map(({ x }) => x);
    expect(first).toBeLessThanOrEqual(second ?? 0);
    expect(second).toBeLessThanOrEqual(third ?? 0);
  });
});

describe("values grow upward from zero", () => {
  test("on even steps within one order of magnitude, else scaled; zero is no reason to scale (R4)", () => {
    const none = [aBesideFigure({ qualifier: "none" }, 3)];
    const even = anAccount([aTollFigure(20, 4, superseded), aTollFigure(200, 6)], { beside: none });
    expect(drawn(even).value.kind).toBe("linear");
    const far = anAccount([aTollFigure(11, 4, superseded), aTollFigure(200, 6)]);
    expect(drawn(far).value.kind).toBe("symlog");
  });

  test("zero stands on the foot, and the greater figure higher", () => {
    const none = [aBesideFigure({ qualifier: "none" }, 3)];
    const model = drawn(anAccount([aTollFigure(20, 4, superseded), aTollFigure(50, 6)], { beside: none }));
    expect(model.beside[0]?.shape?.y).toBe(model.footPx);
    expect(model.figures[1]?.shape?.y).toBeLessThan(model.figures[0]?.shape?.y ?? 0);
    expect(model.valueTicks[0]).toMatchObject({ value: 0, y: model.footPx });
  });

  test("at least has its arrow upward, and no high end is drawn for it (R2)", () => {
    const model = drawn(
      anAccount([aTollFigure(20, 4, superseded), aTollFigure({ qualifier: "at_least", n: 50 }, 6)]),
    );
    const { shape } = model.figures[1] ?? {};
    expect(shape).toMatchObject({ kind: "dot_arrow", bottom: shape?.y });
    expect(shape?.top).toBeLessThan(shape?.y ?? 0);
  });

  test("an arrow steps aside for a line that falls into its point", () => {
    const fall = [aStep(0, 1, { isDownward: true })];
    const account = anAccount(
      [aTollFigure(90, 4, superseded), aTollFigure({ qualifier: "at_least", n: 50 }, 6)],
      { steps: fall },
    );
    expect(drawn(account).figures[1]?.shape?.asidePx).toBeGreaterThan(0);
    const rise = anAccount([
      aTollFigure(20, 4, superseded),
      aTollFigure({ qualifier: "at_least", n: 50 }, 6),
    ]);
    expect(drawn(rise).figures[1]?.shape?.asidePx).toBe(0);
  });

  test("words without a number have no mark, and stand below the foot (R4)", () => {
    const account = anAccount([aTollFigure({ qualifier: "not_stated" }, 4), aTollFigure(50, 6)]);
    const model = drawn(account);
    expect(model.figures[0]?.shape).toBeNull();
    expect(model.edgePx).toBeGreaterThan(model.footPx);
    expect(model.figures[0]?.label).not.toBeNull();
  });
});

describe("the stepped line", () => {
  test("a figure holds until the moment of the next, and the last one that stands goes on", () => {
    const { strokes, figures } = drawn(anAccount([aTollFigure(63, 4, superseded), aTollFigure(89, 6)]));
    const [first, second] = figures;
    expect(strokes).toMatchObject([
      { look: "joined", x1: first?.x, x2: second?.x, y1: first?.shape?.y, y2: first?.shape?.y },
      { look: "joined", x1: second?.x, x2: second?.x, y1: first?.shape?.y, y2: second?.shape?.y },
      { look: "standing", x1: second?.x },
    ]);
  });

  test("where something else is counted the line ends in a gap, and a break is marked with what it is (R22)", () => {
    const replaces = [aStep(0, 1, { kind: "replaces", differs: ["cause"] })];
    const account = anAccount([aTollFigure(64, 4, { lifecycle: "replaced" }), aTollFigure(2975, 20)], {
      steps: replaces,
    });
    const { strokes, breaks, figures, notes } = drawn(account);
    const joined = strokes.filter(({ look }) => look === "joined");
    expect(joined).toHaveLength(1);
    expect(joined[0]?.x2).toBeLessThan(figures[1]?.x ?? 0);
    expect(breaks).toEqual([figures[1]?.x]);
    expect(wordsOf(notes[0])).toContain("counts something else from here");
    expect(wordsOf(figures[0]?.label)).toContain("People killed");
  });

  test("a fall has its reason beside it at every width (R20)", () => {
    const fall = [aStep(0, 1, { isDownward: true, downwardReason: "not_given" })];
    const account = anAccount([aTollFigure(11300, 16, { lifecycle: "corrected" }), aTollFigure(3958, 17)], {
      steps: fall,
    });
    for (const frame of FRAMES) {
      const { drops, notes } = drawn(account, frame);
      expect(drops).toHaveLength(1);
      expect(notes.map(wordsOf)).toEqual(["lower"]);
    }
  });

  test("what nobody decided is dotted, and what is counted on top is not joined (R18, R21)", () => {
    const two = [aTollFigure(63, 4), aTollFigure(89, 6)];
    const looks = (kind: "undecided" | "adds") =>
      drawn(anAccount(two, { steps: [aStep(0, 1, { kind })] })).strokes.map(({ look }) => look);
    expect(looks("undecided")).toEqual(["open", "open", "standing"]);
    expect(looks("adds")).toEqual(["standing"]);
  });

  test("a disowned last figure does not go on (R23)", () => {
    const account = anAccount([aTollFigure(63, 4, superseded), aTollFigure(89, 6, { standing: "disowned" })]);
    expect(drawn(account).strokes.some(({ look }) => look === "standing")).toBe(false);
  });
});

describe("labels", () => {
  test("every figure of the account is labelled with its date, on a phone too", () => {
    for (const frame of FRAMES) {
      const { figures, unplacedCount } = drawn(brainInjuries, frame, "2020-01-08");
      expect(unplacedCount).toBe(0);
      for (const { figure, label } of figures) {
        expect(wordsOf(label)).toContain(figure.quantity.raw);
        expect(wordsOf(label)).toContain(figure.date.edtf);
      }
    }
  });

  test("others are named with their date where there is room; else, and on a phone, a letter leads to the list", () => {
    const beside = [aBesideFigure(100, 5), aBesideFigure(30, 12, { measureLabel: "People injured" })];
    const account = anAccount([aTollFigure(63, 4, superseded), aTollFigure(89, 9)], { beside });
    const [first, second] = drawn(account, wide).beside.map(({ label }) => wordsOf(label));
    expect(first).toMatch(/^a exact 100 2026-05-05 Harbour office/);
    expect(second).toMatch(/^b .*People injured/);
    expect(drawn(account, narrow).beside.map(({ label }) => wordsOf(label))).toEqual(["a", "b"]);
  });

  test("two figures of one day and number do not hide each other", () => {
    const beside = [aBesideFigure(89, 9), aBesideFigure(89, 9)];
    const { figures, beside: placed } = drawn(
      anAccount([aTollFigure(63, 4, superseded), aTollFigure(89, 9)], { beside }),
    );
    const places = [figures[1], ...placed].map((one) => (one?.x ?? 0) * 1000 + (one?.dx ?? 0));
    expect(new Set(places).size).toBe(3);
  });

  test("the same account is drawn in the same way", () => {
    for (const frame of FRAMES) {
      const [one, other] = [drawn(brainInjuries, frame), drawn(brainInjuries, frame)];
      expect(JSON.stringify(one)).toBe(JSON.stringify(other));
    }
  });

  test("whatever is told, no label covers a mark, a line of the account or another label", () => {
    fc.assert(
      fc.property(anyAccount(), fc.constantFrom(narrow, middle, wide), (account, frame) => {
        const model = drawn(account, frame);
        const boxes = labelBoxes(model);
        const obstacles = markBoxes(model);
        const covered = boxes.filter((box, i) =>
          [...boxes.slice(i + 1), ...obstacles].some((other) => !areApart(box, other, model.plotPx)),
        );
        expect(covered).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  }, 60_000);
});

function wordsOf(label: PlacedLabel | null | undefined): string {
  return (label?.lines ?? []).map(({ runs }) => runs.map(({ text }) => text).join(" ")).join(" ");
}

/** Of the account and of what steps say: a letter of others may have to stand over something. */
function labelBoxes({ figures, notes, beside }: TollModel): Box[] {
  const named = beside.filter(({ label }) => (label?.lines.length ?? 0) > 1);
  return [...figures, ...named]
    .flatMap(({ label }) => (label ? [boxOf(label)] : []))
    .concat(notes.map(boxOf));
}

function boxOf({ x, dx, anchor, lines }: PlacedLabel): Box {
  const { width, height } = sizeOf(lines.map(({ runs }) => runs));
  const before = { start: 0, middle: width / 2, end: width }[anchor];
  const first = lines[0];
  const firstPx = first ? sizeOf([first.runs]).height : 0;
  const top = (first?.y ?? 0) - firstPx * 0.73;
  // Baselines are kept to a tenth of a pixel.
  return { x0: x, dx0: dx - before, x1: x, dx1: dx - before + width, y0: top + 0.2, y1: top + height - 0.2 };
}

function markBoxes({ figures, beside, strokes }: TollModel): Box[] {
  const marks = [...figures, ...beside].flatMap(({ figure, shape, size, x, dx }) =>
    shape ? [boxAround({ x, y: shape.y }, shifted(reachOf(shape, size, isCrossedFigure(figure)), dx))] : [],
  );
  const lines = strokes.map(({ x1, x2, y1, y2 }) => ({
    x0: x1,
    dx0: 0,
    x1: x2,
    dx1: 0,
    y0: Math.min(y1, y2),
    y1: Math.max(y1, y2),
  }));
  return [...marks, ...lines];
}

function anyAccount(): fc.Arbitrary<TollAccount> {
  const anySaid = fc.oneof(
    fc.nat(5000),
    fc.record({
      qualifier: fc.constantFrom("at_least", "about", "up_to"),
      n: fc.integer({ min: 1, max: 5000 }),
    }),
    fc.constant({ qualifier: "not_stated" } as const),
  );
  const anyDay = fc.integer({ min: 4, max: 28 });
  const anyOwn = fc.array(fc.tuple(anySaid, anyDay), { minLength: 2, maxLength: 9 });
  const anyOther = fc.array(fc.tuple(anySaid, fc.oneof(anyDay, fc.constantFrom("2027-01", "2026-05"))), {
    maxLength: 12,
  });
  return fc.tuple(anyOwn, anyOther).map(([own, other]) => {
    const ordered = own.toSorted(([, a], [, b]) => a - b);
    const figures: TollFigure[] = ordered.map(([said, day], i) =>
      aTollFigure(said, day, i < ordered.length - 1 ? superseded : {}),
    );
    const steps = figures.slice(1).map((figure, i) => {
      const isDownward = (figure.quantity.low ?? 0) < (figures[i]?.quantity.low ?? 0);
      return aStep(i, i + 1, { isDownward, kind: i % 4 === 3 ? "replaces" : "supersedes" });
    });
    return anAccount(figures, { steps, beside: other.map(([said, on]) => aBesideFigure(said, on)) });
  });
}
