import type { ClaimRef } from "@/lib/claims/types";

type Named = Pick<ClaimRef, "publicId">;

/** Where on the event's page the relations of a measure stand. */
export const relationsAnchor = (slug: string) => `relations-${slug}`;

/** Where among them the reasons of one pair stand. */
export const pairAnchor = (one: Named, other: Named) => `pair-${one.publicId}-${other.publicId}`;
