import { Conflict } from "../errors";
import type { ClaimantKind, MeasureKind, RecordStatus, Total } from "../vocabulary";

/** More would keep everybody else waiting too long. */
const CLAIMS_MAX = 2000;
const EVENTS_MAX = 200;

/** Nothing is done while something speaks against it: Conflict with every problem. */
export function assertNone(problems: readonly string[]): void {
  if (problems.length > 0) throw new Conflict(problems.join(" "));
}

type Standing = { name: string; mergedIntoId: string | null };

/** A record stands for itself until it is merged; then only the one that it leads to does. `leadsTo`: that one's name. */
export function problemsOfStanding(from: Standing, into: Standing, leadsTo: string | null): string[] {
  const problems: string[] = [];
  if (from.mergedIntoId) problems.push(`${from.name} was merged already.`);
  if (into.mergedIntoId)
    problems.push(`${into.name} was merged into ${leadsTo ?? "another"}: choose that one.`);
  return problems;
}

export function problemsOfSize(count: number, what: "claims" | "reports", events: number): string[] {
  const problems: string[] = [];
  if (count > CLAIMS_MAX)
    problems.push(`${count} ${what} would move, and at most ${CLAIMS_MAX} can in one step.`);
  if (events > EVENTS_MAX)
    problems.push(`${events} events would change, and at most ${EVENTS_MAX} can in one step.`);
  return problems;
}

type ClaimantToMerge = Standing & { kind: ClaimantKind; viaPublicationId: string | null };

/** R17: who is named and who is not are never one, nor are the unnamed claimants of two publications. */
export function problemsOfClaimants(
  from: ClaimantToMerge,
  into: ClaimantToMerge,
  isBelow: boolean,
): string[] {
  const problems: string[] = [];
  if ((from.kind === "unnamed") !== (into.kind === "unnamed"))
    problems.push("One of these is unnamed: an unnamed claimant and a named one are never one.");
  else if (from.viaPublicationId !== into.viaPublicationId)
    problems.push("Unnamed claimants of different publications are never one.");
  if (isBelow) problems.push(`${into.name} belongs to ${from.name}: take it out of that body first.`);
  return problems;
}

type MeasureToMerge = {
  id: string;
  eventId: string;
  label: string;
  kinds: readonly MeasureKind[];
  unit: string;
  total: Total;
  partOfId: string | null;
};

/** R3, R21: what two measures count may be told in two ways, but a set and its total are what they are. */
export function problemsOfMeasures(from: MeasureToMerge, into: MeasureToMerge): string[] {
  if (from.eventId !== into.eventId) return ["Choose two measures of one event."];
  const problems: string[] = [];
  if (setOf(from) !== setOf(into)) problems.push("These measures count different kinds.");
  else if (from.kinds.includes("other") && from.unit !== into.unit)
    problems.push("These measures count different things.");
  if (from.total !== into.total)
    problems.push("One is a running total and the other an increment: they are never mixed.");
  return problems;
}

/** What a part and its whole count is never one. `wholes`: those that each counts a part of, at whatever distance. */
export function problemsOfParts(
  from: MeasureToMerge,
  into: MeasureToMerge,
  wholesOf: (id: string) => readonly string[],
): string[] {
  const isPart = wholesOf(from.id).includes(into.id) || wholesOf(into.id).includes(from.id);
  return isPart ? ["One of these measures counts a part of the other."] : [];
}

function setOf({ kinds }: MeasureToMerge): string {
  return [...new Set(kinds)].sort().join(" ");
}

type EventToMerge = { title: string; recordStatus: RecordStatus };

/** R24: what is public stays so. */
export function problemsOfEvents(from: EventToMerge, into: EventToMerge): string[] {
  const problems = [from, into].flatMap(({ title, recordStatus }) =>
    recordStatus === "archived" ? [`${title} is archived: reopen it first.`] : [],
  );
  if (from.recordStatus === "published" && into.recordStatus !== "published")
    problems.push(`${from.title} is public and ${into.title} is not: merge them the other way round.`);
  return problems;
}

type ClaimToHide = { publicId: string; recordStatus: RecordStatus };

/** R24: claims that readers see do not go to an event that they do not see. */
export function problemsOfHiding(
  present: EventToMerge,
  next: EventToMerge,
  claims: readonly ClaimToHide[],
): string[] {
  if (present.recordStatus !== "published" || next.recordStatus === "published") return [];
  const seen = claims.filter(({ recordStatus }) => recordStatus === "published");
  if (seen.length === 0) return [];
  const names = named(seen.map(({ publicId }) => publicId));
  return [
    `Readers see these claims in ${present.title}, and ${next.title} is not public: ${names}. Split them off instead.`,
  ];
}

/** A few of many, for a sentence that names them. */
export function named(publicIds: readonly string[], max = 5): string {
  const first = publicIds.slice(0, max).join(", ");
  return publicIds.length > max ? `${first} and ${publicIds.length - max} more` : first;
}
