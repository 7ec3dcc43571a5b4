import type { UncertainDate } from "../dates/edtf";
import type { ReadDate } from "../dates/read-date";
import { dateInput, typedDate } from "../dates/typed-date";
import type { Typed } from "../forms/form-state";
import type { FormTexts } from "../forms/read-form";
import type { ArchiveState, Medium } from "../vocabulary";
import type { FileReport } from "./schema";
import { webAddressIn } from "./typed-address";

export type ReportForm = { published: ReadDate | null; values: FileReport };

/**
 * Reads the form of a report. Its first field holds an address, or where there is none what the report is, which is
 * then its title unless it has another.
 */
export function readReportForm(fields: FormTexts, now: number): ReportForm {
  const typed = fields.text("url");
  // What begins as an address and is none is refused, not taken for a title.
  const url = typed && (webAddressIn(typed) ?? (/^https?:/i.test(typed) ? typed : null));
  const zone = fields.text("publishedZone") ?? "UTC";
  const published = typedDate(fields, "published", { zone, now });
  const archiveUrl = fields.text("archiveUrl");
  const values = {
    publicationId: fields.required("publicationId"),
    medium: (fields.text("medium") ?? "web") as Medium,
    url,
    title: fields.text("title") ?? (url ? null : typed),
    language: fields.text("language"),
    published: published && dateInput(published, zone),
    isRead: fields.raw("isRead") !== "no",
    note: fields.text("note"),
    byline: fields.text("byline"),
    credit: fields.text("credit"),
    archiveUrl: archiveUrl && (webAddressIn(archiveUrl) ?? archiveUrl),
    archiveState: (fields.text("archiveState") ?? "none") as ArchiveState,
  };
  return { published, values };
}

type Stored = Omit<FileReport, "published" | "publicationId"> & {
  published: UncertainDate | { edtf: string; zone: string } | null;
  publication: { id: string; label: string };
};

/** What the form of a report holds to say what a stored one says. */
export function reportTyped({ publication, published, ...report }: Stored): Typed {
  const text = (value: unknown) => [typeof value === "string" ? value : ""];
  return {
    url: text(report.url),
    medium: [report.medium],
    publicationId: [publication.id],
    publicationIdLabel: [publication.label],
    title: text(report.title),
    published: [published?.edtf ?? ""],
    publishedZone: [published?.zone ?? "UTC"],
    language: text(report.language),
    isRead: [report.isRead ? "yes" : "no"],
    byline: text(report.byline),
    credit: text(report.credit),
    note: text(report.note),
    archiveUrl: text(report.archiveUrl),
    archiveState: [report.archiveState ?? "none"],
  };
}
