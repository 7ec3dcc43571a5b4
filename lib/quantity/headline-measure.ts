import { ascending, firstStated } from "./compare";
import type { Figure, Measure } from "./quantity";

type Candidate = { measure: Measure; identified: number; all: number; first: Figure };

/**
 * The id of the measure at the head of an event (R7): of the measures of the killed that have figures,
 * the one with the most claimants who still stand by a figure in it, so that a claimant who replaced
 * its figure counts where it went (R22). Null when no figure counts the killed alone. The first known
 * measure of `editorsOrder` goes before all.
 */
export function headlineMeasure(
  figures: readonly Figure[],
  measures: readonly Measure[],
  editorsOrder: readonly string[] = [],
): string | null {
  const chosen = editorsOrder.find((id) => measures.some((measure) => measure.id === id));
  if (chosen !== undefined) return chosen;

  const figuresOf = new Map<string, Figure[]>();
  for (const figure of figures) {
    const own = figuresOf.get(figure.measureId) ?? [];
    own.push(figure);
    figuresOf.set(figure.measureId, own);
  }
  const candidates = measures
    .filter((measure) => measure.kinds.length > 0 && measure.kinds.every((kind) => kind === "killed"))
    .flatMap((measure) => candidateFor(measure, figuresOf.get(measure.id) ?? []));
  return candidates.sort(mostClaimants)[0]?.measure.id ?? null;
}

function candidateFor(measure: Measure, figures: Figure[]): Candidate[] {
  const first = [...figures].sort(firstStated)[0];
  if (!first) return [];
  const standing = figures.filter(
    (figure) => figure.lifecycle === "current" && figure.standing !== "disowned",
  );
  const identified = new Set(
    standing.filter((figure) => !figure.isAnonymous).map((figure) => figure.claimantId),
  );
  const all = new Set(standing.map((figure) => figure.claimantId));
  return [{ measure, identified: identified.size, all: all.size, first }];
}

// Unnamed claimants break ties only, as the headline leaves them out; then totals go before increments (R21).
function mostClaimants(a: Candidate, b: Candidate): number {
  return (
    ascending(b.identified, a.identified) ||
    ascending(b.all, a.all) ||
    ascending(isIncrement(a), isIncrement(b)) ||
    firstStated(a.first, b.first) ||
    ascending(a.measure.id, b.measure.id)
  );
}

function isIncrement({ measure }: Candidate): number {
  return measure.scope.total === "increment" ? 1 : 0;
}
