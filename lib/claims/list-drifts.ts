import "server-only";
import { db } from "../db/client";
import { pageOf } from "../db/page-of";
import { countDrifts, type DriftCounts, type DriftKind, driftKindsOf } from "../publications/rules";
import { publishedAttribution } from "../publishing/gate";
import { toQuantity } from "./figures";
import { listPrintedClaims, type PrintedClaim } from "./printed-claim";

/** So many drifts stand on a page. */
const DRIFTS_PER_PAGE = 20;

/** One claim that a report printed in other words, and how they differ. */
export type DriftedClaim = PrintedClaim & { kinds: DriftKind[] };

/** One page of drifts, the latest report first, with the counts of all of them. */
export type DriftsPage = { counts: DriftCounts; rows: DriftedClaim[]; next: string | null };

/**
 * Where reports of a publication printed a claim in other words than it was made in, as recorded here: the latest
 * report first, undated ones last, from a cursor on. All are counted by how they differ. A bounded number of queries.
 */
export async function listDrifts(publicationSlug: string, after: string | null = null): Promise<DriftsPage> {
  const found = await selectDrifts(publicationSlug);
  const { rows, next } = pageOf(found, after, DRIFTS_PER_PAGE);
  const printed = await listPrintedClaims(rows.map(({ id }) => id));
  const kindsOf = new Map(rows.map(({ id, kinds }) => [id, kinds]));
  return {
    counts: countDrifts(found.map(({ kinds }) => kinds)),
    rows: printed.map((row) => ({ ...row, kinds: kindsOf.get(row.id) ?? [] })),
    next,
  };
}

async function selectDrifts(slug: string) {
  const rows = await db().attribution.findMany({
    where: { ...publishedAttribution, driftRaw: { not: null }, report: { publication: { slug } } },
    select: {
      id: true,
      driftRaw: true,
      driftQualifier: true,
      passageLanguage: true,
      report: { select: { publishedEarliest: true, language: true } },
      claim: {
        select: {
          wording: true,
          qualifier: true,
          low: true,
          high: true,
          central: true,
          reading: true,
          measure: { select: { kinds: true, unit: true } },
        },
      },
    },
  });
  return rows
    .map(({ id, driftRaw, driftQualifier, passageLanguage, report, claim }) => ({
      id,
      at: report.publishedEarliest ?? UNDATED,
      kinds: driftKindsOf(
        {
          quantity: toQuantity(claim),
          kinds: claim.measure?.kinds ?? [],
          unit: claim.measure?.unit ?? null,
        },
        { raw: driftRaw ?? "", qualifier: driftQualifier, language: passageLanguage ?? report.language },
      ),
    }))
    .sort((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1));
}

const UNDATED = new Date(0);
