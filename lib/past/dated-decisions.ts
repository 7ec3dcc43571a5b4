import "server-only";
import { db } from "../db/client";
import type { FieldContent } from "../history/digest";
import { published, publishedAssessment } from "../publishing/gate";
import type { Standing } from "../vocabulary";
import type { DatedAssessment, DatedEnd } from "./event-rows";

/** When editors found the public claims of an event to stand as they do, and when some of them ended. Two queries. */
export async function listDatedDecisions(
  eventId: string,
): Promise<{ assessments: DatedAssessment[]; ends: DatedEnd[] }> {
  const [assessments, ended] = await Promise.all([
    db().assessment.findMany({
      where: { ...publishedAssessment, claim: { ...published, eventId } },
      select: { claimId: true, number: true, status: true, assessedAt: true },
      orderBy: { id: "asc" },
    }),
    listEnded(eventId),
  ]);
  return {
    assessments: assessments.map(({ assessedAt, ...row }) => ({ ...row, at: assessedAt.getTime() })),
    ends: ended.map(({ at, content, ...row }) => ({
      ...row,
      at: at.getTime(),
      standing: standingBefore((content ?? {}) as Fields),
    })),
  };
}

type Fields = Record<string, FieldContent | null>;
type Ended = { claimId: string; kind: DatedEnd["kind"]; at: Date; content: unknown };

/** When was each public claim of an event denied or taken back, and what did that change of it? */
function listEnded(eventId: string): Promise<Ended[]> {
  return db().$queryRaw<Ended[]>`
    select claim.id as "claimId", split_part(revision.action, '.', 2) as kind, revision.at, content.fields as content
    from claim join event on event.id = claim.event_id
      join revision on revision.subject_kind = 'claim' and revision.subject_id = claim.id
        and revision.action in ('claim.disowned', 'claim.retracted')
      join revision_content content on content.revision_id = revision.id
    where claim.event_id = ${eventId}::uuid and claim.record_status = 'published' and claim.merged_into_id is null
      and event.record_status = 'published' and event.merged_into_id is null
    order by revision.at, revision.number`;
}

/** How a claim stood to its claimant before a revision that may have changed that. */
export function standingBefore({ standing }: Readonly<Fields>): Standing {
  return (standing?.before ?? "reported") as Standing;
}
