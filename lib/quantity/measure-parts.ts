import { groupBy } from "../group-by";
import { MEASURE_PARTS, type MeasurePart, measureKey } from "./compare";
import { measureIdentity } from "./measure-identity";
import type { Measure, Scope } from "./quantity";

/** Which measure counts a part of which, in the words of `measureIdentity`. */
export type MeasureParts = {
  identityOf: (measureId: string) => string;
  measureOf: (identity: string) => Measure | undefined;
  /** All that a measure is a part of. */
  wholesOf: (identity: string) => ReadonlySet<string>;
  /** What people said to be its parts, directly; together those that divide it in one way, as by area. */
  statedPartsOf: (identity: string) => readonly (readonly string[])[];
};

/**
 * Which of the measures counts a part of which other: of the same scope with fewer kinds (killed; killed or
 * injured); of the same kinds with exactly one part of the scope named that the other leaves open (children;
 * anybody); or because people said so in `partOf`, by ids, directly or through others. Units agree, and
 * increments are neither part nor whole (R21).
 */
export function measureParts(
  measures: readonly Measure[],
  partOf: ReadonlyMap<string, string>,
): MeasureParts {
  const identityOf = measureIdentity(measures);
  const known = new Map(measures.map((measure) => [identityOf(measure.id), measure]));
  const totals = new Map([...known].filter(([, { scope }]) => scope.total !== "increment"));
  const wholes = new Map([...totals.keys()].map((identity) => [identity, new Set<string>()]));
  const statedParts = new Map([...totals.keys()].map((identity) => [identity, new Set<string>()]));

  const add = (part: string, whole: string) => {
    if (part !== whole && totals.get(part)?.unit === totals.get(whole)?.unit) wholes.get(part)?.add(whole);
  };
  addWholesByKinds(totals, add);
  for (const [identity, measure] of totals) {
    for (const open of openedScopes(measure)) add(identity, open);
  }
  const directly = new Map(
    [...partOf].map(([part, whole]) => [identityOf(part), identityOf(whole)] as const),
  );
  for (const [part, whole] of directly) {
    if (part !== whole && totals.get(part)?.unit === totals.get(whole)?.unit)
      statedParts.get(whole)?.add(part);
    for (const further of climb(whole, directly)) add(part, further);
  }
  const none = new Set<string>();
  return {
    identityOf,
    measureOf: (identity) => totals.get(identity),
    wholesOf: (identity) => wholes.get(identity) ?? none,
    statedPartsOf: (identity) => {
      const stated = [...(statedParts.get(identity) ?? [])];
      return [...groupBy(stated, (part) => divisionKey(totals.get(part), totals.get(identity))).values()];
    },
  };
}

// Soldiers and children are both parts of the killed, but no two parts of one division of them.
function divisionKey(part: Measure | undefined, whole: Measure | undefined): string {
  if (!part || !whole) return "";
  return MEASURE_PARTS.filter((one) => {
    const others = MEASURE_PARTS.filter((other) => other !== one);
    return measureKey(part, others) !== measureKey(whole, others);
  }).join(" ");
}

// "Other" is a kind that each measure gives its own meaning, so it makes no part by itself.
function addWholesByKinds(
  measures: ReadonlyMap<string, Measure>,
  add: (part: string, whole: string) => void,
): void {
  const sameScope = groupBy(measures, ([, measure]) => measureKey(measure, ["kinds"]));
  for (const sharing of sameScope.values()) {
    for (const [part, { kinds }] of sharing) {
      if (kinds.length === 0 || kinds.includes("other")) continue;
      for (const [whole, measure] of sharing) {
        const isPart = kinds.every((kind) => measure.kinds.includes(kind));
        if (isPart) add(part, whole);
      }
    }
  }
}

/** The identities of measures that differ from this one in leaving open one part that it names. */
function openedScopes(measure: Measure): string[] {
  const { scope } = measure;
  const opened: Partial<Scope>[] = [];
  for (const part of ["demographic", "nationality", "area", "period"] as const satisfies MeasurePart[]) {
    if (scope[part] !== null) opened.push({ [part]: null });
  }
  if (scope.personClass !== "unspecified" && scope.personClass !== "mixed") {
    opened.push({ personClass: "unspecified" }, { personClass: "mixed" });
  }
  if (scope.cause !== "unspecified") opened.push({ cause: "unspecified" });
  return opened.map((open) => measureKey({ ...measure, scope: { ...scope, ...open } }));
}

/** A measure and all that it is a part of, one through the other; ends where it comes round again. */
function climb(from: string, partOf: ReadonlyMap<string, string>): Set<string> {
  const passed = new Set<string>();
  for (let at: string | undefined = from; at !== undefined && !passed.has(at); at = partOf.get(at))
    passed.add(at);
  return passed;
}
