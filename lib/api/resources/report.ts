import { z } from "zod";
import type { Prisma } from "../../../prisma/generated/client";
import { dateFrom } from "../../dates/columns";
import { ARCHIVE_STATES, MEDIA } from "../../vocabulary";
import { apiUrl, pageUrl } from "./addresses";
import { publicationRef, Ref, UncertainDate, uncertainDateOrNull } from "./parts";

export const ReportRef = z
  .strictObject({
    id: z.string(),
    url: z.url(),
    title: z.string().nullable(),
    publication: Ref,
    published: UncertainDate.nullable(),
    originalUrl: z.string().nullable(),
    archiveUrl: z.string().nullable(),
  })
  .meta({ description: "A report that another record names." });

export const ReportResource = z
  .strictObject({
    ...ReportRef.shape,
    version: z.number().int(),
    medium: z.enum(MEDIA),
    language: z.string().nullable().meta({ description: "BCP 47." }),
    archiveState: z.enum(ARCHIVE_STATES),
    isRead: z.boolean().meta({ description: "False: known only because another report names it." }),
    note: z.string().nullable(),
    links: z.strictObject({ self: z.url(), attributions: z.url(), publication: z.url() }),
  })
  .meta({ description: "One published item of a publication." });
export type ReportResource = z.input<typeof ReportResource>;

export const reportRefSelect = {
  id: true,
  publicId: true,
  title: true,
  url: true,
  archiveUrl: true,
  publishedEdtf: true,
  publishedEarliest: true,
  publishedLatest: true,
  publishedZone: true,
  publication: { select: { slug: true, name: true } },
} as const satisfies Prisma.ReportSelect;

export const reportResourceSelect = {
  ...reportRefSelect,
  version: true,
  medium: true,
  language: true,
  archiveState: true,
  isRead: true,
  note: true,
} as const satisfies Prisma.ReportSelect;

export type ReportRefRow = Prisma.ReportGetPayload<{ select: typeof reportRefSelect }>;
type Row = Prisma.ReportGetPayload<{ select: typeof reportResourceSelect }>;

export function reportRef(row: ReportRefRow): z.input<typeof ReportRef> {
  const { publicId, publishedEdtf, publishedEarliest, publishedLatest, publishedZone } = row;
  return {
    id: publicId,
    url: pageUrl(`/reports/${publicId}`),
    title: row.title,
    publication: publicationRef(row.publication),
    published: uncertainDateOrNull(
      dateFrom(publishedEdtf, publishedEarliest, publishedLatest, publishedZone),
    ),
    originalUrl: row.url,
    archiveUrl: row.archiveUrl,
  };
}

/** A report as the API tells it. */
export function reportResource(row: Row): ReportResource {
  return {
    ...reportRef(row),
    version: row.version,
    medium: row.medium,
    language: row.language,
    archiveState: row.archiveState,
    isRead: row.isRead,
    note: row.note,
    links: {
      self: apiUrl(`/reports/${row.publicId}`),
      attributions: apiUrl(`/attributions?report=${row.publicId}`),
      publication: apiUrl(`/publications/${row.publication.slug}`),
    },
  };
}
