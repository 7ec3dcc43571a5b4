import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { areApart, type Box, boxAround } from "../../app/_components/timeline/boxes";
import { eventModel } from "../../app/_components/timeline/event-model";
import { EVENT_FRAMES, type EventFrame, type EventModel } from "../../app/_components/timeline/event-plot";
import { type PlacedLabel, sizeOf } from "../../app/_components/timeline/labels";
import { isCrossedFigure, reachOf } from "../../app/_components/timeline/mark-shape";
import { readTimelineChoice } from "../../app/_components/timeline/timeline-href";
import type { TimelineMeasure } from "../../lib/timeline/types";
import { aTimelineFigure, aTimelineOf, aTimelineStep, PLAIN_TIMELINE_TEXTS } from "../fixtures/a-timeline";

const [narrow, , wide] = EVENT_FRAMES as [EventFrame, EventFrame, EventFrame];
const MAY_3 = Date.UTC(2026, 4, 3);
const occurred = { earliest: MAY_3, latest: MAY_3 + 3_600_000 };

function drawn(measure: TimelineMeasure, frame = wide, scale: "linear" | "symlog" | null = null): EventModel {
  return eventModel({ measure, occurred, scale }, frame, PLAIN_TIMELINE_TEXTS);
}

const superseded = { lifecycle: "superseded" } as const;

describe("lines", () => {
  test("a revision is a step: level until the newer figure was stated, then up to it (R18)", () => {
    const figures = [aTimelineFigure(63, 4, superseded), aTimelineFigure(89, 6)];
    const { strokes, figures: placed } = drawn(aTimelineOf(figures, { steps: [aTimelineStep(0, 1)] }));
    const [older, newer] = placed;
    const [level, rise, on] = strokes;
    expect(level).toMatchObject({ x1: older?.x, x2: newer?.x, y1: older?.shape?.y, y2: older?.shape?.y });
    expect(rise).toMatchObject({ x1: newer?.x, x2: newer?.x, y1: older?.shape?.y, y2: newer?.shape?.y });
    expect(on).toMatchObject({ look: "standing", x1: newer?.x, x2: 100, y2: newer?.shape?.y });
    expect(strokes).toHaveLength(3);
  });

  test("where something else is counted the line ends in a gap, and nothing joins it to another number (R22)", () => {
    const [older, other] = [
      aTimelineFigure(63, 4, { lifecycle: "replaced" }),
      aTimelineFigure(400, 8, { side: "A" }),
    ];
    const { publicId, claimant, quantity, stated, asOf } = aTimelineFigure(12, 6);
    const claim = { publicId, claimant, raw: quantity.raw, qualifier: quantity.qualifier, stated, asOf };
    const departures = [{ older: 0, claim, measureLabel: "Bodies found", at: stated.earliest }];
    const { strokes, breaks, figures } = drawn(aTimelineOf([older, other], { departures }));
    const own = strokes.filter(({ place }) => place === 0);
    expect(own).toHaveLength(1);
    expect(own[0]?.y1).toBe(own[0]?.y2);
    expect(own[0]?.x2).toBeLessThan(figures[1]?.x ?? 0);
    expect(breaks).toEqual([{ place: 0, x: own[0]?.x2, y: own[0]?.y1 }]);
  });

  test("only a figure that stands goes on: no increment, no word, no pair of bounds, none taken back (R2, R5, R21)", () => {
    const words = { qualifier: "words", low: 100, high: 999, reading: "convention" } as const;
    const given = [
      aTimelineFigure(20, 6, { standing: "disowned" }),
      aTimelineFigure(21, 6, { lifecycle: "retracted" }),
    ];
    const ends = {
      raw: "3 to 7",
      qualifier: "between",
      low: 3,
      high: 7,
      central: null,
      reading: "stated",
    } as const;
    const between = { ...aTimelineFigure(3, 5), quantity: ends };
    const band = { ...aTimelineFigure(100, 5), quantity: { raw: "hundreds", central: null, ...words } };
    expect(drawn(aTimelineOf([...given, between, band])).strokes).toEqual([]);
    expect(drawn(aTimelineOf([aTimelineFigure(20, 6)], { total: "increment" })).strokes).toEqual([]);
    expect(drawn(aTimelineOf([aTimelineFigure(20, 6)])).strokes).toHaveLength(1);
  });

  test("a ceiling goes on as a dotted line: nobody said that so many were reached (R2)", () => {
    const { strokes } = drawn(aTimelineOf([aTimelineFigure({ qualifier: "up_to", n: 10 }, 5)]));
    expect(strokes).toMatchObject([{ look: "ceiling" }]);
  });

  test("the documented minimum is drawn from when it was stated, at its number (R9)", () => {
    const list = aTimelineFigure(92, 8, { basis: "named_list" });
    const { publicId, claimant, quantity, stated, asOf } = list;
    const claim = { publicId, claimant, raw: quantity.raw, qualifier: quantity.qualifier, stated, asOf };
    const measure = aTimelineOf([aTimelineFigure(63, 4), list], {
      documented: { n: 92, basis: "named_list", claim },
    });
    const { documented, figures } = drawn(measure);
    expect(documented).toEqual({ x: figures[1]?.x, y: figures[1]?.shape?.y });
  });
});

describe("time and values", () => {
  test("a date that is only a day or a month is a bar, and no instant", () => {
    const figures = [
      aTimelineFigure(5, "2026-05-04T10:00:00Z"),
      aTimelineFigure(6, 6),
      aTimelineFigure(7, "2026-05"),
    ];
    const [instant, day, month] = drawn(aTimelineOf(figures)).figures;
    expect(instant?.span).toBeNull();
    expect(day?.span).not.toBeNull();
    expect(day?.x).toBeCloseTo(((day?.span?.from ?? 0) + (day?.span?.to ?? 0)) / 2, 0);
    const width = (span: typeof day) => (span?.span?.to ?? 0) - (span?.span?.from ?? 0);
    expect(width(month)).toBeGreaterThan(width(day));
  });

  test("what was stated long after stands at the edge, so that the first days keep room", () => {
    const early = [4, 5, 5, 6, 6, 7].map((day, i) => aTimelineFigure(10 + i, day));
    const { time, figures } = drawn(aTimelineOf([...early, aTimelineFigure(40, "2027-03")]));
    expect(time.strips.later).not.toBeNull();
    expect(figures.map(({ isFurther }) => isFurther)).toEqual([...early.map(() => false), true]);
    expect((figures[5]?.x ?? 0) - (figures[0]?.x ?? 0)).toBeGreaterThan(35);
  });

  test("values begin at zero, scaled where they span more than one order of magnitude, even by choice", () => {
    const measure = aTimelineOf([aTimelineFigure(4, 4), aTimelineFigure(900, 5)]);
    expect(drawn(measure).value.kind).toBe("symlog");
    expect(drawn(measure, wide, "linear").value.kind).toBe("linear");
    expect(drawn(measure).valueTicks[0]).toMatchObject({ value: 0, y: drawn(measure).footPx });
  });

  test("a day that is on no calendar is not asked for", () => {
    const since = (day: string) => readTimelineChoice({ since: day }).since;
    expect(since("2026-05-04")).toBe("2026-05-04");
    expect([since("2026-02-30"), since("4 May"), since("")]).toEqual([null, null, null]);
  });
});

const aCrowd = fc
  .array(
    fc.record({
      n: fc.integer({ min: 0, max: 5000 }),
      qualifier: fc.constantFrom("exact", "about", "at_least", "up_to", "not_stated"),
      day: fc.integer({ min: 1, max: 28 }),
      name: fc.constantFrom(
        "Observatory",
        "Joint operations command of the northern provinces",
        "وزارة الصحة",
      ),
      revises: fc.boolean(),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((said) => {
    const ordered = said.toSorted((a, b) => a.day - b.day);
    const isTaken = (place: number) => ordered[place + 1]?.revises === true;
    const figures = ordered.map(({ n, qualifier, day, name }, place) => {
      const number = qualifier === "not_stated" ? { qualifier } : { qualifier, n };
      const claimant = { slug: `c${place}`, name, kind: "government_body", partOf: null } as const;
      const lifecycle = isTaken(place) ? "superseded" : "current";
      return aTimelineFigure(number, day, { claimant, lifecycle });
    });
    const steps = ordered.flatMap(({ revises }, place) =>
      revises && place > 0 ? [aTimelineStep(place - 1, place)] : [],
    );
    return aTimelineOf(figures, { steps });
  });

describe("whatever was stated", () => {
  test("no label covers a mark or another label, no name after the plot another one, on any width", () => {
    fc.assert(
      fc.property(aCrowd, fc.constantFrom(...EVENT_FRAMES), (measure, frame) => {
        const model = drawn(measure, frame);
        const labels = model.figures.flatMap(({ label }, place) =>
          label ? [{ place, box: boxOf(label) }] : [],
        );
        for (const [i, { box, place }] of labels.entries()) {
          for (const other of labels.slice(i + 1)) expect(areApart(box, other.box, model.plotPx)).toBe(true);
          for (const [at, mark] of marksOf(model)) {
            if (at !== place) expect(areApart(box, mark, model.plotPx)).toBe(true);
          }
        }
        const ends = model.ends.map(({ label }) => boxOf(label)).sort((a, b) => a.y0 - b.y0);
        for (const [i, { y1 }] of ends.entries())
          expect(ends[i + 1]?.y0 ?? y1).toBeGreaterThanOrEqual(y1 - 0.2);
      }),
      { numRuns: 1000 },
    );
  });

  test("every figure is placed, and none before the one whose place it took (R18)", () => {
    fc.assert(
      fc.property(aCrowd, fc.constantFrom(narrow, wide), (measure, frame) => {
        const { figures } = drawn(measure, frame);
        expect(figures).toHaveLength(measure.figures.length);
        for (const { x } of figures) expect(x >= 0 && x <= 100).toBe(true);
        for (const { older, newer } of measure.steps)
          expect(figures[newer]?.x).toBeGreaterThanOrEqual(figures[older]?.x ?? 0);
      }),
      { numRuns: 1000 },
    );
  });
});

/** What a label takes, from where it stands. */
function boxOf({ x, dx, anchor, lines }: PlacedLabel): Box {
  const { width, height } = sizeOf(lines.map(({ runs }) => runs));
  const before = { start: 0, middle: width / 2, end: width }[anchor];
  const first = lines[0];
  const firstPx = first ? sizeOf([first.runs]).height : 0;
  const y0 = (first?.y ?? 0) - firstPx * 0.73;
  return { x0: x, dx0: dx - before, x1: x, dx1: dx - before + width, y0: y0 + 0.1, y1: y0 + height - 0.1 };
}

function marksOf({ figures }: EventModel): [number, Box][] {
  return figures.flatMap(({ x, shape, size, figure }, place): [number, Box][] =>
    shape ? [[place, boxAround({ x, y: shape.y }, reachOf(shape, size, isCrossedFigure(figure)))]] : [],
  );
}
