import type { Typed } from "../forms/form-state";
import type { FormTexts } from "../forms/read-form";
import type { ClaimantKind } from "../vocabulary";
import type { CreateClaimant } from "./schema";

type Named = { id: string; label: string } | null;

/** Reads the form of a claimant. A body or publication that its kind cannot have is left out, as the form shows none. */
export function readClaimantForm(fields: FormTexts): Omit<CreateClaimant, "slug"> {
  const kind = fields.required("kind") as ClaimantKind;
  return {
    name: fields.required("name"),
    kind,
    aliases: fields.lines("aliases"),
    parentId: fields.text("parentId"),
    publicationId: kind === "media" ? fields.text("publicationId") : null,
    viaPublicationId: kind === "unnamed" ? fields.text("viaPublicationId") : null,
  };
}

/** What the form of a claimant holds to say what a stored one says. */
export function claimantTyped(
  { slug, name, kind, aliases = [] }: Pick<CreateClaimant, "slug" | "name" | "kind" | "aliases">,
  belongs: { parent: Named; publication: Named; viaPublication: Named },
): Typed {
  return {
    slug: [slug],
    name: [name],
    kind: [kind],
    aliases: [aliases.join("\n")],
    ...named("parentId", belongs.parent),
    ...named("publicationId", belongs.publication),
    ...named("viaPublicationId", belongs.viaPublication),
  };
}

function named(field: string, record: Named): Typed {
  return { [field]: [record?.id ?? ""], [`${field}Label`]: [record?.label ?? ""] };
}
