import "server-only";
import { z } from "zod";
import { createClaimant } from "../../claimants/create-claimant";
import { findClaimantForDesk } from "../../claimants/desk-claimants";
import { editClaimant } from "../../claimants/edit-claimant";
import { db } from "../../db/client";
import { NotFound } from "../../errors";
import { createPublication } from "../../publications/create-publication";
import { findPublicationForDesk } from "../../publications/desk-publications";
import { editPublication } from "../../publications/edit-publication";
import { CLAIMANT_KINDS } from "../../vocabulary";
import { defineWrite, type Told } from "./define-write";
import { idAt } from "./names";
import { NullableText, noParams, SlugName, Text } from "./parts";

const params = z.strictObject({ slug: SlugName });
const Reference = SlugName.nullable().optional();

const ClaimantFields = z.strictObject({
  slug: SlugName,
  name: Text,
  kind: z.enum(CLAIMANT_KINDS),
  aliases: z.array(Text).max(50).optional(),
  parent: Reference,
  publication: Reference,
  viaPublication: Reference,
});

type References = Partial<Pick<z.output<typeof ClaimantFields>, "parent" | "publication" | "viaPublication">>;

/** The ids of those references that are sent. */
async function idsOf({ parent, publication, viaPublication }: References) {
  return {
    ...(parent !== undefined && { parentId: await idAt("parent", "claimant", parent) }),
    ...(publication !== undefined && {
      publicationId: await idAt("publication", "publication", publication),
    }),
    ...(viaPublication !== undefined && {
      viaPublicationId: await idAt("viaPublication", "publication", viaPublication),
    }),
  };
}

export const postClaimant = defineWrite({
  method: "POST",
  path: "/claimants",
  id: "createClaimant",
  tag: "claimants",
  summary: "Registers a person, body or outlet that makes claims.",
  scope: "log",
  params: noParams,
  body: ClaimantFields,
  status: 201,
  needsVersion: false,
  async run({ body: { parent, publication, viaPublication, ...claimant }, actor, now }) {
    const none = { parentId: null, publicationId: null, viaPublicationId: null };
    const ids = await idsOf({ parent, publication, viaPublication });
    return claimantTold(await createClaimant(actor, { ...claimant, ...none, ...ids }, now));
  },
});

export const patchClaimant = defineWrite({
  method: "PATCH",
  path: "/claimants/{slug}",
  id: "editClaimant",
  tag: "claimants",
  summary: "Changes what is sent of a claimant, and leaves the rest as it is.",
  scope: "log",
  params,
  body: ClaimantFields.partial().extend({ reason: NullableText.optional() }),
  status: 200,
  needsVersion: true,
  async run({ params: { slug }, body, actor, version, now }) {
    const { parent, publication, viaPublication, ...changes } = body;
    const claimant = await findClaimantForDesk(actor, slug);
    if (!claimant) throw new NotFound("claimant");
    const ids = await idsOf({ parent, publication, viaPublication });
    await editClaimant(actor, { ...claimant.values, ...changes, ...ids, version }, now);
    return claimantTold(claimant.values.id);
  },
});

const PublicationFields = z.strictObject({
  slug: SlugName,
  name: Text,
  aliases: z.array(Text).max(50).optional(),
  family: NullableText.optional(),
  country: z.string().nullable().optional(),
});

export const postPublication = defineWrite({
  method: "POST",
  path: "/publications",
  id: "createPublication",
  tag: "publications",
  summary: "Registers a publication.",
  scope: "log",
  params: noParams,
  body: PublicationFields,
  status: 201,
  needsVersion: false,
  async run({ body: { country = null, family = null, ...publication }, actor, now }) {
    return publicationTold(await createPublication(actor, { ...publication, family, country }, now));
  },
});

export const patchPublication = defineWrite({
  method: "PATCH",
  path: "/publications/{slug}",
  id: "editPublication",
  tag: "publications",
  summary: "Changes what is sent of a publication, and leaves the rest as it is.",
  scope: "log",
  params,
  body: PublicationFields.partial().extend({ reason: NullableText.optional() }),
  status: 200,
  needsVersion: true,
  async run({ params: { slug }, body, actor, version, now }) {
    const publication = await findPublicationForDesk(actor, slug);
    if (!publication) throw new NotFound("publication");
    await editPublication(actor, { ...publication.values, ...body, version }, now);
    return publicationTold(publication.values.id);
  },
});

async function claimantTold(id: string): Promise<Told> {
  const { slug, version } = await db().claimant.findUniqueOrThrow({
    where: { id },
    select: { slug: true, version: true },
  });
  return { id: slug, version, path: `/claimants/${slug}`, desk: `/claimants/${slug}` };
}

async function publicationTold(id: string): Promise<Told> {
  const { slug, version } = await db().publication.findUniqueOrThrow({
    where: { id },
    select: { slug: true, version: true },
  });
  return { id: slug, version, path: `/publications/${slug}`, desk: `/publications/${slug}` };
}
