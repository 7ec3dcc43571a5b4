import { dateColumns } from "../dates/columns";
import type { EventRecord } from "../events/event-select";
import type { Json } from "../history/digest";
import { lastAct, type RecordState, type States, statesOf } from "../history/state-at";
import type { MeasureRow } from "../measures/measures";
import type { CauseDefinition, MeasureKind, PersonClass, Total } from "../vocabulary";
import { codeOf, dateOf, listOf, partsOf, requiredText, textOf } from "./fields";

/** An event as its history leaves it, last changed at an instant; null where it was not public (R34). */
export function foldedEvent(state: RecordState, changedAt: number): EventRecord | null {
  const published = lastAct(state, "event.published");
  const occurred = dateOf(state, "occurred", "zone");
  if (!published || !occurred || textOf(state, "mergedInto") !== null) return null;
  const place = partsOf(state, "place");
  return {
    id: state.id,
    slug: requiredText(state, "slug"),
    title: requiredText(state, "title"),
    summary: requiredText(state, "summary"),
    placeName: String(place?.name ?? ""),
    country: (place?.country ?? null) as string | null,
    latitude: (place?.latitude ?? null) as number | null,
    longitude: (place?.longitude ?? null) as number | null,
    ...dateColumns("occurred", occurred),
    otherZones: listOf(state, "otherZones") as string[],
    headlineMeasureId: textOf(state, "headlineMeasureId"),
    changedAt: new Date(changedAt),
    publishedAt: new Date(published.at),
    version: state.version,
  };
}

/** The other names of an event, and of its place, in order. */
export function foldedAliases(state: RecordState): { name: string }[] {
  return listOf(state, "aliases").map((name) => ({ name: String(name) }));
}

export function foldedParties(state: RecordState): { claimantId: string; side: string | null }[] {
  return listOf(state, "parties").map((party) => {
    const { claimantId, side } = party as { [part: string]: Json };
    return { claimantId: String(claimantId), side: (side ?? null) as string | null };
  });
}

/** The measures of an event in their order, each with that of which it counts a part. */
export function foldedMeasures(
  eventId: string,
  states: States,
): (MeasureRow & { partOfId: string | null })[] {
  return [...statesOf(states, "measure").values()]
    .filter((state) => textOf(state, "eventId") === eventId)
    .map((state) => ({
      id: state.id,
      slug: requiredText(state, "slug"),
      label: requiredText(state, "label"),
      kinds: listOf(state, "kinds") as MeasureKind[],
      unit: requiredText(state, "unit"),
      personClass: codeOf<PersonClass>(state, "personClass", "unspecified"),
      demographic: textOf(state, "demographic"),
      nationality: textOf(state, "nationality"),
      area: textOf(state, "area"),
      periodEdtf: textOf(state, "period"),
      cause: codeOf<CauseDefinition>(state, "cause", "unspecified"),
      total: codeOf<Total>(state, "total", "running_total"),
      position: Number(state.fields.position ?? 0),
      partOfId: textOf(state, "partOfId"),
    }))
    .sort((a, b) => a.position - b.position);
}
