import "server-only";
import { z } from "zod";
import { Prisma } from "../../../prisma/generated/client";
import { db } from "../../db/client";
import { type Cursor, readCursor, writeCursor } from "../../db/cursor";
import { NotFound } from "../../errors";
import { Slug } from "../../forms/fields";
import { publicReport } from "../../publishing/gate";
import { isPublicReportSql } from "../../publishing/gate-sql";
import { MEDIA } from "../../vocabulary";
import { AttributionResource } from "../resources/attribution";
import { ReportResource, reportResource, reportResourceSelect } from "../resources/report";
import { defineRead, InstantCursor, PublicId, pageFrom, paging } from "./define-read";
import { attributionsOf } from "./including";
import { directionOf } from "./instant-keyset";

const INCLUDES = { attributions: z.array(AttributionResource) };

export const listReports = defineRead({
  path: "/reports",
  id: "listReports",
  tag: "Reports",
  summary: "List reports, the last published first; undated ones count as the oldest.",
  params: z.strictObject({}),
  query: {
    ...paging(InstantCursor, ["-published", "published"]),
    publication: Slug.optional().meta({ description: "Only those of this publication." }),
    medium: z.enum(MEDIA).optional(),
  },
  data: ReportResource,
  includes: INCLUDES,
  isList: true,
  async run({ query: { limit, after, sort, publication, medium }, include }) {
    const cursor = after === undefined ? null : readCursor(after);
    const found = await selectReports({ publication, medium }, cursor, directionOf(sort), limit + 1);
    const { rows, next } = pageFrom(found, limit, writeCursor);
    return {
      rows: await reportsOf(
        rows.map(({ id }) => id),
        include,
      ),
      next,
    };
  },
});

export const getReport = defineRead({
  path: "/reports/{id}",
  id: "getReport",
  tag: "Reports",
  summary: "Read one report.",
  params: z.strictObject({ id: PublicId }),
  query: {},
  data: ReportResource,
  includes: INCLUDES,
  isList: false,
  async run({ params: { id: publicId }, include }) {
    const found = await db().report.findFirst({ where: { publicId, ...publicReport }, select: { id: true } });
    const [report] = found ? await reportsOf([found.id], include) : [];
    if (!report) throw new NotFound("report");
    return { row: report, version: report.version };
  },
});

/** These reports in their order, with what is sent along; those that are not public are left out (R34). */
async function reportsOf(ids: readonly string[], include: ReadonlySet<string>) {
  const [found, attributions] = await Promise.all([
    db().report.findMany({
      where: { AND: [publicReport, { id: { in: [...ids] } }] },
      select: reportResourceSelect,
    }),
    include.has("attributions") ? attributionsOf("reportId", ids) : null,
  ]);
  const rows = ids.flatMap((id) => found.find((row) => row.id === id) ?? []);
  return rows.map((row) => ({
    ...reportResource(row),
    ...(attributions && { included: { attributions: attributions.get(row.id) ?? [] } }),
  }));
}

type Filters = { publication?: string | undefined; medium?: string | undefined };

/** Which reports that are public, as the gate has it, fit the filters, in their order, from a cursor on? */
function selectReports(
  { publication, medium }: Filters,
  cursor: Cursor | null,
  direction: "asc" | "desc",
  limit: number,
): Promise<{ id: string; at: Date }[]> {
  const at = Prisma.sql`coalesce(r.published_earliest, 'epoch'::timestamptz)`;
  const order = direction === "asc" ? Prisma.sql`asc` : Prisma.sql`desc`;
  const beyond = direction === "asc" ? Prisma.sql`>` : Prisma.sql`<`;
  const conditions = [
    isPublicReportSql(Prisma.sql`r.id`),
    ...(publication
      ? [Prisma.sql`r.publication_id = (select id from publication where slug = ${publication})`]
      : []),
    ...(medium ? [Prisma.sql`r.medium = ${medium}::medium`] : []),
    ...(cursor ? [Prisma.sql`(${at}, r.id) ${beyond} (${cursor.at}::timestamptz, ${cursor.id}::uuid)`] : []),
  ];
  return db().$queryRaw<{ id: string; at: Date }[]>`
    select r.id, ${at} as at from report r
    where ${Prisma.join(conditions, " and ")}
    order by ${at} ${order}, r.id ${order}
    limit ${limit}`;
}
