import "server-only";
import { listCorrections } from "../claims/list-corrections";
import { claimRefSelect, toClaimRef } from "../claims/refs";
import { parseEdtf } from "../dates/edtf";
import { db } from "../db/client";
import { findEvent } from "../events/queries";
import { published, publishedAssessment, publishedEvent } from "../publishing/gate";
import { claimedSince, dayOf, firstStated } from "./changed-since";
import { listTimelineRows } from "./list-rows";
import { toEventTimeline } from "./timeline-view";
import type { ChangedSince, EventTimeline, NewAssessment } from "./types";

/** Days from which on a reader may want to know what changed. */
export type SinceDays = { afterFirstDay: string; publication: string; lastChanges: string };

export type TimelinePage = { timeline: EventTimeline; since: ChangedSince | null; days: SinceDays };

/** So many assessments and corrections are told; the rest stand on their own pages. */
const TOLD_MAX = 100;
const DAY_MS = 86_400_000;

/**
 * The figures of a published event by stated time, and what changed from a day (YYYY-MM-DD, on the calendar of the
 * event) on; without one from the day after the event, or after its first statement where that came later; or null. A bounded number of queries.
 */
export async function findTimeline(slug: string, day: string | null): Promise<TimelinePage | null> {
  const page = await findEvent(slug);
  if (!page) return null;
  const rows = await listTimelineRows(slug);
  const { zone } = page.occurred;
  const days = {
    afterFirstDay: dayOf(Math.max(page.occurred.earliest, firstStated(rows) ?? 0) + DAY_MS, zone),
    publication: dayOf(page.publishedAt, zone),
    lastChanges: dayOf(page.changedAt - 7 * DAY_MS, zone),
  };
  const asked = day ?? days.afterFirstDay;
  const read = parseEdtf(asked, zone);
  if (!read.ok) return { timeline: toEventTimeline(page, rows), since: null, days };
  const from = read.date.earliest;
  const [assessments, corrections] = await Promise.all([
    listAssessmentsSince(slug, from),
    listCorrections({ event: slug }, TOLD_MAX),
  ]);
  const since = {
    day: asked,
    from,
    ...claimedSince(page, rows, asked),
    assessments,
    corrections: corrections.rows.filter(({ at }) => at >= from),
  };
  return { timeline: toEventTimeline(page, rows), since, days };
}

/** The assessments that were signed from an instant on, the newest first. */
async function listAssessmentsSince(slug: string, from: number): Promise<NewAssessment[]> {
  const rows = await db().assessment.findMany({
    where: {
      ...publishedAssessment,
      // One way from the event to them: of two, the planner would begin with all assessments.
      claim: { ...published, event: { ...publishedEvent, slug } },
      assessedAt: { gte: new Date(from) },
    },
    select: {
      status: true,
      reason: true,
      assessedAt: true,
      assessedBy: { select: { name: true } },
      claim: { select: claimRefSelect },
    },
    orderBy: [{ assessedAt: "desc" }, { id: "desc" }],
    take: TOLD_MAX,
  });
  return rows.map(({ status, reason, assessedAt, assessedBy, claim }) => ({
    claim: toClaimRef(claim),
    status,
    reason,
    at: assessedAt.getTime(),
    by: assessedBy.name,
  }));
}
