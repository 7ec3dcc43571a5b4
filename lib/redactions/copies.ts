import "server-only";
import type { SubjectKind } from "../../prisma/generated/enums";
import type { Transaction } from "../db/client";
import type { ParsedRedaction } from "./schema";

/** A record that holds a text too, and the fields in which it does. */
export type Copy = { subjectKind: SubjectKind; subjectId: string; fields: string[] };

/**
 * Where else the text of a field stands: in proposals that would change the field, and, for the reason of a proposal or
 * a correction, in whatever of the same claim gives the same reason.
 */
export async function listCopies(
  tx: Transaction,
  { subjectKind, subjectId, field }: ParsedRedaction,
): Promise<Copy[]> {
  if (subjectKind === "claim") return listProposing(tx, { claimId: subjectId, kind: "correction" }, field);
  if (subjectKind === "attribution") {
    const { claimId, reportId } = await tx.attribution.findUniqueOrThrow({ where: { id: subjectId } });
    return listProposing(tx, { claimId, kind: "report" }, field, reportId);
  }
  if (field !== "reason" || (subjectKind !== "proposal" && subjectKind !== "correction")) return [];
  const told =
    subjectKind === "proposal"
      ? await tx.proposal.findUniqueOrThrow({ where: { id: subjectId } })
      : await tx.correction.findUniqueOrThrow({ where: { id: subjectId } });
  const same = { claimId: told.claimId ?? "", reason: told.reason, id: { not: subjectId } };
  const [proposals, corrections] =
    told.claimId === null
      ? [[], []]
      : [await tx.proposal.findMany({ where: same }), await tx.correction.findMany({ where: same })];
  return [
    ...proposals.map(({ id }) => ({ subjectKind: "proposal" as const, subjectId: id, fields: [field] })),
    ...corrections.map(({ id }) => ({ subjectKind: "correction" as const, subjectId: id, fields: [field] })),
  ];
}

async function listProposing(
  tx: Transaction,
  where: { claimId: string; kind: "correction" | "report" },
  field: string,
  reportId: string | null = null,
): Promise<Copy[]> {
  const proposals = await tx.proposal.findMany({ where, select: { id: true, changes: true } });
  return proposals.flatMap(({ id, changes }) => {
    const proposed = changes as Record<string, unknown>;
    if (reportId !== null && proposed.reportId !== reportId) return [];
    const has = proposed[field] !== undefined && proposed[field] !== null;
    return has ? [{ subjectKind: "proposal" as const, subjectId: id, fields: [field] }] : [];
  });
}
