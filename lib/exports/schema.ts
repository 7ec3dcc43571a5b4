import { z } from "zod";
import { optional, Slug } from "../forms/fields";

/** The filter of lists that an event's page shows: of this event alone. */
export const OfEvent = z.strictObject({ event: optional(Slug) });
export type OfEvent = z.output<typeof OfEvent>;

/** That of a publication's page: its own reports alone. */
export const OfPublication = z.strictObject({ publication: optional(Slug) });
export type OfPublication = z.output<typeof OfPublication>;

/** A list without filters. */
export const Unfiltered = z.strictObject({});
export type Unfiltered = z.output<typeof Unfiltered>;
