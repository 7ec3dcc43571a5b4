import type { ClaimRow } from "../claims/types";
import type { UncertainDate } from "../dates/edtf";
import type { ClaimantKind } from "../vocabulary";

/** How a record was found by name: under another of its names, or by one that only resembles what was typed. */
export type NameMatch = { matched: string | null; isSimilar: boolean };

export type FoundEvent = NameMatch & {
  slug: string;
  title: string;
  placeName: string;
  occurred: UncertainDate;
};
export type FoundClaimant = NameMatch & { slug: string; name: string; kind: ClaimantKind };
export type FoundPublication = NameMatch & { slug: string; name: string };
export type FoundReport = {
  publicId: string;
  title: string | null;
  url: string | null;
  publication: { slug: string; name: string };
  published: UncertainDate | null;
};

/** Some of one kind, the best first, and whether there are more than are shown. */
export type Found<T> = { rows: T[]; hasMore: boolean };

export type SearchResults = {
  events: Found<FoundEvent>;
  claimants: Found<FoundClaimant>;
  publications: Found<FoundPublication>;
  claims: Found<ClaimRow>;
  reports: Found<FoundReport>;
};
