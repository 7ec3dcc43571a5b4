import type { FormTexts } from "@/lib/forms/read-form";
import { slugOf } from "@/lib/forms/slug";
import type { ImportMapping } from "@/lib/imports/schema";
import type { Reading } from "@/lib/imports/types";
import { FIGURES_MAX } from "./figures-max";

type Get = (name: string) => string;

/**
 * The mapping that the form for a simple file describes, not yet looked at by its schema, and what of the form is
 * missing. A record is named by its id, by its slug, or by a column. `slugs` are those of the ids.
 */
export function mappingOfForm(
  get: Get,
  slugs: ReadonlyMap<string, string>,
  { format, reading }: { format: ImportMapping["format"]; reading: Reading | null },
): { mapping: unknown; missing: Record<string, "choose" | "both" | "fill"> } {
  const missing: Record<string, "choose" | "both" | "fill"> = {};
  const cellOf = (name: string, column = `${name}Column`) => {
    const slug = slugs.get(get(name)) ?? get(`${name}Label`).trim();
    if (get(column) !== "") {
      if (slug !== "") missing[name] = "both";
      return { column: get(column) };
    }
    if (!SLUG.test(slug)) missing[name] = "choose";
    return { fixed: slug };
  };
  const column = (name: string) => (get(name) === "" ? undefined : { column: get(name) });

  const wide = get("wideFormat").trim();
  if (wide === "" && get("statedColumn") === "" && get("statedFixed").trim() === "")
    missing.statedColumn = "fill";
  const dateFormat = get("dateFormat").trim() || "edtf";
  const stated = wide
    ? { from: { heading: true }, format: wide }
    : get("statedColumn") === ""
      ? { from: { fixed: get("statedFixed").trim() }, format: "edtf" }
      : { from: column("statedColumn"), format: dateFormat };
  const shared = {
    ...(wide && { wide: { dates: wide } }),
    claimant: cellOf("claimant"),
    stated,
    ...(get("asOfColumn") && { asOf: { from: column("asOfColumn"), format: dateFormat } }),
    basis: { fixed: get("basis") || "unstated" },
    language: { fixed: get("language") || "en" },
  };
  const numbers = Array.from({ length: FIGURES_MAX }, (_, at) => at);
  const rules = numbers.filter(
    (at) =>
      at === 0 ||
      ["figure", "low", "high", "measure", "measureColumn"].some((name) => get(`${name}-${at}`)) ||
      get(`measure-${at}Label`).trim(),
  );
  const claims = rules.map((at) => {
    const quantity = withoutAbsent({
      figure: column(`figure-${at}`),
      qualifier: column(`qualifier-${at}`),
      low: column(`low-${at}`),
      high: column(`high-${at}`),
    });
    const hasFigure = "figure" in quantity || "low" in quantity || "high" in quantity;
    if (!hasFigure && !wide) missing[`figure-${at}`] = "fill";
    const measure = cellOf(`measure-${at}`, `measureColumn-${at}`);
    return { ...shared, measure, ...(Object.keys(quantity).length > 0 && { quantity }) };
  });

  const published = get("publishedColumn");
  const mapping = {
    mapping: 1,
    name: get("name").trim(),
    dataset: get("dataset").trim() || slugOf(get("name"), "import"),
    format,
    ...(reading && { reading: readingToKeep(reading) }),
    zone: get("zone").trim() || "UTC",
    decimalComma: get("decimalComma") === "yes",
    empty: linesOf(get("empty")),
    leaveOut: linesOf(get("leaveOut")),
    event: cellOf("event"),
    report: {
      publication: cellOf("publication"),
      ...withoutAbsent({
        url: column("urlColumn") ?? fixed(get("url")),
        title: column("titleColumn") ?? fixed(get("title")),
        published: published === "" ? undefined : { from: { column: published }, format: dateFormat },
      }),
    },
    claims,
  };
  return { mapping, missing };
}

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The same from what a form sent. */
export function readMappingForm(
  fields: FormTexts,
  slugs: ReadonlyMap<string, string>,
  of: { format: ImportMapping["format"]; reading: Reading },
) {
  return mappingOfForm((name) => fields.raw(name), slugs, of);
}

/** The values by which the form shows a mapping; null where the mapping says more than the form can. */
export function formOfMapping(mapping: ImportMapping): Record<string, string> | null {
  const [first] = mapping.claims;
  if (!first) return null;
  const values: Record<string, string> = {
    name: mapping.name,
    dataset: mapping.dataset,
    zone: mapping.zone,
    decimalComma: mapping.decimalComma ? "yes" : "",
    empty: mapping.empty.join("\n"),
    leaveOut: mapping.leaveOut.join("\n"),
    wideFormat: first.wide?.dates ?? "",
    basis: "fixed" in first.basis ? first.basis.fixed : "",
    language: "fixed" in first.language ? first.language.fixed : "",
    asOfColumn: columnOf(first.asOf?.from),
    publishedColumn: columnOf(mapping.report.published?.from),
    statedColumn: columnOf(first.stated.from),
    statedFixed: fixedOf(first.stated.from),
    dateFormat:
      [first.stated, first.asOf, mapping.report.published].find((date) => date && "column" in date.from)
        ?.format ?? "edtf",
    ...fieldsOf("url", mapping.report.url, ""),
    ...fieldsOf("title", mapping.report.title, ""),
    ...fieldsOf("event", mapping.event, "Label"),
    ...fieldsOf("publication", mapping.report.publication, "Label"),
    ...fieldsOf("claimant", first.claimant, "Label"),
  };
  mapping.claims.forEach(({ measure, quantity }, at) => {
    values[`measureColumn-${at}`] = columnOf(measure);
    values[`measure-${at}Label`] = fixedOf(measure);
    for (const part of ["figure", "qualifier", "low", "high"] as const)
      values[`${part}-${at}`] = columnOf(quantity?.[part]);
  });
  const again = mappingOfForm((name) => values[name] ?? "", new Map(), {
    format: mapping.format,
    reading: null,
  });
  const isWhole = Object.keys(again.missing).length === 0 && saysTheSame(again.mapping, mapping);
  return isWhole ? values : null;
}

/** Defaults that the schema fills in stand in one of the two alone. */
function saysTheSame(made: unknown, mapping: ImportMapping): boolean {
  const { about: _, reading: __, ...rest } = mapping;
  const bare = { ...rest, claims: rest.claims.map(withoutDefaults) };
  return canonical(made) === canonical(withoutEmpty(bare, made as object));
}

function withoutDefaults(rule: ImportMapping["claims"][number]): object {
  const { when, standing, carries, ...rest } = rule;
  const isOrdinary =
    when.length === 0 && "fixed" in standing && standing.fixed === "reported" && carries === "paraphrase";
  return isOrdinary ? rest : rule;
}

/** Lists that are empty, and the medium that is so unless it is said, where the other does not name them. */
function withoutEmpty(mapping: Record<string, unknown>, made: object): object {
  const entries = Object.entries(mapping).filter(
    ([name, value]) => name in made || !(Array.isArray(value) && value.length === 0),
  );
  const { report, ...rest } = Object.fromEntries(entries);
  const { medium, ...said } = report as Record<string, unknown>;
  return { ...rest, report: medium === "web" ? said : { ...said, medium } };
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner) =>
    inner && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

function fieldsOf(name: string, cell: unknown, suffix: "" | "Label"): Record<string, string> {
  return { [`${name}Column`]: columnOf(cell), [`${name}${suffix}`]: fixedOf(cell) };
}

function columnOf(cell: unknown): string {
  return cell && typeof cell === "object" && "column" in cell ? String(cell.column) : "";
}

function fixedOf(cell: unknown): string {
  return cell && typeof cell === "object" && "fixed" in cell ? String(cell.fixed) : "";
}

function fixed(text: string): { fixed: string } | undefined {
  return text.trim() === "" ? undefined : { fixed: text.trim() };
}

function withoutAbsent<T extends object>(fields: T): Partial<T> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<T>;
}

function linesOf(text: string): string[] {
  return [
    ...new Set(
      text
        .split(/\r?\n/)
        .map((line) => line.trim())
        .filter(Boolean),
    ),
  ];
}

/** How the next file of this kind is read. */
function readingToKeep({ format, encoding, delimiter, headerRow, rows }: Reading): object {
  if (format === "csv") return { encoding, delimiter, ...(headerRow && { headerRow }) };
  if (format === "xlsx") return headerRow ? { headerRow } : {};
  return format === "json" && rows !== "" ? { rows } : {};
}

const FIELD_OF_PATH: readonly [RegExp, (match: RegExpMatchArray) => string][] = [
  [/^mapping\.(name|dataset|zone|empty|leaveOut)\b/, ([, name = ""]) => name],
  [/^mapping\.event\b/, () => "event"],
  [/^mapping\.report\.(url|title|publication)\b/, ([, name = ""]) => name],
  [/^mapping\.report\.published\b/, () => "publishedColumn"],
  [/^mapping\.claims\.(\d+)\.measure\b/, ([, at]) => `measure-${at}`],
  [/^mapping\.claims\.(\d+)\.quantity\b/, ([, at]) => `figure-${at}`],
  [/^mapping\.claims\.\d+\.wide\b/, () => "wideFormat"],
  [/^mapping\.claims\.\d+\.claimant\b/, () => "claimant"],
  [/^mapping\.claims\.\d+\.language\b/, () => "language"],
  [/^mapping\.claims\.\d+\.stated\.format\b/, () => "dateFormat"],
  [/^mapping\.claims\.\d+\.stated\b/, () => "statedColumn"],
  [/^mapping\.claims\.\d+\.asOf\b/, () => "asOfColumn"],
];

/** The field of the form that a sentence on a part of the mapping belongs to. */
export function fieldOfPath(path: string): string | null {
  for (const [pattern, name] of FIELD_OF_PATH) {
    const match = path.match(pattern);
    if (match) return name(match);
  }
  return null;
}
