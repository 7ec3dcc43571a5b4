import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bylineNames } from "../../lib/attributions/byline-names";
import type { ReportToTrace } from "../../lib/attributions/dated-reports";
import { type DecidedVia, type ProposedVia, proposeVias } from "../../lib/attributions/via-proposals";
import { VIA_GROUNDS } from "../../lib/vocabulary";
import { shuffled } from "../fixtures/arbitrary-moments";
import { cpuTimeMs } from "../fixtures/cpu-time";

const DAY_MS = 86_400_000;

const NAMES: Record<string, string[]> = {
  reuters: ["Reuters"],
  afp: ["AFP", "Agence France-Presse"],
  ap: ["AP", "Associated Press"],
  khaleej: ["Khaleej Times"],
  kyiv_independent: ["Kyiv Independent", "The Kyiv Independent"],
  independent: ["Independent"],
  copy_site: ["honeywell-confort.com"],
};

/** A report of a publication in the course of a day; `on: null` where its date is not known. */
function report(
  id: string,
  publicationId: string,
  { on = 1, ...rest }: Partial<ReportToTrace> & { on?: number | null } = {},
): ReportToTrace {
  return {
    id,
    publicationId,
    publicationNames: NAMES[publicationId] ?? [publicationId],
    credit: null,
    byline: null,
    text: null,
    publishedEarliest: on === null ? null : on * DAY_MS,
    publishedLatest: on === null ? null : (on + 1) * DAY_MS - 1,
    ...rest,
  };
}

function links(proposals: ProposedVia[]): [string, string | null][] {
  return proposals.map(({ reportId, viaReportId }) => [reportId, viaReportId]);
}

describe("R14: an agency credit", () => {
  const reuters = report("wire", "reuters");

  test.each([
    "(Reuters)",
    "Reuters",
    "REUTERS",
    "Source: Reuters",
    "With inputs from Reuters",
    "Reuters/AFP",
    "AFP/Reuters",
    "© 2022 Reuters. All rights reserved.",
  ])("%s proposes the report of the agency", (credit) => {
    expect(proposeVias([report("copy", "khaleej", { credit }), reuters], [])).toEqual([
      {
        reportId: "copy",
        viaReportId: "wire",
        viaPublicationId: "reuters",
        ground: "agency_credit",
        direction: "known",
        similarity: null,
        evidence: credit,
      },
    ]);
  });

  test.each(["Reutersville Gazette", "Agency", "", "   ", "AAFP", "staff"])(
    "%j names no agency on file",
    (credit) => {
      const others = [reuters, report("afp", "afp")];
      expect(proposeVias([report("copy", "khaleej", { credit }), ...others], [])).toEqual([]);
    },
  );

  test("an alias and two agencies in one line are read, and the byline too", () => {
    const wires = [reuters, report("afp", "afp"), report("ap", "ap")];
    const both = report("copy", "khaleej", {
      credit: "Agence France-Presse, Reuters",
      byline: "Jane Roe, Associated Press",
    });
    expect(links(proposeVias([both, ...wires], []))).toEqual([
      ["copy", "afp"],
      ["copy", "ap"],
      ["copy", "wire"],
    ]);
  });

  test("a publication never credits itself, nor another that has a part of its name", () => {
    const own = report("own", "kyiv_independent", { credit: "The Kyiv Independent", on: 2 });
    const others = [report("earlier", "kyiv_independent"), report("british", "independent")];
    expect(proposeVias([own, ...others], [])).toEqual([]);
  });

  test("a report that came after the credit is not what it was had from: the publication alone is proposed", () => {
    const later = report("later", "reuters", { on: 5 });
    expect(proposeVias([report("copy", "khaleej", { credit: "Reuters" }), later], [])).toMatchObject([
      { reportId: "copy", viaReportId: null, viaPublicationId: "reuters" },
    ]);
  });

  test("one of the same hours may be what it was had from, one that begins at its very end may not", () => {
    const copy = report("copy", "khaleej", { credit: "Reuters" });
    const noon = DAY_MS * 1.5;
    const sameDay = report("same day", "reuters", {
      publishedEarliest: noon,
      publishedLatest: noon + 59_999,
    });
    expect(links(proposeVias([copy, sameDay], []))).toEqual([["copy", "same day"]]);
    const atNoon = { ...copy, publishedEarliest: noon, publishedLatest: noon };
    expect(links(proposeVias([atNoon, sameDay], []))).toEqual([["copy", null]]);
  });

  test("a publication that is called otherwise in another of its reports still does not credit itself", () => {
    const alias = report("alias", "reuters", { publicationNames: ["Thomson Wire"] });
    expect(proposeVias([alias, report("own", "reuters", { credit: "Thomson Wire", on: 2 })], [])).toEqual([]);
  });

  test("of many reports the last five before it are proposed, and the undated after those", () => {
    const wires = [1, 2, 3, 4, 5, 6].map((on) => report(`wire ${on}`, "reuters", { on }));
    const undated = report("undated", "reuters", { on: null });
    const copy = report("copy", "khaleej", { credit: "Reuters", on: 6 });
    expect(links(proposeVias([...wires, undated, copy], [])).map(([, via]) => via)).toEqual([
      "wire 2",
      "wire 3",
      "wire 4",
      "wire 5",
      "wire 6",
    ]);
    expect(links(proposeVias([undated, ...wires.slice(0, 1), copy], []))).toEqual([
      ["copy", "undated"],
      ["copy", "wire 1"],
    ]);
  });
});

describe("R14: a byline", () => {
  const first = report("first", "reuters", { byline: "By José Roe" });

  test("the same name in an earlier report of another publication is proposed, whatever its case and accents", () => {
    const later = report("later", "khaleej", { byline: "JOSE ROE, Staff Writer, in Kyiv", on: 2 });
    expect(proposeVias([later, first], [])).toMatchObject([
      { reportId: "later", viaReportId: "first", ground: "byline", direction: "known", evidence: "JOSE ROE" },
    ]);
  });

  test("of one day the direction is not known, and both are given", () => {
    const same = report("same", "khaleej", { byline: "José Roe" });
    expect(proposeVias([same, first], [])).toMatchObject([
      { reportId: "same", viaReportId: "first", direction: "unknown" },
    ]);
  });

  test("within one publication it tells nothing", () => {
    expect(proposeVias([first, report("later", "reuters", { byline: "José Roe", on: 2 })], [])).toEqual([]);
  });

  test.each([
    ["By Jane Roe", ["jane roe"]],
    ["Jane Roe and John Doe in New York; editing by Ann Poe", ["jane roe", "john doe", "ann poe"]],
    ["Jane Roe with John Doe", ["jane roe", "john doe"]],
    ["Автор: Іван Петренко", ["іван петренко"]],
    ["王小明", ["王 小 明"]],
    ["김철수", ["김철수".normalize("NFKD")]],
    ["Staff", []],
    ["Agencies", []],
    ["Web Desk", []],
    ["By Staff Reporter", []],
    ["Reuters", []],
    ["", []],
  ])("%j names %j", (byline, expected) => {
    const keys = bylineNames(byline).map(({ key }) => key);
    expect(keys).toEqual(expected.map((key) => key.normalize("NFKD").replace(/[\u0300-\u036f]/g, "")));
  });

  test("staff, agencies and web desks of two publications are nobody in common", () => {
    const desk = (id: string, publicationId: string) =>
      report(id, publicationId, { byline: "By Web Desk, Agencies" });
    expect(proposeVias([desk("one", "reuters"), desk("other", "afp")], [])).toEqual([]);
  });

  test("a publication's own name in a byline is no person", () => {
    const byline = "By Khaleej Times";
    const found = proposeVias(
      [report("one", "reuters", { byline }), report("other", "khaleej", { byline })],
      [],
    );
    expect(found.map(({ ground }) => ground)).toEqual(["agency_credit"]);
  });
});

const STORY =
  "MOSCOW - Forty prisoners of war were killed and seventy-five were wounded when a prison in Olenivka was shelled " +
  "overnight, the Russian defence ministry said on Friday. Eight members of the prison staff were also hurt.";

describe("R14: near-identical text", () => {
  const first = report("first", "reuters", { text: STORY });

  test("a copy in other type, with another first word, was had from the earlier one", () => {
    const text = `${STORY.replace("MOSCOW -", "(Moscow)").toUpperCase()}!!`;
    const found = proposeVias([report("copy", "copy_site", { text, on: 2 }), first], []);
    expect(found).toMatchObject([
      { reportId: "copy", viaReportId: "first", ground: "near_identical", direction: "known", similarity: 1 },
    ]);
    expect(text).toContain(found[0]?.evidence);
  });

  test("a text that shares half is proposed with its likeness, and the words that both have are shown", () => {
    const text = `${STORY} Kyiv denied it at once, and said that the shells had come from the other side of the front.`;
    const [found] = proposeVias([report("longer", "afp", { text, on: 2 }), first], []);
    expect(found?.similarity).toBeCloseTo(31 / 49, 1);
    expect(found?.evidence).toBe(STORY.slice(0, -1));
  });

  test("two late copies of a crowded statement are found by what they have of their own", () => {
    const crowd = Array.from({ length: 25 }, (_, n) => {
      const own = Array.from({ length: 60 }, (_, at) => `w${n}x${at}`).join(" ");
      return report(`crowd ${n}`, "ap", { text: `${STORY} ${own}` });
    });
    const added = "Kyiv denied it at once and blamed the other side.";
    const pair = ["one", "two"].map((id) => report(id, id, { text: `${STORY} ${added} ${id}`, on: 2 }));
    expect(links(proposeVias([...crowd, ...pair], []))).toContainEqual(["two", "one"]);
  });

  test("the same facts in other words are not proposed", () => {
    const text =
      "Russia's military put the dead at forty and the injured at seventy-five after what it called an attack on a " +
      "detention centre holding captured Ukrainian soldiers; eight guards, it added, had been injured as well.";
    expect(proposeVias([first, report("other", "afp", { text, on: 2 })], [])).toEqual([]);
  });

  test("a short passage that stands in an article is proposed, one of a few words is not", () => {
    const passage = "were wounded when a prison in Olenivka was shelled overnight";
    expect(proposeVias([first, report("cut", "afp", { text: passage, on: 2 })], [])).toMatchObject([
      { reportId: "cut", viaReportId: "first", similarity: 1, evidence: passage },
    ]);
    expect(
      proposeVias([first, report("cut", "afp", { text: "forty prisoners of war were killed", on: 2 })], []),
    ).toEqual([]);
  });

  test("texts of one day, or without a date, are given with no direction", () => {
    for (const on of [1, null]) {
      const found = proposeVias([report("copy", "afp", { text: STORY, on }), first], []);
      expect(found).toMatchObject([{ direction: "unknown" }]);
      expect(found.flatMap(({ reportId, viaReportId }) => [reportId, viaReportId]).sort()).toEqual([
        "copy",
        "first",
      ]);
    }
  });

  test.each([
    [
      "Cyrillic",
      "Сорок военнопленных погибли и семьдесят пять ранены при обстреле колонии в Еленовке минувшей ночью сообщило министерство обороны России в пятницу утром",
    ],
    [
      "Arabic",
      "قتل أربعون أسير حرب وأصيب خمسة وسبعون آخرون في قصف سجن في أولينيفكا الليلة الماضية حسبما أعلنت وزارة الدفاع الروسية يوم الجمعة في بيان",
    ],
    ["Chinese", "俄罗斯国防部星期五表示奥列尼夫卡一所监狱夜间遭到炮击造成四十名战俘死亡七十五人受伤"],
    ["Thai", "กระทรวงกลาโหมรัสเซียกล่าวเมื่อวันศุกร์ว่าเชลยศึกเสียชีวิตสี่สิบคนจากการยิงถล่มเรือนจำ"],
  ])("%s is read as well", (_, text) => {
    const copies = [report("one", "reuters", { text }), report("two", "afp", { text: `${text}.`, on: 2 })];
    expect(proposeVias(copies, [])).toMatchObject([{ viaReportId: "one", similarity: 1, evidence: text }]);
  });
});

describe("R14, R19: what a person decided", () => {
  const wire = report("wire", "reuters", { text: STORY, byline: "Jane Roe" });
  const copy = report("copy", "khaleej", { text: STORY, byline: "Jane Roe", credit: "Reuters", on: 2 });

  test("one pair may be proposed on each ground", () => {
    const found = proposeVias([wire, copy], []);
    expect(found.map(({ ground }) => ground)).toEqual([...VIA_GROUNDS]);
  });

  test("is not proposed again on any ground, nor the other way round", () => {
    expect(proposeVias([wire, copy], [{ reportId: "copy", viaReportId: "wire" }])).toEqual([]);
    expect(proposeVias([wire, copy], [{ reportId: "wire", viaReportId: "copy" }])).toEqual([]);
  });

  test("about a publication alone leaves its reports open", () => {
    const decided: DecidedVia[] = [{ reportId: "copy", viaReportId: null, viaPublicationId: "reuters" }];
    const later = {
      ...wire,
      text: null,
      byline: null,
      publishedEarliest: 9 * DAY_MS,
      publishedLatest: 9 * DAY_MS,
    };
    expect(proposeVias([later, copy], [])).toHaveLength(1);
    expect(proposeVias([later, copy], decided)).toEqual([]);
    expect(proposeVias([wire, copy], decided)).toHaveLength(3);
  });
});

describe("whatever the reports", { timeout: 60_000 }, () => {
  const word = fc.constantFrom(
    ..."the of war dead in a prison said on shelled forty ministry night".split(" "),
  );
  const ownWords = (mark: string) =>
    fc
      .array(fc.stringMatching(/^[a-z]{1,6}$/), { minLength: 20, maxLength: 60 })
      .map((words) => words.map((one) => `${mark}${one}`).join(" "));
  const moment = fc.option(fc.record({ from: fc.nat(5), lasts: fc.nat(2) }), { nil: null });
  const someText = fc.oneof(
    fc.constantFrom(
      null,
      "",
      STORY,
      STORY.slice(0, 120),
      `${STORY} And more was to come on the next day, it said.`,
    ),
    fc.array(word, { maxLength: 60 }).map((words) => words.join(" ")),
  );
  const someReports = fc
    .array(
      fc.record({
        publicationId: fc.constantFrom(...Object.keys(NAMES)),
        credit: fc.constantFrom(null, null, "(Reuters)", "AFP/AP", "Source: Kyiv Independent"),
        byline: fc.constantFrom(null, "By Jane Roe", "John Doe and Jane Roe", "Staff, Reuters"),
        text: someText,
        published: moment,
      }),
      // So few that no bound on what is proposed for one credit is reached.
      { maxLength: 6 },
    )
    .map((all) =>
      all.map(({ published, publicationId, ...rest }, at) =>
        report(`report ${at}`, publicationId, {
          ...rest,
          publishedEarliest: published && published.from * DAY_MS,
          publishedLatest: published && (published.from + published.lasts + 1) * DAY_MS - 1,
        }),
      ),
    );

  test("their order changes nothing", () => {
    fc.assert(
      fc.property(shuffled(someReports), ([reports, others]) => {
        expect(proposeVias(others, [])).toEqual(proposeVias(reports, []));
      }),
      { numRuns: 1000 },
    );
  });

  test("identical texts are always proposed, and what shares no words never", () => {
    fc.assert(
      fc.property(ownWords("a"), ownWords("b"), moment, (text, other, published) => {
        const copy = report("copy", "afp", {
          text,
          publishedEarliest: published && published.from * DAY_MS,
          publishedLatest: published && (published.from + published.lasts + 1) * DAY_MS - 1,
        });
        const reports = [report("one", "reuters", { text }), copy, report("other", "ap", { text: other })];
        const found = proposeVias(reports, []);
        expect(found.map(({ ground, similarity }) => [ground, similarity])).toEqual([["near_identical", 1]]);
        expect(links(found).flat().sort()).toEqual(["copy", "one"]);
      }),
      { numRuns: 1000 },
    );
  });

  test("one more report takes no proposal away from the others, but to name the very report", () => {
    fc.assert(
      fc.property(someReports, (reports) => {
        const [added, ...others] = reports;
        const after = proposeVias(reports, []);
        for (const before of proposeVias(others, [])) {
          const kept = after.filter(
            ({ reportId, ground, viaPublicationId, viaReportId }) =>
              reportId === before.reportId &&
              ground === before.ground &&
              viaPublicationId === before.viaPublicationId &&
              (viaReportId === before.viaReportId ||
                (before.viaReportId === null && viaReportId === added?.id)),
          );
          expect(kept).toHaveLength(1);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test("what is decided is never proposed, no report is had from itself, and none from a later one", () => {
    fc.assert(
      fc.property(someReports, fc.array(fc.nat(40)), (reports, picks) => {
        const all = proposeVias(reports, []);
        const decided = picks.flatMap((pick) => all[pick] ?? []);
        const byId = new Map(reports.map((one) => [one.id, one]));
        for (const { reportId, viaReportId, viaPublicationId, direction } of proposeVias(reports, decided)) {
          expect(reportId).not.toBe(viaReportId);
          const isDecided = decided.some(
            (one) =>
              one.reportId === reportId &&
              one.viaReportId === viaReportId &&
              one.viaPublicationId === viaPublicationId,
          );
          expect(isDecided).toBe(false);
          const [later, earlier] = [byId.get(reportId), byId.get(viaReportId ?? "")];
          if (later && earlier && direction === "known") {
            expect(earlier.publishedEarliest ?? 0).toBeLessThanOrEqual(later.publishedLatest ?? Infinity);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  test("nothing stops the proposals", () => {
    const text = fc.option(fc.string({ unit: "binary" }), { nil: null });
    const instant = fc.option(fc.oneof(fc.integer(), fc.double()), { nil: null });
    const anyReport = fc.record({
      id: fc.string({ maxLength: 1 }),
      publicationId: fc.string({ maxLength: 1 }),
      publicationNames: fc.array(fc.string({ unit: "binary", maxLength: 2 })),
      credit: text,
      byline: text,
      text,
      publishedEarliest: instant,
      publishedLatest: instant,
    });
    fc.assert(
      fc.property(fc.array(anyReport), fc.integer({ min: 1, max: 3 }), (reports, runWords) => {
        expect(proposeVias(reports, [], { runWords })).toBeInstanceOf(Array);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("five thousand reports take less than ten seconds", { timeout: 60_000 }, () => {
  /** Words that differ from number to number, the same for the same number. */
  function wordsFrom(seed: number, count: number): string {
    let state = seed * 2_654_435_761 + 1;
    const next = () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return `w${state % 3000}`;
    };
    return Array.from({ length: count }, next).join(" ");
  }

  const statement = wordsFrom(0, 30);
  test.each([
    [
      "each of its own words, with one statement in all of them",
      (n: number) => `${wordsFrom(n + 1, 60)} ${statement}`,
    ],
    ["each one of a thousand stories", (n: number) => wordsFrom(n % 1000, 80)],
    ["all one story", () => wordsFrom(7, 80)],
  ])("%s", (_, textOf) => {
    const reports = Array.from({ length: 5000 }, (_, n) =>
      report(`report ${n}`, `publication ${n % 300}`, {
        text: textOf(n),
        credit: n % 3 ? null : `publication ${(n + 1) % 300}`,
        byline: n % 5 ? null : `Jane Roe ${n % 50}x`,
        on: n % 400,
      }),
    );
    const took = cpuTimeMs(() => expect(proposeVias(reports, []).length).toBeGreaterThan(1000));
    expect(took).toBeLessThan(10_000);
  });
});
