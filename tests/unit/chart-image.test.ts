import { readFileSync } from "node:fs";
import fc from "fast-check";
import { DOMParser } from "linkedom";
import { describe, expect, test } from "vitest";
import { chartPicture, type PictureChoice } from "../../app/_components/chart-image/chart-picture";
import { eventCard } from "../../app/_components/chart-image/event-card";
import { IMAGE_THEMES, paintsOf } from "../../app/_components/chart-image/image-theme";
import type { EventFigure } from "../../lib/events/types";
import type { Qualifier, Verification } from "../../lib/vocabulary";
import { aChartEvent, aChartFigure, aChartMeasure } from "../fixtures/a-chart";
import { overlapsIn, textBoxesOf } from "../fixtures/svg-text-boxes";

const CHOICE: PictureChoice = { scale: null, withAnonymous: false, theme: "light", width: 960 };
const parse = (svg: string) => new DOMParser().parseFromString(svg, "image/svg+xml");

function drawn(figures: EventFigure[], choice: Partial<PictureChoice> = {}, sides: string[] = []): string {
  const measure = aChartMeasure(figures);
  return chartPicture(aChartEvent(measure, "A strike", sides), measure, { ...CHOICE, ...choice }, "en");
}

const WORDED: readonly ((n: number) => [raw: string, Qualifier, low: number | null, high: number | null])[] =
  [
    (n) => [String(n), "exact", n, n],
    (n) => [`at least ${n}`, "at_least", n, null],
    (n) => [`up to ${n}`, "up_to", null, n],
    (n) => [`${n} to ${2 * n}`, "between", n, 2 * n],
    (n) => [`about ${n}`, "about", n, n],
    (n) => ["dozens of people, many of them children", "words", n, 2 * n],
    () => ["a very large number", "some", null, null],
  ];
const NAMES = [
  "Observatory",
  "وزارة الصحة في الولاية الشمالية",
  "Joint operations command of the northern and eastern provinces, press office",
  "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
];
const VERIFICATIONS: readonly Verification[] = [
  "unverified",
  "corroborated",
  "documented",
  "refuted",
  "unverifiable",
];

function figureOf(i: number, n: number, side: string | null): EventFigure {
  const worded = WORDED[i % WORDED.length] as (typeof WORDED)[number];
  const [raw, qualifier, low, high] = worded(n);
  return aChartFigure({
    name: `${NAMES[i % NAMES.length]} ${i}`,
    side,
    quantity: {
      raw,
      qualifier,
      low,
      high,
      central: null,
      reading: qualifier === "words" ? "convention" : "stated",
    },
    verification: VERIFICATIONS[i % VERIFICATIONS.length] as Verification,
  });
}

const crowd = Array.from({ length: 100 }, (_, i) =>
  figureOf(i, 1 + ((i * 37) % 900), ["North", "South", null][i % 3] ?? null),
);

describe("a chart as a file", () => {
  test("is one well-formed document that names no style, no script and nothing of any other site", () => {
    const svg = drawn(crowd, {}, ["North", "South"]);
    expect(svg).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<svg /);
    expect(svg).not.toMatch(/<style|<script|style=|class=|currentColor|%"|NaN|undefined/);
    expect(tagsOpenAfter(svg)).toEqual([]);
    expect(parse(svg).querySelector("title")?.textContent).toContain(
      "People killed. A strike. Somewhere, 4 May 2026.",
    );
  });

  test("says every figure in its words with claimant, date and status, also to who does not see it", () => {
    const svg = drawn(crowd);
    const told = (parse(svg).querySelector("desc")?.textContent ?? "").replace(/[\u2068\u2069]/g, "");
    const shown = textBoxesOf(svg)
      .map(({ text }) => text)
      .join(" ")
      .replace(/[\s\u2068\u2069]+/g, "");
    for (const { claimant, quantity } of crowd) {
      expect(told).toContain(`${claimant.name}, ${quantity.raw}`);
      expect(shown).toContain(quantity.raw.replaceAll(" ", ""));
      expect(shown).toContain(claimant.name.replaceAll(" ", ""));
    }
    expect(told.match(/stated 4 May 2026, /g)).toHaveLength(100);
    expect(shown).toContain("unverifiable4May2026");
    expect(shown).toContain("·dataasof4May2026·CCBY4.0");
  });

  test.each([360, 599, 600, 720, 960, 1600])(
    "sets a hundred claims and long or Arabic names without an overlap or a cut, %i px wide",
    (width) => {
      expect(overlapsIn(drawn(crowd, { width }, ["North", "South"]), width)).toEqual([]);
      expect(overlapsIn(drawn(crowd.slice(0, 3), { width }), width)).toEqual([]);
    },
  );

  test("sets any figures without an overlap or a cut", () => {
    const figures = fc.array(
      fc.record({
        i: fc.nat(27),
        n: fc.integer({ min: 0, max: 1_000_000 }),
        side: fc.constantFrom("North", "South", null),
      }),
      { minLength: 1, maxLength: 2 },
    );
    const widths = fc.integer({ min: 360, max: 1600 });
    fc.assert(
      fc.property(figures, widths, (given, width) => {
        const svg = drawn(
          given.map(({ i, n, side }) => figureOf(i, n, side)),
          { width },
          ["North", "South"],
        );
        expect(overlapsIn(svg, width)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  }, 30_000);

  test("keeps hostile words as words", () => {
    const hostile = `</text><script>alert(1)</script>" onload="x" & \u0000\u0008\ud800`;
    const measure = aChartMeasure(
      [
        aChartFigure({
          name: hostile,
          wording: { text: hostile, language: '"><g', translation: null, translatedBy: null },
        }),
      ],
      hostile,
    );
    for (const svg of [
      chartPicture(aChartEvent(measure, hostile), measure, CHOICE, "en"),
      eventCard(aChartEvent(measure, hostile), "en"),
    ]) {
      const document = parse(svg);
      expect(document.querySelectorAll("script, [onload]")).toHaveLength(0);
      expect(tagsOpenAfter(svg)).toEqual([]);
      expect([...svg].filter((sign) => sign < "\t" || sign === "\ud800")).toEqual([]);
      expect(document.querySelector("title")?.textContent).toContain("<script>alert(1)</script>");
    }
  });

  test("draws its earlier figures small, joined and struck through", () => {
    const before = aChartFigure({ name: "x" });
    const earlier = [
      {
        ...before,
        lifecycle: "superseded" as const,
        quantity: { ...before.quantity, raw: "63", low: 63, high: 63 },
        measureLabel: "",
      },
    ];
    const svg = drawn([aChartFigure({ name: "Ministry", earlier })]);
    expect(svg).toContain('text-decoration="line-through">63</tspan> </tspan>');
    expect(svg).toContain("earlier figure 63");
  });
});

describe("the card of an event", () => {
  test("shows no number without its words, its claimant and its date", () => {
    const measure = aChartMeasure([figureOf(0, 89, null), figureOf(14, 400, null)]);
    const shown = textBoxesOf(eventCard(aChartEvent(measure), "en"))
      .map(({ text }) => text)
      .join(" ");
    expect(shown).toContain("89: Observatory 0, stated 4 May 2026");
    expect(shown).toContain("Reported range: People killed");
  });

  test("sets long titles and names within its size", () => {
    const title =
      "A very long title of an event that happened in several places at once, and was told again and again ".repeat(
        4,
      );
    for (const i of [0, 1, 2, 3]) {
      const measure = aChartMeasure([figureOf(i, 89, null), ...crowd.slice(0, 20)], title);
      expect(overlapsIn(eventCard(aChartEvent(measure, title, ["North"]), "en"), 1200, 630)).toEqual([]);
    }
  });
});

describe("what a file has for a style sheet", () => {
  const css = readFileSync("app/globals.css", "utf8");

  test("has the colours of the site, light and dark", () => {
    const colour = (name: string) =>
      css.match(new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`))?.slice(1);
    const { light, dark } = IMAGE_THEMES;
    for (const name of ["paper", "ink", "muted", "rule", "band", "flag"] as const)
      expect([light[name], dark[name]]).toEqual(colour(name));
    expect(light.sides.map((side, i) => [side, dark.sides[i]])).toEqual(
      [0, 1, 2, 3, 4, 5].map((i) => colour(`side-${i}`)),
    );
  });

  test("has paint for every mark of the page", () => {
    const marks = readFileSync("app/_components/figures/figures.css", "utf8").matchAll(/^ {2}\.(mark-\w+)/gm);
    const paints = paintsOf(IMAGE_THEMES.light);
    expect([...marks].map(([, name]) => name).filter((name) => !(String(name) in paints))).toEqual([]);
  });
});

/** The tags that are still open at the end of a document, or that closed what they did not open. */
function tagsOpenAfter(xml: string): string[] {
  const open: string[] = [];
  for (const [, close, name, rest] of xml
    .replace(/<\?.*?\?>/, "")
    .matchAll(/<(\/?)([\w:]+)((?:[^<>"]|"[^"<]*")*)>/g)) {
    if (close) expect(open.pop()).toBe(name);
    else if (!rest?.endsWith("/")) open.push(String(name));
  }
  return open;
}
