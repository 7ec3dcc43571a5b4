import "server-only";
import type { Actor } from "../auth/actor";
import { authorise } from "../auth/authorise";
import { db } from "../db/client";
import { listDeskRefs } from "./desk-refs";
import { assessmentSelect, claimIdsOf, toAssessmentView } from "./list-assessments";
import type { AssessmentView } from "./types";

/** The assessments of a claim, the newest first, also while its event is not public. A bounded number of queries. */
export async function listDeskAssessments(actor: Actor, claimId: string): Promise<AssessmentView[]> {
  authorise(actor, "claim:log");
  const rows = await db().assessment.findMany({
    where: { claimId },
    orderBy: { number: "desc" },
    select: assessmentSelect,
  });
  const refs = await listDeskRefs(actor, rows.flatMap(claimIdsOf));
  return rows.map((row) => toAssessmentView(row, refs));
}
