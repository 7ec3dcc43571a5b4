import type { ClaimLink } from "../../prisma/generated/client";
import { Conflict, Invalid } from "../errors";
import type { Total } from "../vocabulary";
import { assertReplacement, assertSuccession, type Kin, type Superseding } from "./rules";

/** An accepted link, and the two claims that it joins as they would then stand. */
export type KeptLink = Pick<ClaimLink, "kind" | "speaksForBoth" | "downwardReason"> & {
  from: Superseding;
  to: Superseding;
  /** The public id of the one that is not being amended. */
  otherPublicId: string;
};

/** A decision on two claims holds only for what it was made on: Conflict, naming the other claim, where it would not. */
export function assertKeepsLinks(
  links: readonly KeptLink[],
  claimants: Kin,
  measures: readonly { id: string; total: Total }[],
): void {
  for (const link of links) {
    const problem = brokenBy(link, claimants, measures);
    if (problem === null) continue;
    throw new Conflict(
      `This would break the link to claim ${link.otherPublicId}: undo that link first. ${problem}`,
    );
  }
}

function brokenBy(
  link: KeptLink,
  claimants: Kin,
  measures: readonly { id: string; total: Total }[],
): string | null {
  const { kind, from, to } = link;
  switch (kind) {
    case "supersedes":
      return refusalOf(() => assertSuccession(from, to, link, claimants));
    case "replaces":
      return refusalOf(() => assertReplacement(from, to, measures));
    case "duplicate_of":
      return from.claimantId === to.claimantId && from.measureId === to.measureId
        ? null
        : "One claim has one claimant and one measure.";
    case "passed_on_from":
      if (from.claimantId === to.claimantId) return "Nobody passes on its own figure.";
      return from.measureId === to.measureId ? null : "What was passed on counts the same.";
    case "one_origin":
      return from.claimantId === to.claimantId ? "The figures are of two claimants." : null;
  }
}

function refusalOf(rule: () => void): string | null {
  try {
    rule();
    return null;
  } catch (error) {
    if (error instanceof Invalid) return error.message;
    throw error;
  }
}
