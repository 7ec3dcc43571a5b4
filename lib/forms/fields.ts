import { z } from "zod";
import { type EdtfProblem, parseEdtf } from "../dates/edtf";
import { isZone } from "../dates/zones";

/** One line or paragraph of text that somebody typed: trimmed, not blank, without control characters. */
export function text(maxLength: number) {
  return z
    .string()
    .trim()
    .min(1, "Fill this in.")
    .max(maxLength, `Use at most ${maxLength} characters.`)
    .refine((value) => !CONTROL_CHARACTERS.test(value), "Remove the control characters.");
}
// And halves of characters, which the database refuses.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused; line breaks and tabs are not
const CONTROL_CHARACTERS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ud800-\udfff]/u;

/** As `text`, but a blank is null. */
export function optionalText(maxLength: number) {
  return z.preprocess(
    (value) => (value === undefined || (typeof value === "string" && value.trim() === "") ? null : value),
    text(maxLength).nullable(),
  );
}

/** Any schema, with a blank or absent value as null. */
export function optional<S extends z.ZodType>(schema: S) {
  return z.preprocess((value) => (value === undefined || value === "" ? null : value), schema.nullable());
}

/** The part of an address that names a record. */
export const Slug = z
  .string()
  .max(80, "Use at most 80 characters.")
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "Use small letters, digits and single hyphens.");

/** A link that a reader may follow: http or https, never a script. */
export const WebAddress = z.url({
  protocol: /^https?$/,
  error: "Give an address that begins with https://.",
});

/** BCP 47, as far as `Intl` knows it. */
export const Language = z.string().refine(isLanguage, "Give a language tag such as en, uk or ar.");

/** ISO 3166-1, two letters. */
export const Country = z.string().regex(/^[A-Z]{2}$/, "Give the two letters of the country.");

/** IANA zone. */
export const TimeZone = z.string().refine(isZone, "Give a time zone such as Europe/Kyiv.");

/** An uncertain date as it is written, with the zone in which to read it; parsed into its instants. */
export const DateInput = z
  .strictObject({ edtf: z.string().trim().min(1, "Give a date."), zone: TimeZone })
  .transform(({ edtf, zone }, context) => {
    const parsed = parseEdtf(edtf, zone);
    if (parsed.ok) return parsed.date;
    context.addIssue({ code: "custom", path: ["edtf"], message: DATE_PROBLEMS[parsed.problem] });
    return z.NEVER;
  });

const DATE_PROBLEMS: Record<EdtfProblem, string> = {
  empty: "Give a date.",
  not_edtf: "Write the date as 2023-01-02, 2023-01, 2023-01-01/2023-01-04 or 2023-01-01T00:01:00+03:00.",
  no_such_date: "There is no such day.",
  no_such_time: "There is no such time.",
  unknown_zone: "Give a time zone such as Europe/Kyiv.",
  backwards: "The first date must not be after the last.",
};

/** A text in its own language, with a translation and whose, where there is one. */
export function wording(maxLength: number) {
  return z
    .strictObject({
      text: text(maxLength),
      language: Language,
      translation: optionalText(maxLength),
      translatedBy: optionalText(200),
    })
    .refine((value) => (value.translation === null) === (value.translatedBy === null), {
      path: ["translatedBy"],
      error: "Give the translation and who made it, or neither.",
    });
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag)[0] === tag;
  } catch {
    return false;
  }
}
