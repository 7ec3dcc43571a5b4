import type { Typed } from "../forms/form-state";
import type { FormTexts } from "../forms/read-form";
import type { CreatePublication } from "./schema";

/** Reads the form of a publication. */
export function readPublicationForm(fields: FormTexts): Omit<CreatePublication, "slug"> {
  return {
    name: fields.required("name"),
    family: fields.text("family"),
    country: fields.text("country"),
    aliases: fields.lines("aliases"),
  };
}

/** What the form of a publication holds to say what a stored one says. */
export function publicationTyped({ slug, name, family, country, aliases = [] }: CreatePublication): Typed {
  return {
    slug: [slug],
    name: [name],
    family: [typeof family === "string" ? family : ""],
    country: [country ?? ""],
    aliases: [aliases.join("\n")],
  };
}
