import "server-only";
import type { Prisma } from "../../prisma/generated/client";
import { db } from "../db/client";
import { areIndependent, type Supporter } from "../origins/independence";
import { published } from "../publishing/gate";
import { firstStated } from "../quantity/compare";
import { listPublishedRefs } from "./published-refs";
import { claimIdsIn, supporterSelect, type Tested, testAgainst, toSupporter } from "./supporters";
import type { ClaimPage } from "./types";

type SupporterRow = Prisma.ClaimGetPayload<{ select: typeof supporterSelect }>;

const PARTNERS_SHOWN = 3;

/**
 * Which other claimants' current figures of the same measure and lane support this one, and which tests of R12 each
 * pair passes and fails; those that pass most first. Null where this figure no longer stands, or is none. Four queries.
 */
export async function findIndependence(
  row: SupporterRow,
): Promise<NonNullable<ClaimPage["figure"]>["independence"]> {
  const own = toSupporter(row);
  if (!own || !stands(own)) return null;

  const rows = await db().claim.findMany({
    where: {
      measureId: row.measureId,
      lane: row.lane,
      lifecycle: "current",
      claimantId: { not: row.claimantId },
      ...published,
    },
    select: supporterSelect,
    orderBy: [{ statedEarliest: "asc" }, { number: "asc" }],
  });
  const others = rows.flatMap((other) => toSupporter(other) ?? []).filter(supports);
  const tested = others.length === 0 ? [] : await testAgainst(db(), row.eventId, own, others);
  const best = tested.toSorted(mostPassedFirst).slice(0, PARTNERS_SHOWN);
  const refs = await listPublishedRefs(
    best.flatMap(({ supporter, results }) => [
      supporter.figure.id,
      ...results.flatMap(({ evidence }) => claimIdsIn(evidence)),
    ]),
  );
  return {
    comparedCount: others.length,
    independentCount: tested.filter(({ results }) => areIndependent(results)).length,
    partners: best.flatMap(({ supporter, results }) => {
      const claim = refs.get(supporter.figure.id);
      if (!claim) return [];
      const tests = results.map((result) => ({
        ...result,
        claims: claimIdsIn(result.evidence).flatMap((id) => refs.get(id) ?? []),
      }));
      return [{ claim, tests, passedCount: passedCount(results), isIndependent: areIndependent(results) }];
    }),
  };
}

function stands({ figure }: Supporter): boolean {
  return figure.lifecycle === "current" && figure.standing !== "disowned";
}

/** What an editor found to be wrong supports nothing. */
function supports(supporter: Supporter): boolean {
  return stands(supporter) && supporter.figure.verification !== "refuted";
}

/** Figures that cannot be true with this one support it least, whatever else they pass. */
function mostPassedFirst(a: Tested, b: Tested): number {
  return (
    Number(isCompatible(b)) - Number(isCompatible(a)) ||
    passedCount(b.results) - passedCount(a.results) ||
    firstStated(a.supporter.figure, b.supporter.figure)
  );
}

function isCompatible({ results }: Tested): boolean {
  return results.some(({ test, passed }) => test === "compatible" && passed);
}

function passedCount(results: Tested["results"]): number {
  return results.filter(({ passed }) => passed).length;
}
