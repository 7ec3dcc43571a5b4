import { z } from "zod";
import type { Found, NameMatch, SearchResults } from "../../search/public-types";
import { CLAIM_TYPES, CLAIMANT_KINDS, VERIFICATIONS } from "../../vocabulary";
import { pageUrl } from "./addresses";
import {
  claimantRef,
  eventRef,
  publicationRef,
  Ref,
  UncertainDate,
  uncertainDate,
  uncertainDateOrNull,
  Wording,
  wordingResource,
} from "./parts";

const Match = {
  ...Ref.shape,
  matched: z.string().nullable().meta({ description: "Another of its names that was found; null: its own." }),
  isSimilar: z.boolean().meta({ description: "The name only resembles what was asked for." }),
};

const some = <S extends z.ZodType>(found: S) =>
  z.strictObject({ found: z.array(found), hasMore: z.boolean() });

export const SearchResource = z
  .strictObject({
    events: some(z.strictObject({ ...Match, occurred: UncertainDate })),
    claimants: some(z.strictObject({ ...Match, kind: z.enum(CLAIMANT_KINDS) })),
    publications: some(z.strictObject(Match)),
    claims: some(
      z.strictObject({
        id: z.string(),
        url: z.url(),
        type: z.enum(CLAIM_TYPES),
        event: Ref,
        claimant: Ref,
        wording: Wording,
        stated: UncertainDate,
        verification: z.enum(VERIFICATIONS),
      }),
    ),
    reports: some(
      z.strictObject({
        id: z.string(),
        url: z.url(),
        title: z.string().nullable(),
        publication: Ref,
        published: UncertainDate.nullable(),
        originalUrl: z.string().nullable(),
      }),
    ),
  })
  .meta({ description: "What was found, by kind, the best first; at most six of each." });
export type SearchResource = z.input<typeof SearchResource>;

/** What readers find, as the API tells it. */
export function searchResource(results: SearchResults): SearchResource {
  return {
    events: each(results.events, ({ occurred, ...row }) => ({
      ...eventRef(row),
      ...matchOf(row),
      occurred: uncertainDate(occurred),
    })),
    claimants: each(results.claimants, (row) => ({ ...claimantRef(row), ...matchOf(row), kind: row.kind })),
    publications: each(results.publications, (row) => ({ ...publicationRef(row), ...matchOf(row) })),
    claims: each(results.claims, (row) => ({
      id: row.publicId,
      url: pageUrl(`/claims/${row.publicId}`),
      type: row.type,
      event: eventRef(row.event),
      claimant: claimantRef(row.claimant),
      wording: wordingResource(row.wording),
      stated: uncertainDate(row.stated),
      verification: row.verification,
    })),
    reports: each(results.reports, (row) => ({
      id: row.publicId,
      url: pageUrl(`/reports/${row.publicId}`),
      title: row.title,
      publication: publicationRef(row.publication),
      published: uncertainDateOrNull(row.published),
      originalUrl: row.url,
    })),
  };
}

function each<Row, Told>({ rows, hasMore }: Found<Row>, tell: (row: Row) => Told) {
  return { found: rows.map(tell), hasMore };
}

function matchOf({ matched, isSimilar }: NameMatch): NameMatch {
  return { matched, isSimilar };
}
