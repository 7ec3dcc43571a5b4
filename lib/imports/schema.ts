import { z } from "zod";
import { Language, optionalText, Slug, TimeZone, text } from "../forms/fields";
import {
  CARRIES,
  CAUSE_DEFINITIONS,
  CLAIMANT_KINDS,
  IMPORT_FORMATS,
  MEASURE_KINDS,
  MEDIA,
  PERSON_CLASSES,
  TOTALS,
} from "../vocabulary";
import { mappingFlaws } from "./mapping/mapping-flaws";

/** A column by its header; in JSON a path such as "residential.destroyed". */
const Column = z.string().min(1).max(300);

/** Columns with "*" for anything: "ext_*", and in JSON also "*.ext_*". */
const ColumnPattern = z.string().min(1).max(300);

/**
 * Where a value comes from: the same for all rows, a column (its values perhaps translated), or several columns put
 * together: "{country}: {place}". In a wide table `"heading"` is the heading of the column that the figure stands in.
 */
export const Cell = z.union([
  z.strictObject({ fixed: z.string().max(2000) }),
  z.strictObject({
    column: Column,
    /** What stands in the column, and what it means; a value that is not listed is a problem. */
    values: z.record(z.string(), z.string().nullable()).optional(),
    /** Where the column is empty. */
    ifEmpty: z.string().optional(),
  }),
  z.strictObject({ template: z.string().min(1).max(1000) }),
  z.strictObject({ heading: z.literal(true) }),
]);
export type Cell = z.infer<typeof Cell>;

/**
 * A date: "edtf" as ours are written, "excel" as a serial number, "unix" in seconds, or signs of YYYY YY MMMM MMM MM M
 * DD D HH H mm ss with anything between, such as "M/D/YY".
 */
const DateCell = z.strictObject({
  from: Cell,
  format: z.string().min(1).max(40).default("edtf"),
  /** IANA; of a fixed or a column's zone. Absent: the mapping's. */
  zone: Cell.optional(),
});
export type DateCell = z.infer<typeof DateCell>;

/** A record that the rows name by its slug, made where none on file has it. */
const NewClaimant = z.strictObject({
  slug: Slug,
  name: text(300),
  kind: z.enum(CLAIMANT_KINDS),
  aliases: z.array(text(300)).max(50).default([]),
  /** Slugs. */
  parent: Slug.nullable().default(null),
  publication: Slug.nullable().default(null),
  viaPublication: Slug.nullable().default(null),
});
const NewPublication = z.strictObject({
  slug: Slug,
  name: text(300),
  aliases: z.array(text(300)).max(50).default([]),
  family: optionalText(300).default(null),
  country: z.string().nullable().default(null),
});
const NewMeasure = z.strictObject({
  slug: Slug,
  label: text(200),
  kinds: z.array(z.enum(MEASURE_KINDS)).min(1),
  unit: text(100),
  personClass: z.enum(PERSON_CLASSES).default("unspecified"),
  demographic: optionalText(200).default(null),
  nationality: optionalText(200).default(null),
  area: optionalText(200).default(null),
  /** EDTF, in the mapping's zone. */
  period: z.string().nullable().default(null),
  cause: z.enum(CAUSE_DEFINITIONS).default("unspecified"),
  /** R21: running totals and increments are never mixed. */
  total: z.enum(TOTALS),
});

/** An event that a row names by its slug, made as a draft where none on file has it. */
const NewEvent = z.strictObject({
  title: Cell,
  summary: Cell,
  place: Cell,
  country: Cell.optional(),
  latitude: Cell.optional(),
  longitude: Cell.optional(),
  occurred: DateCell,
  /** Of an event that goes on from one day to another. */
  occurredUntil: DateCell.optional(),
});
export type NewEvent = z.infer<typeof NewEvent>;

/** The report that carries a row's claims: known again by its address, else by publication, title and day. */
const ReportRule = z.strictObject({
  publication: Cell,
  /** One for all rows, or a cell. */
  medium: z.union([z.enum(MEDIA), Cell]).default("web"),
  url: Cell.optional(),
  title: Cell.optional(),
  /** One for all rows, or a cell. */
  language: z.union([Language, Cell]).optional(),
  published: DateCell.optional(),
});
export type ReportRule = z.infer<typeof ReportRule>;

/**
 * What the words or the numbers of a figure are made from. At least one of `figure`, `low`, `high`; or `raw` and
 * `qualifier` without `figure`, and then all of it is taken as it stands. A wide rule needs none: the cell is the figure.
 */
const FigureRule = z.strictObject({
  /** A number, or words such as "at least 1,200". */
  figure: Cell.optional(),
  /** The words as they were said, where the numbers stand in other columns. */
  raw: Cell.optional(),
  qualifier: Cell.optional(),
  low: Cell.optional(),
  high: Cell.optional(),
  central: Cell.optional(),
});
export type FigureRule = z.infer<typeof FigureRule>;

/** One claim that each row asks for; of a wide table one for each column that fits. */
export const ClaimRule = z.strictObject({
  /** Only rows where each of these columns has one of these values. */
  when: z.array(z.strictObject({ column: Column, is: z.array(z.string()).min(1) })).default([]),
  /** One claim for each of these columns instead of one a row; without `quantity.figure` its own value is the figure. */
  wide: z
    .strictObject({
      /** All columns whose headings are dates in this format, or these by name. */
      dates: z.string().optional(),
      columns: z.array(Column).optional(),
    })
    .optional(),
  /** A statement has a topic in place of measure and figure. */
  topic: Cell.optional(),
  measure: Cell.optional(),
  quantity: FigureRule.optional(),
  claimant: Cell,
  stated: DateCell,
  asOf: DateCell.optional(),
  /** When what it counts happened, where the claim itself says so. */
  eventTime: DateCell.optional(),
  basis: Cell.default({ fixed: "unstated" }),
  standing: Cell.default({ fixed: "reported" }),
  /** The words of the claim; absent: those of the figure. */
  wording: Cell.optional(),
  language: Cell.default({ fixed: "en" }),
  translation: Cell.optional(),
  translatedBy: Cell.optional(),
  isForecast: Cell.optional(),
  carries: z.enum(CARRIES).exclude(["via"]).default("paraphrase"),
  passage: Cell.optional(),
  /** Where in the report; absent: the row and the column of the file. */
  locator: Cell.optional(),
  /** What tells this claim from every other of the data set; absent: event, claimant, measure and as-of (else stated). */
  key: Cell.optional(),
});
export type ClaimRule = z.infer<typeof ClaimRule>;

const MappingFields = z.strictObject({
  /** The version of this format. */
  mapping: z.literal(1),
  name: text(200),
  about: optionalText(2000).default(null),
  /** The family of files: the same key in two files of it is the same claim. */
  dataset: Slug,
  format: z.enum(IMPORT_FORMATS),
  reading: z
    .strictObject({
      encoding: z.string().max(40).optional(),
      delimiter: z.string().length(1).optional(),
      /** The line with the headings, from 1. */
      headerRow: z.number().int().min(1).max(100).optional(),
      sheet: z.string().max(100).optional(),
      /** JSON: the path to the array of rows; absent: the document is the array. */
      rows: z.string().max(300).optional(),
      /** The apostrophe before a cell that a spreadsheet would run is ours, and no part of it (lib/exports/disarm.ts). */
      disarmed: z.boolean().optional(),
    })
    .default({}),
  zone: TimeZone.default("UTC"),
  /** Numbers that are written "1.234,5". */
  decimalComma: z.boolean().default(false),
  /** Cells that mean that nothing was said, beside empty ones. */
  empty: z.array(z.string().max(50)).max(20).default([]),
  /** Columns that are never claims, such as what a publisher extrapolated. No rule may use them. */
  leaveOut: z.array(ColumnPattern).max(100).default([]),
  /** Columns of changes to a total: told as problems of code "correction", never claims (R21). */
  corrections: z.array(ColumnPattern).max(100).default([]),
  /** Rows that nobody stands for: each is told, with the reason, as a problem of code "left_out". */
  leaveOutRows: z
    .array(z.strictObject({ column: Column, is: z.array(z.string()).min(1), because: text(300) }))
    .max(20)
    .default([]),
  /** The slug of the event, as of every record that a cell names; what is no slug is made one. */
  event: Cell,
  newEvent: NewEvent.optional(),
  claimants: z.array(NewClaimant).max(500).default([]),
  publications: z.array(NewPublication).max(500).default([]),
  measures: z.array(NewMeasure).max(200).default([]),
  report: ReportRule,
  claims: z.array(ClaimRule).max(200),
});

/** How the columns of one kind of file become claims. */
export const ImportMapping = MappingFields.superRefine((mapping, context) => {
  for (const { path, message } of mappingFlaws(mapping))
    context.addIssue({ code: "custom", path: [...path], message });
});
export type ImportMapping = z.infer<typeof MappingFields>;
