import "server-only";
import type { SubjectKind } from "../../prisma/generated/enums";
import { db } from "../db/client";
import type { CorrectionKind, LinkKind } from "../vocabulary";
import type { PublicNames } from "./public-names";
import type { About } from "./types";

type Subject = { subjectKind: SubjectKind; subjectId: string };

/** What the records that revisions are of belong to, by their ids. */
export type Subjects = {
  claimIdOf: ReadonlyMap<string, string>;
  measureIdOf: ReadonlyMap<string, string>;
  links: ReadonlyMap<string, { kind: LinkKind; fromClaimId: string; toClaimId: string }>;
  corrections: ReadonlyMap<string, { kind: CorrectionKind; claimId: string | null }>;
  redactions: ReadonlyMap<string, Redacted>;
  /** Of all claims and measures among them. */
  ids: string[];
};
type Redacted = Pick<Extract<About, { kind: "redaction" }>, "subjectKind" | "field">;

/** Looks up what each revision's record belongs to. Six queries. */
export async function listSubjects(revisions: readonly Subject[]): Promise<Subjects> {
  const of = (kind: SubjectKind) => ({
    where: {
      id: { in: revisions.flatMap((row) => (row.subjectKind === kind ? row.subjectId : [])) },
    },
  });
  const claimId = { select: { id: true, claimId: true } } as const;
  const [attributions, assessments, estimates, links, corrections, redactions] = await Promise.all([
    db().attribution.findMany({ ...of("attribution"), ...claimId }),
    db().assessment.findMany({ ...of("assessment"), ...claimId }),
    db().bestEstimate.findMany({ ...of("best_estimate"), select: { id: true, measureId: true } }),
    db().claimLink.findMany({
      ...of("claim_link"),
      select: { id: true, kind: true, fromClaimId: true, toClaimId: true },
    }),
    db().correction.findMany({ ...of("correction"), select: { id: true, kind: true, claimId: true } }),
    db().redaction.findMany({ ...of("redaction"), select: { id: true, subjectKind: true, field: true } }),
  ]);
  const own = (kind: SubjectKind) =>
    revisions.flatMap(({ subjectKind, subjectId }) => (subjectKind === kind ? [subjectId] : []));
  const claimIdOf = new Map([
    ...own("claim").map((id) => [id, id] as const),
    ...[...attributions, ...assessments].map(({ id, claimId }) => [id, claimId] as const),
  ]);
  const measureIdOf = new Map([
    ...own("measure").map((id) => [id, id] as const),
    ...estimates.map(({ id, measureId }) => [id, measureId] as const),
  ]);
  return {
    claimIdOf,
    measureIdOf,
    links: new Map(links.map(({ id, ...link }) => [id, link])),
    corrections: new Map(corrections.map(({ id, ...correction }) => [id, correction])),
    redactions: new Map(redactions.map(({ id, ...redacted }) => [id, redacted as Redacted])),
    ids: [
      ...claimIdOf.values(),
      ...measureIdOf.values(),
      ...links.flatMap(({ fromClaimId, toClaimId }) => [fromClaimId, toClaimId]),
      ...corrections.flatMap(({ claimId }) => claimId ?? []),
    ],
  };
}

/** Which record a revision is about, by the names that are public. */
export function aboutOf({ subjectKind, subjectId }: Subject, of: Subjects, names: PublicNames): About | null {
  if (subjectKind === "event") return { kind: "event" };
  const measure = names.measures.get(of.measureIdOf.get(subjectId) ?? "");
  if (measure) return { kind: "measure", ...measure };
  const claim = names.claims.get(of.claimIdOf.get(subjectId) ?? "");
  if (claim) return { kind: "claim", claim };
  const link = of.links.get(subjectId);
  if (link) {
    const [from, to] = [names.claims.get(link.fromClaimId), names.claims.get(link.toClaimId)];
    return from && to ? { kind: "claim_link", link: link.kind, from, to } : null;
  }
  const correction = of.corrections.get(subjectId);
  if (correction) {
    const corrected = names.claims.get(correction.claimId ?? "") ?? null;
    return { kind: "correction", correction: correction.kind, claim: corrected };
  }
  const redacted = of.redactions.get(subjectId);
  return redacted ? { kind: "redaction", ...redacted } : null;
}
