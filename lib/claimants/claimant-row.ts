import type { z } from "zod";
import type { Claimant, ClaimantAlias } from "../../prisma/generated/client";
import type { Json } from "../history/digest";
import type { CreateClaimant } from "./schema";

export type ParsedClaimant = z.output<typeof CreateClaimant>;

/** What was typed of a stored claimant. */
export function valuesOf(row: Claimant & { aliases: ClaimantAlias[] }): ParsedClaimant {
  return {
    slug: row.slug,
    name: row.name,
    kind: row.kind,
    aliases: row.aliases.map(({ name }) => name),
    parentId: row.parentId,
    publicationId: row.publicationId,
    viaPublicationId: row.viaPublicationId,
  };
}

/** The fields of a claimant as its history keeps them: its names in order. */
export function claimantFields({ aliases, ...claimant }: ParsedClaimant): Record<string, Json> {
  return { ...claimant, aliases: [...aliases].sort() };
}
