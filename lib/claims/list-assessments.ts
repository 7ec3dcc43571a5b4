import "server-only";
import { db } from "../db/client";
import type { TestEvidence } from "../origins/independence";
import { publishedAssessment } from "../publishing/gate";
import { listPublishedRefs } from "./published-refs";
import { claimIdsIn } from "./supporters";
import type { AssessmentView } from "./types";

/** The published assessments of a claim, the newest first. A bounded number of queries. */
export async function listAssessments(claimId: string): Promise<AssessmentView[]> {
  const rows = await db().assessment.findMany({
    where: { claimId, ...publishedAssessment },
    orderBy: { number: "desc" },
    select: {
      number: true,
      status: true,
      reason: true,
      whatWouldChange: true,
      overrideReason: true,
      corroboratingId: true,
      assessedAt: true,
      staleSince: true,
      assessedBy: { select: { name: true } },
      tests: { select: { test: true, passed: true, evidence: true }, orderBy: { test: "asc" } },
      evidence: {
        orderBy: { position: "asc" },
        select: {
          kind: true,
          stance: true,
          note: true,
          url: true,
          report: { select: { publicId: true, title: true, publication: { select: { name: true } } } },
        },
      },
    },
  });
  const evidenceOf = (text: string) => JSON.parse(text) as TestEvidence;
  const named = rows.flatMap(({ corroboratingId, tests }) => [
    ...(corroboratingId ? [corroboratingId] : []),
    ...tests.flatMap(({ evidence }) => claimIdsIn(evidenceOf(evidence))),
  ]);
  const refs = await listPublishedRefs(named);
  return rows.map(({ assessedAt, assessedBy, staleSince, corroboratingId, tests, evidence, ...row }) => ({
    ...row,
    assessedAt: assessedAt.getTime(),
    assessedBy: assessedBy.name,
    isStale: staleSince !== null,
    corroborating: (corroboratingId && refs.get(corroboratingId)) || null,
    tests: tests.map(({ test, passed, evidence: text }) => {
      const found = evidenceOf(text);
      return { test, passed, evidence: found, claims: claimIdsIn(found).flatMap((id) => refs.get(id) ?? []) };
    }),
    evidence: evidence.map(({ report, ...item }) => ({
      ...item,
      report: report && {
        publicId: report.publicId,
        title: report.title,
        publicationName: report.publication.name,
      },
    })),
  }));
}
