import { groupBy } from "../group-by";
import type { Lane } from "../vocabulary";
import { ascending, firstStated } from "./compare";
import { decidedPairs } from "./decided-pairs";
import { measureIdentity } from "./measure-identity";
import type { Figure, Measure } from "./quantity";
import { numberKey, wordedNumbers } from "./worded-numbers";

/** R16: opposed sides say one unusual number within hours: possibly one origin. */
export type OneOriginAlarm = {
  /** Each has a partner on another side among the others, the first stated first. */
  figureIds: string[];
  /** The number that all of them say, or the first of two. */
  n: number;
  /** The last of two numbers: "100 to 300". */
  last: number | null;
  measureId: string;
  lane: Lane;
  sides: string[];
};

const HOUR_MS = 3_600_000;
/**
 * Two dates lie within hours of each other when both of their ends do: one day in two zones, never two days.
 */
const WITHIN_MS = 24 * HOUR_MS;
/** What is known no better than to these hours was not said "within hours" of anything. */
const KNOWN_TO_MS = 48 * HOUR_MS;

/**
 * The open alarms among the figures of an event (R16), the first stated first. Figures alarm that are current
 * and not disowned, of one measure and lane, from different sides, within hours, with the same worded number
 * ("around 40" and "40"). The number must be unusual: at least 10 and no power of ten. Pairs in `decided`,
 * found to be of one origin or of two, raise nothing by themselves. The order of the input changes nothing.
 * Takes n log n steps, but for figures of one number and day whose times are all different, which are
 * compared two by two.
 */
export function oneOriginAlarms(
  figures: readonly Figure[],
  measures: readonly Measure[],
  sideOf: (claimantId: string) => string | null,
  decided: readonly { ids: readonly [string, string] }[],
): OneOriginAlarm[] {
  const identityOf = measureIdentity(measures);
  const isDecided = decidedPairs(decided.map(({ ids }) => ids));
  const decidedIds = new Set(decided.flatMap(({ ids }) => ids));

  const sided = figures
    .filter(canAlarm)
    .sort(firstStated)
    .flatMap((figure) => {
      const side = sideOf(figure.claimantId);
      return side === null ? [] : [{ figure, side }];
    });
  const groups = groupBy(sided, ({ figure: { measureId, lane, quantity } }) =>
    JSON.stringify([identityOf(measureId), lane, numberKey(quantity)]),
  );
  return [...groups.values()]
    .flatMap((group) => clustersOf(nodesOf(group, decidedIds), isDecided))
    .flatMap(alarmOf)
    .sort((a, b) => firstStated(a.first, b.first))
    .map(({ alarm }) => alarm);
}

function canAlarm({ lifecycle, standing, quantity, statedEarliest, statedLatest }: Figure): boolean {
  if (lifecycle !== "current" || standing === "disowned") return false;
  return isUnusual(quantity) && statedLatest - statedEarliest <= KNOWN_TO_MS;
}

// Single digits and powers of ten coincide too easily; of two numbers, one that does not is enough.
function isUnusual(quantity: Figure["quantity"]): boolean {
  if (numberKey(quantity) === null) return false;
  return wordedNumbers(quantity).some((n) => n >= 10 && !/^1(0*|e\+\d+)$/.test(String(n)));
}

type Sided = { figure: Figure; side: string };
/** Figures of one side and date about which nothing is decided stand together. */
type Node = { side: string; figures: Figure[]; earliest: number; latest: number };

function nodesOf(group: Sided[], decidedIds: ReadonlySet<string>): Node[] {
  const alike = groupBy(group, ({ figure, side }) =>
    JSON.stringify(
      decidedIds.has(figure.id) ? [figure.id] : [side, figure.statedEarliest, figure.statedLatest, "alike"],
    ),
  );
  return [...alike.values()].flatMap((own) => {
    const first = own[0];
    if (!first) return [];
    const { statedEarliest: earliest, statedLatest: latest } = first.figure;
    return { side: first.side, figures: own.map(({ figure }) => figure), earliest, latest };
  });
}

/** Nodes joined, directly or through others, by pairs that alarm; those that no pair joins are left out. */
function clustersOf(nodes: Node[], isDecided: (one: string, other: string) => boolean): Node[][] {
  const leaders = nodes.map((_, at) => at);
  const leaderOf = (at: number): number => {
    let leader = at;
    while (leaders[leader] !== leader) leader = leaders[leader] ?? leader;
    leaders[at] = leader;
    return leader;
  };
  // The nodes ascend by their beginnings, as their first figures do.
  nodes.forEach((node, at) => {
    for (let next = at + 1; next < nodes.length; next += 1) {
      const other = nodes[next];
      if (!other || other.earliest - node.earliest >= WITHIN_MS) break;
      if (other.side === node.side || Math.abs(other.latest - node.latest) >= WITHIN_MS) continue;
      const [one, two] = [leaderOf(at), leaderOf(next)];
      if (one === two || isDecided(node.figures[0]?.id ?? "", other.figures[0]?.id ?? "")) continue;
      leaders[two] = one;
    }
  });
  const clusters = groupBy(nodes.entries(), ([at]) => leaderOf(at));
  return [...clusters.values()]
    .filter((cluster) => cluster.length > 1)
    .map((cluster) => cluster.map(([, node]) => node));
}

function alarmOf(cluster: Node[]): { first: Figure; alarm: OneOriginAlarm }[] {
  const figures = cluster.flatMap((node) => node.figures).sort(firstStated);
  const first = figures[0];
  const [n, last = null] = first ? wordedNumbers(first.quantity) : [];
  if (!first || n === undefined) return [];
  const { measureId, lane } = first;
  const figureIds = figures.map(({ id }) => id);
  const sides = [...new Set(cluster.map(({ side }) => side))].sort(ascending);
  return [{ first, alarm: { figureIds, n, last, measureId, lane, sides } }];
}
