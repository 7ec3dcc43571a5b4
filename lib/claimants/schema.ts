import { z } from "zod";
import { optionalText, Slug, text } from "../forms/fields";
import { CLAIMANT_KINDS } from "../vocabulary";

export const CreateClaimant = z
  .strictObject({
    slug: Slug,
    name: text(300),
    kind: z.enum(CLAIMANT_KINDS),
    aliases: z.array(text(300)).max(50).default([]),
    parentId: z.uuid().nullable(),
    publicationId: z.uuid().nullable(),
    viaPublicationId: z.uuid().nullable(),
  })
  .refine((claimant) => claimant.publicationId === null || claimant.kind === "media", {
    path: ["publicationId"],
    error: "Only a media claimant names its publication.",
  })
  .refine((claimant) => (claimant.viaPublicationId !== null) === (claimant.kind === "unnamed"), {
    path: ["viaPublicationId"],
    error: "An unnamed claimant, and no other, is bound to the publication that carried it.",
  });
export type CreateClaimant = z.input<typeof CreateClaimant>;

/** A claimant as a whole, in place of what it was. */
export const EditClaimant = CreateClaimant.safeExtend({
  id: z.uuid(),
  version: z.number().int().min(1),
  /** Why; readers of a public claimant are told. */
  reason: optionalText(1000).default(null),
});
export type EditClaimant = z.input<typeof EditClaimant>;
