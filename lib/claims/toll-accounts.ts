import { groupBy } from "../group-by";
import { byMoment, momentOf, precedes } from "../quantity/moment";
import type { Figure, Measure } from "../quantity/quantity";
import { kindOfMove } from "../quantity/revision";
import type { AccountStep, TollStepKind } from "./toll-types";

/** What a person decided about two figures; ids are of claims. */
export type TollLink = {
  kind: "supersedes" | "replaces";
  state: "accepted" | "declined";
  newerId: string;
  olderId: string;
};

export type Account = { figures: Figure[]; steps: AccountStep[] };

/**
 * Puts the figures of one claimant in one event together to accounts: those of one measure and lane, and those that an
 * accepted link joins across measures (R18, R22). A figure that stands alone makes none. The order of the input changes
 * nothing; the account that begins first comes first.
 */
export function accountsOf(
  figures: readonly Figure[],
  measures: readonly Measure[],
  links: readonly TollLink[],
): Account[] {
  const known = new Set(figures.map(({ id }) => id));
  const own = links.filter(({ newerId, olderId }) => known.has(newerId) && known.has(olderId));
  const accepted = own.filter(({ state }) => state === "accepted");
  return joined([...figures].sort(byOwnMoment), accepted)
    .filter((group) => group.length > 1)
    .map((group) => {
      const ordered = inOrder(group, accepted);
      return { figures: ordered, steps: stepsOf(ordered, measures, own) };
    });
}

function byOwnMoment(a: Figure, b: Figure): number {
  return byMoment({ figure: a, ...momentOf(a) }, { figure: b, ...momentOf(b) });
}

/** The figures in groups, of which each begins with its earliest. */
function joined(figures: readonly Figure[], accepted: readonly TollLink[]): Figure[][] {
  const groupOf = new Map(figures.map(({ id }) => [id, id]));
  const leader = (id: string): string => {
    const next = groupOf.get(id) ?? id;
    return next === id ? id : leader(next);
  };
  const join = (one: string, other: string) => groupOf.set(leader(one), leader(other));
  for (const alike of groupBy(figures, measureAndLane).values()) {
    for (const { id } of alike) join(id, alike[0]?.id ?? id);
  }
  for (const { newerId, olderId } of accepted) join(newerId, olderId);
  return [...groupBy(figures, ({ id }) => leader(id)).values()];
}

function measureAndLane({ measureId, lane }: Figure): string {
  return `${measureId} ${lane}`;
}

// Where dates overlap, a person may have decided against their order: what was decided goes before.
function inOrder(group: readonly Figure[], accepted: readonly TollLink[]): Figure[] {
  const ordered: Figure[] = [];
  const left = [...group];
  while (left.length > 0) {
    const isFree = ({ id }: Figure) =>
      !accepted.some(({ newerId, olderId }) => newerId === id && left.some((other) => other.id === olderId));
    const [next] = left.splice(Math.max(0, left.findIndex(isFree)), 1);
    if (next) ordered.push(next);
  }
  return ordered;
}

function stepsOf(
  figures: readonly Figure[],
  measures: readonly Measure[],
  links: readonly TollLink[],
): AccountStep[] {
  const decided = links
    .filter(({ state }) => state === "accepted")
    .map(({ kind, newerId, olderId }) => ({
      older: figures.findIndex(({ id }) => id === olderId),
      newer: figures.findIndex(({ id }) => id === newerId),
      kind,
    }))
    .filter(({ older, newer }) => older >= 0 && newer >= 0);
  return [...decided, ...openSteps(figures, measures, links)]
    .map((step) => toStep(step, figures, measures))
    .sort((a, b) => a.newer - b.newer || a.older - b.older);
}

type OpenStep = { older: number; newer: number; kind: TollStepKind };

/** Between the figures of one measure that all stand: each and the next one. */
function openSteps(
  figures: readonly Figure[],
  measures: readonly Measure[],
  links: readonly TollLink[],
): OpenStep[] {
  const standing = figures
    .map((figure, place) => ({ figure, place }))
    .filter(({ figure }) => figure.lifecycle === "current" && figure.standing !== "disowned");
  return [...groupBy(standing, ({ figure }) => measureAndLane(figure)).values()].flatMap((alike) =>
    alike.slice(1).flatMap((newer, at): OpenStep[] => {
      const older = alike[at];
      if (!older) return [];
      return [
        {
          older: older.place,
          newer: newer.place,
          kind: openKind(older.figure, newer.figure, measures, links),
        },
      ];
    }),
  );
}

function openKind(
  older: Figure,
  newer: Figure,
  measures: readonly Measure[],
  links: readonly TollLink[],
): TollStepKind {
  if (kindOfMove(older, newer, measures).kind === "adds") return "adds";
  const isDeclined = links.some(
    ({ state, newerId, olderId }) =>
      state === "declined" && [newerId, olderId].every((id) => id === older.id || id === newer.id),
  );
  return isDeclined ? "both_stand" : "undecided";
}

function toStep(step: OpenStep, figures: readonly Figure[], measures: readonly Measure[]): AccountStep {
  const [older, newer] = [figures[step.older], figures[step.newer]];
  if (!older || !newer) return { ...step, differs: [], isDownward: false, isOrdered: true };
  const move = kindOfMove(older, newer, measures);
  return {
    ...step,
    differs: step.kind === "replaces" ? move.differs : [],
    isDownward: step.kind === "supersedes" && move.isDownward,
    isOrdered: precedes(momentOf(older), momentOf(newer)),
  };
}
