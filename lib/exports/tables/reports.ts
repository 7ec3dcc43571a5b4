import "server-only";
import { db } from "../../db/client";
import { publicReport } from "../../publishing/gate";
import { publicReportIds, readPublic } from "../../publishing/public-ids";
import { MEDIA } from "../../vocabulary";
import { code, required, text, whereAndWhen, yesNo } from "../columns";
import { idOf } from "../keyset";
import { OfPublication } from "../schema";
import { inBatches, ROWS_PER_BATCH, type Table } from "../table";

/** The reports that published claims are carried by, were had from or were assessed by; of one publication where it is named. */
export const reports: Table<OfPublication> = {
  name: "reports",
  key: ["id"],
  refersTo: { publication: "publications" },
  query: OfPublication,
  columns: [
    text("id", required),
    text("publication", required),
    code("medium", MEDIA, required),
    text("title"),
    text("url"),
    text("archive_url"),
    text("language"),
    text("published"),
    text("published_zone"),
    yesNo("is_read"),
    ...whereAndWhen,
  ],
  batches({ publication }, { site, retrievedAt }) {
    const idsAfter = publicReportIds(publication ?? null);
    return inBatches(
      (after: string | null) =>
        readPublic(idsAfter, after, ROWS_PER_BATCH, (ids) =>
          db().report.findMany({
            where: { AND: [publicReport, { id: { in: ids } }] },
            include: { publication: { select: { slug: true } } },
            orderBy: { id: "asc" },
          }),
        ),
      idOf,
      (report) => [
        report.publicId,
        report.publication.slug,
        report.medium,
        report.title,
        report.url,
        report.archiveUrl,
        report.language,
        report.publishedEdtf,
        report.publishedZone,
        report.isRead,
        `${site}/reports/${report.publicId}`,
        retrievedAt,
      ],
    );
  },
};
