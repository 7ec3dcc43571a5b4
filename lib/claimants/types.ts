import type { ClaimantKind, PartyRole } from "../vocabulary";

/** A claimant with its place among bodies and events; its claims are a list of their own. */
export type ClaimantPage = {
  slug: string;
  name: string;
  kind: ClaimantKind;
  aliases: string[];
  partOf: { slug: string; name: string } | null;
  members: { slug: string; name: string }[];
  /** The publication that a media claimant speaks through. */
  publication: { slug: string; name: string } | null;
  /** The publication that an unnamed claimant is known through (R17). */
  viaPublication: { slug: string; name: string } | null;
  parties: { event: { slug: string; title: string }; side: string | null; role: PartyRole | null }[];
};
