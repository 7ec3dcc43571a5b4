import { z } from "zod";
import type { Prisma } from "../../../prisma/generated/client";
import { publicReport } from "../../publishing/gate";
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
  slug: true,
  version: true,
  name: true,
  aliases: { select: { name: true }, orderBy: { name: "asc" } },
  country: true,
  family: { select: { name: true } },
  _count: { select: { reports: { where: publicReport } } },
} as const satisfies Prisma.PublicationSelect;

type Row = Prisma.PublicationGetPayload<{ select: typeof publicationResourceSelect }>;

/** A publication as the API tells it. */
export function publicationResource({ slug, version, name, country, ...row }: Row): PublicationResource {
  return {
    slug,
    url: pageUrl(`/publications/${slug}`),
    version,
    name,
    aliases: row.aliases.map((alias) => alias.name),
    country,
    family: row.family?.name ?? null,
    reportCount: row._count.reports,
    links: {
      self: apiUrl(`/publications/${slug}`),
      reports: apiUrl(`/reports?publication=${slug}`),
      claims: apiUrl(`/claims?publication=${slug}`),
    },
  };
}
