import { z } from "zod";
import type { UncertainDate as DateView } from "../../dates/edtf";
import type { Wording as WordingView } from "../../format/wording";
import type { Quantity as QuantityView } from "../../quantity/quantity";
import { QUALIFIERS, READINGS } from "../../vocabulary";
import { pageUrl } from "./addresses";

/** An instant, RFC 3339 in UTC. */
export const Instant = z.iso.datetime().meta({ description: "An instant, RFC 3339 in UTC." });

export function instant(at: Date | number): string {
  return new Date(at).toISOString();
}

/** A date as far as it is known. */
export const UncertainDate = z
  .strictObject({
    edtf: z
      .string()
      .meta({ description: "The date as it was given, EDTF level 1: 2023-01-02, 2023-01, 2023-01-02?." }),
    earliest: Instant,
    latest: Instant,
    zone: z.string().meta({ description: "The IANA zone in which it is read." }),
  })
  .meta({
    description: "A date as far as it is known, with the first and the last instant that it may mean.",
  });

export function uncertainDate({ edtf, earliest, latest, zone }: DateView): z.input<typeof UncertainDate> {
  return { edtf, earliest: instant(earliest), latest: instant(latest), zone };
}

export function uncertainDateOrNull(date: DateView | null): z.input<typeof UncertainDate> | null {
  return date && uncertainDate(date);
}

export const Wording = z
  .strictObject({
    text: z.string(),
    language: z.string().meta({ description: "BCP 47." }),
    translation: z.string().nullable(),
    translatedBy: z.string().nullable(),
  })
  .meta({ description: "Words in their own language, with a translation and whose, where there is one." });

export function wordingResource(wording: WordingView): z.input<typeof Wording> {
  const { text, language, translation, translatedBy } = wording;
  return { text, language, translation, translatedBy };
}

export const Quantity = z
  .strictObject({
    text: z.string().meta({ description: "The figure in the claimant's own words." }),
    qualifier: z.enum(QUALIFIERS),
    low: z.number().nullable().meta({ description: "Null: no low was stated." }),
    high: z
      .number()
      .nullable()
      .meta({ description: "Null: open, or no high was stated; the qualifier says which." }),
    central: z.number().nullable().meta({ description: "The middle of an estimate with an interval." }),
    reading: z
      .enum(READINGS)
      .meta({ description: "Where the bounds come from: convention is our reading of a word." }),
  })
  .meta({ description: "A figure with its wording. Bounds are never averaged." });

export function quantityResource({ raw, ...rest }: QuantityView): z.input<typeof Quantity> {
  return { text: raw, ...rest };
}

/** A record that another one names. */
export const Ref = z
  .strictObject({ slug: z.string(), name: z.string(), url: z.url() })
  .meta({ description: "A record by its slug, its name and its permalink." });
export type Ref = z.input<typeof Ref>;

type Named = { slug: string; name: string };

export function eventRef({ slug, title }: { slug: string; title: string }): Ref {
  return { slug, name: title, url: pageUrl(`/events/${slug}`) };
}

export function claimantRef({ slug, name }: Named): Ref {
  return { slug, name, url: pageUrl(`/claimants/${slug}`) };
}

export function publicationRef({ slug, name }: Named): Ref {
  return { slug, name, url: pageUrl(`/publications/${slug}`) };
}

export function measureRef(eventSlug: string, { slug, label }: { slug: string; label: string }): Ref {
  return { slug, name: label, url: pageUrl(`/events/${eventSlug}#${slug}`) };
}
