import "server-only";
import type { Prisma } from "../../../prisma/generated/client";
import { matchingClaims } from "../../claims/matching-claims";
import type { ListClaims } from "../../claims/schema";
import { db } from "../../db/client";
import type { Cursor } from "../../db/cursor";
import { required, text, whereAndWhen } from "../columns";
import { inBatches, type PlacedRow, ROWS_PER_BATCH, type Row, type Table } from "../table";
import { ExportClaims } from "./claims";

/**
 * The published claims flat, for programs that compare statements: one value each, as a number or an interval, beside
 * the words that were said, and between which reports it was seen.
 */
export const statements: Table<ListClaims> = {
  name: "statements",
  key: ["id"],
  refersTo: { event: "events", claimant: "claimants", report: "reports" },
  query: ExportClaims,
  columns: [
    text("id", required),
    text("event", required),
    text("claimant", required),
    text("measure"),
    text("value"),
    text("original_value"),
    text("language", required),
    text("report"),
    text("first_seen"),
    text("last_seen"),
    ...whereAndWhen,
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

/** For each claim: what does it say, and which of the reports that carry it were the first and the last? */
function readPlaced(matching: Prisma.Sql, site: string, retrievedAt: string): Promise<PlacedRow[]> {
  return db().$queryRaw<PlacedRow[]>`
    with matched as (select f.id, f.at, row_number() over () as place from (${matching}) f)
    select f.at, f.id, json_build_array(
      c.public_id, e.slug, k.slug, m.slug,
      case
        when c.type = 'statement' then coalesce(c.wording_translation, c.wording)
        when c.low = c.high then c.low::numeric::text
        when c.low is not null or c.high is not null
          then coalesce(c.low::numeric::text, '') || '..' || coalesce(c.high::numeric::text, '')
      end,
      c.wording, c.wording_language, s.reports[1], s.dates[1], s.dates[cardinality(s.dates)],
      ${site}::text || '/claims/' || c.public_id, ${retrievedAt}::text
    )::text as row
    from matched f
      join claim c on c.id = f.id
      join event e on e.id = c.event_id
      join claimant k on k.id = c.claimant_id
      left join measure m on m.id = c.measure_id
      left join lateral (
        select array_agg(r.public_id order by r.published_earliest nulls last, a.created_at, a.id) as reports,
          array_agg(r.published_edtf order by r.published_earliest, r.published_latest, r.id)
            filter (where r.published_edtf is not null) as dates
        from attribution a join report r on r.id = a.report_id
        where a.claim_id = c.id and a.published_at is not null) s on true
    order by f.place`;
}
