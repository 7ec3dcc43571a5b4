import "server-only";
import { z } from "zod";
import { Prisma } from "../../../prisma/generated/client";
import { db } from "../../db/client";
import { isPublicReportSql } from "../../publishing/gate-sql";
import { apiUrl, pageUrl } from "./addresses";

export const PublicationResource = z
  .strictObject({
    slug: z.string(),
    url: z.url(),
    version: z.number().int(),
    name: z.string(),
    aliases: z.array(z.string()).meta({ description: "Its other names, in any script." }),
    country: z.string().nullable().meta({ description: "ISO 3166-1, two letters." }),
    family: z
      .string()
      .nullable()
      .meta({ description: "The owner whose publications are not independent of each other." }),
    reportCount: z.number().int(),
    links: z.strictObject({ self: z.url(), reports: z.url(), claims: z.url() }),
  })
  .meta({ description: "Who publishes reports." });
export type PublicationResource = z.input<typeof PublicationResource>;

export const publicationResourceSelect = {
  id: true,
  slug: true,
  version: true,
  name: true,
  aliases: { select: { name: true }, orderBy: { name: "asc" } },
  country: true,
  family: { select: { name: true } },
} as const satisfies Prisma.PublicationSelect;

type Row = Prisma.PublicationGetPayload<{ select: typeof publicationResourceSelect }>;

/** Publications as the API tells them, in their order. One query. */
export async function publicationResources(rows: readonly Row[]): Promise<PublicationResource[]> {
  const counts = await countReports(rows.map(({ id }) => id));
  return rows.map((row) => publicationResource(row, counts.get(row.id) ?? 0));
}

/** How many public reports has each of these publications? */
async function countReports(ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db().$queryRaw<{ id: string; count: number }[]>`
    select r.publication_id as id, count(*)::int as count from report r
    where r.publication_id = any(${ids}::uuid[]) and ${isPublicReportSql(Prisma.sql`r.id`)}
    group by r.publication_id`;
  return new Map(rows.map(({ id, count }) => [id, count]));
}

function publicationResource(
  { slug, version, name, country, ...row }: Row,
  reportCount: number,
): PublicationResource {
  return {
    slug,
    url: pageUrl(`/publications/${slug}`),
    version,
    name,
    aliases: row.aliases.map((alias) => alias.name),
    country,
    family: row.family?.name ?? null,
    reportCount,
    links: {
      self: apiUrl(`/publications/${slug}`),
      reports: apiUrl(`/reports?publication=${slug}`),
      claims: apiUrl(`/claims?publication=${slug}`),
    },
  };
}
