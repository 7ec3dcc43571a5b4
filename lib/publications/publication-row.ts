import type { z } from "zod";
import type { Publication, PublicationAlias } from "../../prisma/generated/client";
import type { Json } from "../history/digest";
import type { CreatePublication } from "./schema";

export type ParsedPublication = z.output<typeof CreatePublication>;

/** What was typed of a stored publication. */
export function valuesOf(
  row: Publication & { aliases: PublicationAlias[]; family: { name: string } | null },
): ParsedPublication {
  return {
    slug: row.slug,
    name: row.name,
    aliases: row.aliases.map(({ name }) => name),
    family: row.family?.name ?? null,
    country: row.country,
  };
}

/** The fields of a publication as its history keeps them: its names in order. */
export function publicationFields({ aliases, ...publication }: ParsedPublication): Record<string, Json> {
  return { ...publication, aliases: [...aliases].sort() };
}
