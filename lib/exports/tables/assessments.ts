import "server-only";
import type { Prisma } from "../../../prisma/generated/client";
import { db } from "../../db/client";
import { published, publishedAssessment } from "../../publishing/gate";
import { VERIFICATIONS } from "../../vocabulary";
import { code, instant, required, text, whereAndWhen, whole } from "../columns";
import { afterId, idOf } from "../keyset";
import { OfEvent } from "../schema";
import { inBatches, ROWS_PER_BATCH, type Table } from "../table";

/** The published assessments of published claims, earlier ones among them; those of one event where it is named. */
export const assessments: Table<OfEvent> = {
  name: "assessments",
  key: ["claim", "number"],
  refersTo: { claim: "claims", event: "events", corroborating: "claims" },
  query: OfEvent,
  columns: [
    text("claim", required),
    whole("number", required),
    text("event", required),
    code("status", VERIFICATIONS, required),
    text("reason", required),
    text("what_would_change"),
    text("override_reason"),
    text("corroborating"),
    text("evidence"),
    text("assessed_by", required),
    instant("assessed_at", required),
    instant("stale_since"),
    ...whereAndWhen,
  ],
  batches({ event }, { site, retrievedAt }) {
    const ofEvent = event ? { claim: { event: { slug: event } } } : {};
    return inBatches(
      (after: string | null) => readAssessments(ofEvent, after),
      idOf,
      (assessment) => [
        assessment.claim.publicId,
        assessment.number,
        assessment.claim.event.slug,
        assessment.status,
        assessment.reason,
        assessment.whatWouldChange,
        assessment.overrideReason,
        assessment.corroborating,
        assessment.evidence.flatMap(({ url, report }) => url ?? report?.url ?? []).join(" ") || null,
        assessment.assessedBy.name,
        assessment.assessedAt.toISOString(),
        assessment.staleSince?.toISOString() ?? null,
        `${site}/claims/${assessment.claim.publicId}`,
        retrievedAt,
      ],
    );
  },
};

async function readAssessments(ofEvent: Prisma.AssessmentWhereInput, after: string | null) {
  const found = await db().assessment.findMany({
    where: { AND: [publishedAssessment, afterId(after), ofEvent] },
    include: {
      claim: { select: { publicId: true, event: { select: { slug: true } } } },
      assessedBy: { select: { name: true } },
      evidence: { select: { url: true, report: { select: { url: true } } }, orderBy: { position: "asc" } },
    },
    orderBy: { id: "asc" },
    take: ROWS_PER_BATCH,
  });
  const corroborating = await listPublicIds(found.map(({ corroboratingId }) => corroboratingId));
  return found.map((assessment) => ({
    ...assessment,
    corroborating: corroborating.get(assessment.corroboratingId) ?? null,
  }));
}

/** The public ids of those claims that are public, by id. */
async function listPublicIds(ids: readonly (string | null)[]): Promise<Map<string | null, string>> {
  const known = ids.filter((id) => id !== null);
  if (known.length === 0) return new Map();
  const rows = await db().claim.findMany({
    where: { AND: [published, { id: { in: known } }] },
    select: { id: true, publicId: true },
  });
  return new Map(rows.map(({ id, publicId }) => [id, publicId]));
}
