import "server-only";
import { Prisma } from "../../prisma/generated/client";
import { db } from "../db/client";
import { PREPARED } from "../db/statement-name";
import type { FieldContent } from "../history/digest";
import { publishedClaimSql } from "../publishing/gate-sql";
import type { Standing } from "../vocabulary";
import type { DatedAssessment, DatedEnd } from "./event-rows";

/** When editors found the public claims of an event to stand as they do, and when some of them ended. One query. */
export async function listDatedDecisions(
  eventId: string,
): Promise<{ assessments: DatedAssessment[]; ends: DatedEnd[] }> {
  const [row] = await db().$queryRaw<{ assessments: DatedAssessment[]; ended: Ended[] }[]>`
    ${Prisma.raw(PREPARED)}
    select
      (select coalesce(json_agg(json_build_object('claimId', a.claim_id, 'number', a.number, 'status', a.status,
          'at', round(extract(epoch from a.assessed_at) * 1000)) order by a.id), '[]')
        from claim c join event e on e.id = c.event_id join assessment a on a.claim_id = c.id
        where c.event_id = ${eventId}::uuid and ${publishedClaimSql} and a.published_at is not null
      ) as assessments,
      (select coalesce(json_agg(json_build_object('claimId', c.id, 'kind', split_part(r.action, '.', 2),
          'at', round(extract(epoch from r.at) * 1000), 'content', content.fields) order by r.at, r.number), '[]')
        from claim c join event e on e.id = c.event_id
          join revision r on r.subject_kind = 'claim' and r.subject_id = c.id
            and r.action in ('claim.disowned', 'claim.retracted')
          join revision_content content on content.revision_id = r.id
        where c.event_id = ${eventId}::uuid and ${publishedClaimSql}
      ) as ended`;
  const { assessments = [], ended = [] } = row ?? {};
  const ends = ended.map(({ content, ...rest }) => ({
    ...rest,
    standing: standingBefore((content ?? {}) as Fields),
  }));
  return { assessments, ends };
}

type Fields = Record<string, FieldContent | null>;
type Ended = { claimId: string; kind: DatedEnd["kind"]; at: number; content: unknown };

/** How a claim stood to its claimant before a revision that may have changed that. */
export function standingBefore({ standing }: Readonly<Fields>): Standing {
  return (standing?.before ?? "reported") as Standing;
}
