import type { EventPage } from "@/lib/events/types";
import { siteUrl } from "@/lib/format/site-url";
import { siteOrganization } from "./site-data";

const LICENSE = "https://creativecommons.org/licenses/by/4.0/";

/** An event's figures as a set of data: what is measured, of which place and time, and since when it stands so. */
export function eventData(event: EventPage, locale: string): object {
  const { place, occurred } = event;
  return {
    "@type": "Dataset",
    name: event.title,
    description: event.summary,
    url: siteUrl(`/${locale}/events/${event.slug}`),
    version: String(event.version),
    datePublished: new Date(event.publishedAt).toISOString(),
    dateModified: new Date(event.changedAt).toISOString(),
    isAccessibleForFree: true,
    license: LICENSE,
    creator: siteOrganization(locale),
    temporalCoverage: occurred.edtf,
    spatialCoverage: {
      "@type": "Place",
      name: place.name,
      alternateName: place.aliases,
      ...(place.country && { address: { "@type": "PostalAddress", addressCountry: place.country } }),
      ...(place.latitude !== null &&
        place.longitude !== null && {
          geo: { "@type": "GeoCoordinates", latitude: place.latitude, longitude: place.longitude },
        }),
    },
    variableMeasured: event.measures.map(({ label, unit }) => ({
      "@type": "PropertyValue",
      name: label,
      unitText: unit,
    })),
  };
}
