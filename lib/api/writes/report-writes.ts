import "server-only";
import { z } from "zod";
import { db } from "../../db/client";
import { NotFound } from "../../errors";
import { findReportForDesk } from "../../reports/desk-reports";
import { editReport } from "../../reports/edit-report";
import { fileReport } from "../../reports/file-report";
import { ARCHIVE_STATES, MEDIA } from "../../vocabulary";
import { PublicId } from "../reads/define-read";
import { defineWrite, type Told } from "./define-write";
import { idAt } from "./names";
import { GivenDate, NullableText, noParams, SlugName } from "./parts";

const ReportFields = z.strictObject({
  publication: SlugName,
  medium: z.enum(MEDIA),
  url: NullableText.optional(),
  title: NullableText.optional(),
  language: z.string().max(40).nullable().optional(),
  published: GivenDate.nullable().optional(),
  isRead: z.boolean().optional(),
  note: NullableText.optional(),
  byline: NullableText.optional(),
  credit: NullableText.optional(),
  archiveUrl: NullableText.optional(),
  archiveState: z.enum(ARCHIVE_STATES).optional(),
});

const NOTHING = { url: null, title: null, language: null, published: null, isRead: true, note: null };

export const postReport = defineWrite({
  method: "POST",
  path: "/reports",
  id: "fileReport",
  tag: "reports",
  summary: "Files a report.",
  scope: "log",
  params: noParams,
  body: ReportFields,
  status: 201,
  needsVersion: false,
  async run({ body: { publication, ...report }, actor, now }) {
    const publicationId = await idAt("publication", "publication", publication);
    return told(await fileReport(actor, { ...NOTHING, ...report, publicationId }, now));
  },
});

export const patchReport = defineWrite({
  method: "PATCH",
  path: "/reports/{id}",
  id: "editReport",
  tag: "reports",
  summary: "Changes what is sent of a report, and leaves the rest as it is.",
  scope: "log",
  params: z.strictObject({ id: PublicId }),
  body: ReportFields.partial().extend({ reason: NullableText.optional() }),
  status: 200,
  needsVersion: true,
  async run({ params: { id }, body: { publication, ...changes }, actor, version, now }) {
    const report = await findReportForDesk(actor, id);
    if (!report) throw new NotFound("report");
    const publicationId =
      (await idAt("publication", "publication", publication)) ?? report.values.publicationId;
    await editReport(actor, { ...report.values, ...changes, publicationId, version }, now);
    return told(report.values.id);
  },
});

async function told(id: string): Promise<Told> {
  const { publicId, version } = await db().report.findUniqueOrThrow({
    where: { id },
    select: { publicId: true, version: true },
  });
  return { id: publicId, version, path: `/reports/${publicId}`, desk: `/reports/${publicId}` };
}
