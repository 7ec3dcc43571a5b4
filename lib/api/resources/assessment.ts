import "server-only";
import { z } from "zod";
import type { Prisma } from "../../../prisma/generated/client";
import { assessmentSelect, claimIdsOf, toAssessmentView } from "../../claims/list-assessments";
import { listPublishedRefs } from "../../claims/published-refs";
import type { AssessmentView } from "../../claims/types";
import { EVIDENCE_KINDS, EVIDENCE_STANCES, INDEPENDENCE_TESTS, VERIFICATIONS } from "../../vocabulary";
import { apiUrl, pageUrl } from "./addresses";
import { ClaimRef, claimRef } from "./claim-ref";
import { Instant, instant } from "./parts";

const Evidence = z
  .strictObject({
    kind: z.enum(EVIDENCE_KINDS),
    stance: z.enum(EVIDENCE_STANCES),
    note: z.string(),
    url: z.string().nullable(),
    archiveUrl: z.string().nullable(),
    report: z.strictObject({ id: z.string(), title: z.string().nullable(), url: z.url() }).nullable(),
    file: z
      .strictObject({
        name: z.string(),
        type: z.string(),
        sizeBytes: z.number().int(),
        sha256: z.string(),
        url: z.url().nullable().meta({ description: "Null: an admin removed its bytes." }),
      })
      .nullable(),
  })
  .meta({ description: "Something that an assessment rests on." });

export const AssessmentResource = z
  .strictObject({
    number: z.number().int().meta({ description: "From 1, per claim; the highest is the current one." }),
    claim: z.strictObject({ id: z.string(), url: z.url() }),
    status: z.enum(VERIFICATIONS),
    reason: z.string(),
    whatWouldChange: z.string().nullable(),
    overrideReason: z
      .string()
      .nullable()
      .meta({ description: "Why corroborated was set though a test failed." }),
    corroborating: ClaimRef.nullable(),
    tests: z
      .array(
        z.strictObject({ test: z.enum(INDEPENDENCE_TESTS), passed: z.boolean(), claims: z.array(ClaimRef) }),
      )
      .meta({ description: "The tests of independence as they stood when it was signed." }),
    evidence: z.array(Evidence),
    assessedBy: z.string(),
    assessedAt: Instant,
    staleSince: Instant.nullable().meta({ description: "Since when something that it rests on is another." }),
    links: z.strictObject({ claim: z.url() }),
  })
  .meta({ description: "An editor's dated, signed, reasoned decision. Appended, never overwritten." });
export type AssessmentResource = z.input<typeof AssessmentResource>;

export const assessmentResourceSelect = {
  ...assessmentSelect,
  id: true,
  claimId: true,
  claim: { select: { publicId: true } },
} as const satisfies Prisma.AssessmentSelect;

type Row = Prisma.AssessmentGetPayload<{ select: typeof assessmentResourceSelect }>;

/** Assessments as the API tells them, in their order. One query. */
export async function assessmentResources(rows: readonly Row[]): Promise<AssessmentResource[]> {
  const refs = await listPublishedRefs(rows.flatMap(claimIdsOf));
  return rows.map(({ id: _, claimId: __, claim, ...row }) =>
    toResource(claim.publicId, toAssessmentView(row, refs)),
  );
}

function toResource(claimId: string, view: AssessmentView): AssessmentResource {
  return {
    number: view.number,
    claim: { id: claimId, url: pageUrl(`/claims/${claimId}`) },
    status: view.status,
    reason: view.reason,
    whatWouldChange: view.whatWouldChange,
    overrideReason: view.overrideReason,
    corroborating: view.corroborating && claimRef(view.corroborating),
    tests: view.tests.map(({ test, passed, claims }) => ({ test, passed, claims: claims.map(claimRef) })),
    evidence: view.evidence.map(evidenceResource),
    assessedBy: view.assessedBy,
    assessedAt: instant(view.assessedAt),
    staleSince: view.staleSince === null ? null : instant(view.staleSince),
    links: { claim: apiUrl(`/claims/${claimId}`) },
  };
}

function evidenceResource({ report, file, ...rest }: AssessmentView["evidence"][number]) {
  return {
    ...rest,
    report: report && {
      id: report.publicId,
      title: report.title,
      url: pageUrl(`/reports/${report.publicId}`),
    },
    file: file && {
      name: file.name,
      type: file.type,
      sizeBytes: file.size,
      sha256: file.sha256,
      url: file.isRemoved ? null : new URL(`/files/${file.publicId}`, apiUrl("")).href,
    },
  };
}
