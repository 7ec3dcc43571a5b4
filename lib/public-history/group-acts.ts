import type { Act, HistoryEntry } from "./types";

/** One revision with what it says to readers, before those of one command are told together. */
export type Told = Act & {
  at: number;
  actorId: string;
  by: HistoryEntry["by"];
  reason: string | null;
};

/** What one person did at one instant is one command, and is told as one, in the order in which it was done. */
export function groupActs(newestFirst: readonly Told[]): HistoryEntry[] {
  const groups: Told[][] = [];
  for (const told of newestFirst) {
    const group = groups.at(-1);
    if (group?.[0] && isOneCommand(group[0], told)) group.push(told);
    else groups.push([told]);
  }
  return groups.flatMap(toEntry);
}

/** Whether two revisions of one chain were made by one command. */
export function isOneCommand(
  a: { at: number; actorId: string },
  b: { at: number; actorId: string },
): boolean {
  return a.at === b.at && a.actorId === b.actorId;
}

function toEntry(newestFirst: Told[]): HistoryEntry[] {
  const [newest] = newestFirst;
  if (!newest) return [];
  const told = newestFirst.toReversed();
  const reasons = [...new Set(told.flatMap(({ reason }) => (reason === null ? [] : [reason])))];
  const acts = withoutEcho(told)
    .map(({ number, action, about, changes, isPublication }) => ({
      number,
      action,
      about,
      changes,
      isPublication,
    }))
    .filter((act) => saysSomething(act, reasons));
  return acts.length === 0 ? [] : [{ number: newest.number, at: newest.at, by: newest.by, reasons, acts }];
}

/** A correction says why of what stands beside it; an assessment and what it made of the claim are one thing. */
function withoutEcho(told: readonly Told[]): Told[] {
  const hasMore = told.some(({ about }) => about?.kind !== "correction");
  const assessment = told.find(({ action }) => action === "assessment.made");
  return told.flatMap((one) => {
    if (one.about?.kind === "correction" && hasMore) return [];
    if (one.action === "claim.assessed" && assessment) return [];
    if (one !== assessment) return [one];
    const before = told
      .find(({ action }) => action === "claim.assessed")
      ?.changes.find(({ field }) => field === "verification")?.before;
    const changes = one.changes.map((change) =>
      change.field === "verification" ? { ...change, before: before ?? change.before } : change,
    );
    return [{ ...one, changes }];
  });
}

/** An edit of which nothing may be shown, and for which no reason is given, is no news. */
function saysSomething({ action, changes }: Act, reasons: readonly string[]): boolean {
  return !/\.(edited|moved)$/.test(action) || changes.length > 0 || reasons.length > 0;
}
