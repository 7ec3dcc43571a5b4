import { z } from "zod";
import { Country, optionalText, Slug, text } from "../forms/fields";

export const CreatePublication = z.strictObject({
  slug: Slug,
  name: text(300),
  aliases: z.array(text(300)).max(50).default([]),
  /** The publisher family's name: publications of one owner carry the same. */
  family: optionalText(300),
  country: Country.nullable(),
});
export type CreatePublication = z.input<typeof CreatePublication>;

/** A publication as a whole, in place of what it was. */
export const EditPublication = CreatePublication.extend({
  id: z.uuid(),
  version: z.number().int().min(1),
  /** Why; readers of a public publication are told. */
  reason: optionalText(1000).default(null),
});
export type EditPublication = z.input<typeof EditPublication>;
