import "server-only";
import { Prisma } from "../../../prisma/generated/client";
import { matchingClaims } from "../../claims/matching-claims";
import { ListClaims } from "../../claims/schema";
import { db } from "../../db/client";
import type { Cursor } from "../../db/cursor";
import {
  BASES,
  CLAIM_TYPES,
  LIFECYCLES,
  MEDIA,
  QUALIFIERS,
  READINGS,
  RECORD_STATUSES,
  STANDINGS,
  TOPICS,
  VERIFICATIONS,
} from "../../vocabulary";
import { code, number, required, text, whereAndWhen, yesNo } from "../columns";
import { inBatches, type PlacedRow, ROWS_PER_BATCH, type Row, type Table } from "../table";

/** The filters of the list on the screen; a download is the whole list, so it has no page. */
export const ExportClaims = ListClaims.omit({ after: true, before: true }).transform((query) => ({
  ...query,
  after: null,
  before: null,
}));

/** The published claims, in the order and with the filters of the screen, each with the first report that carried it. */
export const claims: Table<ListClaims> = {
  name: "claims",
  key: ["id"],
  refersTo: {
    event: "events",
    claimant: "claimants",
    report_id: "reports",
    report_publication: "publications",
  },
  query: ExportClaims,
  // The importer reads these back by their names: new ones are added at the end.
  columns: [
    text("id", required),
    text("event", required),
    text("claimant", required),
    text("measure"),
    code("type", CLAIM_TYPES, required),
    code("topic", TOPICS),
    text("wording"),
    text("wording_language", required),
    text("wording_translation"),
    text("wording_translated_by"),
    code("qualifier", QUALIFIERS),
    number("low"),
    number("high"),
    number("central"),
    code("reading", READINGS),
    text("stated", required),
    text("stated_zone", required),
    text("as_of"),
    text("as_of_zone"),
    code("basis", BASES, required),
    code("standing", STANDINGS, required),
    yesNo("is_forecast"),
    code("verification", VERIFICATIONS, required),
    code("lifecycle", LIFECYCLES, required),
    code("record_status", RECORD_STATUSES, required),
    yesNo("is_contested"),
    text("report_id"),
    text("report_url"),
    text("report_title"),
    text("report_publication"),
    code("report_medium", MEDIA),
    text("report_language"),
    text("report_published"),
    text("report_published_zone"),
    text("archive_url"),
    ...whereAndWhen,
    text("event_title", required),
    text("claimant_name", required),
    text("measure_label"),
    text("contested_by"),
    text("event_time"),
    text("event_time_zone"),
    text("relative_to"),
    yesNo("is_from_memory"),
  ],
  batches(query, { site, retrievedAt }) {
    return inBatches(
      (after: Cursor | null) =>
        readPlaced(matchingClaims(query, after, false, ROWS_PER_BATCH), site, retrievedAt),
      ({ at, id }) => ({ at, id }),
      ({ row }) => JSON.parse(row) as Row,
    );
  },
};

/**
 * What is on file of these claims, in their order? One text a row: the driver takes longer over forty values than the
 * database and this process together take to write and to read them as JSON.
 */
function readPlaced(matching: Prisma.Sql, site: string, retrievedAt: string): Promise<PlacedRow[]> {
  return db().$queryRaw<PlacedRow[]>`
    with matched as (select f.id, f.at, row_number() over () as place from (${matching}) f)
    select f.at, f.id, json_build_array(
      c.public_id, e.slug, k.slug, m.slug, c.type, c.topic,
      c.wording, c.wording_language, c.wording_translation, c.wording_translated_by,
      c.qualifier, c.low, c.high, c.central, c.reading,
      c.stated_edtf, c.stated_zone, c.as_of_edtf, c.as_of_zone,
      c.basis, c.standing, c.is_forecast, c.verification, c.lifecycle, c.record_status, c.is_contested,
      r.public_id, r.url, r.title, r.publication, r.medium, r.language, r.published_edtf, r.published_zone,
      r.archive_url, ${site}::text || '/claims/' || c.public_id, ${retrievedAt}::text,
      e.title, k.name, m.label, ${contestedBy}, c.event_time_edtf, c.event_time_zone, ${relativeTo},
      c.is_from_memory
    )::text as row
    from matched f
      join claim c on c.id = f.id
      join event e on e.id = c.event_id
      join claimant k on k.id = c.claimant_id
      left join measure m on m.id = c.measure_id
      left join lateral (${firstReport}) r on true
    order by f.place`;
}

/** By which report was a claim carried first, of those that readers see? */
const firstReport = Prisma.sql`
  select r.public_id, r.url, r.title, p.slug as publication, r.medium, r.language, r.published_edtf,
    r.published_zone, r.archive_url
  from attribution a join report r on r.id = a.report_id join publication p on p.id = r.publication_id
  where a.claim_id = c.id and a.published_at is not null
  order by r.published_earliest nulls last, a.created_at, a.id
  limit 1`;

// The nearest and the farthest of the figures that contest it, as its page names them.
const contestedBy = Prisma.sql`case when c.is_contested then (
  select string_agg(o.public_id, ' ' order by o.public_id) from claim o join event oe on oe.id = o.event_id
  where o.id in ((c.derived #>> '{contest,nearestId}')::uuid, (c.derived #>> '{contest,farthestId}')::uuid)
    and o.record_status = 'published' and o.merged_into_id is null
    and oe.record_status = 'published' and oe.merged_into_id is null) end`;

const relativeTo = Prisma.sql`case when c.relative_to_id is not null then (
  select o.public_id from claim o join event oe on oe.id = o.event_id
  where o.id = c.relative_to_id and o.record_status = 'published' and o.merged_into_id is null
    and oe.record_status = 'published' and oe.merged_into_id is null) end`;
