import { Slug } from "../../forms/fields";
import { BASES, STANDINGS, TOPICS } from "../../vocabulary";
import type { Cell, ClaimRule, ImportMapping } from "../schema";
import { cellsOf, columnMatcher, columnsUsed, datesOf, type Path, rowCellsOf, ruleCellsOf } from "./columns";
import { readyFormat } from "./date-format";
import { parseTemplate } from "./template";

/** What is wrong with a mapping, and where in it. */
export type MappingFlaw = { path: Path; message: string };

/** What keeps a mapping from meaning anything, beside its shape: what contradicts itself, or can never be read. */
export function mappingFlaws(mapping: ImportMapping): MappingFlaw[] {
  return [
    ...claimFlaws(mapping),
    ...leftOutFlaws(mapping),
    ...cellFlaws(mapping),
    ...dateFlaws(mapping),
    ...headingFlaws(mapping),
    ...repeatedSlugs(mapping),
  ];
}

function claimFlaws({ claims, corrections }: ImportMapping): MappingFlaw[] {
  if (claims.length === 0 && corrections.length === 0)
    return [{ path: ["claims"], message: "Say at least one claim that a row makes." }];
  return claims.flatMap((rule, place) =>
    ruleFlaws(rule).map(({ path, message }) => ({ path: ["claims", place, ...path], message })),
  );
}

function ruleFlaws(rule: ClaimRule): MappingFlaw[] {
  const { topic, measure, quantity, wide, wording } = rule;
  const flaws: MappingFlaw[] = [];
  const add = (message: string, ...path: Path) => flaws.push({ path, message });

  if (wide && !wide.dates && !wide.columns?.length)
    add(
      "Name the columns that make a claim each, or the format of the dates that are their headings.",
      "wide",
    );
  if (wide?.dates && (!readyFormat(wide.dates) || ["edtf", "excel", "unix"].includes(wide.dates)))
    add("Write the format of the headings with the signs of a date, such as M/D/YY.", "wide", "dates");
  if (topic) {
    if (measure || quantity) add("A claim has a topic, or a measure and a figure: not both.", "topic");
    if (!wording) add("A statement needs its words.", "wording");
    return flaws;
  }
  if (!measure) add("Name the measure of the figure; a statement has a topic in its place.", "measure");
  if (!quantity && !wide) add("Say where the figure stands.", "quantity");
  if (quantity?.raw && wording)
    add("The words of a figure are its raw text: give one of the two.", "wording");
  return [...flaws, ...figureFlaws(rule)];
}

function figureFlaws({ quantity, wide }: ClaimRule): MappingFlaw[] {
  if (!quantity) return [];
  const { figure, raw, qualifier, low, high, central } = quantity;
  const isGiven = raw && qualifier;
  if (!figure && !low && !high && !isGiven && !wide)
    return [
      {
        path: ["quantity"],
        message: "Name the figure, its low or its high, or its words and its qualifier.",
      },
    ];
  if (central && !qualifier)
    return [
      { path: ["quantity", "central"], message: "Only what its qualifier calls estimate_ci has a middle." },
    ];
  return [];
}

/** What a publisher extrapolated, or corrects, is no claim of anybody. */
function leftOutFlaws(mapping: ImportMapping): MappingFlaw[] {
  const isLeftOut = columnMatcher(mapping.leaveOut);
  const isCorrection = columnMatcher(mapping.corrections);
  return columnsUsed(mapping).flatMap(({ column, path }) => {
    if (isLeftOut(column))
      return [{ path, message: `The column “${column}” is left out: no rule may use it.` }];
    if (isCorrection(column))
      return [{ path, message: `The column “${column}” holds corrections: no rule may use it.` }];
    return [];
  });
}

function cellFlaws(mapping: ImportMapping): MappingFlaw[] {
  const templates = cellsOf(mapping).flatMap(({ cell, path }) =>
    "template" in cell && parseTemplate(cell.template) === null
      ? [{ path, message: "Close each brace, and name a column in it." }]
      : [],
  );
  const codes = mapping.claims.flatMap(({ basis, standing, topic }, place) => [
    ...codeFlaws(basis, BASES, ["claims", place, "basis"]),
    ...codeFlaws(standing, LOGGED_STANDINGS, ["claims", place, "standing"]),
    ...(topic ? codeFlaws(topic, TOPICS, ["claims", place, "topic"]) : []),
  ]);
  const named: [Cell | undefined, Path][] = [
    [mapping.event, ["event"]],
    [mapping.report.publication, ["report", "publication"]],
    ...mapping.claims.flatMap(({ claimant, measure }, place): [Cell | undefined, Path][] => [
      [claimant, ["claims", place, "claimant"]],
      [measure, ["claims", place, "measure"]],
    ]),
  ];
  const slugs = named.flatMap(([cell, path]) =>
    cell && "fixed" in cell && !Slug.safeParse(cell.fixed).success
      ? [{ path, message: "Name it by its slug: small letters, digits and single hyphens." }]
      : [],
  );
  return [...templates, ...codes, ...slugs];
}

const LOGGED_STANDINGS = STANDINGS.filter((standing) => standing !== "disowned");

function codeFlaws(cell: Cell, codes: readonly string[], path: Path): MappingFlaw[] {
  const values = "fixed" in cell ? [cell.fixed] : "column" in cell ? Object.values(cell.values ?? {}) : [];
  return values.every((value) => value === null || codes.includes(value))
    ? []
    : [{ path, message: `Use one of ${codes.join(", ")}.` }];
}

function dateFlaws(mapping: ImportMapping): MappingFlaw[] {
  return datesOf(mapping).flatMap(({ date, path }) =>
    readyFormat(date.format)
      ? []
      : [
          {
            path: [...path, "format"],
            message: "Write a format such as YYYY-MM-DD, D.M.YYYY HH:mm or M/D/YY; or edtf, excel or unix.",
          },
        ],
  );
}

/** Only a wide table has headings that say something. */
function headingFlaws(mapping: ImportMapping): MappingFlaw[] {
  const narrow = mapping.claims.flatMap((rule, place) =>
    rule.wide ? [] : ruleCellsOf(rule, ["claims", place]),
  );
  const isAllWide = mapping.claims.every(({ wide }) => wide);
  return [...(isAllWide ? [] : rowCellsOf(mapping)), ...narrow].flatMap(({ cell, path }) =>
    "heading" in cell ? [{ path, message: "Only a rule for a wide table has a heading." }] : [],
  );
}

function repeatedSlugs({ claimants, publications, measures }: ImportMapping): MappingFlaw[] {
  return Object.entries({ claimants, publications, measures }).flatMap(([name, records]) => {
    const seen = new Set<string>();
    return records.flatMap(({ slug }, place) => {
      const isRepeated = seen.has(slug);
      seen.add(slug);
      return isRepeated ? [{ path: [name, place, "slug"], message: `“${slug}” is declared twice.` }] : [];
    });
  });
}
