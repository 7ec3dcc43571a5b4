import "server-only";
import { z } from "zod";
import { Prisma } from "../../../prisma/generated/client";
import { toQuantity } from "../../claims/figures";
import { listPublishedRefs } from "../../claims/published-refs";
import { asOfOf, claimantSelect, statedOf, wordingOf } from "../../claims/refs";
import type { ClaimRef as ClaimRefView } from "../../claims/types";
import { namedBy } from "../../compare/figure-rows";
import { dateFrom } from "../../dates/columns";
import { db } from "../../db/client";
import { columnsOf, withDates } from "../../db/json-rows";
import { PREPARED } from "../../db/statement-name";
import type { DerivedClaim } from "../../events/rules";
import { publishedClaimSql } from "../../publishing/gate-sql";
import {
  BASES,
  CLAIM_TYPES,
  CLAIMANT_KINDS,
  LANES,
  LIFECYCLES,
  RECORD_STATUSES,
  STANDINGS,
  TOPICS,
  VERIFICATIONS,
} from "../../vocabulary";
import { apiUrl, pageUrl } from "./addresses";
import { ClaimRef, claimRef } from "./claim-ref";
import {
  claimantRef,
  eventRef,
  Instant,
  instant,
  measureRef,
  Quantity,
  quantityResource,
  Ref,
  UncertainDate,
  uncertainDate,
  uncertainDateOrNull,
  Wording,
  wordingResource,
} from "./parts";

export const ClaimResource = z
  .strictObject({
    id: z.string(),
    url: z.url().meta({ description: "The permalink: the page of the claim." }),
    version: z.number().int(),
    type: z.enum(CLAIM_TYPES),
    event: Ref,
    claimant: z.strictObject({ ...Ref.shape, kind: z.enum(CLAIMANT_KINDS), partOf: Ref.nullable() }),
    measure: Ref.nullable().meta({ description: "What a figure counts; null for a statement." }),
    quantity: Quantity.nullable().meta({ description: "Null for a statement." }),
    wording: Wording.meta({ description: "The figure in its own words, or the statement." }),
    topic: z.enum(TOPICS).nullable().meta({ description: "What a statement is about; null for a figure." }),
    basis: z.enum(BASES),
    lane: z.enum(LANES),
    relativeTo: ClaimRef.nullable().meta({ description: "The claim that a relative figure points at." }),
    stated: UncertainDate,
    asOf: UncertainDate.nullable().meta({ description: "The moment that the count describes." }),
    eventTime: UncertainDate.nullable(),
    isForecast: z.boolean(),
    isFromMemory: z.boolean(),
    recordStatus: z.enum(RECORD_STATUSES),
    standing: z.enum(STANDINGS).meta({ description: "Was it said by them?" }),
    verification: z.enum(VERIFICATIONS).meta({ description: "Does evidence support it? Set by an editor." }),
    lifecycle: z.enum(LIFECYCLES).meta({ description: "Is it still the claimant's figure?" }),
    isContested: z.boolean().meta({ description: "Another origin holds an incompatible figure; computed." }),
    contested: z
      .strictObject({ count: z.number().int(), nearest: ClaimRef, farthest: ClaimRef })
      .nullable()
      .meta({ description: "The nearest and the farthest figure that it is incompatible with." }),
    reportCount: z.number().int(),
    loggedAt: Instant,
    publishedAt: Instant.nullable(),
    links: z.strictObject({
      self: z.url(),
      event: z.url(),
      attributions: z.url(),
      assessments: z.url(),
      revisions: z.url(),
    }),
  })
  .meta({ description: "One claimant, one event, one statement, one as-of." });
export type ClaimResource = z.input<typeof ClaimResource>;

const claimResourceSelect = {
  id: true,
  publicId: true,
  version: true,
  type: true,
  event: { select: { slug: true, title: true } },
  claimant: { select: claimantSelect },
  measure: { select: { slug: true, label: true } },
  wording: true,
  wordingLanguage: true,
  wordingTranslation: true,
  wordingTranslatedBy: true,
  qualifier: true,
  low: true,
  high: true,
  central: true,
  reading: true,
  topic: true,
  basis: true,
  lane: true,
  relativeToId: true,
  derived: true,
  statedEdtf: true,
  statedEarliest: true,
  statedLatest: true,
  statedZone: true,
  asOfEdtf: true,
  asOfEarliest: true,
  asOfLatest: true,
  asOfZone: true,
  eventTimeEdtf: true,
  eventTimeEarliest: true,
  eventTimeLatest: true,
  eventTimeZone: true,
  isForecast: true,
  isFromMemory: true,
  recordStatus: true,
  standing: true,
  verification: true,
  lifecycle: true,
  isContested: true,
  reportCount: true,
  loggedAt: true,
  publishedAt: true,
} as const satisfies Prisma.ClaimSelect;

type Row = Prisma.ClaimGetPayload<{ select: typeof claimResourceSelect }>;

/** The claims that fit a condition on "c" and are public (R34), in no order. One query. */
export async function listClaimRows(condition: Prisma.Sql): Promise<Row[]> {
  const [found] = await db().$queryRaw<{ rows: object[] }[]>`
    ${Prisma.raw(PREPARED)}
    select coalesce(json_agg(r), '[]') as rows from (
      select ${columnsOf("c", claimResourceSelect)},
        json_build_object('slug', e.slug, 'title', e.title) as event,
        json_build_object('slug', k.slug, 'name', k.name, 'kind', k.kind, 'parent', case when p.id is not null
          then json_build_object('slug', p.slug, 'name', p.name) end) as claimant,
        case when m.id is not null then json_build_object('slug', m.slug, 'label', m.label) end as measure
      from claim c join event e on e.id = c.event_id join claimant k on k.id = c.claimant_id
        left join claimant p on p.id = k.parent_id left join measure m on m.id = c.measure_id
      where ${condition} and ${publishedClaimSql}) r`;
  return withDates<Row>(found?.rows ?? [], claimResourceSelect);
}

/** Claims as the API tells them, in their order; claims that they name are named where they are public. One query. */
export async function claimResources(rows: readonly Row[]): Promise<ClaimResource[]> {
  const refs = await listPublishedRefs(rows.flatMap(namedBy));
  return rows.map((row) => toResource(row, refs));
}

function toResource(row: Row, refs: ReadonlyMap<string, ClaimRefView>): ClaimResource {
  const { publicId, event, claimant, measure } = row;
  const quantity = toQuantity(row);
  const relativeTo = refs.get(row.relativeToId ?? "");
  const { eventTimeEdtf, eventTimeEarliest, eventTimeLatest, eventTimeZone } = row;
  return {
    id: publicId,
    url: pageUrl(`/claims/${publicId}`),
    version: row.version,
    type: row.type,
    event: eventRef(event),
    claimant: {
      ...claimantRef(claimant),
      kind: claimant.kind,
      partOf: claimant.parent && claimantRef(claimant.parent),
    },
    measure: measure && measureRef(event.slug, measure),
    quantity: quantity && quantityResource(quantity),
    wording: wordingResource(wordingOf(row)),
    topic: row.topic,
    basis: row.basis,
    lane: row.lane,
    relativeTo: relativeTo ? claimRef(relativeTo) : null,
    stated: uncertainDate(statedOf(row)),
    asOf: uncertainDateOrNull(asOfOf(row)),
    eventTime: uncertainDateOrNull(
      dateFrom(eventTimeEdtf, eventTimeEarliest, eventTimeLatest, eventTimeZone),
    ),
    isForecast: row.isForecast,
    isFromMemory: row.isFromMemory,
    recordStatus: row.recordStatus,
    standing: row.standing,
    verification: row.verification,
    lifecycle: row.lifecycle,
    isContested: row.isContested,
    contested: contestedOf(row, refs),
    reportCount: row.reportCount,
    loggedAt: instant(row.loggedAt),
    publishedAt: row.publishedAt && instant(row.publishedAt),
    links: linksOf(publicId, event.slug),
  };
}

function contestedOf({ derived }: Row, refs: ReadonlyMap<string, ClaimRefView>): ClaimResource["contested"] {
  const contest = (derived as DerivedClaim | null)?.contest;
  const nearest = contest && refs.get(contest.nearestId);
  const farthest = contest && refs.get(contest.farthestId);
  if (!contest || !nearest || !farthest) return null;
  return { count: contest.count, nearest: claimRef(nearest), farthest: claimRef(farthest) };
}

function linksOf(publicId: string, eventSlug: string): ClaimResource["links"] {
  const self = apiUrl(`/claims/${publicId}`);
  return {
    self,
    event: apiUrl(`/events/${eventSlug}`),
    attributions: `${self}/attributions`,
    assessments: `${self}/assessments`,
    revisions: `${self}/revisions`,
  };
}
