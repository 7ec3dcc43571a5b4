import "server-only";
import type { Claim } from "../../prisma/generated/client";
import type { Db } from "../db/client";
import { named } from "./rules";

/** All that making a claim a duplicate of another would move, and what speaks against it. Reads only. */
export async function planDuplicate(db: Db, duplicate: Claim, kept: Claim) {
  const select = { id: true, version: true, reportId: true, locator: true, publishedAt: true } as const;
  const orderBy = { id: "asc" } as const;
  const [own, others, pointing] = await Promise.all([
    db.attribution.findMany({ where: { claimId: duplicate.id }, select, orderBy }),
    db.attribution.findMany({ where: { claimId: kept.id }, select, orderBy }),
    listPointing(db, duplicate.id),
  ]);
  const known = new Set(others.map(placeOf));
  return {
    /** Those whose report carries the kept claim at that place already stay where they are. */
    moving: own.filter((attribution) => !known.has(placeOf(attribution))),
    stayingCount: own.filter((attribution) => known.has(placeOf(attribution))).length,
    problems: [...problemsOfDuplicate(duplicate, kept), ...pointing],
  };
}

/** Where a report carries a claim. */
export function placeOf({ reportId, locator }: { reportId: string; locator: string | null }): string {
  return JSON.stringify([reportId, locator]);
}

/** R27, R28: one claim has one event, claimant and measure, or topic. R24: what readers see does not go where they don't. */
function problemsOfDuplicate(duplicate: Claim, kept: Claim): string[] {
  const problems: string[] = [];
  if (duplicate.eventId !== kept.eventId) return ["Choose two claims of the same event."];
  if (duplicate.type !== kept.type) return ["A figure and a statement are never one claim."];
  if (duplicate.claimantId !== kept.claimantId) problems.push("One claim has one claimant: these have two.");
  if (duplicate.measureId !== kept.measureId)
    problems.push("One claim counts one thing: these have two measures.");
  if (duplicate.topic !== kept.topic) problems.push("One claim has one topic: these have two.");
  for (const claim of [duplicate, kept]) problems.push(...problemsOfStanding(claim));
  if (duplicate.lifecycle !== "current" || duplicate.standing === "disowned")
    problems.push(
      `Claim ${duplicate.publicId} was taken back or has a successor: readers see that, and it stays theirs.`,
    );
  if (kept.lifecycle === "entry_error") problems.push(`Claim ${kept.publicId} was logged by mistake.`);
  if (duplicate.recordStatus === "published" && kept.recordStatus !== "published")
    problems.push(
      `Claim ${duplicate.publicId} is public and ${kept.publicId} is not: take it the other way round.`,
    );
  return problems;
}

function problemsOfStanding({ publicId, mergedIntoId, recordStatus }: Claim): string[] {
  if (mergedIntoId) return [`Claim ${publicId} is a duplicate of another already.`];
  return recordStatus === "archived" ? [`Claim ${publicId} is archived: reopen it first.`] : [];
}

/** What rests on a claim and would lead to nothing without it: each kind by name. */
async function listPointing(db: Db, id: string): Promise<string[]> {
  const name = { select: { publicId: true } } as const;
  const [links, relatives, corroborated, estimated] = await Promise.all([
    db.claimLink.findMany({
      where: { state: "accepted", OR: [{ fromClaimId: id }, { toClaimId: id }] },
      select: { fromClaimId: true, fromClaim: name, toClaim: name },
      orderBy: { id: "asc" },
    }),
    db.claim.findMany({ where: { relativeToId: id }, ...name, orderBy: { number: "asc" } }),
    db.claim.findMany({
      where: { verification: "corroborated", assessments: { some: { corroboratingId: id } } },
      select: {
        publicId: true,
        assessments: { orderBy: { number: "desc" }, take: 1, select: { corroboratingId: true } },
      },
      orderBy: { number: "asc" },
    }),
    db.measure.findMany({
      where: { estimates: { some: { inputs: { some: { claimId: id } } } } },
      select: {
        label: true,
        estimates: {
          orderBy: { number: "desc" },
          take: 1,
          select: { inputs: { select: { claimId: true } } },
        },
      },
      orderBy: { position: "asc" },
    }),
  ]);
  return [
    ...about(
      links.map(({ fromClaimId, fromClaim, toClaim }) => (fromClaimId === id ? toClaim : fromClaim).publicId),
      (claims) => `It is linked to claim ${claims}: undo that link first.`,
    ),
    ...about(
      relatives.map(({ publicId }) => publicId),
      (claims) => `Claim ${claims} is relative to it: make that one relative to the other claim first.`,
    ),
    ...about(
      corroborated.flatMap(({ publicId, assessments }) =>
        assessments[0]?.corroboratingId === id ? [publicId] : [],
      ),
      (claims) => `It corroborates claim ${claims}: assess that one again first.`,
    ),
    ...about(
      estimated.flatMap(({ label, estimates }) =>
        estimates[0]?.inputs.some(({ claimId }) => claimId === id) ? [label] : [],
      ),
      (measures) => `The best estimate of ${measures} was made with it: make that one anew first.`,
    ),
  ];
}

function about(names: readonly string[], sentence: (names: string) => string): string[] {
  return names.length > 0 ? [sentence(named(names))] : [];
}
