import "server-only";
import type { Prisma } from "../../prisma/generated/client";
import { db } from "../db/client";
import { evidenceFileSelect, toEvidenceFileView } from "../evidence/types";
import type { TestEvidence } from "../origins/independence";
import { publishedAssessment } from "../publishing/gate";
import { listPublishedRefs } from "./published-refs";
import { claimIdsIn } from "./supporters";
import type { AssessmentView, ClaimRef } from "./types";

/** What an assessment is shown with. */
export const assessmentSelect = {
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
      archiveUrl: true,
      file: { select: evidenceFileSelect },
      report: { select: { publicId: true, title: true, publication: { select: { name: true } } } },
    },
  },
} as const satisfies Prisma.AssessmentSelect;

type Row = Prisma.AssessmentGetPayload<{ select: typeof assessmentSelect }>;

/** The published assessments of a claim, the newest first. A bounded number of queries. */
export async function listAssessments(claimId: string): Promise<AssessmentView[]> {
  const rows = await db().assessment.findMany({
    where: { claimId, ...publishedAssessment },
    orderBy: { number: "desc" },
    select: assessmentSelect,
  });
  const refs = await listPublishedRefs(rows.flatMap(claimIdsOf));
  return rows.map((row) => toAssessmentView(row, refs));
}

/** The claims that an assessment names: what corroborates it, and what its tests found. */
export function claimIdsOf({ corroboratingId, tests }: Row): string[] {
  return [
    ...(corroboratingId ? [corroboratingId] : []),
    ...tests.flatMap(({ evidence }) => claimIdsIn(evidenceOf(evidence))),
  ];
}

/** An assessment as it is shown, where `refs` has the claims that may be named to who looks. */
export function toAssessmentView(
  { assessedAt, assessedBy, staleSince, corroboratingId, tests, evidence, ...row }: Row,
  refs: ReadonlyMap<string, ClaimRef>,
): AssessmentView {
  return {
    ...row,
    assessedAt: assessedAt.getTime(),
    assessedBy: assessedBy.name,
    staleSince: staleSince?.getTime() ?? null,
    corroborating: (corroboratingId && refs.get(corroboratingId)) || null,
    tests: tests.map(({ test, passed, evidence: text }) => {
      const found = evidenceOf(text);
      return { test, passed, evidence: found, claims: claimIdsIn(found).flatMap((id) => refs.get(id) ?? []) };
    }),
    evidence: evidence.map(({ report, file, ...item }) => ({
      ...item,
      file: file && toEvidenceFileView(file),
      report: report && {
        publicId: report.publicId,
        title: report.title,
        publicationName: report.publication.name,
      },
    })),
  };
}

function evidenceOf(text: string): TestEvidence {
  return JSON.parse(text) as TestEvidence;
}
