import { correctionFeed } from "@/app/_components/corrections/correction-feed";
import { claimsFeed } from "@/app/_components/feeds/claims-feed";
import { findClaimantByFormerSlug } from "@/lib/claimants/queries";
import { listCorrections } from "@/lib/claims/list-corrections";
import { findEventName } from "@/lib/events/find-event-name";
import { findEventByFormerSlug } from "@/lib/events/queries";
import { listChangedClaims } from "@/lib/feeds/changed-claims";
import { ENTRIES_MAX } from "@/lib/feeds/feed";
import { findFollowedClaimant, findFollowedPublication } from "@/lib/feeds/find-followed";
import { findPublicationByFormerSlug } from "@/lib/publications/queries";
import type { Found } from "./feed-route";

/** The newest corrections of one event (R26). */
export async function findEventCorrectionsFeed(slug: string, locale: string): Promise<Found> {
  const event = await findEventName(slug);
  if (!event) {
    const present = await findEventByFormerSlug(slug);
    return present ? { of: "corrections", slug: present } : null;
  }
  const { rows } = await listCorrections({ event: slug }, ENTRIES_MAX);
  const of = { id: event.id, slug, title: event.title };
  return correctionFeed({ event: of, corrections: rows, begun: event.publishedAt, locale });
}

/** The claims about one event that changed last. */
export async function findEventFeed(slug: string, locale: string): Promise<Found> {
  const event = await findEventName(slug);
  if (!event) return movedTo("event", await findEventByFormerSlug(slug));
  const { id, title: name, publishedAt: begun } = event;
  return claimsFeed({
    of: "event",
    id,
    slug,
    name,
    begun,
    claims: await listChangedClaims({ eventId: id }),
    locale,
  });
}

/** The claims of one claimant that changed last. */
export async function findClaimantFeed(slug: string, locale: string): Promise<Found> {
  const claimant = await findFollowedClaimant(slug);
  if (!claimant) return movedTo("claimant", await findClaimantByFormerSlug(slug));
  const claims = await listChangedClaims({ claimantId: claimant.id });
  return claimsFeed({ of: "claimant", ...claimant, slug, claims, locale });
}

/** The claims that the reports of one publication carry and that changed last. */
export async function findPublicationFeed(slug: string, locale: string): Promise<Found> {
  const publication = await findFollowedPublication(slug);
  if (!publication) return movedTo("publication", await findPublicationByFormerSlug(slug));
  const claims = await listChangedClaims({ publicationId: publication.id });
  return claimsFeed({ of: "publication", ...publication, slug, claims, locale });
}

/** A former address leads to the present one (R30). */
function movedTo(of: "event" | "claimant" | "publication", present: string | null): Found {
  return present === null ? null : { of, slug: present };
}
