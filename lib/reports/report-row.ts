import type { z } from "zod";
import type { Report } from "../../prisma/generated/client";
import { dateColumns, dateFrom } from "../dates/columns";
import { Invalid } from "../errors";
import type { Json } from "../history/digest";
import type { ArchiveState } from "../vocabulary";
import { canonicalUrl } from "./rules";
import type { FileReport } from "./schema";

export type ParsedReport = z.output<typeof FileReport>;

/** The columns of a report that hold what was typed of it, and the address that it is known by (R29). */
export function reportColumns({ published, ...report }: ParsedReport) {
  return {
    ...report,
    ...dateColumns("published", published),
    canonicalUrl: report.url && canonicalUrl(report.url),
    archiveState: archiveStateOf(report),
  };
}

/** A report with the address of a copy is archived, and none is without. */
function archiveStateOf({
  archiveUrl,
  archiveState,
}: Pick<ParsedReport, "archiveUrl" | "archiveState">): ArchiveState {
  if (archiveUrl !== null) return "archived";
  if (archiveState === "archived") throw new Invalid({ archiveUrl: "Give the address of the copy." });
  return archiveState;
}

/** The fields of a report as its history keeps them: the date as its EDTF text and zone. */
export function reportFields({ published, ...report }: ParsedReport): Record<string, Json> {
  return {
    ...report,
    archiveState: archiveStateOf(report),
    published: published?.edtf ?? null,
    publishedZone: published?.zone ?? null,
  };
}

/** The way back: what was typed of a stored report. */
export function valuesOf(row: Report): ParsedReport {
  return {
    publicationId: row.publicationId,
    medium: row.medium,
    url: row.url,
    title: row.title,
    language: row.language,
    published: dateFrom(row.publishedEdtf, row.publishedEarliest, row.publishedLatest, row.publishedZone),
    isRead: row.isRead,
    note: row.note,
    byline: row.byline,
    credit: row.credit,
    archiveUrl: row.archiveUrl,
    archiveState: row.archiveState,
  };
}
