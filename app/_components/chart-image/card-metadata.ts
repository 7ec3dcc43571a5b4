import type { Metadata } from "next";
import type { ClaimPage } from "@/lib/claims/types";
import type { EventPage } from "@/lib/events/types";
import { translator } from "@/lib/format/messages";
import { siteUrl } from "@/lib/format/site-url";
import { claimHref } from "../figures/figure-name";
import { CARD_PX } from "./card-size";
import { eventWords } from "./picture-words";
import { tellHeadline } from "./tell-picture";

type CardMetadata = Pick<Metadata, "openGraph" | "twitter">;

/** What is told of an event to those who show links to it: its card, with what is on it in words. */
export function eventCardMetadata(event: EventPage, locale: string): CardMetadata {
  const alt = translator(locale)("chartImage.cardAlt", {
    ...eventWords(event, locale),
    figures: tellHeadline(
      event.measures.find((measure) => measure.isHeadline),
      locale,
    ),
  });
  // After a change it has a new address, so that nobody keeps showing the old card.
  const query = new URLSearchParams({ lang: locale, v: event.changedAt.toString(36) });
  const words = { title: event.title, description: event.summary };
  return cardMetadata(words, `/${locale}/events/${event.slug}`, cardOf(event.slug, query), alt, locale);
}

/** The same of a claim: the card of its event. */
export function claimCardMetadata(
  claim: ClaimPage,
  words: { title: string; description: string },
  locale: string,
): CardMetadata {
  const { slug, title } = claim.event;
  const alt = translator(locale)("chartImage.cardAltOfClaim", { event: title });
  const card = cardOf(slug, new URLSearchParams({ lang: locale }));
  return cardMetadata(words, claimHref(locale, claim.publicId), card, alt, locale);
}

function cardOf(slug: string, query: URLSearchParams): string {
  return siteUrl(`/export/events/${slug}/card.png?${query}`);
}

function cardMetadata(
  words: { title: string; description: string },
  path: string,
  url: string,
  alt: string,
  locale: string,
): CardMetadata {
  const siteName = translator(locale)("site.name");
  const image = { url, ...CARD_PX, type: "image/png", alt };
  return {
    openGraph: { type: "article", ...words, url: siteUrl(path), siteName, images: [image] },
    twitter: { card: "summary_large_image", ...words, images: [{ url, alt }] },
  };
}
