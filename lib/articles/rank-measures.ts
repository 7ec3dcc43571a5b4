import type { FigureCandidate } from "../extraction/types";
import type { PersonClass } from "../vocabulary";
import { nameWords } from "./name-words";
import type { MeasureMatch } from "./types";

/** What is looked at of a figure. */
export type Counted = Pick<FigureCandidate, "kinds" | "personClass" | "increment" | "unit" | "population">;

/**
 * The measures of an event that a figure may be of, the best first, else in the order of the event: of the same set of
 * kinds (R3, R6), totals for totals (R21), of nobody else than the article counts; then by the class of persons and by the
 * words that both use for whom or what they count.
 */
export function rankMeasures(figure: Counted, measures: readonly MeasureMatch[]): MeasureMatch[] {
  const key = [...figure.kinds].sort().join();
  const total = figure.increment ? "increment" : "running_total";
  const personClass = figure.personClass ?? "unspecified";
  const said = nameWords(`${figure.population?.text ?? ""} ${(figure.unit ?? "").replace(/_/g, " ")}`);
  const ranked = measures
    .filter((measure) => [...measure.kinds].sort().join() === key && measure.total === total)
    .filter((measure) => !isContrary(personClass, measure.personClass))
    .map((measure) => {
      const words = nameWords(`${measure.label} ${measure.unit}`);
      const shared = said.filter((word) => words.includes(word)).length;
      return { measure, rank: 100 * Number(measure.personClass === personClass) + shared };
    });
  return ranked.sort((a, b) => b.rank - a.rank).map(({ measure }) => measure);
}

const UNARMED: readonly PersonClass[] = ["civilian", "crew_or_worker"];
const ARMED: readonly PersonClass[] = ["military", "other_combatant", "prisoner_of_war", "police"];

/** Civilians are not counted with soldiers; a class that nobody gave may be either. */
function isContrary(a: PersonClass, b: PersonClass): boolean {
  return (UNARMED.includes(a) && ARMED.includes(b)) || (ARMED.includes(a) && UNARMED.includes(b));
}
